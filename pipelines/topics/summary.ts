import {
  type Offence,
  offences as offenceTerms,
  type Sealed,
  type Span,
  type Tag,
} from '../../domain/index.js';
import type { Reading } from './layout.js';

/** What a title and a summary are made of. */
export interface SummaryFacts {
  text: string;
  reading: Reading;
  sealed: Sealed;
  topics: readonly Tag[];
  offences: readonly Tag<Offence>[];
  endings: readonly string[];
  topicName(code: string): string;
}

const summaryLength = 120;
const titleLength = 60;
const bareTitle =
  /^(?:实名|匿名|联名)?(?:举报|检举|控告|反映|申诉|建议|情况|信访)(?:信|书|材料|反映|说明|报告|人)?$/;

/** Unit, post and name of the first accused, as far as the letter gives them; '' where it gives none. */
export function accusedLabel(sealed: Sealed): string {
  const first = sealed.accused[0];
  if (!first) return '';
  const label = `${first.organisation ?? ''}${first.position ?? ''}${first.name ?? ''}`;
  const named = sealed.accused.filter((a) => a.name !== null || a.position !== null).length;
  return named > 1 ? `${label}等人` : label;
}

/** The letter's own title line where it has one, else what is said of whom. */
export function titleOf(facts: SummaryFacts): string {
  const own = ownTitle(facts.text, facts.endings);
  if (own) return own;
  const label = accusedLabel(facts.sealed);
  const matter = mainMatter(facts);
  if (label && matter) return `关于${label}${matter}问题的举报`;
  if (label) return `关于${label}有关问题的反映`;
  if (matter) return `关于${matter}问题的反映`;
  const first = facts.text.split('\n').find((line) => line.length >= 4 && !line.includes('▇')) ?? '';
  return first.length > 30 ? `${first.slice(0, 30)}…` : first;
}

function ownTitle(text: string, endings: readonly string[]): string | null {
  const lines = text.split('\n').slice(0, 14);
  for (const line of lines) {
    const labelled = /^(?:标题|主题|举报标题|信访标题|Subject|事由)[:：\t](.{4,80})$/.exec(line);
    const title = (labelled?.[1] ?? line).replace(/^[《\t]|[》\t]$/g, '');
    if (title.length < 4 || title.length > titleLength || title.includes('▇') || bareTitle.test(title))
      continue;
    if (labelled) return title;
    if (/[。！；，：]$/.test(title) || /[。！？；]/.test(title)) continue;
    if (/^关于|^举报|^反映|^控告|^对/.test(title) && endings.some((e) => title.endsWith(e))) return title;
    if (/移送处理书$|舆情专报$/.test(title)) return title;
  }
  return null;
}

function mainMatter({ topics, offences, topicName }: SummaryFacts): string {
  const top = topics[0];
  const offence = offences[0];
  if (top && (!offence || top.score >= offence.score - 0.3)) return topicName(top.code);
  return offence ? offenceTerms[offence.code].zh : '';
}

/**
 * One or two sentences of the letter's own facts: who, what, when, how much. Only clauses that prove
 * a tag or carry a sum or a time are taken, in the letter's order; none that speaks of the informant.
 */
export function summaryOf(facts: SummaryFacts): string {
  const { sealed, offences, reading } = facts;
  const label = accusedLabel(sealed);
  const room = summaryLength - label.length - 16;
  const body = chooseClauses(facts, Math.max(40, room));
  const lead = label ? `反映${label}：` : '反映';
  const charges = offences.slice(0, 2).map((o) => offenceTerms[o.code].zh);
  const tail = charges.length > 0 ? `${charges.join('、')}。` : '';
  if (body === '') {
    const plain = reading.text
      .replace(/[\n\t]+/g, ' ')
      .replace(/[^。！？]*▇[^。！？]*[。！？]?/g, '')
      .trim();
    const short = plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
    return label ? `${lead}${short}${tail}` : `${short}${tail}`;
  }
  return `${lead}${body}。${tail}`;
}

function chooseClauses({ reading, topics, offences, sealed }: SummaryFacts, room: number): string {
  const weight = new Float32Array(reading.clauses.length);
  const source = reading.offsets;
  const raise = (span: Span, by: number) => {
    reading.clauses.forEach((clause, i) => {
      if (source[clause.start]! < span.end && source[clause.end]! > span.start) weight[i]! += by;
    });
  };
  for (const tag of [...topics.slice(0, 5), ...offences.slice(0, 4)])
    for (const span of tag.evidence) raise(span, tag.score);
  const proving = weight.map((w) => (w > 0 ? 1 : 0));
  for (const mention of sealed.mentions.slice(0, 200)) {
    if (mention.type === 'money') raise(mention, 0.6);
    if (mention.type === 'date' || mention.type === 'project') raise(mention, 0.3);
  }
  const order = [...weight.keys()]
    .filter((i) => weight[i]! > 0 && (proving[i] === 1 || nearProof(proving, reading, i)))
    .sort((a, b) => weight[b]! - weight[a]! || a - b);
  const chosen: number[] = [];
  let used = 0;
  for (const i of order) {
    const clause = clean(reading.text.slice(reading.clauses[i]!.start, reading.clauses[i]!.end));
    if (clause === '' || clause.includes('▇') || clause.length > 70) continue;
    if (used + clause.length + 1 > room) continue;
    chosen.push(i);
    used += clause.length + 1;
  }
  const seen = new Set<string>();
  return chosen
    .sort((a, b) => a - b)
    .map((i) => clean(reading.text.slice(reading.clauses[i]!.start, reading.clauses[i]!.end)))
    .filter((c) => !seen.has(c) && seen.add(c))
    .join('，');
}

/** A sum or a time is worth telling only in the sentence of what it belongs to. */
function nearProof(proving: Float32Array, reading: Reading, at: number): boolean {
  for (let i = Math.max(0, at - 3); i <= Math.min(proving.length - 1, at + 3); i++)
    if (proving[i] === 1 && reading.sentenceOf[i] === reading.sentenceOf[at]) return true;
  return false;
}

function clean(clause: string): string {
  return clause
    .replace(/^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|[①-⑩])/, '')
    .replace(/[\n\t]+/g, '');
}
