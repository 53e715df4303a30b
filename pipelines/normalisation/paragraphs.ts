/** One line of a page, as far as joining has to know it. */
export interface Line {
  text: string;
  /** Columns of a fixed-width print: 2 for a Chinese character, 1 for a Latin one. */
  width: number;
  /** Leading columns of space. */
  indent: number;
  /** left, top, right, bottom in pixels, where the page was recognised. */
  box: readonly [number, number, number, number] | null;
  /** An empty line stands before it. */
  afterGap: boolean;
}

/** Where a page's full lines begin and end, in columns or, for recognised pages, in pixels. */
interface Measure {
  left: number;
  right: number;
  /** Size of one character. */
  unit: number;
}

const sentenceEnd = /[。！？!?…；;：:][”’"'）)》】〕]{0,3}$/u;
/** What a line never begins with when it only goes on. */
const opening =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}(?:[、]|\.(?!\d))|第[一二三四五六七八九十百]{1,4}[条章节款，、]|[一二三四五六七八九十]是(?!否)|[①-⑳●■◆▲★])/u;
const formLabel =
  /^(?:被?举报(?:人|单位)|被?反映(?:人|单位|对象)|被控告人|控告人|申诉人|来访人|填报(?:人|单位)|联系(?:人|电话|方式|地址)|电话|手机|住址|地址|身份证|单位职务|附件?|抄送|主送|此致|敬礼|特此)[^。]{0,8}(?:[：:]|$)/u;
/** In a form every line begins with what is asked; in prose only here and there one does. */
const anyLabel = /^[\p{Script=Han}（）()]{2,14} {0,2}[：:]/u;
const dateAlone =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/u;
const salutation = /^(?:尊敬的|敬爱的|各位)[^。]{1,30}[：:]$/u;
/** Nobody ends a paragraph with these. */
const goesOn = /[，、,（(〔《“‘—第年月]$/u;
const figureEnd = /\d$/;
const figureGoesOn = /^[\d年月日号元万亿%．.]/u;

/** Whether each line but the first goes on with the paragraph of the line before it. */
export function findContinuations(lines: readonly Line[]): boolean[] {
  const measure = measureOf(lines);
  return lines.map((line, i) => i > 0 && continues(lines[i - 1]!, line, measure));
}

/** Whether plain text has its lines broken at a fixed width, as old mail programs and typists do. */
export function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 4) return false;
  const longest = lines.reduce((most, line) => Math.max(most, line.width), 0);
  if (longest < 24 || longest > 120) return false;
  const full = lines.filter(
    (line) => line.width + line.indent >= longest - 4 && !sentenceEnd.test(line.text),
  );
  return full.length >= lines.length * 0.35;
}

function continues(before: Line, line: Line, measure: Measure): boolean {
  if (line.afterGap || before.text.includes('\t') || line.text.includes('\t')) return false;
  if (sentenceEnd.test(before.text) || salutation.test(line.text)) return false;
  if (opening.test(line.text) || formLabel.test(line.text) || dateAlone.test(line.text)) return false;
  if (anyLabel.test(line.text) && anyLabel.test(before.text)) return false;
  const start = line.box ? line.box[0] : line.indent;
  if (start - measure.left >= (line.box ? measure.unit * 1.3 : 2)) return false;
  const reached = before.box ? before.box[2] : before.indent + before.width;
  if (measure.right - reached <= measure.unit * 2.5) return true;
  const half = reached - measure.left > (measure.right - measure.left) / 2;
  return half && (goesOn.test(before.text) || (figureEnd.test(before.text) && figureGoesOn.test(line.text)));
}

function measureOf(lines: readonly Line[]): Measure {
  const boxed = lines.flatMap((line) => (line.box ? [line.box] : []));
  if (boxed.length > 0 && boxed.length === lines.length) {
    return {
      left: quantile(
        boxed.map((box) => box[0]),
        0.15,
      ),
      right: quantile(
        boxed.map((box) => box[2]),
        0.85,
      ),
      unit: quantile(
        boxed.map((box) => box[3] - box[1]),
        0.5,
      ),
    };
  }
  const rights = lines.map((line) => line.indent + line.width);
  return {
    left: quantile(
      lines.map((line) => line.indent),
      0.15,
    ),
    right: quantile(rights, 0.85),
    unit: 2,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Columns that a text takes in fixed-width print. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2E7F' || '“”‘’…—'.includes(character) ? 2 : 1;
  return width;
}
