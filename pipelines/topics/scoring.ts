import type { Offence, Sealed, Span, Tag } from '../../domain/index.js';
import type { TopicsSection } from '../../lexicon/index.js';
import type { Compiled, CompiledRule } from './compile.js';
import { firstAtOrAfter } from './first-at.js';
import { clauseAt, type Reading, toSource } from './layout.js';
import type { Hit } from './matcher.js';
import {
  type Assertion,
  frameReasons,
  longestQuote,
  pairReasons,
  type Reason,
  type RuleHits,
  wordReasons,
} from './reasons.js';

/** Share of the highest score that another tag of the same item must reach. */
const besideTop = 0.7;
/** How much less the closer rule may score and still stand for the general one. */
const nearly = 0.15;
/** How much more the closer rule must score where the general one is told more than once. */
const clearly = 0.12;
/** Hits of a frame's part that are looked at in one text. */
const mostHits = 1500;
/** Quotes kept for a tag. */
const quotes = 4;
export interface Scored {
  topics: Tag[];
  offences: Tag<Offence>[];
  /** What somebody in office is said to have done, be it a topic, an offence or neither. */
  deeds: Tag[];
  /** Some tag follows from what is told, not from the name of an offence alone. */
  told: boolean;
}

/**
 * Scores every rule on the hits of one item; tags under the threshold are left out.
 *
 * @param offices where those who hold an office are named, in ascending order, without the letter's reader
 */
export function scoreTags(
  reading: Reading,
  hits: readonly Hit[],
  assertion: Assertion,
  weights: TopicsSection['weights'],
  offices: readonly number[],
): Scored {
  const { compiled } = assertion;
  const byRule = collect(compiled, hits);
  const topics: Tag[] = [];
  const offences: Tag<Offence>[] = [];
  const deeds: Tag[] = [];
  let told = false;
  for (const [number, ruleHits] of byRule) {
    const rule = compiled.rules[number]!;
    if (rule.needs.length > 0 && !ruleHits.needed) continue;
    const scored = scoreRule(rule, reading, ruleHits, assertion, weights, offices);
    if (!scored) continue;
    const { tag, byOffice } = scored;
    told ||= scored.told;
    if (byOffice) deeds.push(tag);
    if (rule.axis === 'deed') continue;
    if (rule.axis === 'topic') topics.push(tag);
    else offences.push(tag as Tag<Offence>);
  }
  const order = (a: Tag, b: Tag) => b.score - a.score || (a.code < b.code ? -1 : 1);
  const closest = <T extends Tag>(tags: T[]) => withoutYielding(tags, compiled.rules).sort(order);
  return { topics: onlyTelling(closest(topics)), offences: onlyTelling(closest(offences)), deeds, told };
}

/** 虚列支出 of a special fund is C3 already: told once only, the general rule gives way to the particular one. */
function withoutYielding<T extends Tag>(tags: T[], rules: readonly CompiledRule[]): T[] {
  const scores = new Map<string, number>(tags.map((tag) => [tag.code, tag.score]));
  // Of two rules that give way to each other the weaker one does.
  for (const { code, score, evidence } of [...tags].sort((a, b) => a.score - b.score)) {
    const yields = rules.find((rule) => rule.code === code)?.yields ?? [];
    const margin = evidence.length > 1 ? clearly : -nearly;
    if (yields.some((other) => (scores.get(other) ?? 0) >= score + margin)) scores.delete(code);
  }
  return tags.filter((tag) => scores.has(tag.code));
}

/**
 * Beside what a letter is plainly about, a matter that it only brushes is no tag of its own.
 * The list is in descending order.
 */
function onlyTelling<T extends Tag>(tags: T[]): T[] {
  const least = (tags[0]?.score ?? 0) * besideTop;
  return tags.filter((tag) => tag.score >= least);
}

