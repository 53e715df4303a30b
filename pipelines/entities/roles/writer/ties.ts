import type { Span } from '../../../../domain/index.js';
import { tie } from '../../../family-words.js';
import type { Reading } from '../informant.js';

/** Somebody whom the writer says to be near to, and the word for how. */
interface Tie {
  /** Whom the tie is to. */
  name: Span;
  /** What tells who writes, with the 的 before it. */
  relation: Span;
  /** He is told of as holding a public post or as accused, and does not write. */
  isSpokenOf: boolean;
}

/** Up to the end of what is said of the writer, or to his own name. */
const tied = new RegExp(`(?:同志)?(?:家(?:里)?)?(${tie})(?=[，,。；;！!：:、（(\\s\u3400-\u9fff]|$)`, 'g');
/** 我是, 举报人：: where a word tells who writes. */
const said =
  /(?:我|俺|本人|鄙人|笔者|(?:(?<!被)(?:举报|反映|控告|检举|写信|来信|来访|来电|投诉)人|署名|落款))(?:就|也|真名)?(?:是|系|为|乃|[:：])[ \u3000]?[\u3400-\u9fff]{0,10}$/;
const lineHead = /\n[ \u3000]*$/;
/** What may stand behind a signature: the day and little else. */
const signedBelow = /^[ \u3000]*(?:\n[^。，]{0,20}){0,2}\s*$/;

/** Ties by which the writer tells who he is: 我是高远的前妻, 举报人：高远前妻. */
export function readTies({ text, names, fields }: Reading): Tie[] {
  const ties: Tie[] = [];
  const known = new Set(names.persons.map((p) => p.text));
  const starts = new Set(names.persons.map((p) => p.start));
  for (const match of text.matchAll(tied)) {
    // 高远前妻 may have been read as one name, but 高远 stands elsewhere too.
    const size = [4, 3, 2].find((length) => known.has(text.slice(match.index - length, match.index)));
    if (size === undefined) continue;
    const name = { start: match.index - size, end: match.index };
    const end = match.index + match[0].length;
    if (/[\u3400-\u9fff]/.test(text.charAt(end)) && !starts.has(end)) continue;
    const lead = text.slice(Math.max(0, name.start - 24), name.start);
    const signs = lineHead.test(lead) && text.length - end <= 60 && signedBelow.test(text.slice(end));
    if (!signs && !said.test(lead)) continue;
    ties.push({ name, relation: { start: end - match[1]!.length, end }, isSpokenOf: false });
  }
  const spokenOf = new Set<string>();
  const asked = new Set(ties.map(({ name }) => text.slice(name.start, name.end)));
  for (const person of names.persons) {
    if (!asked.has(person.text)) continue;
    const post = names.positions.some(
      (p) => p.kind === 'public' && (p.end === person.start || isBehind(text, person, p)),
    );
    const charged =
      fields.some((f) => f.kind === 'accused' && f.start <= person.start && person.end <= f.end) ||
      /(?:举报|反映|控告|检举|揭发|被举报人|被反映人)[:：]?$/.test(
        text.slice(Math.max(0, person.start - 6), person.start),
      );
    if (post || charged) spokenOf.add(person.text);
  }
  return ties.map((tie) => ({ ...tie, isSpokenOf: spokenOf.has(text.slice(tie.name.start, tie.name.end)) }));
}

/** 高远，县民防局局长: the post follows in the next clause. */
function isBehind(text: string, person: Span, post: Span): boolean {
  return (
    post.start >= person.end &&
    post.start - person.end <= 16 &&
    /^(?:同志)?[，,（(][\u3400-\u9fff]{0,14}$|^(?:任|时任|担任|是|系)[\u3400-\u9fff]{0,12}$/.test(
      text.slice(person.end, post.start),
    )
  );
}
