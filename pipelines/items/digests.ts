import type { Normalised } from '../../domain/index.js';
import { type Draft, draftOf, type Paper } from './item.js';
import { linesOf, stretchesOf } from './letters.js';
import type { PaperLine } from './signs.js';

/** What stands before the first letter of a digest is a title, a number, an office and a day. */
const longestHead = 300;
const digestName =
  /摘报|摘要|摘编|摘录|(?:信访|来信|来访|来电|举报|群众)[^。；，\n]{0,10}(?:简报|专报|日报|周报|旬报|月报|快报|动态|汇编|汇总|选编)/u;
/** A number that heads a line: 一、 1. （二） 第三件： */
const numbering =
  /^(?:第|[（(【])?([一二三四五六七八九十]{1,3}|\d{1,2})(?:、|[.．](?!\d)|[）)】]、?|[件封条][：:、.\s])/u;
const sender = '(?:来信|来访|来电|来函|写信|举报|检举|控告|(?<!被)反映|信访|投诉|申诉|建议|署名|留言)';
/** Who sent what a section tells of. */
const source = new RegExp(
  `(?<!被)${sender}(?:人|者|群众)(?:姓名)?|(?:来信|来访|来电|来函|信件|邮件|留言|网上?举报)(?:反映|举报|称|说|感谢|表扬|建议|控告|投诉|申诉|咨询|求助|要求)|匿名(?:来信|信|举报|电话|来电)|来源[：:]`,
  'u',
);
/** The same as a field that is filled in. */
const sourceField = new RegExp(`(?<!被)${sender}(?:人|者)(?:姓名)?\\s?[：:]`, 'u');
/** Headings of the parts of one matter. */
const partOfOne =
  /^(?:来信人|信访人|举报人|反映人)?(?:的?基本)?(?:情况|信息)|^(?:主要)?(?:反映|举报|信访|来信)?的?(?:主要)?(?:内容|问题|诉求|事实)(?:[：:]|$)|^(?:拟办|办理|处理|处置|初步|调查|核查|领导|有关|工作|下一步|附件|证据)/u;

/** The letters of a digest, or how sure it is that there are several. */
export interface Digest {
  drafts: Draft[];
  certain: boolean;
}

/**
 * The letters that an office tells of one by one under numbers (信访摘报): each section that names its own sender is an
 * item, with the digest's head for its context. The points of one letter have one sender.
 *
 * @returns null where nothing speaks for several letters
 */
export function digestOf(normalised: Normalised, paper: Paper): Digest | null {
  const lines = linesOf(normalised, paper);
  const starts = sectionsOf(lines);
  const [first] = starts;
  if (!first || starts.length < 2) return null;
  const [head, ...sections] = stretchesOf(
    lines,
    starts.map((line) => line.start),
  );
  const texts = sections.map(({ start, end }) => normalised.text.slice(start, end));
  const title = first === lines[0] ? '' : normalised.text.slice(head!.start, head!.end);
  const named = digestName.test(title);
  if (texts.filter((text) => (named ? source : sourceField).test(text)).length < 2) return null;
  const certain =
    named &&
    title.length <= longestHead &&
    texts.every((text) => source.test(text)) &&
    !starts.some(({ text }) => partOfOne.test(text.replace(numbering, ''))) &&
    !sections.some((section) => holdsSeveral(normalised.text, lines, section));
  const drafts = sections.map((section) => draftOf(normalised, paper, section, { context: title }));
  return { drafts, certain };
}

/** Sections that have sections with senders of their own: 一、转住建局（2件） with 1. and 2. */
function holdsSeveral(text: string, lines: readonly PaperLine[], section: { start: number; end: number }) {
  const own = lines.filter((line) => line.start > section.start && line.end <= section.end);
  const starts = sectionsOf(own).map(({ start }) => start);
  const parts = starts.map((start, i) => text.slice(start, starts[i + 1] ?? section.end));
  return parts.filter((part) => source.test(part)).length >= 2;
}

/** The lines that are numbered from one on in the manner of the first such line. */
function sectionsOf(lines: readonly PaperLine[]): PaperLine[] {
  let manner: string | null = null;
  const found: PaperLine[] = [];
  for (const line of lines) {
    const match = numbering.exec(line.text);
    if (match === null) continue;
    const numeral = match[1]!;
    const written = match[0].replace(numeral, /\d/u.test(numeral) ? '1' : '一').trim();
    if (numeral !== numeralOf(found.length + 1, numeral) || (manner ?? written) !== written) continue;
    manner = written;
    found.push(line);
  }
  return found;
}

/** A number in the numerals of another one. */
function numeralOf(value: number, like: string): string {
  if (/\d/u.test(like)) return `${value}`;
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`;
}
