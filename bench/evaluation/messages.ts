import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PetitionClass } from '../../domain/index.js';
import { loadLexicon } from '../../lexicon/index.js';
import { createReader } from './reader.js';

interface Message {
  id: string;
  title: string;
  body: string;
}

/**
 * The false-alarm rate of the class: how many of a government mailbox's messages, nearly all about matters of
 * others, are classed as report. `--data DIR` holds `messages.jsonl`; `--misses` lists the reports among them.
 *
 * @throws {Error} where no folder is given or its file cannot be read.
 */
export function run(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, misses: { type: 'boolean', default: false } },
  });
  if (values.data === undefined) throw new Error('npm run bench -- messages --data DIR [--misses]');
  const messages = readFileSync(join(values.data, 'messages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message);
  const read = createReader(loadLexicon());
  const classes = new Map<PetitionClass, number>();
  const reports: string[] = [];
  for (const { id, title, body } of messages) {
    const found = read.topics(`${title}\n${body}`);
    classes.set(found.petitionClass, (classes.get(found.petitionClass) ?? 0) + 1);
    if (found.petitionClass === 'report')
      reports.push(
        `${id}\t${[...found.topics, ...found.offences].map((t) => t.code).join(' ')}\t${title}\t${body}`,
      );
  }
  console.log(`${messages.length} messages`);
  for (const [name, count] of [...classes].sort((a, b) => b[1] - a[1]))
    console.log(
      `${name.padEnd(14)}${String(count).padStart(6)}${`${((100 * count) / messages.length).toFixed(1)}%`.padStart(8)}`,
    );
  if (values.misses) for (const line of reports) console.log(line);
}
