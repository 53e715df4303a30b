import type { Mention } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import type { Candidate } from './forms.js';

/** What the scores of names are reckoned from. */
export interface NameContext {
  text: string;
  map: WordMap;
  dictionary: Dictionary;
  organisationEnds: ReadonlySet<number>;
  postStarts: ReadonlySet<number>;
  postEnds: ReadonlySet<number>;
  /** Units, places and numbers, inside which no name begins. */
  taken: readonly Mention[];
}

const han = /^[\u3400-\u9fff]+$/;
const leftMarks =
  /(?:那个|这个|可是|但是?|而是|就是|现在|后来|当时|因为|所以|让|逼|求|看到|听|据|人|受|遭|给|向|与|和|同|对|由|被|找|请|经|让|是|叫|及|找到|送给|对于|、|伙同|通过|勾结|串通|联系|认识|陪|替|为|以及|对象|和|问题人|说|：|:|;|；|，|,|\(|（|\t|\n|^)$/;
const rightMarks =
  /^(?:等|和|与|及|在|的|将|把|又|说|对|向|给|收|索|利用|为|从|是|以|于|就|也|都|称|让|要|便|即|到|还|会|没|上|下|从|\d|等|进|出|跑|带|来|去|发|做|办|开|叫|组织|授意|指使|表示|明|从不|至今|接|同|见|分管|主管|跟|代|同志|先生|女士|，|,|。|、|；|;|：|:|\(|（|\)|）|\t|\n|\s|身为|担任|任|任职|拿|送|找|曾|还|却|竟|不|因|由|被|违|擅|私|大笔|多次|先后|经常|一|其|负责|主持|指|安排|要求|涉嫌|系|夫妇|一家|本人|帮|与其|作为|明知|何许|呢|$)/;
/** 那枚章, 那台: a thing pointed at. */
const measured = /^那[枚批台个些种份张笔天次家座栋里边口]/;
const closes = /^(?:[，。；、,;（(\n\d]|$)/;
const weakLast = new Set([
  ...'和在将对等时系为后由说收拿送找请要即又曾给与从到经任负说与还却也都就便把被让向的是以于因及或至并同其所先多已未可能会上下中来去做办签批借贪挪私违擅利',
]);

/** How much speaks for the candidate being a person's full name; 3 is enough. */
export function scoreName(candidate: Candidate, context: NameContext, repeats: number): number {
  const { text, map, dictionary } = context;
  const { start, end, surname } = candidate;
  const name = text.slice(start, end);
  const given = name.slice(surname.length);
  const everyday = dictionary.notNames.at(text, start);
  const led = postEndsAt(start, context);
  // 镇长|殷实、: a word of everyday language, but with nothing else that the post's holder could be.
  const held = led && closes.test(text.slice(end));
  if (!han.test(name) || (everyday !== null && everyday.end >= end && !held) || /^(?:某|一$)/.test(given))
    return -9;
  if (/的|了|们|什么|怎|吗|呢/.test(given) || measured.test(name)) return -9;
  // 宁书记和庄某: the conjunction joins two who are named.
  if (
    surname === '和' &&
    dictionary.surnames.has(given.charAt(0)) &&
    han.test(text.charAt(start - 1)) &&
    !led
  )
    return -9;
  const alone = surname.length > 1 || led || closes.test(text.slice(end));
  let score = everyday === null ? 0 : alone ? -2 : -3.5;
  // 在康复科工作: a department is nobody.
  if (/[科股局室厅院]$/.test(name) && !led) score -= 3;
  for (const char of given) {
    score += dictionary.given.has(char) ? 0.6 : -0.4;
    if (dictionary.barred.has(char)) score -= 3;
  }
  if (given.length === 1 && /[其之为可以所能此]/.test(given)) score -= 3;
  if (given.startsWith('一')) score -= 1.5;
  if (surname.length > 1) score += 2.5;
  if (/^[了过着]/.test(text.slice(end)) && name.length > 2) score -= 2;
  if (dictionary.rareSurnames.has(surname)) score -= led ? 0.7 : 1.5;
  if (given.length === 2) score += 0.5;
  else if (goesOn(end, context)) score -= 1.3;
  // 满仓|和|工程股股长: the conjunction is no part of the name.
  if (/[和与及]$/.test(name) && given.length === 2 && joinsAnother(end, context)) score -= 4;
  // 柏松|开的公司: the verb belongs to what follows.
  if (name.endsWith('开') && given.length === 2 && /^[的了办设]/.test(text.slice(end))) score -= 5;
  if (weakLast.has(name.at(-1) ?? ''))
    score -= led && given.length === 2 ? 0.8 : given.length === 2 ? 2.2 : 2.5;
  score += wordScore(start, end, map, text);
  score += leftScore(start, context) + rightScore(end, context);
  // 工程科科长|经纬。 A word that nothing follows is the holder's name.
  const word = map.words[map.indexAt(start)];
  if (held && word?.start === start && word.end === end) score += everyday === null ? 2 : 3;
  return score + Math.min(2, (repeats - 1) * 0.7);
}

/** What stands on both sides of a name says of it. */
export const supportOf = ({ start, end }: Pick<Candidate, 'start' | 'end'>, context: NameContext): number =>
  leftScore(start, context) + rightScore(end, context);

const postEndsAt = (start: number, context: NameContext) => context.postEnds.has(start);

/** Behind 和 comes another post, unit or surname. */
function joinsAnother(end: number, { text, dictionary, postStarts, taken }: NameContext): boolean {
  if (postStarts.has(end) || taken.some((m) => m.start === end)) return true;
  return dictionary.surnames.has(text.charAt(end)) && !dictionary.given.has(text.charAt(end));
}

/** A single character that is common in names follows: 杨顺|发 is hardly 杨顺. */
function goesOn(end: number, { text, map, dictionary }: NameContext): boolean {
  const word = map.words[map.indexAt(end)];
  return (
    word?.start === end &&
    word.end === end + 1 &&
    dictionary.given.has(text.charAt(end)) &&
    !weakLast.has(text.charAt(end))
  );
}

function wordScore(start: number, end: number, map: WordMap, text: string): number {
  const first = map.words[map.indexAt(start)];
  const last = map.words[map.indexAt(end - 1)];
  if (first === undefined || last === undefined) return 0;
  if (first === last && first.start === start && first.end === end) {
    if (/^nr/.test(first.tag)) return 3;
    if (first.tag === 'x') return 1.8;
    return /^(?:ns|nz)$/.test(first.tag) ? -1 : end - start > 2 ? -2 : -3.5;
  }
  let score = 0;
  if (first.start < start) score -= first.tag === 'x' || /^nr/.test(first.tag) ? 1 : 3;
  if (last.end > end) score -= last.tag === 'x' || /^nr/.test(last.tag) ? 1 : 2.2;
  for (let i = map.indexAt(start); i <= map.indexAt(end - 1); i++) {
    const word = map.words[i];
    if (word === undefined || word.start < start || word.end > end) continue;
    const size = word.end - word.start;
    if (size === 1) score += /^(?:nr|ns|nz|zg|g|ng|x|n|a|b)/.test(word.tag) ? 0.5 : 0.2;
    else if (/^nr/.test(word.tag)) score += 1.2;
    else if (word.tag === 'x') score += 0.8;
    else if (/^(?:ns|nz)$/.test(word.tag) && size === 2) score += 0.3;
    else score -= /^(?:v|p|d|c|r|m|u)/.test(word.tag) || size > 2 ? 1 : 0.2;
  }
  void text;
  return score;
}

function leftScore(start: number, { text, dictionary, organisationEnds, postEnds }: NameContext): number {
  if (postEnds.has(start)) return 5.5;
  if (organisationEnds.has(start)) return 2;
  if (/(?:那个|这个|有个|的那位|的)$/.test(text.slice(Math.max(0, start - 3), start))) {
    const lead =
      /(?:那个|这个|有个|的那位|的)$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
    if (organisationEnds.has(start - lead)) return lead > 1 ? 3 : 1.5;
  }
  const before = text.slice(Math.max(0, start - 5), start);
  if (dictionary.relatives.before(text, start) !== null) return 3.2;
  if (/(?:公司|单位|厂|集团|企业|店|[局办院校站])的$/.test(before)) return 1.5;
  if (dictionary.reports.before(text, start) !== null) return 2.2;
  if (
    /(?:我叫|名叫|大名|真名|全名|本名|名字是|叫做|本人|姓名[:：]?\s?|人[:：]\s?|同志|老板|当事人|署名[:：]?)$/.test(
      before,
    )
  )
    return 3;
  return leftMarks.test(before) ? 0.8 : 0;
}

function rightScore(end: number, { text, dictionary, postStarts }: NameContext): number {
  if (postStarts.has(end)) return 2;
  // 贴票的某某，办公室主任; 某某（村会计）.
  if (/[，,（(]/.test(text.charAt(end)) && postStarts.has(end + 1)) return 2;
  if (/^(?:同志|先生|女士|小姐|夫妇|等人)/.test(text.slice(end, end + 2))) return 3;
  if (dictionary.acts.at(text, end) !== null || dictionary.gives.at(text, end) !== null) return 1.5;
  return rightMarks.test(text.slice(end, end + 3)) ? 0.8 : -0.6;
}
