const digits = [...'〇一二三四五六七八九'];
const units = ['', '十', '百', '千'];

/** 十二, 一百〇五: whole numbers below 10,000 as they are counted. */
function counted(n: number): string {
  const figures = [...String(n)].map(Number);
  let written = '';
  let gap = false;
  for (const [i, figure] of figures.entries()) {
    if (figure === 0) {
      gap = written !== '';
      continue;
    }
    written += `${gap ? '〇' : ''}${digits[figure]}${units[figures.length - 1 - i]}`;
    gap = false;
  }
  return written.replace(/^一十/, '十');
}

/** a to z, then aa, bb as Word writes them. */
const lettered = (n: number) => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
function roman(n: number): string {
  let left = n;
  let written = '';
  for (const [value, sign] of romans)
    while (left >= value) {
      written += sign;
      left -= value;
    }
  return written;
}

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const circled = (n: number) => (n <= 20 ? String.fromCharCode(0x2460 + n - 1) : String(n));
const most = 9999;

/** A number of a list in one of the formats of WordprocessingML (ST_NumberFormat); digits in all that are not known. */
export function listNumber(n: number, format: string): string {
  if (n < 1 || n > most) return String(n);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'chineseLegalSimplified':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographLegalTraditional':
      return counted(n);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'koreanDigital2':
      return [...String(n)].map((figure) => digits[Number(figure)]).join('');
    case 'ideographTraditional':
      return stems[n - 1] ?? String(n);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(n);
    case 'lowerLetter':
      return lettered(n);
    case 'upperLetter':
      return lettered(n).toUpperCase();
    case 'lowerRoman':
      return roman(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    default:
      return String(n);
  }
}
