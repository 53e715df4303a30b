/** Ticks and boxes of the fonts in which Word keeps them, by the low byte of their place there. */
const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Wingdings: {
    111: '□',
    113: '□',
    114: '□',
    168: '□',
    251: '×',
    252: '√',
    253: '☒',
    254: '☑',
    108: '●',
    110: '■',
  },
  'Wingdings 2': { 79: '×', 80: '√', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '□' },
};

/** The character that a symbol font shows; '' where it is a mere ornament. */
export function symbolOf(font: string | undefined, hex: string | undefined): string {
  return symbolAt(font ?? '', Number.parseInt(hex ?? '', 16));
}

export function symbolAt(font: string, code: number): string {
  if (Number.isNaN(code)) return '';
  const known = fonts[font];
  if (known) return known[code & 0xff] ?? '';
  // Fonts of symbols only stand in the private area, other characters where they belong.
  return code >= 0x20 && (code < 0xd800 || code > 0xf8ff) && code <= 0xffff ? String.fromCharCode(code) : '';
}

export function boxOf(checked: boolean): string {
  return checked ? '☑' : '□';
}
