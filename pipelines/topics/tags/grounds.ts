import type { Span } from '../../../domain/index.js';
import type { WeightsByCode } from '../../weighing/index.js';
import { clauseAt, type Reading } from '../layout.js';
import { hearsayClauses } from '../suppression/index.js';
import { longestQuote } from './reasons.js';
import type { Finding } from './rules.js';
import type { Signs } from './signs.js';

/** A stretch that a tag rests on, with how much it says for it, in log-odds. */
export interface Ground extends Span {
  weight: number;
  /** The writer only heard it. */
  isHearsay: boolean;
}

/** What a paper is quoted from. */
export interface Quotable {
  reading: Reading;
  heading: readonly Span[];
  /** Where persons, units and posts are named: whose they are is told by a clause, not what was done. */
  named: readonly Span[];
}

/** What a rule's own reason adds to its clause: what the rule asks for is a deed, not a word that others liked. */
const ofRule = 2;
/** A clause that says less is no ground, and none is quoted that says so much less than the best. */
const least = 0.5;
const leastShare = 0.8;
/** How much the clauses beside it in its sentence say for a clause: a sum is lowered in one and its reason told in the next. */
const ofBeside = 0.5;
/** What the writer only heard says so much of what it would from himself: what he saw is quoted before it. */
const ofHearsay = 0.5;
/** What is asked of the reader, and who writes and how, prove nothing of whom the paper accuses. */
const ofWriting =
  /^(?:恳请|希望|盼望|特此|请(?!客|吃|了|他|托)|(?:强烈)?要求(?:上级|组织|领导|纪委|查))|^(?:以上|上述)[^，]{0,6}(?:属实|情况)|[实匿署]名|保密|有据可查|举报人|联系(?:电话|方式|我)|(?:配合|协助)[^，]{0,4}(?:调查|核查)|^(?:此致|敬礼)/;

/**
 * For each tag the clauses of the paper that say most for it by the weights that gave it. The heading is quoted only
 * where nothing else can be; a clause that only names somebody, asks for something or speaks of the writing never.
 *
 * @param place of each tag among the codes of the weights; -1 where nothing was learned of it
 * @returns in the order of the tags, each most telling first; empty where nothing carries the tag
 */
export function groundsOf(
  { reading, heading, named }: Quotable,
  tags: readonly { place: number; finding: Finding | undefined }[],
  signs: Signs,
  { bySign }: WeightsByCode,
): Ground[][] {
  const tagAt = new Map(tags.flatMap(({ place }, tag) => (place < 0 ? [] : [[place, tag] as const])));
  const isNamed = new Uint8Array(reading.text.length + 1);
  for (const { start, end } of named) isNamed.fill(1, start, end);
  const heaps = tags.map(() => new Map<number, Heap>());
  for (const [name, { value, places }] of signs) {
    const own = places.length > 0 ? bySign.get(name) : undefined;
    if (own === undefined) continue;
    for (let i = 0; i < own.places.length; i++) {
      const tag = tagAt.get(own.places[i]!);
      if (tag === undefined) continue;
      let last = -1;
      for (const span of places) {
        const clause = clauseAt(reading, span.start);
        if (clause === last || isNamed[span.start] === 1) continue;
        last = clause;
        heap(heaps[tag]!, clause, span, own.weights[i]! * value);
      }
    }
  }
  const inHeading = ({ start }: Span) => heading.some((h) => h.start <= start && start < h.end);
  const heard = hearsayClauses(reading);
  const kinds = new Map<number, Kind>();
  const kindOf = (clause: number): Kind => {
    let kind = kinds.get(clause);
    if (kind === undefined) {
      const span = reading.clauses[clause]!;
      const words = reading.text.slice(span.start, span.end);
      kind = words.length <= longestQuote && ofWriting.test(words) ? 'empty' : 'telling';
      if (inHeading(span)) kind = 'heading';
      kinds.set(clause, kind);
    }
    return kind;
  };
  return tags.map(({ finding }, tag) => {
    for (const reason of finding?.own ?? []) {
      const { start, end } = reason.again && inHeading(reason) ? reason.again : reason;
      heap(heaps[tag]!, clauseAt(reading, start), { start, end }, ofRule * reason.weight, true);
    }
    const own = heaps[tag]!;
    const all = [...own]
      .filter(([, { weight }]) => weight >= least)
      .map(([clause, found]): [number, Heap] => [
        clause,
        {
          ...found,
          weight:
            (found.weight + ofBeside * besides(reading, own, clause)) * (heard[clause] === 1 ? ofHearsay : 1),
        },
      ]);
    const of = (kind: Kind) => all.filter(([clause]) => kindOf(clause) === kind);
    const told = of('telling');
    const best = (told.length > 0 ? told : of('heading')).sort(([, a], [, b]) => b.weight - a.weight);
    return best
      .filter(([, { weight }]) => weight >= leastShare * best[0]![1].weight)
      .map(([clause, found]) => ({
        ...stretchOf(reading, clause, found),
        weight: found.weight,
        isHearsay: heard[clause] === 1,
      }));
  });
}

/** What the clauses before and behind say that are of the same sentence. */
function besides({ sentenceOf }: Reading, own: ReadonlyMap<number, Heap>, clause: number): number {
  let sum = 0;
  for (const other of [clause - 1, clause + 1])
    if (sentenceOf[other] === sentenceOf[clause]) sum += Math.max(0, own.get(other)?.weight ?? 0);
  return sum;
}

type Kind = 'telling' | 'empty' | 'heading';

/** All that one clause says for one tag. */
interface Heap {
  weight: number;
  /** What says most in it. */
  best: Span;
  most: number;
}

function heap(
  heaps: Map<number, Heap>,
  clause: number,
  { start, end }: Span,
  says: number,
  ofARule = false,
): void {
  const most = ofARule ? 100 * says : says;
  const before = heaps.get(clause);
  if (!before) {
    heaps.set(clause, { weight: says, best: { start, end }, most });
    return;
  }
  before.weight += says;
  if (most > before.most) {
    before.best = { start, end };
    before.most = most;
  }
}

/** The clause, or where that is too long to be quoted what says most in it; with what else a rule's reason takes in. */
function stretchOf({ clauses }: Reading, clause: number, { best }: Heap): Span {
  const own = clauses[clause]!;
  const start = Math.min(own.start, best.start);
  const end = Math.max(own.end, best.end);
  return end - start <= longestQuote ? { start, end } : best;
}