export function collect(compiled: Compiled, hits: readonly Hit[]): Map<number, RuleHits> {
  const byRule = new Map<number, RuleHits>();
  const of = (rule: number) => {
    let found = byRule.get(rule);
    if (!found) {
      found = { plain: [], sides: new Map(), frames: new Map(), needed: false };
      byRule.set(rule, found);
    }
    return found;
  };
  for (const hit of hits)
    for (const use of compiled.uses[hit[0]]!) {
      if (use.kind === 'rule') {
        if (use.slot === 'needs') of(use.rule).needed = true;
        else of(use.rule).plain.push({ slot: use.slot, word: hit[0], start: hit[1], end: hit[2] });
      } else if (use.kind === 'pair') {
        const sides = of(use.rule).sides;
        let pair = sides.get(use.pair);
        if (!pair) {
          pair = { first: [], second: [], through: [] };
          sides.set(use.pair, pair);
        }
        pair[use.side].push(hit);
      } else if (use.kind === 'frame') {
        const { frames } = of(use.rule);
        let parts = frames.get(use.frame);
        if (!parts) {
          parts = Array.from(
            { length: compiled.rules[use.rule]!.frames[use.frame]!.of.length + 1 },
            () => [],
          );
          frames.set(use.frame, parts);
        }
        if (parts[use.part]!.length < mostHits) parts[use.part]!.push(hit);
      }
    }
  return byRule;
}

function scoreRule(
  rule: CompiledRule,
  reading: Reading,
  hits: RuleHits,
  assertion: Assertion,
  weights: TopicsSection['weights'],
  offices: readonly number[],
): { tag: Tag; byOffice: boolean; told: boolean } | null {
  const { force } = assertion;
  const reasons = [
    ...wordReasons(hits, force, weights),
    ...pairReasons(rule, reading, hits, force, offices),
    ...frameReasons(rule, reading, hits, assertion, offices),
  ];
  const best = new Map<string, Reason>();
  for (const reason of reasons) {
    const before = best.get(reason.key);
    if (!before || reason.weight > before.weight) best.set(reason.key, reason);
  }
  const own = [...best.values()].filter((r) => !r.key.startsWith('context'));
  const context = [...best.values()].filter((r) => r.key.startsWith('context'));
  if (own.length === 0) return null;
  const missing = own.reduce((rest, r) => rest * (1 - r.weight), 1);
  const help = Math.min(
    weights.contextCap,
    context.reduce((sum, r) => sum + r.weight, 0),
  );
  const score = Math.min(0.99, Math.round((1 - missing * (1 - help)) * 100) / 100);
  if (score < weights.threshold) return null;
  const byOffice = own.some((r) => r.byOffice);
  const told = own.some((r) => !r.key.startsWith('word'));
  return { tag: { code: rule.code, score, evidence: evidenceOf(reading, own) }, byOffice, told };
}

/** The few shortest telling quotes: the pair's stretch, or the word with its clause where that is short. */
function evidenceOf(reading: Reading, reasons: readonly Reason[]): Span[] {
  const chosen = [...reasons].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, quotes);
  const spans = chosen.map((r) => quoteOf(reading, r)).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else kept.push({ ...span });
  }
  return kept.map((span) => toSource(reading, span));
}

function quoteOf(reading: Reading, { start, end }: Reason): Span {
  const clause = reading.clauses[clauseAt(reading, start)];
  if (clause && clause.start <= start && clause.end >= end && clause.end - clause.start <= longestQuote)
    return { start: clause.start, end: clause.end };
  return withinParagraph(reading.text, { start, end });
}

/** A quote never runs over the end of a paragraph: the longer side of it is kept. */
function withinParagraph(text: string, { start, end }: Span): Span {
  let best = { start, end: start };
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 || feed > end ? end : feed;
    if (to - from > best.end - best.start) best = { start: from, end: to };
    from = to + 1;
  }
  return best.end > best.start ? best : { start, end };
}

/** Mentions that serve rules as words (`@money`), moved into the reading's coordinates. */
export function mentionHits(compiled: Compiled, reading: Reading, sealed: Sealed): Hit[] {
  const hits: Hit[] = [];
  for (const mention of sealed.mentions) {
    const word = compiled.mentionWords.get(`@${mention.type}`);
    if (word === undefined) continue;
    const start = fromSource(reading, mention.start);
    const end = fromSource(reading, mention.end);
    if (end > start) hits.push([word, start, end]);
  }
  return hits;
}

/** First offset of the reading at or behind an offset of the original text. */
export function fromSource(reading: Reading, offset: number): number {
  return firstAtOrAfter(reading.offsets.length - 1, (i) => reading.offsets[i]!, offset);
}
