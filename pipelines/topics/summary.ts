import {
  type Offence,
  offences as offenceTerms,
  type PetitionClass,
  type Sealed,
  type Span,
  type Tag,
} from '../../domain/index.js';
import { disclaimedSpans } from '../entities/index.js';
import { bookingSpans, tellingLines } from './form-lines.js';
import type { Reading } from './layout.js';
import { accusedLabel, ownTitle } from './title.js';

/** What a title and a summary are made of. */
export interface SummaryFacts {
  text: string;
  petitionClass: PetitionClass;
  reading: Reading;
  sealed: Sealed;
  topics: readonly Tag[];
  offences: readonly Tag<Offence>[];
  endings: readonly string[];
  topicName(code: string): string;
}

/** Characters, at most, of a summary that a register card shows whole. */
const summaryLength = 120;
/** Longest clause that is taken; what is longer is a sentence without commas. */
const longestClause = 64;
/** Mentions looked at: a table of hundreds of sums says nothing in a summary. */
const mentionsUsed = 200;

/**
 * One or two sentences of the letter's own facts: who, what, when, how much. Only clauses that prove
 * a tag, or carry a sum or a time beside one, are taken, in the letter's order; none that speaks of
 * the informant.
 */
export function summaryOf(facts: SummaryFacts): string {
  const label = accusedLabel(facts.sealed);
  const charges = facts.offences.slice(0, 2).map((o) => offenceTerms[o.code].zh.replace(/^涉嫌/, ''));
  const tail = charges.length > 0 ? `涉嫌${charges.join('、')}。` : '';
  const lead = label === '' ? '反映' : `反映${label}：`;
  if (facts.petitionClass === 'report') {
    const body = chooseClauses(facts, label, Math.max(40, summaryLength - lead.length - tail.length - 1));
    if (body !== '') return `${lead}${body}。${tail}`;
  }
  const plain = withoutDisclaimed(tellingLines(facts.text).join('\n'))
    .split(/(?<=[。！？；\n])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 6 && !sentence.includes('▇') && !/[：:]$/.test(sentence))
    .join('')
    .replace(/\t/g, ' ');
  const short = plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
  return facts.petitionClass === 'report' && label !== '' ? `${lead}${short}${tail}` : `${short}${tail}`;
}

/** The text without what its writer disclaims; kept whole where he disclaims all of it. */
function withoutDisclaimed(text: string): string {
  let told = '';
  let at = 0;
  for (const { start, end } of disclaimedSpans(text)) {
    if (start > at) told += text.slice(at, start);
    at = Math.max(at, end);
  }
  told = (told + text.slice(at)).replace(/[，,]{2,}/g, '，').replace(/(^|[\n。])[，,]/g, '$1');
  return told.trim() === '' ? text : told;
}

function chooseClauses(
  { reading, topics, offences, sealed, text, endings }: SummaryFacts,
  label: string,
  room: number,
): string {
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
  for (const mention of sealed.mentions.slice(0, mentionsUsed)) {
    if (mention.type === 'money') raise(mention, 0.6);
    if (mention.type === 'date' || mention.type === 'project') raise(mention, 0.3);
  }
  const title = ownTitle(text, endings);
  const untold = new Uint8Array(reading.text.length + 1);
  for (const { start, end } of [...disclaimedSpans(reading.text), ...bookingSpans(reading.text)])
    untold.fill(1, start, end);
  const isTold = (i: number) => untold[reading.clauses[i]!.start] === 0;
  const telling = [...weight.keys()]
    .filter((i) => isTold(i))
    .filter((i) => weight[i]! > 0 && (proving[i] === 1 || nearProof(proving, reading, i)))
    .map((i) => ({ i, weight: weight[i]!, words: tidy(clauseText(reading, i), sealed, label) }))
    .filter(
      ({ words }) =>
        words.length > 2 &&
        words.length <= longestClause &&
        !speaksOfInformant(words) &&
        !asks.test(words) &&
        isWhole(words),
    )
    .sort((a, b) => b.weight - a.weight || a.i - b.i);
  // The title says in general what the letter then tells in particular.
  const particular = telling.filter(({ i, words }) => !inTitle(reading, i, title) && !isRequest(words));
  const chosen: typeof telling = [];
  let used = 0;
  for (const clause of particular.length > 0 ? particular : telling) {
    if (used + clause.words.length + 1 > room || chosen.some((c) => c.words.includes(clause.words))) continue;
    chosen.push(clause);
    used += clause.words.length + 1;
  }
  // A clause out of the middle of a sentence is understood with those between it and the sentence's beginning.
  for (const { i } of [...chosen]) {
    const lead: typeof telling = [];
    for (let at = i - 1; at >= 0 && reading.sentenceOf[at] === reading.sentenceOf[i]; at--) {
      // A field's label or 具体如下： is no part of what it leads to.
      if (chosen.some((c) => c.i === at) || /[：:\t]/.test(reading.text.charAt(reading.clauses[at]!.end)))
        break;
      lead.push({ i: at, weight: 0, words: tidy(clauseText(reading, at), sealed, label) });
    }
    const length = lead.reduce((sum, c) => sum + c.words.length + 1, 0);
    const fits = ({ i: at, words }: { i: number; words: string }) =>
      isTold(at) && !inTitle(reading, at, title) && !speaksOfInformant(words) && !isRequest(words);
    if (lead.length > 3 || used + length > room || !lead.every(fits)) continue;
    chosen.push(...lead);
    used += length;
  }
  const inOrder = standing(chosen, reading);
  return inOrder
    .map(({ i, words }, n) => {
      const last = inOrder[n - 1];
      if (last === undefined) return words;
      const goesOn = last.i === i - 1 && reading.sentenceOf[last.i] === reading.sentenceOf[i];
      return `${goesOn ? '，' : '；'}${words}`;
    })
    .join('');
}

