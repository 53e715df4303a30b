const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const magnitudes: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1e3,
  仟: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
};

/** Characters of Chinese numbers, for use inside a character class. */
export const hanNumeral = '零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億';
/** What stands among them where a number is only about right. */
export const vagueNumeral = '几数余多来';

/**
 * The value of a number in Arabic, Chinese or mixed writing: `5,618万`, `伍拾万`, `8千`, `九万二`, `2O万` (a
 * scanner's letter O). An approximate one gives the least that its words allow (三四十万 → 300000, 十几万 →
 * 100000, 近百万 → 1000000); one without any figure (几万, 数十万) gives null.
 */
export function readNumber(written: string): number | null {
  const text = written
    .replace(/[\s,，]/g, '')
    .replace(/(?<=\d)[Oo]|[Oo](?=\d)/g, '0')
    .replace(/(?<=\d)[Il]|[Il](?=\d)/g, '1');
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let lastMagnitude = 0;
  let sawZero = false;
  let vague = false;
  for (let i = 0; i < text.length; ) {
    const char = text.charAt(i);
    const arabic = /^\d+(?:\.\d+)?/.exec(text.slice(i, i + 24))?.[0];
    if (arabic !== undefined) {
      pending = Number(arabic);
      i += arabic.length;
      continue;
    }
    const digit = digitValues[char];
    const magnitude = magnitudes[char];
    if (digit !== undefined) {
      const next = digitValues[text.charAt(i + 1)];
      const follows = magnitudes[text.charAt(i + 2)];
      if (pending === null && next === digit + 1 && follows !== undefined) {
        pending = digit;
        i += 2;
        continue;
      }
      sawZero = digit === 0;
      pending = pending === null || sawZero ? digit : pending * 10 + digit;
    } else if (magnitude !== undefined) {
      if (vague && pending === null && section === 0 && total === 0) return null;
      if (magnitude >= 1e4) {
        section = section + (pending ?? (section === 0 && total === 0 ? 1 : 0));
        if (magnitude > 1e4 && total > 0) {
          total = (total + section) * magnitude;
        } else total += section * magnitude;
        section = 0;
      } else section += (pending ?? 1) * magnitude;
      pending = null;
      lastMagnitude = magnitude;
      sawZero = false;
    } else if (char === '几' || char === '数') vague = true;
    else if (!vagueNumeral.includes(char) && char !== '半') return null;
    i += 1;
  }
  if (pending !== null) {
    const abbreviated = lastMagnitude >= 100 && !sawZero && pending < 10 && pending % 1 === 0;
    section += abbreviated && section % lastMagnitude === 0 ? (pending * lastMagnitude) / 10 : pending;
  } else if (lastMagnitude === 0) return null;
  return round(total + section);
}

/** Digits that stand one by one as in years and numbers: 二〇一七 → 2017; null where it is none. */
export function readDigits(written: string): number | null {
  let digits = '';
  for (const char of written) {
    const digit = /\d/.test(char)
      ? Number(char)
      : /[OoＯ]/.test(char)
        ? 0
        : /[Il]/.test(char)
          ? 1
          : digitValues[char];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits === '' ? null : Number(digits);
}

const round = (value: number) => Math.round(value * 100) / 100;
