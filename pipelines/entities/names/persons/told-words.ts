import { oneOf } from '../../../one-of.js';
import { endingAt, startingAt } from '../mention-at.js';
import type { Candidate, NameContext } from './context.js';
import { closesAt } from './sides.js';
import { isFirm, type Slot } from './slots.js';

/** Misdeeds begin with these, and more often names end with them: 王小明|知不报. */
export const endsNames = oneOf('明知平');
const isFamily = (kind: Candidate['kind']) => kind === 'common' || kind === 'known' || kind === 'compound';
const joins = oneOf('、和与及');
/** How the segmenter calls what may be a word and a name at once; of verbs and their like a sentence goes on. */
const mayName = /^(?:n|a|x|s|z|g)/;
const isPlaceOrName = /^(?:nr|ns|nz)/;

/**
 * A word of everyday language behind somebody's post is a name where the sentence leaves it nothing else to be: beside
 * another's name (所长童话、会计|寓言|，), or where it does what somebody does (镇长|安宁|知情不管).
 *
 * @param atLeast log-odds of such a word; more where others that begin there are likely, too
 */
export function tellWords(
  candidates: readonly Candidate[],
  context: NameContext,
  slots: ReadonlyMap<number, Slot>,
  atLeast: number,
): void {
  const { text, map, dictionary } = context;
  const ends = new Set(candidates.flatMap((c) => (c.form === 'full' && c.score > 0 ? [c.end] : [])));
  const highest = new Map<number, number>();
  for (const { start, score } of candidates)
    highest.set(start, Math.max(score, highest.get(start) ?? Number.NEGATIVE_INFINITY));
  for (const candidate of candidates) {
    const { start, end, form } = candidate;
    const slot = slots.get(start);
    if (form !== 'full' || !isFirm(slot) || slot === 'named') continue;
    const word = map.words[map.indexAt(start)];
    // 副局长|高远|强占了: a family's name and a character before a misdeed.
    const family = isFamily(candidate.kind) && dictionary.misdeeds.at(text, end) !== null;
    if (family && !endsNames(text, end)) candidate.score = Math.max(candidate.score, atLeast);
    if (word?.start !== start || word.end !== end || !mayName.test(word.tag)) continue;
    if (dictionary.notBehindPosts.has(text.slice(start, end))) continue;
    if (dictionary.relatives.at(text, start) !== null || dictionary.departments.at(text, start) !== null)
      continue;
    const acts =
      (word.tag !== 'x' && dictionary.misdeeds.at(text, end) !== null) ||
      (isPlaceOrName.test(word.tag) && dictionary.acts.at(text, end) !== null);
    if (!acts && !standsInRow(candidate, context, ends)) continue;
    candidate.score = Math.max(atLeast, highest.get(start)! + 1);
    ends.add(end);
  }
}

/** Behind another's name, 和 and a post, or before 和 and another's post or unit. */
function standsInRow({ start, end }: Candidate, context: NameContext, ends: ReadonlySet<number>): boolean {
  const { text, dictionary, posts, organisations } = context;
  const goesOn = joins(text, end) && startsHolding(context, end + 1);
  if (goesOn) return true;
  if (!closesAt(text, end) && !/^[两二三四五几]人|^等人/.test(text.slice(end, end + 2))) return false;
  let at = endingAt(posts, start)?.start ?? start;
  at = dictionary.tense.before(text, at)?.start ?? at;
  at = endingAt(organisations, at)?.start ?? at;
  return at < start && joins(text, at - 1) && ends.has(at - 1);
}

const startsHolding = ({ posts, organisations }: NameContext, at: number): boolean =>
  startingAt(posts, at) !== undefined || startingAt(organisations, at) !== undefined;
