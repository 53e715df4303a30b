import type { Span } from '../../../../../domain/index.js';
import type { Dictionary } from '../../../names/index.js';

/** 一家外贸公司, 工厂: a mere kind of unit. A name may be made of the same words: 县建设银行 is one, 某建设公司 none. */
export function isPlainUnit(
  text: string,
  { start, end }: Span,
  { plainUnits }: Pick<Dictionary, 'plainUnits'>,
): boolean {
  const value = text.slice(start, end).trim();
  if (plainUnits.whole.has(value)) return true;
  const marked = [...plainUnits.markers].find((word) => value.startsWith(word));
  if (marked !== undefined) return isMadeOf(value.slice(marked.length), plainUnits.parts);
  const before = text.slice(Math.max(0, start - longestWord), start);
  return [...plainUnits.markers].some((word) => before.endsWith(word)) && isMadeOf(value, plainUnits.parts);
}

const longestWord = 4;

function isMadeOf(value: string, parts: ReadonlySet<string>): boolean {
  const reached = new Set([0]);
  for (let end = 1; end <= value.length; end++)
    for (let size = 1; size <= longestWord; size++)
      if (reached.has(end - size) && parts.has(value.slice(end - size, end))) reached.add(end);
  return reached.has(value.length);
}
