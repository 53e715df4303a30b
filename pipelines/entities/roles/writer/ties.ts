import type { Span } from '../../../../domain/index.js';
import { relationWord } from '../../../family-words.js';
import { firstFrom } from '../../names/index.js';
import type { Reading } from '../informant.js';

/** Somebody whom the writer says to be near to, and the word for how. */
export interface OwnTie {
  /** To whom, as the paper calls him elsewhere. */
  name: string;
  person: Span;
  /** He with his unit and post before and behind the name. */
  styled: Span;
  /** That post is a public one. */
  inOffice: boolean;
  /** What tells who writes, with the 的 before it. */
  relation: Span;
}

/** A relation up to the end of what is said of the writer, or to his own name. */
const related = new RegExp(
  `(?:同志)?(?:家(?:里)?)?(${relationWord})(?=[，,。；;！!：:、（(\\s\u3400-\u9fff]|$)`,
  'g',
);
/** 我是, 举报人：: where a word tells who writes, with what may stand before a name. */
const introduces =
  /(?:我|俺|本人|鄙人|笔者|(?:(?<!被)(?:举报|反映|控告|检举|写信|来信|来访|来电|投诉)人|署名|落款))(?:就|也|真名)?(?:是|系|为|乃|[:：])[ \u3000]?([\u3400-\u9fff]{0,20})$/;
const lineHead = /\n[ \u3000]*$/;
/** What may stand behind a signature: the day and little else. */
const signedBelow = /^[ \u3000]*(?:\n[^。，]{0,20}){0,2}\s*$/;

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
    if (/[\u3400-\u9fff]/.test(text.charAt(end)) && !starts.has(end)) continue;
    const lead = text.slice(Math.max(0, near.person.start - 40), near.person.start);
    const signs = lineHead.test(lead) && text.length - end <= 60 && signedBelow.test(text.slice(end));
    const style = introduces.exec(lead)?.[1];
    if (!signs && style === undefined) continue;
    const styled = { start: near.person.start - (style?.length ?? 0), end: match.index };
    const post = names.positions[firstFrom(names.positions, styled.start)];
    ties.push({
      ...near,
      styled,
      inOffice: post !== undefined && post.kind === 'public' && post.end <= styled.end,
      relation: { start: end - match[1]!.length, end },
    });
  }
  return ties;
}

/** Whose name, with a title behind it (高远|局长), ends at a place. */
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
    return null;
  };
}
