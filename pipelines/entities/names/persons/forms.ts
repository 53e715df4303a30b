import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import type { Candidate } from './context.js';

const hanChar = /[\u3400-\u9fff\u{20000}-\u{2ffff}]/u;
const masked = /^(?:某某|某[甲乙丙丁戊]|某|[×XxＸ*＊]{1,2}|[A-Z]某)/;

/** Surnames that before a post are as a rule no surname: 由|秘书长, 经|副主任, 原|主任. */
const functionWord = /[由经原查从来到向在都和全应代时任常空相后成自管关解通被连使]/;

/** Forms of a person's name that are no full name: 王某某, 王×, 王主任, 老王, 姓王的. */
export function partialAt(
  text: string,
  at: number,
  surname: string,
  dictionary: Dictionary,
  map: WordMap,
): Candidate | null {
  const after = at + surname.length;
  const rare = dictionary.rareSurnames.has(surname);
  const mask = masked.exec(text.slice(after, after + 4))?.[0];
  if (
    mask !== undefined &&
    !/[A-Za-z]/.test(text.charAt(after + mask.length)) &&
    map.words[map.indexAt(at)]?.tag !== 'm'
  ) {
    const follows = text.slice(after + mask.length, after + mask.length + 2);
    if (
      mask === '某' &&
      /^(?:人|个|些|种|天|日|年|月|地|项|村|县|市|局|公司|单位|小区|项目)/.test(follows) &&
      rare
    )
      return null;
    return {
      start: at,
      end: after + mask.length,
      surname,
      form: 'masked',
      kind: 'known',
      score: rare ? 1 : 4,
    };
  }
  const before = text.slice(Math.max(0, at - 2), at);
  if (before.endsWith('姓') && /^[的叫]/.test(text.slice(after))) {
    const end = text.charAt(after) === '的' ? after + 1 : after;
    return { start: at - 1, end, surname, form: 'spoken', kind: 'known', score: 2.5 };
  }
  const familiar =
    /[老小]$/.test(before) && !/(?:大|中|幼|变|缩|最|弱|狭|细|渺|从|到|多|古)[老小]$/.test(before);
  const word = map.words[map.indexAt(at - 1)];
  if (
    familiar &&
    word !== undefined &&
    (word.end === after || word.end === at) &&
    /^(?:$|[^\u4e00-\u9fa5]|[在的说和把给向是与找都也就又]|等人)/.test(text.slice(after, after + 2))
  ) {
    if (!rare || word.tag === 'nr')
      return {
        start: at - 1,
        end: after,
        surname,
        form: 'familiar',
        kind: 'known',
        score: word.tag === 'nr' ? 2.5 : 1,
      };
  }
  if (rare && !map.startsAt(at)) return null;
  const title = titleEnd(text, after, dictionary);
  if (title !== null && map.startsAt(at) && map.startsAt(title) && !isPrefixWord(text, at, after, map)) {
    const previous = text.charAt(at - 1);
    if (hanChar.test(previous) && rare && !/[，。、:：的向给找和与对请被由]/.test(previous)) return null;
    // 县人防办的|皮主任, “|于主任”: between a mark and the words behind it nothing else can be meant.
    const set = !functionWord.test(surname) && (at === 0 || /[，。；、:：“"（(\s的叫]/.test(previous));
    return {
      start: at,
      end: title,
      surname,
      form: 'titled',
      kind: 'known',
      score: rare ? (set ? 1 : 0) : 2.5,
    };
  }
  return null;
}

/** End of a post or courtesy that directly follows a surname: 王|主任, 刘|老板, 陈|总. */
function titleEnd(text: string, at: number, dictionary: Dictionary): number | null {
  const start = text.charAt(at) === '副' ? at + 1 : at;
  const post = dictionary.posts.at(text, start);
  if (
    post !== null &&
    !/^(?:干部|负责人|主要负责人|工作人员|班子成员|分管领导|委员|中介|法人|专家|业主|开发商)$/.test(
      text.slice(start, post.end),
    )
  )
    return post.end;
  const called =
    /^(?:同志|先生|女士|小姐|师傅|老师|总(?![共计的额是体之经工会数])|工(?=[，。、,的说])|局(?=[，。、,的说])|处(?=[，。、,的说])|县(?=[，。、,的说])|哥|姐(?!夫|妹))/.exec(
      text.slice(at, at + 3),
    )?.[0];
  return called === undefined ? null : at + called.length;
}

/** The surname is the end of a longer word (高|总 in 最高总额). */
function isPrefixWord(text: string, at: number, after: number, map: WordMap): boolean {
  const word = map.words[map.indexAt(at)];
  return word !== undefined && word.start < at && text.slice(word.start, after).length > 1;
}
