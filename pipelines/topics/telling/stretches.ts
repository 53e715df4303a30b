import type { Sealed, Span } from '../../../domain/index.js';
import type { Reading } from '../layout.js';
import { announcing, kin, opening, pointsBack } from './openings.js';
import { type Subject, subjectsOf } from './subjects.js';
import type { SummaryFacts } from './summary.js';
import { isLabel, isNumber, tellableOf } from './tellable.js';

/** Characters of one stretch: a sentence that is longer is told around what proves most. */
const longest = 90;
/** Stretches that a summary tells, and how much the others must tell of what the best one does. */
const mostStretches = 3;
const leastShare = 0.5;
/** What it is worth that a sentence is told from its beginning, and to its end. */
const toldWhole = 0.5;
/** Mentions looked at: a table of hundreds of sums says nothing in a summary. */
const mentionsUsed = 200;

/** Clauses that follow each other in one sentence. */
interface Stretch {
  first: number;
  sentence: number;
  weight: number;
  words: string;
  subject: Subject;
}

/**
 * What the letter says of its matter in its own words: whole sentences, or the part of a long one around what proves
 * a topic or offence, by how much they prove and whether they tell a sum, a time and who; in the letter's order. None
 * whose subject is not clear: what another did would be read as the accused's.
 *
 * @param label what leads the summary and is not said again
 * @param room characters
 * @returns '' where nothing can be told
 */
export function chooseStretches(facts: SummaryFacts, label: string, room: number): string {
  const found = stretchesOf(facts, label, Math.min(longest, room)).sort(
    (a, b) => b.weight - a.weight || a.first - b.first,
  );
  const chosen: Stretch[] = [];
  let used = 0;
  const take = (mayTake: (stretch: Stretch) => boolean) => {
    const best = found.find(mayTake)?.weight ?? 0;
    for (const stretch of found) {
      const again = chosen.some((c) => c.words.includes(stretch.words) || stretch.words.includes(c.words));
      const isSlight = stretch.weight < leastShare * best;
      if (again || isSlight || used + stretch.words.length + 1 > room || chosen.length === mostStretches)
        continue;
      if (!mayTake(stretch)) continue;
      chosen.push(stretch);
      used += stretch.words.length + 1;
    }
  };
  // 那一层是人防: what points back tells nothing without the sentence before it.
  take(({ words }) => !pointsBack.test(words));
  take(({ sentence }) => chosen.some((c) => c.sentence === sentence - 1));
  if (chosen.length === 0) take(() => true);
  return joined(
    chosen.sort((a, b) => a.first - b.first),
    facts.sealed,
    label,
  );
}

/** The stretches one behind the other, each with its subject where the one before has another. */
function joined(stretches: readonly Stretch[], { accused }: Sealed, label: string): string {
  const leading = accused.length === 1 ? (accused[0]!.name ?? '') : null;
  let last = leading;
  const told = stretches.map(({ words, subject }) => {
    const [name, rest] = spoken(words, subject, accused, label);
    const isSame = name !== null && (name === last || (name === '' && last === leading));
    last = name === '' ? leading : name;
    return name === null ? words : isSame ? rest : `${name}${rest}`;
  });
  return told.join('；');
}

/** Whom of the accused a stretch is about, and what it says of him; null where it has a subject of its own. */
function spoken(
  words: string,
  subject: Subject,
  accused: Sealed['accused'],
  label: string,
): [string | null, string] {
  if (subject.kind === 'accused')
    return [subject.name, words.startsWith(subject.pronoun) ? words.slice(subject.pronoun.length) : words];
  const style = label.replace(/等人$/, '');
  for (const { organisation, position, name } of accused)
    for (const said of [
      style,
      `${organisation ?? ''}${position ?? ''}${name ?? ''}`,
      `${position ?? ''}${name ?? ''}`,
      name ?? '',
    ]) {
      if (said.length < 2 || !words.startsWith(said)) continue;
      const rest = words.slice(said.length).replace(/^[，,：:]/, '');
      if (!goesOn.test(rest) && !kin.test(rest)) return [name ?? '', rest];
    }
  return [null, words];
}

/** Behind a name that is not the subject itself: 张某的弟弟, 张某和李某. */
const goesOn = /^(?:的|之|等|、|和|与|及|跟|（)|^$/;

function stretchesOf(facts: SummaryFacts, label: string, most: number): Stretch[] {
  const { reading, sealed, endings } = facts;
  const { weight, proving } = weigh(facts);
  const isTellable = tellableOf(reading, sealed, endings, label);
  const subjects = subjectsOf(reading, sealed);
  const found: Stretch[] = [];
  for (let first = 0; first < reading.clauses.length; ) {
    let end = first + 1;
    while (end < reading.clauses.length && reading.sentenceOf[end] === reading.sentenceOf[first]) end++;
    if (proving.subarray(first, end).includes(1)) {
      const told = Array.from({ length: end - first }, (_, n) => isTellable(first + n));
      const head = headOf(reading, first, end);
      let best: Stretch | null = null;
      for (let from = first; from < end; from++) {
        if (!told[from - first] || (from !== head && !subjects.beginsNamed(from))) continue;
        const subject: Subject = from === head ? subjects.of(from) : { kind: 'own' };
        if (subject.kind === 'unclear') continue;
        const until = told.indexOf(false, from - first);
        const run = { from, end: until < 0 ? end : first + until, isWhole: from === head };
        const stretch = longestOf(reading, run, weight, proving, most);
        if (stretch !== null && (best === null || stretch.weight > best.weight))
          best = { ...stretch, subject };
      }
      if (best !== null) found.push(best);
    }
    first = end;
  }
  return found;
}

