import { addCount, type Count, compareSets, type Span } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import {
  chooseSites,
  readEntities,
  type SiteCandidate,
  type SiteWeights,
} from '../../pipelines/entities/index.js';
import type { Expected } from '../../samples/expected.js';
import { readItems } from '../evaluation/index.js';
import { learn, type Row } from './learn.js';
import { occurrences, sharesOf } from './measures.js';
import { papersByWriter } from './papers/index.js';

/** What a stretch may be, with the file of weights that says so. */
const kinds = { places: 'place', projects: 'project', firms: 'organisation' } as const;
type File = keyof typeof kinds;
type Kind = (typeof kinds)[File];

/** A part of a labelled paper with its candidates. */
interface Part {
  group: string;
  expected: Expected;
  text: string;
  candidates: readonly SiteCandidate[];
  /** Persons' names, which hide places. */
  persons: readonly { start: number; end: number }[];
}

/** Learns what speaks for a place, for something built and for a unit, and prints how those of each writer are read by weights learned from the others. */
export async function learnSites(lexicon: Lexicon): Promise<Record<File, Weights>> {
  const parts = await partsOf(lexicon);
  for (const type of Object.values(kinds)) reach(parts, type);
  const all = noCounts();
  for (const group of new Set(parts.map((p) => p.group))) {
    const weights = learnAll(parts.filter((p) => p.group !== group));
    const counts = noCounts();
    const own = parts.filter((p) => p.group === group);
    for (const expected of new Set(own.map((p) => p.expected)))
      count(
        expected,
        own.filter((p) => p.expected === expected),
        weights,
        counts,
      );
    for (const kind of Object.values(kinds)) {
      console.log(`${group.padEnd(8)} ${kind.padEnd(12)} ${sharesOf(counts[kind])}`);
      addCount(all[kind], counts[kind]);
    }
  }
  for (const kind of Object.values(kinds))
    console.log(`${'all'.padEnd(8)} ${kind.padEnd(12)} ${sharesOf(all[kind])}`);
  return learnAll(parts);
}

const noCounts = (): Record<Kind, Count> => ({
  place: { right: 0, found: 0, wanted: 0 },
  project: { right: 0, found: 0, wanted: 0 },
  organisation: { right: 0, found: 0, wanted: 0 },
});

/** Adds what is chosen in a paper's parts, beside the units of the grammar over which nothing is chosen. */
function count(
  expected: Expected,
  parts: readonly Part[],
  weights: SiteWeights,
  counts: Record<Kind, Count>,
): void {
  const found: Record<Kind, Set<string>> = { place: new Set(), project: new Set(), organisation: new Set() };
  for (const { text, candidates, persons } of parts) {
    const chosen = chooseSites(candidates, weights);
    const units = candidates.filter((c) => c.evidence.has('is unit') && !chosen.some((s) => meet(s, c)));
    for (const { type, start, end } of [
      ...chosen,
      ...units.map((u) => ({ ...u, type: 'organisation' }) as const),
    ])
      if (!persons.some((p) => meet(p, { start, end })) || type === 'organisation')
        found[type].add(text.slice(start, end));
  }
  for (const kind of Object.values(kinds)) {
    const wanted = namesOf(expected, kind);
    addCount(counts[kind], compareSets([...found[kind]], [...wanted]).count);
  }
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

const settings = { ridge: 0.5, least: 8 };
/** A name missed costs more than one too many: there are forty stretches that are none for each that is one. */
const countOfRight = 2;
/** A short paper is one sentence for a form of which longer papers have few. */
const countOfShort = 4;
const lean = 0.6;
/** Weights nearer 0 change no choice. */
const least = 0.03;

const learnAll = (parts: readonly Part[]): Record<File, Weights> => ({
  places: learnFrom(rowsOf(parts, 'place')),
  projects: learnFrom(rowsOf(parts, 'project')),
  firms: learnFrom(rowsOf(parts, 'organisation')),
});

function learnFrom(rows: readonly Row[]): Weights {
  const { bias, weights } = learn(rows, settings);
  const telling = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= least);
  return { bias: Math.round((bias + lean) * 1000) / 1000, weights: Object.fromEntries(telling) };
}

const namesOf = ({ entities }: Expected, type: Kind) =>
  new Set(entities.filter((e) => e.type === type).map((e) => e.text));

/** How many labelled names are a candidate at all. */
function reach(parts: readonly Part[], type: Kind): void {
  let [reached, wanted, all] = [0, 0, 0];
  for (const { expected, text, candidates } of parts) {
    all += candidates.length;
    const texts = new Set(candidates.map((c) => text.slice(c.start, c.end)));
    for (const name of namesOf(expected, type)) {
      wanted++;
      if (texts.has(name)) reached++;
    }
  }
  console.log(`${type}: ${reached} of ${wanted} among ${all} candidates of ${parts.length} papers`);
}

/** A candidate is right where the paper's label has its text and no longer name of any kind stands over it. */
function rowsOf(parts: readonly Part[], type: Kind): Row[] {
  return parts.flatMap(({ group, expected, text, candidates }) => {
    const names = namesOf(expected, type);
    const longer = expected.entities.flatMap((e) => occurrences(text, e.text));
    return candidates.map(({ start, end, evidence }): Row => {
      const right =
        names.has(text.slice(start, end)) &&
        !longer.some((l) => l.start <= start && end <= l.end && l.end - l.start > end - start);
      return {
        group,
        evidence,
        right,
        count: (right ? countOfRight : 1) * (group === 'short' ? countOfShort : 1),
      };
    });
  });
}

async function partsOf(lexicon: Lexicon): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [group, papers] of papersByWriter())
    for (const expected of papers) {
      const { items, words } = await readItems(expected.text, lexicon);
      for (const [i, item] of items.entries()) {
        const candidates: SiteCandidate[] = [];
        const receipt = { receivedOn: expected.receivedOn, channel: null };
        const { mentions } = readEntities(item, words[i]!, receipt, lexicon, {
          sites: (seen) => candidates.push(...seen),
        });
        const persons = mentions.filter((m) => m.type === 'person');
        const sealed = expected.informant.flatMap(({ value }) => occurrences(item.text, value));
        const open = candidates.filter((c) => !sealed.some((s) => s.start < c.end && c.start < s.end));
        parts.push({ group, expected, text: item.text, candidates: open, persons });
      }
    }
  return parts;
}
