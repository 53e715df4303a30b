import { oneOf } from '../../../one-of.js';
import type { Witness } from '../../../weighing/index.js';
import { startingAt } from '../mention-at.js';
import { surnameRanks, unseen } from '../name-characters.js';
import type { WordMap } from '../word-map.js';
import type { Candidate, NameContext } from './context.js';
import type { Letter } from './letter.js';
import { closesAt, opensAt } from './sides.js';
import { isFirm, type Slot } from './slots.js';

/** `given:3` and the like, put together once. */
const gradeNames = (kind: string): ReadonlyMap<number, string> =>
  new Map([unseen, -4, -3, -2, -1, 0, 1, 2, 3, 4].map((g) => [g, `${kind}:${g === unseen ? 'unseen' : g}`]));
const onlyGiven = gradeNames('only-given');
const firstGiven = gradeNames('first-given');
const lastGiven = gradeNames('last-given');
const nextGrades = gradeNames('goes-on');

/** Characters that mostly do a sentence's work, though a few end names: 戴胜|于2022年, 许静|管入院. */
const isWorking = oneOf(
  '于曾到开管叫系对由以来在将已被把给向从说是有也就都又才还让要去做办拿收签二三两一个不没自时任经会当为与和跟因再仍只却竟使能可请找帮替',
);

/** 隋广|和，: what a mark follows leads to nothing, and is of the name. */
const doesWork = (text: string, at: number): boolean => isWorking(text, at) && !closesAt(text, at + 1);

/** What a hamlet that is called by a family ends with: 王家|庄, 李家|湾. */
const endsHamlet = oneOf('庄湾塘坡坪坝岭沟冲坳垭岗洼沱坑桥堡渡河滩堰村屯寨院店集');

/** What is seen of a candidate by itself and by both its sides at once. */
export function seeOwn(
  candidate: Candidate,
  context: NameContext,
  slots: ReadonlyMap<number, Slot>,
  witness: Witness,
): void {
  const { text, dictionary, map } = context;
  const { start, end, kind, surname } = candidate;
  const slot = slots.get(start);
  witness.see(kind);
  // 镇长|殷实: where a name must stand a word of everyday language is one, whatever its characters.
  const word = map.words[map.indexAt(start)];
  const firm = isFirm(slot);
  const held = firm && word?.start === start && word.end === end;
  const personal = kind === 'parts' || kind === 'foreign';
  if (personal) seeForeign(candidate, context, witness);
  else {
    const given = end - start - surname.length;
    witness.see(given === 1 ? 'one-given' : 'two-given');
    if (kind === 'everyday' || kind === 'common' || kind === 'known') witness.seeWord('surname=', surname);
    if (context.told.has(surname)) witness.see('surname-told');
    if (given === 2 && doesWork(text, end - 1)) witness.see('last-does-work');
    if (doesWork(text, end)) witness.see(given === 1 ? 'short-before-work' : 'before-work');
    seeGiven(candidate, given, context, held, witness);
  }
  const everyday = dictionary.notNames.at(text, start);
  if (everyday !== null && !held)
    witness.see(everyday.end >= end ? 'in-everyday-word' : 'begins-with-everyday-word');
  seeWords(candidate, personal, context, witness);
  const closed = closesAt(text, end);
  const opened = opensAt(text, start);
  if (closed && opened) witness.see('alone');
  if (closed && slot !== undefined) {
    witness.see('closed-slot');
    if (firm) witness.see('held');
    if (everyday !== null && everyday.end >= end) witness.see('held-everyday-word');
  }
  if (firm) {
    witness.seeWord('in-slot=', kind);
    if (slot === 'behind-held-post') witness.seeWord('held-post=', kind);
    if (held) witness.see(closed ? 'held-word' : 'slot-word');
    if (everyday !== null && everyday.end === end) witness.see('slot-everyday-word');
  }
  if (context.placeAt[start] === 1) {
    const place = startingAt(context.places, start);
    witness.see(
      place === undefined
        ? 'within-place'
        : place.end !== end
          ? 'begins-place'
          : place.confidence > 0.8
            ? 'is-sure-place'
            : 'is-place',
    );
  }
}

