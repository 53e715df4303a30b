import { oneOf } from '../../../one-of.js';
import type { Witness } from '../../../weighing/index.js';
import type { Dictionary } from '../dictionary.js';
import { surnameRanks } from '../name-characters.js';
import type { WordMap } from '../word-map.js';
import type { Candidate, NameContext } from './context.js';

/** 匡什么林: whoever speaks has forgotten a character. */
const forgotten = /^(?:什么|啥)[\u3400-\u9fff](?![\u3400-\u9fff])/;
const masks = /^(?:某某|某[甲乙丙丁戊]|某|[×XxＸ*＊]{1,2}|[A-Z]某)/;
/** What may begin a mask: few places of a text do. */
const beginsMask = oneOf('某×XxＸ*＊A-Z');
/** What 王某 is no person before: 某人, 某县. */
const maskedThing = /^(?:人|个|些|种|天|日|年|月|地|项|村|县|市|局|公司|单位|小区|项目)/;
const callings =
  /^(?:婆婆|奶奶|爷爷|大[爷娘叔婶妈姐哥嫂伯]|阿[婆姨公伯]|伯伯|[叔婶嫂姨哥姐爷妈]|副[总局处县科队校院厂镇乡]|总|工|局|处|县|科|队|校|院|厂|镇|乡)/;
/** Words that are a post, but no title to call somebody by: 王干部. */
const noTitle = /^(?:干部|负责人|主要负责人|工作人员|班子成员|分管领导|委员|中介|法人|专家|业主|开发商)$/;

/** Forms of a person's name that are no full name, by its surname at `at`: 王某某, 王×, 王主任, 老王, 姓王的. */
export function partialsAt(
  text: string,
  at: number,
  surname: string,
  dictionary: Dictionary,
  map: WordMap,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, end: number, form: Candidate['form']) =>
    found.push({ start, end, surname, form, kind: 'known', score: 0 });
  const after = at + surname.length;
  if (beginsMask(text, after)) {
    const mask = masks.exec(text.slice(after, after + 4))?.[0];
    if (mask !== undefined && !/[A-Za-z]/.test(text.charAt(after + mask.length)))
      if (map.words[map.indexAt(at)]?.tag !== 'm') add(at, after + mask.length, 'masked');
  }
  const before = text.charAt(at - 1);
  const lost = before === '叫' ? forgotten.exec(text.slice(after, after + 4))?.[0] : undefined;
  if (lost !== undefined) add(at, after + lost.length, 'masked');
  if (before === '姓' && /[的叫]/.test(text.charAt(after)))
    add(at - 1, text.charAt(after) === '的' ? after + 1 : after, 'spoken');
  if (before === '老' || before === '小' || before === '阿') add(at - 1, after, 'familiar');
  const word = map.words[map.indexAt(at)];
  // 当时|化验员: the surname is the end of a word.
  if (word !== undefined && word.start < at && word.tag !== 'x' && !word.tag.startsWith('nr')) return found;
  const title = titleEnd(text, after, dictionary);
  if (title !== null) add(at, title, 'titled');
  return found;
}

/** End of a post or courtesy that directly follows a surname: 王|主任, 刘|老板, 陈|总. */
function titleEnd(text: string, at: number, dictionary: Dictionary): number | null {
  const start = text.charAt(at) === '副' ? at + 1 : at;
  const post = dictionary.posts.at(text, start);
  if (post !== null && !noTitle.test(text.slice(start, post.end))) return post.end;
  const courtesy = dictionary.courtesies.at(text, at);
  if (courtesy !== null && courtesy.end > at + 1) {
    return text.startsWith('等', at) || text.startsWith('本', at) || text.startsWith('之', at)
      ? null
      : courtesy.end;
  }
  const called = callings.exec(text.slice(at, at + 2))?.[0];
  return called === undefined ? null : at + called.length;
}

type Partial = Exclude<Candidate['form'], 'full'>;
/** Names of evidence, put together once. */
const names = Object.fromEntries(
  (['masked', 'titled', 'familiar', 'spoken'] as const).map((form) => [
    form,
    {
      everyday: `${form}-everyday`,
      common: `${form}-common`,
      signer: `${form}-signer`,
      named: `${form}-named`,
      repeats: `${form}-repeats`,
      whole: `${form}-whole-words`,
      word: `${form}-word=`,
      beginsWithin: `${form}-begins-within=`,
      endsWithin: `${form}-ends-within=`,
      surname: `${form}-surname=`,
      first: `${form}-first=`,
      last: `${form}-last=`,
    },
  ]),
) as Record<
  Partial,
  Record<
    | 'everyday'
    | 'common'
    | 'signer'
    | 'named'
    | 'repeats'
    | 'whole'
    | 'word'
    | 'beginsWithin'
    | 'endsWithin'
    | 'surname'
    | 'first'
    | 'last',
    string
  >
>;

/** What is seen of such a form by itself; `named` where the letter has a likely full name with its surname. */
export function seePartial(
  { start, end, surname, form }: Candidate,
  { text, map, dictionary, told }: NameContext,
  count: number,
  named: boolean,
  witness: Witness,
): void {
  if (form === 'full') return;
  const name = names[form];
  witness.see(form);
  const { nameCharacters } = dictionary;
  const unit = surname.charCodeAt(0);
  if (surname.length === 1 && nameCharacters.everyday[unit] === 1) {
    witness.see(name.everyday);
    witness.seeWord(name.surname, surname);
  } else if (nameCharacters.surname[unit] === surnameRanks.common) witness.see(name.common);
  else if (nameCharacters.surname[unit] === surnameRanks.signer && !told.has(surname))
    witness.see(name.signer);
  if (named) witness.see(name.named);
  if (count > 1) witness.see(name.repeats, Math.min(3, Math.log2(count)) / 3);
  const from = map.indexAt(start);
  const to = map.indexAt(end - 1);
  const first = map.words[from];
  const last = map.words[to];
  if (first === undefined || last === undefined) return;
  if (from === to && first.start === start && first.end === end) witness.seeWord(name.word, first.tag);
  else {
    if (first.start < start) witness.seeWord(name.beginsWithin, first.tag);
    else witness.seeWord(name.first, first.tag);
    if (last.end > end) witness.seeWord(name.endsWithin, last.tag);
    if (first.start === start && last.end === end) witness.see(name.whole);
  }
  if (form === 'familiar') witness.seeWord('familiar=', text.charAt(start));
  if (form === 'masked' && maskedThing.test(text.slice(end, end + 2))) witness.see('masked-thing');
  if (form !== 'titled') return;
  witness.seeWord('title=', text.slice(start + surname.length, end));
  if (map.startsAt(start + surname.length)) witness.see('titled-whole-title');
}
