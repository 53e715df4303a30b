import type { Mention } from '../../../domain/index.js';
import { areConfusable, comparableText, nameDifference } from '../wording/index.js';
import type { MatterText } from './matter.js';
import { type Alignment, alignTexts, cleanNoise, placeOf, readTerm } from './readings.js';

/** From this share of units in place a sentence counts as known: 8 % errors in both papers leave about 0.85. */
const knownSentence = 0.6;
/** Shorter stretches are headings, labels and signatures. */
const shortestClause = 8;
/** Types whose new mention is a new fact even within a known sentence. */
const factTypes: readonly Mention['type'][] = [
  'person',
  'money',
  'date',
  'project',
  'organisation',
  'credit-code',
  'area',
];

const boilerplate =
  /^(?:尊敬的|敬爱的|此致|敬礼|您好|你们好|举报人|反映人|检举人|控告人|申诉人|信访人|联系电话|联系人|附[件：:]|附$|抄送|主送|编号|收件|登记|收信|第[\d一二三四五六七八九十]+页|以上(?:情况|问题|内容).{0,8}属实)|(?:恳请|恳求|请求|希望|盼望|敬请|请)[^。]{0,30}(?:查处|调查|核查|严查|查明|查清|重视|答复|处理|主持公道|明察)[^。]{0,20}[。！!]?$|(?:转去|转你|阅处|按规定办理|报送办理结果|书面报送|注意保密)|^关于[^。]{2,60}(?:材料|举报信|举报|反映|控告|情况|问题)$|^(?:\d{2,4}|[〇○零一二三四五六七八九]{4})年.{1,3}月(?:.{1,3}日)?$/;
/** What is said about the petition itself is no fact of the matter: that it was sent, ignored, or will go higher. */
const aboutPetition = [
  /(?:反映|举报|来信|去信|控告|投诉|信访)[^。]{0,24}(?:未|没有|没|无|不)[^。]{0,6}(?:答复|回复|结果|处理|回音|消息|查处|下文)/,
  /(?:再次|又一次|第[二三四五]次|继续|曾|多次|只好再|不得不再)[^。]{0,16}(?:反映|举报|来信|控告|写信|寄信|写一次|寄一次)/,
  /(?:寄|写|发|递)(?:过|了|出)[^。]{0,8}(?:信|材料)|石沉大海|杳无音信|如泥牛入海/,
  /(?:没有|没|无|不给|再不)[^。]{0,8}(?:结果|答复|回复|说法|处理|查处)[^。]{0,16}(?:反映|举报|上访|控告|信访)/,
];

/** Sentences of a text with their places; line breaks of a recognised page are no ends of sentences. */
export function sentencesOf(text: string, recognised: boolean): { start: number; end: number }[] {
  const widest = recognised ? widthOf(text) : 0;
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  let lineStart = 0;
  const cut = (end: number) => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if ('。！？；!?;'.includes(unit)) cut(i + 1);
    else if (unit === '\n') {
      if (i - lineStart < widest * 0.75 || widest === 0) cut(i + 1);
      lineStart = i + 1;
    }
  }
  cut(text.length);
  return sentences;
}

/** The usual length of a full line; 0 where the lines are no lines of a page. */
function widthOf(text: string): number {
  const lengths = text
    .split('\n')
    .map((line) => line.length)
    .sort((x, y) => y - x);
  return lengths.length < 3 ? 0 : lengths[Math.floor(lengths.length / 4)]!;
}

/**
 * The sentences of a later paper that say something which no earlier paper says: a person, sum, date, project
 * or unit that none has, or a clause that none has. Sentences that differ by errors of recognition only,
 * salutations, requests, signatures and words about the petition itself are not new.
 */