interface Clause {
  i: number;
  weight: number;
  words: string;
}

/** What leans on the clause before it, and what it may lose where that clause is not told. */
const leaning =
  /^(?:即|直至|而且?|则|但是?|还有|另外|另须?|其中|否则|实为|却|也就|并且?|后来晓得|后来才知道|结果|于是|所以|因此|只是|就是)(?=.{4})/;
const amountFirst = /^[\d,，.〇零一二两三四五六七八九十百千万亿余多几]+(?:[万亿]?元|[万块])/;
/** Longest clause, in characters, that is a heading (收受现金) and no fact. */
const heading = 4;

/** The chosen clauses in order, without those that say nothing once what led to them is left out. */
function standing(chosen: readonly Clause[], reading: Reading): Clause[] {
  const inOrder = chosen.filter((c) => c.words !== '').sort((a, b) => a.i - b.i);
  const led = (clause: Clause, n: number) => {
    const last = inOrder[n - 1];
    return last?.i === clause.i - 1 && reading.sentenceOf[last.i] === reading.sentenceOf[clause.i];
  };
  const whole = inOrder.flatMap((clause, n) => {
    if (led(clause, n)) return [clause];
    if (amountFirst.test(clause.words)) return [];
    return [{ ...clause, words: clause.words.replace(leaning, '') }];
  });
  const telling = whole.filter((clause) => clause.words.length > heading);
  return telling.length > 1 || whole.length < 3 ? (telling.length > 0 ? telling : whole) : whole;
}

/** What somebody is quoted with is not cut in the middle: “嫌贵就搬出去. */
function isWhole(words: string): boolean {
  return words.split('“').length === words.split('”').length;
}

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
function speaksOfInformant(words: string): boolean {
  return words.includes('▇') || /我(?![国省市区县州乡镇村局办委厅院])|本人|俺/.test(words);
}

function isRequest(words: string): boolean {
  return (
    /^(?:请|恳请|希望|望|要求|建议|盼|特此|请求)/.test(words) ||
    /的问题$|问题如下$|领导好|[你您]好|交你委|转你|移送你|书面告知|书面报送/.test(words)
  );
}

/** A sum or a time is worth telling only in the sentence of what it belongs to. */
function nearProof(proving: Float32Array, reading: Reading, at: number): boolean {
  for (let i = Math.max(0, at - 3); i <= Math.min(proving.length - 1, at + 3); i++)
    if (proving[i] === 1 && reading.sentenceOf[i] === reading.sentenceOf[at]) return true;
  return false;
}

const opening =
  /^(?:[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,2}[是、，]|\d{1,2}[.、．]|[①-⑩]|现将|现反映|来信反映|来电人反映|来电人称|来访人称|经查|据了解|反映|举报)/;

/** Without its number, its opening phrase and the accused's full style, which leads the summary anyway. */
function tidy(clause: string, sealed: Sealed, label: string): string {
  let words = clause
    .replace(/[\n\t]+/g, '')
    .replace(opening, '')
    .replace(/^(?:反映|举报)(?=.{6})/, '');
  words = words.replace(/(?:等)?问题的(?:信访举报件|信访件|来信|举报信|材料)$/, '');
  const style = label.replace(/等人$/, '');
  const first = sealed.accused[0];
  for (const start of [style, `${first?.position ?? ''}${first?.name ?? ''}`, first?.name ?? ''])
    if (start.length > 1 && words.startsWith(start) && !/^[的等、和与及]/.test(words.slice(start.length)))
      words = words.slice(start.length).replace(/^[，,：:]/, '');
  return words;
}
