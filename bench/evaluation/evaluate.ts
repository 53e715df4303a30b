import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Count, RegisterRecord } from '../../domain/index.js';
import { loadLexicon } from '../../lexicon/index.js';
import { accusedIn } from '../../pipelines/filing/index.js';
import { type Expected, readExpected } from '../../samples/expected.js';
import { typedPapers } from '../../samples/typed/index.js';
import { unseenPapers } from '../../samples/unseen/index.js';
import { describeMisses } from './miss-words.js';
import { evaluateRelations, type RelationScores } from './relations.js';
import { type Actual, evaluate, type Scores } from './scoring.js';
import type { ReadText } from './text-reader.js';

/** The doors through which the product is measured. */
export interface Measured {
  inspect(path: string): Promise<ReadText>;
  /** Reads a paper of which there is only the text. */
  read(text: string, receivedOn: string): Promise<ReadText>;
  /** Takes all files of the folder into a new register and gives its export lines. */
  register?(folder: string): Promise<RegisterRecord[]>;
}

const usage = `npm run evaluate -- [--samples DIR | --typed | --unseen] [--misses] [--json] [--only WORD] [--no-register]
  DIR holds files/ and expected/ (default: samples)
  --typed: papers as text; --unseen: such papers that no rule was written for`;

/**
 * Measures the product on a sample folder or on papers as text and prints precision, recall and F1.
 *
 * @returns the exit code: 1 where a sealed value leaked or a file gave nothing, 2 for a wrong option.
 */
export async function run(argv: readonly string[], measured: Measured): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(argv);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const files = join(options.samples, 'files');
  const asText = options.unseen ? unseenPapers : options.typed ? typedPapers : null;
  const wanted = asText ?? readExpected(options.samples);
  const expected = wanted.filter((e) => e.file.includes(options.only ?? ''));
  const read = ({ file, text, receivedOn }: Expected) =>
    asText ? measured.read(text, receivedOn) : measured.inspect(join(files, file));
  const actual: Actual[] = [];
  const names = [...new Set(expected.map((e) => e.file))];
  for (const [index, file] of names.entries()) {
    try {
      const papers = expected.filter((e) => e.file === file);
      actual.push(...actualOf(file, await read(papers[0]!), papers.length));
    } catch (error) {
      console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${names.length} `);
  }
  const scores = evaluate(actual, expected);
  const filed = options.register && !options.only && !asText;
  const records = filed ? await measured.register?.(files) : undefined;
  const relations = records ? evaluateRelations(records, expected) : null;
  if (options.json) console.log(JSON.stringify({ ...scores, relations }, null, 1));
  else console.log(report(scores, relations, options.misses).join('\n'));
  const absent = scores.absent.length + (relations?.absent.length ?? 0);
  return absent + scores.leaks.length + (relations?.leaks.length ?? 0) > 0 ? 1 : 0;
}

function readOptions(argv: readonly string[]) {
  const { values } = parseArgs({
    args: [...argv],
    allowNegative: true,
    options: {
      samples: { type: 'string', default: 'samples' },
      typed: { type: 'boolean', default: false },
      unseen: { type: 'boolean', default: false },
      only: { type: 'string' },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      register: { type: 'boolean', default: true },
    },
  });
  return values;
}

/**
 * Reads one file's artefacts as the register will show them, item by item: what is sealed stays out. Items beyond
 * those that are wanted count with the last of these.
 *
 * @throws {Error} where the file gave no item.
 */
export function actualOf(file: string, document: ReadText, wanted: number): Actual[] {
  if (document.topics.length === 0) throw new Error('no item came out');
  const shown = document.sealed.map(({ informant: _, ...rest }) => rest);
  const count = Math.min(wanted, shown.length);
  return Array.from({ length: count }, (_, ordinal) => {
    const own = <T>(all: readonly T[]) =>
      ordinal === count - 1 ? all.slice(ordinal) : all.slice(ordinal, ordinal + 1);
    const { petitionClass, source, channel, signature } = document.topics[ordinal]!;
    return {
      file,
      ordinal,
      text: own(document.items)
        .map((item) => item.text)
        .join('\n'),
      petitionClass,
      source,
      channel,
      signature,
      // The class of an item says whether the register shows anybody as accused by it.
      accused: own(shown).flatMap((s, i) =>
        accusedIn(s, own(document.topics)[i]!.petitionClass).map(({ name, organisation, position }) => ({
          name,
          organisation,
          position,
        })),
      ),
      entities: own(shown).flatMap((s) =>
        s.mentions
          .filter((m) => !m.text.includes('▇'))
          .map(({ type, text, value }) => ({ type, text, value })),
      ),
      topics: own(document.topics).flatMap((t) => t.topics.map((tag) => tag.code)),
      offences: own(document.topics).flatMap((t) => t.offences.map((tag) => tag.code)),
      informant: own(document.sealed).flatMap((s) => s.informant.map((i) => i.value)),
      outside: JSON.stringify([own(shown), own(document.topics)]),
    };
  });
}

function report(scores: Scores, relations: RelationScores | null, misses: boolean): string[] {
  const lines = [`${scores.files} files`, '', row('', 'precision', 'recall', 'F1', 'right/found/wanted')];
  for (const [what, count] of Object.entries(scores.counts)) lines.push(countRow(what, count));
  lines.push('');
  for (const [what, count] of Object.entries(scores.values)) lines.push(shareRow(`value of ${what}`, count));
  for (const [what, count] of Object.entries(scores.accuracy))
    lines.push(shareRow(`${what} accuracy`, count));
  lines.push('');
  for (const [what, { errors, characters }] of Object.entries(scores.recognition))
    lines.push(
      row(`recognition error, ${what}`, percent(errors, characters), '', '', `${errors}/${characters}`),
    );
  if (relations) {
    lines.push('', countRow('duplicates: pairs', relations.pairs));
    lines.push(shareRow('relation accuracy', relations.relation));
  }
  const leaks = [...scores.leaks, ...(relations?.leaks ?? [])];
  lines.push('', `leaks of the informant: ${leaks.length}`);
  for (const leak of leaks) lines.push(`  ${leak.kind}  ${leak.file}`);
  for (const file of scores.absent) lines.push(`nothing came out of ${file}`);
  for (const file of relations?.absent ?? []) lines.push(`not in the register: ${file}`);
  if (misses) {
    lines.push('', ...describeMisses(scores.misses, loadLexicon()), ...(relations?.misses ?? []));
  }
  return lines;
}

function row(name: string, ...cells: string[]): string {
  return [name.padEnd(42), ...cells.map((c) => c.padStart(10))].join(' ').trimEnd();
}

function countRow(name: string, { right, found, wanted }: Count): string {
  const f1 = percent(2 * right, found + wanted);
  return row(name, percent(right, found), percent(right, wanted), f1, `${right}/${found}/${wanted}`);
}

function shareRow(name: string, { right, wanted }: Count): string {
  return row(name, percent(right, wanted), '', '', `${right}/${wanted}`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;
}
