import { SSF } from '@e965/xlsx';

/** Formats that files name by their number alone, as the Chinese Excel and WPS have them (57 is 2015年3月). */
const builtIn: ReadonlyMap<number, string> = new Map([
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '"上午/下午"h"时"mm"分"'],
  [35, '"上午/下午"h"时"mm"分"ss"秒"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '#,##0'],
  [42, '"¥"#,##0'],
  [43, '#,##0.00'],
  [44, '"¥"#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [55, '"上午/下午"h"时"mm"分"'],
  [56, '"上午/下午"h"时"mm"分"ss"秒"'],
]);

export function builtInFormat(id: number): string | undefined {
  return builtIn.get(id);
}

/** No program takes a longer one; what is longer was made to be slow. */
const MAX_FORMAT = 255;

/**
 * A number as its cell shows it; where it has no format of its own, without the noise of its last digits, and whole
 * however long it is (account numbers, which a cell shows as 6.2E+18).
 */
export function showNumber(value: number, format: string | undefined, date1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  const code = format === undefined || format.length > MAX_FORMAT ? 'General' : format;
  if (code === 'General' && Number.isInteger(value) && Math.abs(value) >= 1e11 && Math.abs(value) < 1e21) {
    return BigInt(value).toString();
  }
  try {
    return String(SSF.format(code, value, { date1904 }));
  } catch {
    // A format that makes no sense does not take the figure away.
    return String(value);
  }
}

/** The styles of an xlsx with these formats written out; those that it has itself come later and win. */
export function withBuiltInFormats(styles: string): string {
  const formats = [...builtIn].map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const known = /<numFmts\b[^<>]{0,100}>/.exec(styles);
  if (known && !known[0].endsWith('/>')) {
    const at = known.index + known[0].length;
    return styles.slice(0, at) + formats.join('') + styles.slice(at);
  }
  const root = /<styleSheet\b[^<>]{0,2000}>/.exec(styles);
  if (!root || root[0].endsWith('/>')) return styles;
  const at = root.index + root[0].length;
  return `${styles.slice(0, at)}<numFmts count="${formats.length}">${formats.join('')}</numFmts>${styles.slice(at)}`;
}
