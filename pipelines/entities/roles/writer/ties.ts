import type { Span } from '../../../../domain/index.js';
import { isKin, relationWord } from '../../../family-words.js';
import { endingAt, firstFrom } from '../../names/index.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname, canBeName } from './name-at.js';

/** Somebody whom the writer says to be near to, and the word for how. */
export interface OwnTie {
  /** To whom, as the paper calls him elsewhere; null where it is 他. */
  name: string | null;
  person: Span;
  /** He with his unit and post before and behind the name. */
  styled: Span;
  /** That post is a public one. */
  inOffice: boolean;
  /** They are of one family. */
  isKin: boolean;
  /** What tells who writes, with the 的 before it. */
  relation: Span;
}

const speaker =
  '(?:[我俺咱]们?|本人|鄙人|笔者|(?<!被)(?:举报|反映|控告|检举|写信|来信|来访|来电|投诉)人|署名|落款)';
/** A relation up to the end of what is said of the writer, or to his own name. */
const related = new RegExp(
  `(?:同志)?(?:家(?:里)?)?(${relationWord})(?=[，,。；;！!：:、（(\\s\u3400-\u9fff]|$)`,
  'g',
);
/** 我是, 举报人：, 我老公是: where a word tells who writes, with what may stand before a name. */
const introduces = new RegExp(
  `${speaker}(?:家?${relationWord})?(?:就|也|真名)?(?:是|系|为|乃|[:：])[ \\u3000]?([\\u3400-\\u9fff]{0,20})$`,
);
/** 本人李梅，女，系: a clause of a sentence that the writer began with himself. */
const goesOn = new RegExp(
  `(?:^|[。；;！!？?\\n：:])[ \\u3000]*${speaker}((?:叫|名叫|姓|是|系)?)([^。；;！!？?\\n他她其]{0,40})[，,](?:现|也|就|曾|原)?((?:是|系|为|乃)?)([\\u3400-\\u9fff]{0,20})$`,
);
/** The sentence has turned from who writes to what he tells. */
const turned = /举报|反映|控告|检举|投诉|知道|发现|听|看|说|认识|得知|[给向被和与跟]/;
const oneOfHis = /(?:司机|驾驶员|秘书|保姆)$/;
const lineHead = /\n[ \u3000]*$/;
/** What may stand behind a signature: the day and little else. */
const signedBelow = /^[ \u3000]*(?:\n[^。，]{0,20}){0,2}\s*$/;
/** How far before a name its introduction may begin. */
const reach = 90;

/** Ties by which the writer tells who he is: 我是高远的前妻, 举报人：高远前妻. */
export function readOwnTies(reading: Reading): OwnTie[] {
  const { text, names } = reading;
  const ties: OwnTie[] = [];
  const personBefore = personsOf(reading);
  const starts = new Set(names.persons.map((p) => p.start));
  for (const match of text.matchAll(related)) {
    const near = personBefore(match.index);
    if (near === null) continue;
    const end = match.index + match[0].length;
    // 我是她的同事: of somebody who is not named only his family is known, and whom he has one of.
    if (near.name === null && !isKin(match[1]!) && !oneOfHis.test(match[1]!)) continue;
    const beforeName = /[\u3400-\u9fff]/.test(text.charAt(end));
    if (beforeName && !starts.has(end)) continue;
    const lead = text.slice(Math.max(0, near.person.start - reach), near.person.start);
    const signs = lineHead.test(lead) && text.length - end <= 60 && signedBelow.test(text.slice(end));
    const style = introduces.exec(lead)?.[1] ?? continued(reading, lead, beforeName);
    if (!signs && style === null) continue;
    const styled = { start: near.person.start - (style?.length ?? 0), end: match.index };
    const post = names.positions[firstFrom(names.positions, styled.start)];
    ties.push({
      ...near,
      styled,
      inOffice: post !== undefined && post.kind === 'public' && post.end <= styled.end,
      isKin: isKin(match[1]!),
      relation: { start: end - match[1]!.length, end },
    });
  }
  return ties;
}

/** What stands before a name in a clause that goes on to say who writes; null where it says something else. */
function continued(reading: Reading, lead: string, beforeName: boolean): string | null {
  const match = goesOn.exec(lead);
  if (match === null) return null;
  const [, verb, own = '', being, style = ''] = match;
  if (turned.test(own) || (beforeName && being === '')) return null;
  const first = own.split(/[，,]/)[0]!;
  const named = beginsWithSurname(first, 0, reading) > 0 && canBeName(first, reading.dictionary);
  return verb !== '' || first === '' || named ? style : null;
}

/** Whose name, with a title behind it (高远|局长), ends at a place, or 他. */
function personsOf({ text, names, dictionary }: Reading) {
  const called = new Map(names.persons.map((p) => [p.text, String(p.value)]));
  const sizes = [...new Set([...called.keys()].map((name) => name.length))].sort((a, b) => b - a);
  return (end: number): Pick<OwnTie, 'name' | 'person'> | null => {
    for (const until of new Set([end, dictionary.posts.before(text, end)?.start ?? end])) {
      // 高远前妻 may have been read as one name, but 高远 stands elsewhere too.
      const size = sizes.find((length) => called.has(text.slice(until - length, until)));
      if (size === undefined) continue;
      const person = { start: until - size, end: until };
      return { name: called.get(text.slice(person.start, person.end))!, person };
    }
    return /[他她]/.test(text.charAt(end - 1)) ? { name: null, person: { start: end - 1, end } } : null;
  };
}

const me = '(?:我|俺|本人|咱)们?';
const clauseEnd = '(?=[，,。；;！!）)\\s]|$)';
/** What stands behind whom it is said of: 是我前夫, （我前夫）, 和我是同学, 的亲弟弟就是我. */
const tiedToWriter = [
  `(?:(?:就|也|正|原|曾)?[是系为乃]|[，,（(])${me}家?(${relationWord})${clauseEnd}`,
  `[和跟与同]${me}(?:曾|原|也|还|都)?(?:经|来)?(?:是|系|为)(夫妻|${relationWord})${clauseEnd}`,
  `家?(${relationWord})(?:就|便|正|也)?(?:是|系)${me}${clauseEnd}`,
].map((form) => new RegExp(form, 'g'));
const somebody = /(?:[他她]|(?:此|该|这个|那个)人)$/;

/** Words for how an accused is near to the writer: 高远是我前夫, 高远（我前夫）, 他和我是同学. */
export function relationsToWriter({ text, names }: Reading, accused: ReadonlySet<string>): Span[] {
  return tiedToWriter.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      const person = endingAt(names.persons, match.index);
      const told =
        (person !== undefined && accused.has(String(person.value))) ||
        endingAt(names.positions, match.index)?.kind === 'public' ||
        somebody.test(text.slice(Math.max(0, match.index - 4), match.index));
      if (!told) return [];
      const start = match.index + match[0].indexOf(match[1]!);
      return [{ start, end: start + match[1]!.length }];
    }),
  );
}
