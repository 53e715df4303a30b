/** Lines of a page that can be its head, and characters of them: a mark stands above or beside the document number. */
const headLines = 8;
const headLength = 300;

const period = '(?:\\d{1,2}年|\\d{1,2}个?月|长期|启封前|公布前|解密前|[一二三四五六七八九十]{1,3}年)';
/** 机密★10年 as printed or recognised (the star is often misread), and 密级：机密. */
const starred = new RegExp(
  `^[（(【[]?(?:密级[:：]?)?(绝密|机密|秘密)(?:[★☆*＊✩✭✮⋆·▲◆]{1,2}(${period})?|.?[^一-龥]?(${period}))[】\\])）]?$`,
  'u',
);
const bare = /^[（(【[]?(?:密级[:：]?)?(绝密|机密|秘密)[】\])）]?$/u;
/** What may stand in the line beside the mark: copy number, urgency, a warning. */
const beside =
  /^(?:密级[:：]?|特急|加急|平急|急件|明电|\d{1,8}|№?\d{1,8}|份号[:：]?\d{0,8}|第?\d{1,6}号|内部资料|注意保密|妥善保管|请勿外传)$/u;

/**
 * The classified mark at the head of a page (机密★10年), or null. Only a line that holds nothing else counts: what
 * a letter says of secrets (保守国家秘密, 泄露机密) is no mark.
 *
 * @param first the page may be the first of its paper: there the bare word marks too, elsewhere only one with a
 * star or a period.
 */
export function classifiedMark(pageText: string, first: boolean): string | null {
  const lines = pageText
    .slice(0, headLength)
    .normalize('NFKC')
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, headLines);
  for (const line of lines) {
    if (line.length > 40) continue;
    const whole = line.replace(/\s+/gu, '');
    const tokens = [whole, ...line.split(/\s+/u)].filter((t) => t !== '');
    const found = tokens
      .map((token) => starred.exec(token) ?? (first ? bare.exec(token) : null))
      .find((m) => m !== null);
    if (!found) continue;
    const others = found[0] === whole ? [] : line.split(/\s+/u).filter((t) => t !== found[0]);
    if (!others.every((t) => beside.test(t))) continue;
    const time = found[2] ?? found[3];
    return time === undefined ? found[1]! : `${found[1]}★${time}`;
  }
  return null;
}

/** 内部 or 内部资料 alone at the head: a hint, no classified mark. */
export function hasInternalMark(pageText: string): boolean {
  return pageText
    .slice(0, headLength)
    .split('\n', headLines)
    .some((line) =>
      /^[【（([]?内部(?:资料|文件|材料|使用)?(?:[,，、 ]?(?:注意保密|请勿外传|妥善保管))?[】）)\]]?$/u.test(
        line.trim(),
      ),
    );
}
