import type { ClueSource, InformantField, Sealed, Signature, Span, Words } from '../../../domain/index.js';
import type { ListHits } from '../lists.js';

/** The mask that sealing puts over an informant, unit for unit. */
const masked = /▇{2,}/g;
/** The beginning of a letter, where its title says that many signed it. */
const headOfLetter = 80;
/** The end of a letter, where its signature stands. */
const tail = 160;
/** A petitioner that is no person. */
const firm =
  /(?:[\u3400-\u9fff]{4}[队店部站所社会行场院校]|中心|公司|厂|商行|合作社|协会|商会|集团|委员会|学校|医院|酒店|矿)$/;
const many =
  /联名|联署|等\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[人名户]|共\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[人名户]|签名(?:如下|附后|见后)/;
/** A person who speaks for the unit that signs. */
const spokesman =
  /(?:法定代表人|法人代表|法人|联系人|经办人|负责人|会长|理事长)(?:[(（][^()（）]{0,4}[)）])?[:：\s]*▇/;
const ownLabel = /(?:举报|检举|控告|反映|申诉|投诉|写信|具名|署)(?:人|者|名)?[:：\s]+▇{2,4}(?!▇)/;
const scribe = /(?:代[书笔写]|执笔)人?[:：]?\s?▇{2,4}(?!▇)|(?<!▇)▇{2,4}(?:代[书笔写]|执笔)/g;

/**
 * 署名 of an item, from the sealed text and the kinds of what was sealed; never `verified`.
 * A real name counts as named whether or not a contact is given: checking it is a person's work.
 */
export function signatureOf(
  text: string,
  sealed: Sealed,
  words: Words | null,
  source: ClueSource,
  lists: ListHits,
): Signature {
  const { informant } = sealed;
  if (source === 'self-report') return informant.length + sealed.accused.length > 0 ? 'named' : 'anonymous';
  const signed = distinct(sealed, words);
  const firms = signed.filter((value) => firm.test(value)).length;
  const scribes = text.match(scribe)?.length ?? 0;
  const names = Math.max(Math.min(1, signed.length - firms), signed.length - firms - scribes);
  // A paper that hands a matter over is the unit's own; only with a superior's the letter of somebody named is enclosed.
  const handedOver = source !== 'petition' && source !== 'media' && source !== 'other';
  if (handedOver && (names === 0 || source !== 'superior')) return 'unit';
  if (firms > 0 && names <= 1 && (names === 0 || spokesman.test(text) || !ownLabel.test(text))) return 'unit';
  const end = text.slice(-tail);
  if (names >= 2 && (listed(sealed, signed) || many.test(end) || signers(text) >= 2)) return 'joint';
  if (names >= 2) return 'named';
  if (names === 1) return many.test(end) || many.test(text.slice(0, headOfLetter)) ? 'joint' : 'named';
  // A line of which nothing is left may have held an address or a date.
  const maskedSigners =
    informant.length === 0 || informant.some((f) => f.kind === 'name') ? signers(text) : 0;
  if (maskedSigners >= 2) return 'joint';
  const crowd =
    lists.first('signature.anonymous') !== null ||
    /(?:村民|群众|职工|居民|住户|干部)们?\s/.test(`${text.slice(-40)}\n`);
  if (!crowd && informant.some((f) => f.kind === 'organisation' && signs(sealed.text, f))) return 'unit';
  if (maskedSigners === 1) return 'named';
  const together = lists
    .all('signature.joint')
    .some((c) => c.start < headOfLetter || c.start > text.length - tail);
  return together || many.test(end) ? 'joint' : 'anonymous';
}

/** Whoever only wrote the paper down: 值班：…, 接访人：…. */
const clerk = /(?:值班|接线|接访|接听|接待|记录|登记|审核|经办|受理|话务|承办)(?:人|员|者)?[：:\s]{0,2}$/;
/** A caller of whom only the surname is known has not given a name. */
const styleOnly = /^.{1,2}(?:先生|女士|小姐|师傅|大姐|大爷|阿姨)$/;
/** What is sealed with a label or a verb in it is no name that anybody signed with. */
const noName =
  /[人的了是写说称执]$|清楚$|核实$|函询$|执行$|^[敬顺即此恭][颂请祝]$|^[公台时文商钧勋道撰春夏秋冬近大][祺安绥]$/;

