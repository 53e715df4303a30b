import { basename } from 'node:path';
import type { RegisterRecord } from '../domain/index.js';
import type { Expected } from '../samples/expected.js';
import { type Count, plain } from './scoring.js';

export interface RelationScores {
  /** Pairs of files under one clue. */
  pairs: Count;
  /** Of the files found in the register, those with the labelled relation. */
  relation: Count;
  /** Expected files that no record holds. */
  absent: string[];
  leaks: { file: string; kind: string }[];
  misses: string[];
}

/** Scores which files the register put under one clue, and how it related each to its clue. */
export function evaluateRelations(
  records: readonly RegisterRecord[],
  expected: readonly Expected[],
): RelationScores {
  const known = new Set(expected.map((e) => e.file));
  const holders = new Map<string, { record: RegisterRecord; relation: string }>();
  for (const record of records) {
    for (const source of record.sources) {
      const file = basename(source.file);
      if (known.has(file)) holders.set(file, { record, relation: source.relation });
    }
  }
  const found = pairsBy([...holders].map(([file, { record }]) => [file, record.clueNo]));
  const wanted = pairsBy(expected.map((e) => [e.file, e.family]));
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
      ...[...wanted].filter((p) => !found.has(p)).map((p) => `not together: ${p}`),
      ...[...found].filter((p) => !wanted.has(p)).map((p) => `wrongly together: ${p}`),
    ],
  };
  for (const e of expected) {
    const holder = holders.get(e.file);
    if (!holder) {
      scores.absent.push(e.file);
      continue;
    }
    scores.relation.found++;
    if (holder.relation === e.relation) scores.relation.right++;
    else scores.misses.push(`${e.file}: ${holder.relation}, should be ${e.relation}`);
    const line = plain(JSON.stringify(holder.record));
    for (const { kind, value } of e.informant)
      if (line.includes(plain(value))) scores.leaks.push({ file: e.file, kind });
  }
  return scores;
}

function pairsBy(members: readonly (readonly [file: string, group: string])[]): Set<string> {
  const pairs = new Set<string>();
  for (const [file, group] of members)
    for (const [other, otherGroup] of members)
      if (file < other && group === otherGroup) pairs.add(`${file} + ${other}`);
  return pairs;
}
