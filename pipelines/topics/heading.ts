import type { Span } from '../../domain/index.js';
import { ownTitle } from './title.js';

/** Lines at the beginning of a paper that may greet its reader. */
const greetingLines = 6;
const greeting =
  /^(?:尊敬的[^。；\n]{1,30}|(?!被|反映|举报|控告|检举)[^，。；\n]{0,24}(?:领导|同志|书记|主任|局长|组长|纪委|监委|组|委员会|办公室|局|处|室)[们]?(?:[:：]|[，,]?[你您]们?好[!！:：，,。]?)|[你您]们?好[!！，,。]?)$/;

/** Where a paper names itself and greets its reader, in the reading's coordinates: neither proves anything of what it tells. */
export function headingOf(text: string, endings: readonly string[]): Span[] {
  const spans: Span[] = [];
  const title = ownTitle(text, endings);
  const at = title === null ? -1 : text.indexOf(title);
  if (title !== null && at >= 0) spans.push({ start: at, end: at + title.length });
  let start = 0;
  for (const line of text.split('\n', greetingLines)) {
    if (greeting.test(line)) spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}