/**
 * Names with which somebody signed, without those that are a part of another (得胜 of 仉得胜), and, beside a name, without
 * words that were sealed with it: 包工头 米有才, 濮阳春 全家.
 */
function distinct({ text, informant }: Sealed, words: Words | null): string[] {
  const byClerk = (f: InformantField) =>
    f.spans.length > 0 && f.spans.every(({ start }) => clerk.test(text.slice(Math.max(0, start - 8), start)));
  const given = informant.filter((f) => f.kind === 'name' && !byClerk(f));
  const isWord = wordsIn(words);
  const ends = new Set(given.flatMap((f) => f.spans.map(({ end }) => end)));
  // 江城小|鱼儿99: what a name runs on into is no second one.
  const isRest = ({ start }: Span) => ends.has(start);
  const fields = given.filter(
    (f) => f.spans.length === 0 || !f.spans.every((span) => isWord(span) || isRest(span)),
  );
  const values = [
    ...new Set((fields.length > 0 ? fields : given).map((f) => f.value.replace(/\s/g, ''))),
  ].filter((value) => !styleOnly.test(value) && (firm.test(value) || !noName.test(value)));
  return values.filter((value) => !values.some((other) => other !== value && other.includes(value)));
}

/** Whether a span is just one word of the dictionary, and no name by its tag. */
function wordsIn(words: Words | null): (span: Span) => boolean {
  const ends = new Map<number, { end: number; tag: string }>();
  let at = 0;
  words?.lengths.forEach((length, i) => {
    ends.set(at, { end: at + length, tag: words.tags[i]! });
    at += length;
  });
  return ({ start, end }) => {
    const word = ends.get(start);
    return word?.end === end && end - start >= 2 && !/^(?:nr|nz|ns|x)/.test(word.tag);
  };
}

/** Two of the names stand side by side, as those who sign together write them. */
function listed({ text, informant }: Sealed, names: readonly string[]): boolean {
  const spans = informant
    .filter((f) => f.kind === 'name' && names.includes(f.value.replace(/\s/g, '')))
    .flatMap((f) => f.spans)
    .sort((a, b) => a.start - b.start);
  return spans.some(({ start }, i) => {
    if (i === 0 || start < spans[i - 1]!.end) return false;
    const gap = text.slice(spans[i - 1]!.end, start);
    return gap.length <= 60 && !/[。！？]/.test(gap) && gap.replace(besideNames, '').length <= 2;
  });
}

/** What stands between two names of a row, a table or a list of signatures. */
const besideNames =
  /[▇\s\d、，,；;：:.（）()和及与其等]|手印|指印|代表|签名|签章|(?:举报|反映|联系)人|户主|电话|老?职工|家属|[妻女夫子]/g;

/** The unit stands by itself on one of the last lines, or behind a label for it: it does not only employ the writer. */
function signs(text: string, field: InformantField): boolean {
  return field.spans.some(({ start, end }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const to = text.indexOf('\n', end);
    const line = text.slice(from, to < 0 ? text.length : to);
    const rest = line.replace(/▇|盖章|公章|印章|[(（）)\s:：\d年月日.]/g, '');
    return (
      /^(?:举报|反映|来信|申诉|投诉)单位$/.test(rest) || (start > text.length - tail && rest.length <= 4)
    );
  });
}

/** Masked names behind a signer's label or standing alone at the end of the letter. */
function signers(text: string): number {
  const labelled = text.match(
    /(?:举报人|检举人|控告人|反映人|申诉人|信访人|来访人|来电人|投诉人|建议人|署名|说明人|报告人|填报人|落款|签名)(?:姓名)?[（(]?[签章名字]{0,3}[）)]?[:：\t]?▇{2,4}(?:[、，,和及 ]▇{2,4})*/g,
  );
  if (labelled) {
    const most = Math.max(...labelled.map((l) => l.match(masked)?.length ?? 0));
    return Math.min(most, 2);
  }
  const alone = text
    .slice(-tail)
    .split('\n')
    .filter((line) => /^[▇、，,和及\t ]{2,30}(?:敬上|谨上|呈上)?$/.test(line));
  const count = alone.reduce((sum, line) => sum + (line.match(masked)?.length ?? 0), 0);
  return Math.min(count, 2);
}
