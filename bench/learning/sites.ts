import type { Lexicon, Weights } from '../../lexicon/index.js';
import { chooseSites, readEntities, type SiteCandidate } from '../../pipelines/entities/index.js';
import type { Expected } from '../../samples/expected.js';
import { readItems } from '../text-reader.js';
import { crossValidate, learn, type Row } from './learn.js';
import { occurrences } from './measures.js';
import { papersByWriter } from './papers.js';

type Kind = 'place' | 'project';

/** A part of a labelled paper with its candidates. */
interface Part {
  group: string;
  expected: Expected;
  text: string;
  candidates: readonly SiteCandidate[];
  /** Persons' names, which hide places. */
  persons: readonly { start: number; end: number }[];
}

/** Learns what speaks for a place, and prints how places and projects of each writer are read by weights learned from the others. */
export const learnPlaces = (lexicon: Lexicon): Promise<Weights> => learnKind(lexicon, 'place');

/** The same for what is built. */
export const learnProjects = (lexicon: Lexicon): Promise<Weights> => learnKind(lexicon, 'project');

async function learnKind(lexicon: Lexicon, kind: Kind): Promise<Weights> {
  const parts = await partsOf(lexicon);
  for (const type of ['place', 'project'] as const) reach(parts, type);
  const counts = new Map<string, Record<Kind, [right: number, found: number, wanted: number]>>();
  const both = { places: 'place', projects: 'project' } as const;
  let weightsOf: { places: Weights; projects: Weights } | undefined;
  let last = '';
  const papers = [...new Set(parts.map((p) => p.expected))].map((expected) => ({
    group: parts.find((p) => p.expected === expected)!.group,
    parts: parts.filter((p) => p.expected === expected),
  }));
  crossValidate(
    papers,
    (others) =>
      learnFrom(
        rowsOf(
          others.flatMap((o) => o.parts),
          'place',
        ),
      ),
    ({ group, parts: own }, places) => {
      if (last !== group) {
        const others = parts.filter((p) => p.group !== group);
        weightsOf = { places, projects: learnFrom(rowsOf(others, 'project')) };
        last = group;
      }
      const count = counts.get(group) ?? { place: [0, 0, 0], project: [0, 0, 0] };
      counts.set(group, count);
      for (const type of Object.values(both)) {
        const wanted = namesOf(own[0]!.expected, type);
        const found = new Set(
          own.flatMap((part) =>
            chooseSites(part.candidates, weightsOf!)
              .filter((s) => s.type === type && !part.persons.some((p) => p.start < s.end && s.start < p.end))
              .map((s) => part.text.slice(s.start, s.end)),
          ),
        );
        count[type][0] += [...found].filter((f) => wanted.has(f)).length;
        count[type][1] += found.size;
        count[type][2] += wanted.size;
      }
    },
  );
  const all: Record<Kind, number[]> = { place: [0, 0, 0], project: [0, 0, 0] };
  for (const [group, count] of counts)
    for (const type of Object.values(both)) {
      console.log(line(group, type, count[type]));
      for (const i of [0, 1, 2]) all[type][i]! += count[type][i]!;
    }
  for (const type of Object.values(both)) console.log(line('all', type, all[type]));
  return learnFrom(rowsOf(parts, kind));
}

const settings = { ridge: 1, least: 8 };
/** A name missed costs more than one too many: there are forty stretches that are none for each that is one. */
const countOfRight = 2;
const lean = 0.5;
/** Weights nearer 0 change no choice. */
const least = 0.03;

function learnFrom(rows: readonly Row[]): Weights {
  const { bias, weights } = learn(rows, settings);
  const telling = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= least);
  return { bias: Math.round((bias + lean) * 1000) / 1000, weights: Object.fromEntries(telling) };
}

const line = (group: string, type: Kind, [right = 0, found = 0, wanted = 0]: readonly number[]) =>
  `${group.padEnd(8)} ${type.padEnd(8)} F1 ${((200 * right) / (found + wanted)).toFixed(1)}  ${right}/${found}/${wanted}`;

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
      return { group, evidence, right, count: right ? countOfRight : 1 };
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
