import type { Sealed, Span } from '../../domain/index.js';
import { disclaimedSpans } from '../entities/index.js';
import { bookingSpans } from './form-lines.js';
import type { Reading } from './layout.js';
import type { SummaryFacts } from './summary.js';
import { ownTitle } from './title.js';

/** Characters of one stretch: a sentence that is longer is told around what proves most. */
const longest = 72;
/** Stretches that a summary tells. */
const mostStretches = 3;
/** Mentions looked at: a table of hundreds of sums says nothing in a summary. */
const mentionsUsed = 200;

/** Clauses that follow each other in one sentence. */
interface Stretch {
  first: number;
  weight: number;
  words: string;
}

interface Clause {
  i: number;
  words: string;
  weight: number;
  proves: boolean;
}

/**
 * What the letter says of its matter in its own words: whole sentences, or the part of a long one around what proves
 * a topic or offence, by how much they prove and whether they tell a sum, a time and who; in the letter's order.
 *
 * @param label what leads the summary and is not said again
 * @param room characters
 * @returns '' where nothing can be told
 */
export function chooseStretches(facts: SummaryFacts, label: string, room: number): string {
  const found = stretchesOf(facts, label, Math.min(longest, room));
  const chosen: Stretch[] = [];
  let used = 0;
  for (const stretch of found.sort((a, b) => b.weight - a.weight || a.first - b.first)) {
    const again = chosen.some((c) => c.words.includes(stretch.words) || stretch.words.includes(c.words));
    if (again || used + stretch.words.length + 1 > room || chosen.length === mostStretches) continue;
    chosen.push(stretch);
    used += stretch.words.length + 1;
  }
  return chosen
    .sort((a, b) => a.first - b.first)
    .map(({ words }) => words)
    .join('；');
}

function stretchesOf(facts: SummaryFacts, label: string, most: number): Stretch[] {
  const { reading, sealed } = facts;
  const { weight, proving } = weigh(facts);
  const tellable = tellableOf(facts);
  const found: Stretch[] = [];
  let run: Clause[] = [];
  const flush = () => {
    if (run.some(({ proves }) => proves)) {
      const stretch = cutOut(run, reading, most);
      if (stretch !== null) found.push(stretch);
    }
    run = [];
  };
  for (let i = 0; i < reading.clauses.length; i++) {
    if (i > 0 && reading.sentenceOf[i] !== reading.sentenceOf[i - 1]) flush();
    const text = clauseText(reading, i);
    if (!tellable(i, text.replace(announcing, ''))) {
      flush();
      continue;
    }
    const words =
      run.length === 0
        ? tidy(text, sealed, label)
        : withoutStyle(text.replace(/[\n\t]+/g, ''), sealed, label);
    // （一）is a clause of its own.
    if (words !== '' && !(run.length === 0 && itemNumber.test(words)))
      run.push({ i, words, weight: weight[i]!, proves: proving[i] === 1 });
  }
  flush();
  return found;
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
  const proving = weight.map((w) => (w > 0 ? 1 : 0));
  const accused = new Set(sealed.accused.map(({ name }) => name));
  for (const mention of sealed.mentions.slice(0, mentionsUsed)) {
    if (mention.type === 'money') raise(mention, 0.6);
    if (mention.type === 'date' || mention.type === 'project') raise(mention, 0.3);
    if (mention.type === 'person' && accused.has(String(mention.value ?? mention.text))) raise(mention, 0.3);
  }
  return { weight, proving };
}

function tellableOf({ reading, text, endings }: SummaryFacts): (i: number, words: string) => boolean {
  const title = ownTitle(text, endings);
  const untold = new Uint8Array(reading.text.length + 1);
  for (const { start, end } of [...disclaimedSpans(reading.text), ...bookingSpans(reading.text)])
    untold.fill(1, start, end);
  return (i, words) => {
    const { start, end } = reading.clauses[i]!;
    const label = words.length <= 8 && /[：:\t]/.test(reading.text.charAt(end));
    return (
      untold[start] === 0 &&
      !label &&
      !inTitle(reading, i, title) &&
      !speaksOfInformant(words) &&
      !isRequest(words) &&
      !asks.test(words)
    );
  };
}

