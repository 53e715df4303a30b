import { addCount, type Count, compareSets } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { chooseSuspects, readItem, suspectsOf, unitSuspectsOf } from '../../pipelines/entities/index.js';
import { accusing } from '../../pipelines/filing/index.js';
import { normaliseText } from '../../pipelines/normalisation/index.js';
import { weigh } from '../../pipelines/weighing/index.js';
import { mailbox } from '../../samples/boards/index.js';
import { type Expected, readExpected } from '../../samples/expected.js';
import { papersByWriter } from '../../samples/typed/index.js';
import { readItems } from '../evaluation/index.js';
import { crossValidate, learn, type Row } from './learn.js';

type Named = Row & { name: string; row?: Set<string> };

/** One item of a labelled paper with all who may be accused in it. */
interface Case {
  group: string;
  /** Its class is one of those that accuse: of the others nothing is learned, they show nobody as accused. */
  accuses: boolean;
  persons: Named[];
  units: Named[];
  wanted: { persons: string[]; units: string[] };
}

/** Learns who is accused, and prints by writer how well names and units are chosen with what the other writers' papers teach. */
export async function learnAccused(lexicon: Lexicon): Promise<Weights> {
  const cases: Case[] = [];
  for (const [writer, papers] of Object.entries({
    ...papersByWriter,
    letters: readExpected('samples'),
    mailbox,
  }))
    for (const paper of papers) cases.push(...(await casesOf(paper, writer, lexicon)));
  const counts = new Map<string, Record<'persons' | 'units', Count>>();
  crossValidate(cases, learnFrom, (one, weights) => {
    if (!one.accuses) return;
    const count = counts.get(one.group) ?? { persons: zero(), units: zero() };
    counts.set(one.group, count);
    const persons = chooseSuspects(one.persons, weights).map(({ name }) => name);
    const [unit] = persons.length > 0 ? [] : chosenUnits(one.units, weights);
    addCount(count.persons, compareSets(persons, one.wanted.persons).count);
    addCount(count.units, compareSets(unit === undefined ? [] : [unit], one.wanted.units).count);
  });
  for (const [writer, { persons, units }] of counts)
    console.log(`${writer.padEnd(10)} names ${shares(persons)}   units ${shares(units)}`);
  return learnFrom(cases);
}

const zero = (): Count => ({ right: 0, found: 0, wanted: 0 });

const shares = ({ right, found, wanted }: Count) =>
  [right / found, right / wanted, (2 * right) / (found + wanted)]
    .map((share) => (100 * share).toFixed(1).padStart(6))
    .join('') + ` ${right}/${found}/${wanted}`.padEnd(12);

const chosenUnits = (units: readonly Named[], weights: Weights): string[] =>
  units
    .map(({ name, evidence }) => ({ name, weight: weigh(weights, evidence) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ name }) => name);

/** Units are looked for only where no person is accused. */
const learnFrom = (cases: readonly Case[]): Weights =>
  learn(
    cases
      .filter((c) => c.accuses)
      .flatMap((c) => [...c.persons, ...(c.wanted.persons.length === 0 ? c.units : [])]),
    { ridge: 2, least: 4 },
  );

async function casesOf(paper: Expected, group: string, lexicon: Lexicon): Promise<Case[]> {
  const { items, words } = await readItems(paper.text, lexicon);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const accuses = paper.petitionClass === undefined || accusing.has(paper.petitionClass);
  const named = paper.accused.flatMap((a) => (a.name ? [normaliseText(a.name).text] : []));
  const units = paper.accused.flatMap((a) => (a.name || !a.organisation ? [] : [a.organisation]));
  const read = items.map((item, i) => {
    const { alleged, told, spared } = readItem(item, words[i]!, receipt, lexicon);
    return { persons: suspectsOf(alleged, told, spared), units: unitSuspectsOf(alleged) };
  });
  const all = new Set(read.flatMap((r) => r.persons.map((p) => p.name)));
  // What is read of a name that is not read whole teaches nothing of who is accused.
  const unread = named.filter((name) => !all.has(name));
  const partly = (name: string) => unread.some((u) => u.includes(name) || name.includes(u));
  return read.map(({ persons, units: bodies }, i) => {
    const own = persons.filter(({ name }) => named.includes(name)).map(({ name }) => name);
    const rest = i === 0 ? named.filter((name) => !all.has(name)) : [];
    return {
      group,
      accuses,
      persons: persons.map(({ name, evidence, row }) => {
        const right = named.includes(name);
        return { name, evidence, row, right, group, count: !right && partly(name) ? 0 : 1 };
      }),
      units: bodies.map(({ name, evidence }) => ({
        name,
        evidence,
        right: units.includes(name),
        group,
        count: units.includes(name) ? 3 : 1,
      })),
      wanted: { persons: [...own, ...rest], units: i === 0 ? units : [] },
    };
  });
}
