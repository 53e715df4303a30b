/**
 * Number formats that the Chinese Excel and WPS have built in: files name them by their number alone, and the menu
 * of date formats uses them (57 is 2015年3月).
 */
export const chineseFormats: ReadonlyMap<number, string> = new Map([
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [14, 'yyyy/m/d'],
  [22, 'yyyy/m/d h:mm'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '"上午/下午"h"时"mm"分"'],
  [35, '"上午/下午"h"时"mm"分"ss"秒"'],
  [55, '"上午/下午"h"时"mm"分"'],
  [56, '"上午/下午"h"时"mm"分"ss"秒"'],
]);

/** The styles of an xlsx with these formats written out; those that it has itself come later and win. */
export function withChineseFormats(styles: string): string {
  const formats = [...chineseFormats].map(
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