/** The whole run where it is short enough, else the part of it that tells most; what is quoted is told whole or not at all. */
function cutOut(run: readonly Clause[], reading: Reading, most: number): Stretch | null {
  let best: Stretch | null = null;
  for (let from = 0; from < run.length; from++) {
    let words = '';
    let weight = from === 0 ? 0.5 : 0;
    let proves = false;
    for (let to = from; to < run.length; to++) {
      const clause = run[to]!;
      words += (to === from ? '' : markBefore(reading, clause.i)) + clause.words;
      if (words.length > most) break;
      weight += clause.weight;
      proves ||= clause.proves;
      if (!proves || (best !== null && weight <= best.weight)) continue;
      const own = from === 0 ? words : words.replace(leaning, '');
      if (own.length > heading && quotesWhole(words) && !open.test(words) && !amountFirst.test(words))
        best = { first: run[from]!.i, weight, words: own };
    }
  }
  return best;
}

/** The mark that parts a clause from the one before it. */
const markBefore = (reading: Reading, i: number): string => {
  const mark = reading.text.charAt(reading.clauses[i]!.start - 1);
  return /[：（）]/.test(mark) ? mark : '，';
};

const itemNumber = /^第?[一二三四五六七八九十\d]{1,3}$/;

/** What leans on the clause before it, and what it may lose where that clause is not told. */
const leaning =
  /^(?:即|直至|而且?|则|但是?|还有|另外|另须?|其中|否则|实为|却|也就|并且?|后来晓得|后来才知道|结果|于是|所以|因此|只是|就是|以及|和|与)(?=.{4})/;
const amountFirst = /^[\d,，.〇零一二两三四五六七八九十百千万亿余多几]+(?:[万亿]?元|[万块])/;
/** A sentence does not end here. */
const open = /(?:因为|如果|虽然|由于|说|称|问|叫|等|和|与|以及|从|在|把|被|对)$|（[^）]*$/;
/** Longest stretch, in characters, that is a heading (收受现金) and no fact. */
const heading = 4;

const pairs = ['“”', '（）', '《》', '〔〕'];
/** Nothing that was opened stays open, and nothing closes that was not opened. */
const quotesWhole = (words: string) =>
  pairs.every(([open = '', close = '']) => words.split(open).length === words.split(close).length);

/** Questions and outcries tell no fact. */
const asks = /[嘛吗呢吧么]$|多少$|是什么$|咋个|是不是|难道|天理|凭什么|何在$/;

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

function inTitle(reading: Reading, at: number, title: string | null): boolean {
  if (title === null || reading.clauses[at]!.start > 400) return false;
  return title.includes(clauseText(reading, at));
}

/** Masked, or told in the first person: 我当时所在的公司 would point at who writes. */
export function speaksOfInformant(words: string): boolean {
  return words.includes('▇') || /我(?![国省市区县州乡镇村局办委厅院])|本人|俺/.test(words);
}

function isRequest(words: string): boolean {
  return (
    /^(?:请|恳请|希望|望(?:能|请|上级|领导|组织|贵|有关|尽[快早]|严|予|查|你|您)|要求|建议|盼|特此|请求)/.test(
      words,
    ) || /的问题$|问题如下$|领导好|[你您]好|交你委|转你|移送你|书面告知|书面报送/.test(words)
  );
}

/** 我要反映的是, before what is told. */
export const announcing = /^(?:我们?|本人)?(?:今天|现在)?(?:要|想|来)(?:反映|举报|控告)的?(?:就?是)?(?=.{4})/;

const opening =
  /^(?:[-—·●◆]+|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,2}[是、，]|\d{1,2}[.、．]|[①-⑩]|现将|现反映|来信反映|来电人反映|来电人称|来访人称|经查|据了解|反映|举报)/;

/** Without its number, its opening phrase and the accused's full style, which leads the summary anyway. */
function tidy(clause: string, sealed: Sealed, label: string): string {
  const words = clause
    .replace(/[\n\t]+/g, '')
    .replace(announcing, '')
    .replace(opening, '')
    .replace(/^(?:反映|举报)(?=.{6})/, '');
  return withoutStyle(
    words.replace(/(?:等)?问题的(?:信访举报件|信访件|来信|举报信|材料)$/, ''),
    sealed,
    label,
  );
}

/** The accused leads the summary already. */
function withoutStyle(clause: string, sealed: Sealed, label: string): string {
  let words = clause;
  const style = label.replace(/等人$/, '');
  const first = sealed.accused[0];
  for (const start of [style, `${first?.position ?? ''}${first?.name ?? ''}`, first?.name ?? ''])
    if (start.length > 1 && words.startsWith(start) && !/^[等、和与及]/.test(words.slice(start.length)))
      words = words
        .slice(start.length)
        .replace(/^[，,：:]/, '')
        .replace(/^的(?=.)/, '其');
  return words;
}