export function newFactsOf(later: MatterText, earlier: readonly MatterText[]): string[] {
  const alignments = earlier.map((paper) => ({ paper, forth: alignTexts(later.text, paper.text) }));
  const bigrams = earlier.map((paper) => bigramsOf(comparableText(paper.text)));
  const facts: string[] = [];
  for (const { start, end } of sentencesOf(later.text, later.recognised)) {
    const sentence = later.text
      .slice(start, end)
      .replace(/\s*\n\s*/g, '')
      .trim();
    const comparable = comparableText(sentence);
    if (comparable.length < shortestClause || boilerplate.test(sentence)) continue;
    if (isSalutation(sentence, start) || isSigningDate(comparable, end, later.text.length)) continue;
    const known = Math.max(
      ...alignments.map(({ forth }) => shareInPlace(forth, start, end)),
      ...bigrams.map((set) => shareOf(comparable, set) - 0.1),
    );
    const mentions = later.sealed.mentions.filter(
      (m) => factTypes.includes(m.type) && m.start >= start && m.end <= end,
    );
    const petition = aboutPetition.some((cue) => cue.test(sentence));
    // When and to whom it was sent before is said about the petition, too.
    const telling = petition ? mentions.filter((m) => m.type === 'money' || m.type === 'project') : mentions;
    const fresh = telling.some((m) =>
      alignments.every(({ paper, forth }) => isNewIn(m, later, paper, forth)),
    );
    if (known >= knownSentence ? fresh : fresh || !petition) facts.push(sentence);
  }
  return facts;
}

/** A short line at the head that ends in a colon, however it was misread, or says 你们 to those whom it is written to. */
function isSalutation(sentence: string, start: number): boolean {
  if (start >= 300 || sentence.length > 40) return false;
  return (
    /[：:；;]$/.test(sentence) || /^[^，。]{2,20}(?:同志|领导)们?[，,！!]?(?:你们|你好|您好)/.test(sentence)
  );
}

/** 落款日期 with some misread characters: a short last line that is mostly digits. */
function isSigningDate(comparable: string, end: number, length: number): boolean {
  if (end < length - 60 || comparable.length > 14) return false;
  const digits = comparable.replace(/[^0-9〇一二三四五六七八九十oil年月日]/g, '').length;
  return digits * 2 >= comparable.length;
}

/** Whether another paper lacks what a mention names, errors of recognition allowed for. */
function isNewIn(mention: Mention, later: MatterText, paper: MatterText, forth: Alignment): boolean {
  const text = comparableText(mention.text);
  if (text.length < 2) return false;
  const alike = paper.sealed.mentions.some(
    (m) =>
      m.type === mention.type &&
      ((m.value !== null && m.value === mention.value) ||
        comparableText(m.text) === text ||
        (text.length > 1 && nameDifference(comparableText(m.text), text).beyondConfusion === 0)),
  );
  if (alike) return false;
  const reading = readTerm(
    forth,
    mention.text,
    mention.type !== 'project' && mention.type !== 'organisation',
  );
  if (reading === 'same' || reading === 'close') return false;
  if (reading === 'gone') return true;
  // One misread unit in a stretch that both papers have is an error where either was recognised.
  return !(
    (later.recognised || paper.recognised || forth.noise > cleanNoise) &&
    differsByErrors(mention, forth)
  );
}

/** From this share of errors on, half of a term in its place is enough to know it again. */
const muchNoise = 0.02;

/** How many units of a term of `length` recognition may get wrong without making it another term. */
function allowedErrors(length: number, noise: number): number {
  if (noise >= muchNoise) return Math.floor(length / 2);
  if (length <= 4) return 1;
  return length <= 7 ? 2 : Math.ceil(length / 3);
}

function differsByErrors(mention: Mention, { a, b, to, noise }: Alignment): boolean {
  let differing = 0;
  let equal = 0;
  for (let i = placeOf(a.at, mention.start); i < a.at.length && a.at[i]! < mention.end; i++) {
    if (to[i]! >= 0 && areConfusable(a.text[i]!, b.text[to[i]!]!)) equal++;
    else differing++;
  }
  return differing <= allowedErrors(equal + differing, noise) && equal >= differing;
}

/** Share of a stretch's units that stand equal, in order, in the other text. */
function shareInPlace({ a, b, to }: Alignment, start: number, end: number): number {
  let equal = 0;
  let all = 0;
  for (let i = placeOf(a.at, start); i < a.at.length && a.at[i]! < end; i++) {
    all++;
    if (to[i]! >= 0 && a.text.charCodeAt(i) === b.text.charCodeAt(to[i]!)) equal++;
  }
  return all === 0 ? 1 : equal / all;
}

function bigramsOf(text: string): Set<string> {
  const set = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) set.add(text.slice(i, i + 2));
  return set;
}

function shareOf(text: string, set: ReadonlySet<string>): number {
  let shared = 0;
  for (let i = 0; i + 2 <= text.length; i++) if (set.has(text.slice(i, i + 2))) shared++;
  return text.length < 2 ? 1 : shared / (text.length - 1);
}
