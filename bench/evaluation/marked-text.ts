import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EntityType } from '../../domain/index.js';
import { loadLexicon } from '../../lexicon/index.js';
import { createReader } from './reader.js';

interface Row {
  text: string;
  entities: [type: string, text: string][];
}
interface Count {
  right: number;
  found: number;
  wanted: number;
  /** Marked stretches that some found one overlaps. */
  touched: number;
  missed: Map<string, number>;
  extra: Map<string, number>;
}

/** Sets of marked sentences by the bench's name: the file and, for each mark of it, our type. */
const sets: Readonly<Record<string, { file: string; types: Readonly<Record<string, EntityType>> }>> = {
  'money-and-time': { file: 'money-and-time.jsonl', types: { money: 'money', time: 'date' } },
  entities: {
    file: 'entities.jsonl',
    types: { person: 'person', organisation: 'organisation', position: 'position', place: 'place' },
  },
};

/**
 * Precision, recall and F1 on marked sentences, by type: `--data DIR` holds the set's file, one JSON object of
 * `text` and `entities` ([type, text]) a line. `--misses` lists what was missed and what was too much.
 *
 * @throws {Error} where no folder is given or its file cannot be read.
 */
export function run(name: string, argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, misses: { type: 'boolean', default: false } },
  });
  const set = sets[name];
  if (set === undefined || values.data === undefined)
    throw new Error(`npm run bench -- ${name} --data DIR [--misses]`);
  const rows = readFileSync(join(values.data, set.file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const read = createReader(loadLexicon());
  const counts = new Map<string, Count>();
  for (const row of rows) {
    const { mentions } = read.entities(row.text);
    for (const [mark, type] of Object.entries(set.types))
      compare(
        countOf(counts, mark),
        row.entities.filter(([m]) => m === mark).map(([, text]) => text),
        mentions.filter((m) => m.type === type).map((m) => m.text),
      );
  }
  console.log(`${rows.length} sentences of ${set.file}`);
  console.log(
    `${''.padEnd(14)}${['precision', 'recall', 'F1', 'recall by overlap'].map((h) => h.padStart(18)).join('')}`,
  );
  for (const [mark, { right, found, wanted, touched }] of counts)
    console.log(
      mark.padEnd(14) +
        [
          percent(right, found),
          percent(right, wanted),
          percent(2 * right, found + wanted),
          percent(touched, wanted),
        ]
          .map((cell) => cell.padStart(18))
          .join('') +
        `   ${right}/${found}/${wanted}`,
    );
  if (values.misses)
    for (const [mark, { missed, extra }] of counts) {
      for (const [what, words] of [
        ['missed', missed],
        ['extra', extra],
      ] as const)
        for (const [word, times] of [...words].sort((a, b) => b[1] - a[1]))
          console.log(`${mark}\t${what}\t${times}\t${word}`);
    }
}

function countOf(counts: Map<string, Count>, mark: string): Count {
  const count = counts.get(mark) ?? {
    right: 0,
    found: 0,
    wanted: 0,
    touched: 0,
    missed: new Map(),
    extra: new Map(),
  };
  counts.set(mark, count);
  return count;
}

/** Each marked stretch takes one found stretch of the same words. */
function compare(count: Count, wanted: readonly string[], found: readonly string[]): void {
  const left = [...found];
  count.wanted += wanted.length;
  count.found += found.length;
  for (const text of wanted) {
    const same = left.indexOf(text);
    if (same >= 0) {
      count.right += 1;
      left.splice(same, 1);
    } else count.missed.set(text, (count.missed.get(text) ?? 0) + 1);
    if (found.some((other) => other.includes(text) || text.includes(other))) count.touched += 1;
  }
  for (const text of left) count.extra.set(text, (count.extra.get(text) ?? 0) + 1);
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
