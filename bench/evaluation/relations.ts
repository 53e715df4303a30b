import { basename } from 'node:path';
import { type Count, plain, type RegisterRecord, type Relation, relations } from '../../domain/index.js';
import type { Expected } from '../../samples/expected.js';
import { nearestText } from '../edit-distance.js';

const word = (relation: Relation) => `${relations[relation].zh} (${relation})`;

export interface RelationScores {
  /** Pairs of items under one clue. */
  pairs: Count;
  /** Of the files found in the register, those with the labelled relation. */
  relation: Count;
  /** Expected files that no record holds. */
  absent: string[];
  leaks: { file: string; kind: string }[];
  misses: string[];
}

/** Scores which items of files the register put under one clue, and how it related each to its clue. */
export function evaluateRelations(
  records: readonly RegisterRecord[],
  expected: readonly Expected[],
): RelationScores {
  const sources = records.flatMap((record) =>
    record.sources.map((source) => ({ record, source, file: basename(source.file) })),
  );
  const holders = new Map(
    expected.flatMap((e) => {
      const found = sources.filter(({ file, source }) => file === e.file && source.row === e.row);
      const holder = nearestText(found, ({ source }) => source.text, e.text);
      return holder ? [[keyOf(e), { record: holder.record, relation: holder.source.relation }] as const] : [];
    }),
  );
  const found = pairsBy([...holders].map(([item, { record }]) => [item, record.clueNo]));
  const wanted = pairsBy(expected.map((e) => [keyOf(e), e.family]));
  const scores: RelationScores = {
    pairs: {
      right: [...found].filter((p) => wanted.has(p)).length,
      found: found.size,
      wanted: wanted.size,
    },
    relation: { right: 0, found: 0, wanted: expected.length },
    absent: [],
    leaks: [],
    misses: [
      ...[...wanted].filter((p) => !found.has(p)).map((p) => `应并未并 not together: ${p}`),
      ...[...found].filter((p) => !wanted.has(p)).map((p) => `误并 wrongly together: ${p}`),
    ],
  };
  for (const e of expected) {
    const holder = holders.get(keyOf(e));
    if (!holder) {
      scores.absent.push(e.file);
      continue;
    }
    scores.relation.found++;
    if (holder.relation === e.relation) scores.relation.right++;
    else scores.misses.push(`${e.file}: ${word(holder.relation)}, should be ${word(e.relation)}`);
    const line = plain(JSON.stringify(holder.record));
    for (const { kind, value } of e.informant)
      if (line.includes(plain(value))) scores.leaks.push({ file: e.file, kind });
  }
  return scores;
}

const keyOf = ({ file, ordinal }: Expected) => (ordinal === 0 ? file : `${file} (${ordinal + 1})`);

function pairsBy(members: readonly (readonly [file: string, group: string])[]): Set<string> {
  const pairs = new Set<string>();
  for (const [file, group] of members)
    for (const [other, otherGroup] of members)
      if (file < other && group === otherGroup) pairs.add(`${file} + ${other}`);
  return pairs;
}