/** The clause with which a sentence begins behind its number and its label. */
function headOf(reading: Reading, first: number, end: number): number {
  let head = first;
  while (head + 1 < end && (isLabel(reading, head) || isNumber(clauseText(reading, head)))) head++;
  return head;
}

/** From a clause on as much as tells most; what is quoted is told whole or not at all. */
function longestOf(
  reading: Reading,
  run: { from: number; end: number; isWhole: boolean },
  weight: Float32Array,
  proving: Uint8Array,
  most: number,
): Omit<Stretch, 'subject'> | null {
  let best: Omit<Stretch, 'subject'> | null = null;
  let words = '';
  let sum = run.isWhole ? toldWhole : 0;
  let proves = false;
  for (let to = run.from; to < run.end; to++) {
    const text = clauseText(reading, to).replace(/[\n\t]+/g, '');
    // 经查, is left out with its comma.
    words += words === '' ? tidy(text) : `${markBefore(reading, to)}${text}`;
    if (words.length > most) break;
    sum += weight[to]!;
    proves ||= proving[to] === 1;
    const isLast = reading.sentenceOf[to + 1] !== reading.sentenceOf[to];
    const tells = sum + (isLast ? toldWhole : 0);
    if (!proves || (best !== null && tells <= best.weight)) continue;
    const goesOn = '（：'.includes(reading.text.charAt(reading.clauses[to]!.end) || ' ');
    if (
      !goesOn &&
      words.length > heading &&
      quotesWhole(words) &&
      !open.test(words) &&
      !amountFirst.test(words)
    )
      best = { first: run.from, sentence: reading.sentenceOf[run.from]!, weight: tells, words };
  }
  return best;
}

/** How much each clause tells: what proves a tag, sums, times, projects, and who is accused. */
function weigh({ reading, topics, offences, sealed }: SummaryFacts) {
  const weight = new Float32Array(reading.clauses.length);
  const raise = (span: Span, by: number) => {
    for (let i = clauseAtSource(reading, span.start); i < reading.clauses.length; i++) {
      if (reading.offsets[reading.clauses[i]!.start]! >= span.end) break;
      weight[i]! += by;
    }
  };
  for (const tag of [...topics.slice(0, 5), ...offences.slice(0, 4)])
    for (const span of tag.evidence) raise(span, tag.score);
  const isAtIssue = (value: unknown) => value !== null && value === sealed.amount;
  for (const mention of sealed.mentions)
    if (mention.type === 'money' && isAtIssue(mention.value)) raise(mention, 0.6);
  const isTagged = weight.some((w) => w > 0);
  const tagged = Uint8Array.from(weight, (w) => (w > 0 ? 1 : 0));
  const accused = new Set(sealed.accused.map(({ name }) => name));
  for (const mention of sealed.mentions.slice(0, mentionsUsed)) {
    if (mention.type === 'money') raise(mention, 0.6);
    if (mention.type === 'date' || mention.type === 'project') raise(mention, 0.3);
    if (mention.type === 'person' && accused.has(String(mention.value ?? mention.text))) raise(mention, 0.3);
  }
  // Where no tag was given, what names the accused, a sum or a day is all that can be told.
  return { weight, proving: isTagged ? tagged : Uint8Array.from(weight, (w) => (w > 0 ? 1 : 0)) };
}

/** The mark that parts a clause from the one before it. */
const markBefore = (reading: Reading, i: number): string => {
  const mark = reading.text.charAt(reading.clauses[i]!.start - 1);
  return /[：（）]/.test(mark) ? mark : '，';
};

const amountFirst = /^[\d,，.〇零一二两三四五六七八九十百千万亿余多几]+(?:[万亿]?元|[万块])/;
/** A sentence does not end here. */
const open =
  /(?:因为|如果|虽然|由于|说|称|问|叫|等|和|与|以及|从|在|把|被|对|是|时|期间|之际|时候|为由|名义|以来)$|^.{1,10}的$|（[^）]*$/;
/** Longest stretch, in characters, that is a heading (收受现金) and no fact. */
const heading = 4;

const pairs = ['“”', '（）', '《》', '〔〕'];
/** Nothing that was opened stays open, and nothing closes that was not opened. */
const quotesWhole = (words: string) =>
  pairs.every(([open = '', close = '']) => words.split(open).length === words.split(close).length);

function clauseText(reading: Reading, at: number): string {
  const { start, end } = reading.clauses[at]!;
  return reading.text.slice(start, end);
}

/** The last clause that begins at or before an offset of the original text. */
function clauseAtSource(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (reading.offsets[reading.clauses[middle]!.start]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

const reporting = /^(?:现将|现反映|来信反映|来电人反映|来电人称|来访人称|经查|据了解|反映|举报)/;

/** Without its number and its opening phrase. */
const tidy = (clause: string): string =>
  clause
    .replace(announcing, '')
    .replace(opening, '')
    .replace(reporting, '')
    .replace(opening, '')
    .replace(/^(?:反映|举报)(?=.{6})/, '')
    .replace(/(?:等)?问题的(?:信访举报件|信访件|来信|举报信|材料)$/, '');