function seeGiven(
  { start, end, surname }: Candidate,
  given: number,
  context: NameContext,
  held: boolean,
  witness: Witness,
): void {
  const { text, dictionary, map } = context;
  const { posts, acts } = dictionary;
  const { grade, surname: ranks } = dictionary.nameCharacters;
  const last = text.charCodeAt(end - 1);
  if (given === 1) {
    // 杨顺|发: a character that is common in names follows; 杨顺|任局长: one that goes on with the sentence.
    const next = text.charCodeAt(end);
    witness.seeWord('short-before=', text.charAt(end));
    const word = map.words[map.indexAt(end)];
    if (next >= 0x3400 && next <= 0x9fff && posts.at(text, end) === null) {
      witness.see(nextGrades.get(grade[next]!)!);
      if (word?.start === end && word.end === end + 1 && grade[next]! > 0) witness.see('goes-on-alone');
      const actBehindNext = acts.at(text, end) === null && acts.at(text, end + 1) !== null;
      if (actBehindNext) witness.see('act-behind-next');
      if (isGuess(word, end)) witness.see(actBehindNext ? 'guess-behind-holds-act' : 'guess-behind');
    }
  } else {
    if (doesWork(text, end - 1)) seeWorkingEnd(end, context, witness);
    // 经|孟小签字: the rest begins with a surname that more people bear.
    const first = ranks[text.charCodeAt(start)]!;
    if (first < surnameRanks.common && ranks[text.charCodeAt(start + 1)] === surnameRanks.common)
      witness.see('surname-within');
    // 杨顺|发多报: what the segmenter took for a word is the name's last character and an act.
    const word = map.words[map.indexAt(end - 1)];
    if (word !== undefined && word.end > end && isGuess(word, end - 1))
      witness.see(acts.at(text, end) !== null ? 'parts-guess-before-act' : 'parts-guess');
  }
  if (held) return;
  if (given === 1) witness.see(onlyGiven.get(grade[last]!)!);
  else {
    const first = text.charCodeAt(start + surname.length);
    witness.see(firstGiven.get(grade[first]!)!);
    witness.see(lastGiven.get(grade[last]!)!);
    if (grade[first]! <= 0) witness.seeWord('first=', text.charAt(start + surname.length));
    if (first === last) witness.see('doubled');
    if (text.charAt(start + surname.length) === '家' && endsHamlet(text, end - 1))
      witness.see('family-hamlet');
    if (posts.at(text, start + surname.length)?.end === end) witness.see('title-for-given');
  }
  if (grade[last]! <= 2) witness.seeWord(given === 1 ? 'only=' : 'last=', text.charAt(end - 1));
}

/** 杨秋|任|清江县, 何卫|自|2015年: what the last character, which does a sentence's work, would lead to. */
function seeWorkingEnd(
  end: number,
  { text, map, organisations, places, posts }: NameContext,
  witness: Witness,
) {
  const held = [organisations, places, posts].some((all) => startingAt(all, end) !== undefined);
  if (held) witness.see('works-for-held');
  const word = map.words[map.indexAt(end)];
  if (end < text.length && word?.start === end) witness.seeWord('works-for=', word.tag);
  witness.seeWord('works=', text.charAt(end - 1));
}

/** A word of several characters that begins at the place, and of which the segmenter knows no kind: it has put it together. */
const isGuess = (word: WordMap['words'][number] | undefined, at: number): boolean =>
  word !== undefined && word.tag === 'x' && word.start === at && word.end - at > 1;

function seeForeign(
  { start, end, kind }: Candidate,
  { text, dictionary: { nameCharacters, nameParts } }: NameContext,
  witness: Witness,
): void {
  if (kind === 'parts') {
    const first = nameParts.at(text, start);
    if (first === null) witness.see('surname-and-part');
    else if (first.end === end) witness.see('one-part');
    else witness.see(nameParts.at(text, first.end) === null ? 'part-and-more' : 'several-parts');
    return;
  }
  let sum = 0;
  for (let at = start; at < end; at++) sum += nameCharacters.foreign[text.charCodeAt(at)]!;
  witness.see('foreign-characters', sum / (end - start) / 4);
  witness.see(end - start > 4 ? 'long-foreign' : end - start > 3 ? 'foreign-of-four' : 'foreign-of-three');
}

