import type { Mention } from '../../../../domain/index.js';

/**
 * Units of a recognised paper whose names differ by one character from a unit that stands there more often:
 * 安润县人防办 beside 安澜县人防办 twice. Their value becomes that of the other; what is written stays.
 */
export function agreeOnUnits(organisations: readonly Mention[]): void {
  const times = new Map<string, number>();
  for (const { value } of organisations) times.set(String(value), (times.get(String(value)) ?? 0) + 1);
  const names = [...times].sort((a, b) => b[1] - a[1]).slice(0, 60);
  for (const organisation of organisations) {
    const own = String(organisation.value);
    const better = names.find(
      ([name, count]) => count > (times.get(own) ?? 0) && name.length >= 5 && differsByOne(name, own),
    );
    if (better !== undefined) organisation.value = better[0];
  }
}

/** Characters by which units are told apart: 东城区人防办 is no misread 西城区人防办, 一中 none of 二中. */
const telling = /[东西南北中上下前后左右内外新老大小一二三四五六七八九十甲乙丙丁省市县区州镇乡村\dA-Za-z]/;

function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let different = 0;
  for (let i = 0; i < a.length && different < 2; i++) {
    if (a.charAt(i) === b.charAt(i)) continue;
    if (telling.test(a.charAt(i)) && telling.test(b.charAt(i))) return false;
    different += 1;
  }
  return different === 1;
}
