import { oneOf } from '../../../one-of.js';
import { endingAt, startingAt } from '../mention-at.js';
import type { Candidate, NameContext } from './context.js';
import { closesAt } from './sides.js';
import { isFirm, type Slot } from './slots.js';

const isFamily = (kind: Candidate['kind']) => kind === 'common' || kind === 'known' || kind === 'compound';
const joins = oneOf('、和与及');
/** How the segmenter calls what may be a word and a name at once; of verbs and their like a sentence goes on. */
const mayName = /^(?:n|a|x|s|z|g)/;
/** As `mayName`, but no place, people or unit: 蒙古族. */
const isThing = /^(?:n(?![szt])|a|x|s|z|g)/;
const isPlaceOrName = /^(?:nr|ns|nz)/;

/**
 * A word of everyday language is a name where the sentence leaves it nothing else to be: behind somebody's post beside
 * another's name (所长童话、会计|寓言|，), or where it does what somebody does there (镇长|安宁|知情不管), and where what
 * is told of it is somebody's unit and post (去找|磨炼|，县人防办科长).
 *
 * @param atLeast log-odds of such a word; more where others that begin there are likely, too
 * @returns the words of which a unit and post is told
 */
export function tellWords(
  candidates: readonly Candidate[],
  context: NameContext,
  slots: ReadonlyMap<number, Slot>,
  atLeast: number,
): Candidate[] {
  const { text, map, dictionary } = context;
  const explained: Candidate[] = [];
  const ends = new Set(candidates.flatMap((c) => (c.form === 'full' && c.score > 0 ? [c.end] : [])));
  const highest = new Map<number, number>();
  for (const { start, score } of candidates)
    highest.set(start, Math.max(score, highest.get(start) ?? Number.NEGATIVE_INFINITY));
  for (const candidate of candidates) {
    const { start, end, form } = candidate;
    const slot = slots.get(start);
    if (form !== 'full') continue;
    const word = map.words[map.indexAt(start)];
    if (word?.start === start && word.end === end && !ends.has(end) && isExplained(candidate, context)) {
      candidate.score = Math.max(atLeast, highest.get(start)! + 1);
      ends.add(end);
      explained.push(candidate);
      continue;
    }
    if (!isFirm(slot) || slot === 'named') continue;
    // 副局长|高远|强占了: a family's name and a character before a misdeed.
    // 纪检组长|江河|，明知不报: a surname that is a word too, where a mark ends the name before the misdeed.
    const parted =
      candidate.kind === 'everyday' &&
      isComma(text, end) &&
      dictionary.misdeeds.at(text, end + 1) !== null &&
      !dictionary.notBehindPosts.has(text.slice(start, end)) &&
      (word?.start !== start || word.end !== end || mayName.test(word.tag));
    if (parted) candidate.score = Math.max(candidate.score, atLeast);
    const family = isFamily(candidate.kind) && dictionary.misdeeds.at(text, end) !== null;
    if (family && !dictionary.namesInMisdeeds.has(text.charAt(end)))
      candidate.score = Math.max(candidate.score, atLeast);
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
  return explained;
}

/** 去找|磨炼|，县人防办审批科科长。; |时间|是区国动办的副科长；: a clause of nothing but a unit and a post tells who that is. */
function isExplained({ start, end }: Candidate, context: NameContext): boolean {
  const { text, dictionary, posts, organisations, map } = context;
  const lead = explaining.exec(text.slice(end, end + 4));
  if (lead === null) return false;
  // 哈森，高中，县人防办科员: between commas stands what is told of whoever was named before.
  if (isComma(text, start - 1) && isComma(text, end)) return false;
  const unit = startingAt(organisations, end + lead[0].length);
  const post = unit && startingAt(posts, unit.end + (text.charAt(unit.end) === '的' ? 1 : 0));
  if (!post || !closesAt(text, post.end)) return false;
  const word = text.slice(start, end);
  const before = map.words[map.indexAt(start - 1)];
  return (
    !(before?.end === start && counts.test(before.tag)) &&
    dictionary.surnames.has(text.charAt(start)) &&
    (isThing.test(map.words[map.indexAt(start)]!.tag) || dictionary.receives.before(text, start) !== null) &&
    !dictionary.notBehindPosts.has(word) &&
    dictionary.collectives.at(word, 0) === null &&
    dictionary.posts.before(word, word.length) === null &&
    dictionary.relatives.at(text, start) === null &&
    dictionary.departments.at(text, start) === null
  );
}

/** 那|时候|是县人防办的主任: behind what points or counts no name stands. */
const counts = /^[rmq]/;
const isComma = oneOf('，,、');
const explaining = /^(?:[，,（(](?:[他她])?(?:就?是|系|时任|现任|原任|原)?|就?是|系)/;

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
