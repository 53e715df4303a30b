import type { Span } from '../../domain/index.js';
import { ownTitle } from './telling/index.js';

/** Lines at the beginning of a paper that may greet its reader. */
const greetingLines = 6;
const reader =
  '(?:领导|干部|同志|先生|女士|书记|主任|[局厅部处科组市县区州省院会]长|检察官|法官|主席|纪委|监委|[省市县区]委|委员会|政府|检察院|法院|组织部|部门|办公室|信访办|巡察办|组|局|厅|(?<!好)处|室)们?';
/** Who is greeted, without what only a statement has: a deed, a number, 的 behind anything but an office or 尊敬. */
const readers = String.raw`(?!被|反映|举报|控告|检举)(?:(?!收[受了下取])[^，。；\n\d的了是被把给送拿贪挪骗说找叫骂]|(?<=第)\d{1,2}|(?<=[委组局办室院里敬爱])的){0,24}${reader}`;
const hello = '[你您]们?好[!！:：，,。]?';
/** Only behind 尊敬的 a salutation does without a colon and without 你好. */
const greeting = new RegExp(
  `^(?:(?:尊敬|敬爱)的${readers}[:：，,!！]?(?:${hello})?|${readers}(?:[:：]|[，,]?${hello})|${hello})$`,
);

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