const wordOfKind: Readonly<Record<Candidate['kind'], string>> = {
  compound: 'compound=',
  common: 'common=',
  known: 'known=',
  everyday: 'everyday=',
  signer: 'signer=',
  unlisted: 'unlisted=',
  parts: 'parts=',
  dotted: 'dotted=',
  foreign: 'foreign=',
};

/** How the segmenter cut it. */
function seeWords(
  candidate: Candidate,
  personal: boolean,
  { text, map, dictionary }: NameContext,
  witness: Witness,
): void {
  const { start, end, kind } = candidate;
  const from = map.indexAt(start);
  const to = map.indexAt(end - 1);
  const first = map.words[from];
  const last = map.words[to];
  if (first === undefined || last === undefined) return;
  if (!personal) {
    const shape = shapeOf(candidate, first, last);
    witness.seeWord('shape=', shape);
    witness.seeWord('shape-grades=', shape + gradesOf(candidate, text, dictionary.nameCharacters.grade));
  }
  if (from === to && first.start === start && first.end === end) {
    witness.seeWord(personal ? 'foreign-word=' : end - start > 2 ? 'long-word=' : 'word=', first.tag);
    witness.seeWord(wordOfKind[kind], first.tag);
    return;
  }
  if (first.start < start) witness.seeWord('begins-within=', first.tag);
  // 由|金德一手操办: the segmenter takes the word before a name for its surname.
  if (first.tag === 'x' && first.start === start - 1)
    witness.seeWord('guess-led-by=', text.charAt(start - 1));
  if (last.end > end) witness.seeWord('ends-within=', last.tag);
  if (first.start === start && last.end === end) witness.see('whole-words');
  for (let i = from; i <= to; i++) {
    const word = map.words[i]!;
    if (word.start < start || word.end > end) continue;
    witness.seeWord(
      word.end - word.start > 1
        ? word.start === start
          ? 'first-part='
          : 'last-part='
        : word.start === start
          ? 'first-character='
          : word.end === end
            ? 'last-character='
            : 'middle-character=',
      word.tag,
    );
  }
}

/** What the rest of the letter says of the candidate. */
export function seeLetter(candidate: Candidate, letter: Letter, witness: Witness): void {
  const { count, longerAlways, ledAlways, neverAlone } = letter.standing(candidate);
  if (count > 1) witness.see('repeats', Math.min(3, Math.log2(count)) / 3);
  if (longerAlways) witness.see('always-longer');
  if (ledAlways) witness.see('always-led');
  if (neverAlone) witness.see('never-alone');
  if (candidate.kind !== 'foreign' && letter.isCalled(candidate.surname)) witness.see('surname-called');
}

const kindLetters: Readonly<Record<Candidate['kind'], string>> = {
  compound: 'k',
  common: 'c',
  known: 'b',
  everyday: 'e',
  signer: 'u',
  unlisted: 'u',
  parts: 'u',
  dotted: 'u',
  foreign: 'u',
};

/**
 * Surname, length and borders of words at once: a common surname and one character that the segmenter put together
 * (李超|一个人) are a name more surely than each by itself tells.
 */
function shapeOf(
  { start, end, surname, kind }: Candidate,
  first: WordMap['words'][number],
  last: WordMap['words'][number],
): string {
  const begins = first.start === start ? 's' : '-';
  const ends = last.end === end ? 'e' : '-';
  const tags = first === last ? tagLetter(first.tag) : tagLetter(first.tag) + tagLetter(last.tag);
  return kindLetters[kind] + (end - start - surname.length) + begins + tags + ends;
}

const tagLetter = (tag: string): string => (tag === 'x' ? 'x' : tag.startsWith('nr') ? 'r' : 'o');

/** How usual its given characters are, in four steps each. */
function gradesOf({ start, end, surname }: Candidate, text: string, grade: Int8Array): string {
  let grades = '';
  for (let at = start + surname.length; at < end; at++) {
    const own = grade[text.charCodeAt(at)]!;
    grades += own >= 3 ? '2' : own >= 1 ? '1' : own >= -1 ? '0' : '-';
  }
  return grades;
}
