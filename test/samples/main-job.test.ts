import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { distance, lettersOnly } from '../../bench/edit-distance.js';
import { plain } from '../../bench/scoring.js';
import { type RegisterRecord, recordSchema } from '../../domain/index.js';
import { readExpected } from '../../samples/expected.js';
import { runQidi, useFolder } from '../support/index.js';

const folder = join(import.meta.dirname, '../../samples');
const files = join(folder, 'files');
const expected = readExpected(folder);
/** Sixteen pages have to be recognised on two cores. */
const minutes = 60_000;
/** Wrong characters of a recognised page, letters and figures only, that a poor photo may have. */
const worstRecognition = 0.12;
/** Characters of a text that the reader may lay out otherwise: table cells, page numbers. */
const worstReading = 0.01;

interface Report {
  received: number;
  originals: number;
  items: number;
  clues: { new: number; repeat: number };
  outOfScope: number;
  review: number;
  failed: unknown[];
}

const home = await useFolder('samples');

describe('the samples through queue, recognition and register', () => {
  let report: Report;
  let records: RegisterRecord[];
  const sha256Of = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(files, file)))
      .digest('hex');
  const find = (file: string) => {
    const sha256 = sha256Of(file);
    const day = expected.find((e) => e.file === file)!.receivedOn;
    for (const record of records) {
      const index = record.sources.findIndex((s) => s.sha256 === sha256 && s.receivedOn === day);
      if (index >= 0) return { record, source: record.sources[index]! };
    }
    throw new Error(`${file} is in no record`);
  };

  beforeAll(async () => {
    const env = { QIDI_HOME: await home.make('office'), QIDI_WORKERS: '2' };
    const taken = await runQidi(['intake', files, '--json'], env);
    report = JSON.parse(taken.stdout) as Report;
    const exported = await runQidi(['export'], env);
    records = exported.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => recordSchema.parse(JSON.parse(line)));
  }, 8 * minutes);

  it('are all there, and the counts balance', () => {
    const names = readdirSync(files);
    expect(expected).toHaveLength(names.length);
    expect(expected.length).toBeGreaterThanOrEqual(30);
    expect(report).toMatchObject({
      received: names.length,
      originals: new Set(names.map(sha256Of)).size,
      items: names.length,
      review: 0,
      failed: [],
    });
    expect(report.clues.new + report.clues.repeat + report.outOfScope + report.review).toBe(report.items);
    expect(report.outOfScope).toBe(expected.filter((e) => e.petitionClass === 'out-of-scope').length);
    expect(records).toHaveLength(new Set(expected.map((e) => e.family)).size);
  });

  it.each(expected.map((e) => [e.file, e] as const))('%s becomes what it must', (file, wanted) => {
    const { record, source } = find(file);
    expect(source.relation).toBe(wanted.relation);
    expect(record.sources.map((s) => s.sha256).sort()).toEqual(
      expected
        .filter((e) => e.family === wanted.family)
        .map((e) => sha256Of(e.file))
        .sort(),
    );
    const outside = plain(JSON.stringify(record));
    expect(wanted.informant.filter(({ value }) => outside.includes(plain(value)))).toEqual([]);

    const principal = record.sources.indexOf(source) === 0;
    if (principal)
      expect(record).toMatchObject({
        petitionClass: wanted.petitionClass,
        source: wanted.source,
        channel: wanted.channel,
        signature: wanted.signature,
        receivedOn: wanted.receivedOn,
      });
    // Masks stand for as many characters: only those are read differently.
    const masked = (text: string) => lettersOnly(text).length;
    const hidden = [...source.text].filter((c) => c === '▇').length;
    const wrong = Math.max(0, distance(lettersOnly(source.text), lettersOnly(wanted.text)) - hidden);
    expect(wrong / masked(wanted.text)).toBeLessThanOrEqual(wanted.ocr ? worstRecognition : worstReading);
    for (const entity of record.entities) {
      const { text } = record.sources[entity.source]!;
      expect(text.slice(entity.start, entity.end)).toBe(entity.text);
    }
    for (const { evidence } of [...record.accused, ...record.topics, ...record.offences])
      for (const { source: index, start, end, quote } of evidence)
        expect(record.sources[index]!.text.slice(start, end)).toBe(quote);
  });
});
