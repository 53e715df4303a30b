import { anyOf, type Lexicon } from '../../../lexicon/index.js';

/** The sections of the lexicon by which a list is read whose headings it does not know. */
export type ListLexicon = Pick<Lexicon, 'tables' | 'people' | 'petition'>;

/** What single cells of such a list say; headings and values without spaces. */
export interface Vocabulary {
  /** The heading says, as a whole, that the column names who brings the matters. */
  saysInformant(heading: string): boolean;
  /** The heading says, as a whole, that the column names whom the matters are about. */
  saysAccused(heading: string): boolean;
  /** The words are of a matter that is brought to an office. */
  isBrought(words: string): boolean;
  tellsWrong(value: string): boolean;
  /** One who writes a letter himself: its table is a part of it. */
  isLetter(written: string): boolean;
  isEvidence(words: string): boolean;
  /** 无, 匿名: what is written into a cell where there is nothing to write. */
  isNothing(value: string): boolean;
  /** The same with other words around it. */
  hasNothing(value: string): boolean;
  isOutcome(value: string): boolean;
  isChannel(value: string): boolean;
  /** 张春生: begins with a surname, and is no word of a heading. */
  isName(value: string): boolean;
  /** 李春华 of 李春华说他收钱: who tells the matter that begins with his name; null where nobody does. */
  tellerIn(matter: string): string | null;
  /** 反映县民防局局长高远收钱: begins with the telling, and goes on with somebody; 反映其收钱 does not. */
  reportsSomebody(matter: string): boolean;
  /** 建管站站长: a post in an office. */
  isOffice(value: string): boolean;
  /** 建管站站长尚可为 */
  isOfficer(value: string): boolean;
}

const built = new WeakMap<ListLexicon, Vocabulary>();

/** Made once of a lexicon. */
export function vocabularyOf(lexicon: ListLexicon): Vocabulary {
  const known = built.get(lexicon) ?? build(lexicon);
  built.set(lexicon, known);
  return known;
}

/** What may stand behind a word for a person where the heading still says nothing else. */
const asked = '(?:人员?|者|方|的|是谁|姓名|名字|名单|单位|部门|职务|及|和|与|或|、|/|情况|信息|基本)';

function build({ tables, people, petition }: ListLexicon): Vocabulary {
  const has = (words: readonly string[]) => {
    const any = new RegExp(anyOf(words), 'iu');
    return (written: string) => any.test(written);
  };
  const is = (words: readonly string[]) => {
    const whole = new RegExp(`^${anyOf(words.map((w) => w.replaceAll('_', '')))}${asked}*$`, 'iu');
    return (heading: string) => whole.test(heading.replace(/[（(【[][^（()）]*[)）\]】]$|[:：?？]$/u, ''));
  };
  const channels = new Set(Object.values(petition.channels).flatMap((channel) => channel?.named ?? []));
  const nothing = new Set(tables.nothing);
  const anonymous = petition.signature.anonymous ?? [];
  const surnames = new Set(people.surnames.join(''));
  const post = anyOf(people.posts);
  const notNames = new Set(people.notNames);
  const asking = /^[那几多怎有是]|^何[时人事处地日]|[谁啥哪么]|[人者名方的]$/u;
  const isName = (value: string) =>
    /^[\u3400-\u9fff·]{2,4}$/u.test(value) &&
    !asking.test(value) &&
    !notNames.has(value) &&
    (people.compoundSurnames.includes(value.slice(0, 2)) ||
      (surnames.has(value.charAt(0)) && value.length <= 3));
  const endsInPost = new RegExp(`${post}$`, 'u');
  const telling = new RegExp(`^([\\u3400-\\u9fff·]{2,4}?)${anyOf(tables.tellingVerbs)}`, 'u');
  return {
    saysInformant: is(tables.bringers),
    saysAccused: is(tables.accusing),
    isBrought: has(tables.bringing),
    tellsWrong: has(tables.wrongs),
    isLetter: has(tables.letters),
    isEvidence: has(tables.evidence),
    isNothing: (value) => nothing.has(value) || anonymous.includes(value),
    hasNothing: (value) => nothing.has(value) || anonymous.some((word) => value.includes(word)),
    isOutcome: pattern(`^${anyOf(tables.outcomes)}[\\u3400-\\u9fff]{0,10}$`),
    isChannel: (value) => channels.has(value),
    isName,
    reportsSomebody: pattern(`^${anyOf(tables.tellingVerbs)}(?![其该他她本])`),
    tellerIn: (matter) => {
      const name = telling.exec(matter)?.[1];
      return name !== undefined && isName(name) && !endsInPost.test(name) ? name : null;
    },
    isOffice: pattern(`^[\\u3400-\\u9fff]{0,18}${post}$`),
    isOfficer: pattern(`^[\\u3400-\\u9fff]{2,18}${post}[，,、：:（(]?[\\u3400-\\u9fff·]{2,4}[)）]?$`),
  };
}

function pattern(source: string): (value: string) => boolean {
  const whole = new RegExp(source, 'u');
  return (value) => whole.test(value);
}
