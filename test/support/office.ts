import { copyFile, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateLetters, toDocx, toPdf, toTxt } from '../../bench/letters/index.js';
import { type RegisterRecord, recordSchema } from '../../domain/index.js';
import { type Outcome, runQidi } from './command.js';

/** Two pages of one sample, recognised within seconds. */
export const scans = ['2016-07-05-来信-安澜县缓缴.png', '2020-12-01-房产继承纠纷来信.png'] as const;

export function sampleFile(name: string): string {
  return fileURLToPath(new URL(`../../samples/files/${name}`, import.meta.url));
}

/** Files that intake need not wait for: they have been lying there for a minute. */
export async function putFile(path: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path, content);
  await makeOld(path);
  return path;
}

export async function makeOld(path: string): Promise<void> {
  const past = new Date(Date.now() - 60_000);
  await utimes(path, past, past);
}

/** A folder of generated letters in several formats, with repeats and out-of-scope ones, and of scans. */
export async function makeBatch(
  folder: string,
  letters: number,
  withScans: readonly string[] = [],
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const write = [toTxt, toDocx, toPdf, (text: string) => toTxt(text, 'gb18030')];
  const extensions = ['txt', 'docx', 'pdf', 'txt'];
  for (const letter of generateLetters({ seed: 7, count: letters, repeats: 0.3, errorRates: [0] })) {
    const kind = letter.id % write.length;
    const name = `${letter.receivedOn}-${String(letter.id).padStart(3, '0')}.${extensions[kind]}`;
    await putFile(join(folder, name), write[kind]!(letter.text));
  }
  for (const name of withScans) {
    await copyFile(sampleFile(name), join(folder, name));
    await makeOld(join(folder, name));
  }
  return folder;
}

/** The register by the command line, each record held against the schema. */
export async function exportRegister(env: Readonly<Record<string, string>>): Promise<RegisterRecord[]> {
  const outcome = await runQidi(['export', '--format', 'jsonl'], env);
  if (outcome.code !== 0) throw new Error(`export ended with ${outcome.code}: ${outcome.stderr}`);
  return outcome.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => recordSchema.parse(JSON.parse(line)));
}

/**
 * Records in a form in which two runs can be compared: clue numbers follow the order of filing, which differs
 * between runs; each is replaced by what the clue holds.
 */
export function canonical(records: readonly RegisterRecord[]): unknown[] {
  const nameOf = (record: RegisterRecord) =>
    record.sources.map((s) => `${s.file}:${s.sha256.slice(0, 12)}:${s.row ?? ''}`).join(' ');
  const names = new Map(records.map((r) => [r.clueNo, nameOf(r)]));
  return records
    .map((record) => ({
      ...record,
      clueNo: nameOf(record),
      sources: record.sources.map(({ id: _, receipt: __, ...source }) => source),
      linked: record.linked
        .map((l) => ({ ...l, clueNo: names.get(l.clueNo) ?? 'gone', why: [...l.why].sort() }))
        .sort((a, b) => (a.clueNo < b.clueNo ? -1 : 1)),
    }))
    .sort((a, b) => (a.clueNo < b.clueNo ? -1 : 1));
}

/** What `--json` printed: one document and nothing beside it. */
// biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it finds
export function jsonOf(outcome: Outcome): any {
  return JSON.parse(outcome.stdout);
}
