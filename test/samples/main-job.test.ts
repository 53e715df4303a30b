import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { distance, lettersOnly, nearestText } from '../../bench/edit-distance.js';

import { plain, type RegisterRecord, recordSchema } from '../../domain/index.js';
import { type Expected, itemsExpected, readExpectedFiles } from '../../samples/expected.js';
import { runQidi, useFolder } from '../support/index.js';

const folder = join(import.meta.dirname, '../../samples');
const files = join(folder, 'files');
const expectedFiles = readExpectedFiles(folder);
const expected = expectedFiles.flatMap(itemsExpected);
/** Files that a person must see first, with the reason. */
const setAside = expectedFiles.flatMap((e) => ('review' in e ? [[e.file, e.review] as const] : []));
/** Some twenty pages have to be recognised on two cores. */
const minutes = 60_000;
/** Wrong characters of a recognised page, letters and figures only, that a poor photo may have. */
const worstRecognition = 0.12;
/** Characters of a text that the reader may lay out otherwise: table cells, page numbers. */
const worstReading = 0.01;

/** Characters read wrongly: masks stand for as many, only those are read differently. */
function misread(read: string, wanted: string): { wrong: number; characters: number } {
  const hidden = [...read].filter((c) => c === '▇').length;
  const wrong = Math.max(0, distance(lettersOnly(read), lettersOnly(wanted)) - hidden);
  return { wrong, characters: lettersOnly(wanted).length };
}

interface Report {
  received: number;
  originals: number;
  items: number;
  clues: { new: number; repeat: number };
  outOfScope: number;
  review: number;
  failed: unknown[];
  needsPerson: { file: string; code: string }[];
}

const home = await useFolder('samples');

describe('the samples through queue, recognition and register', () => {
  let report: Report;
  let records: RegisterRecord[];
  const sha256Of = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(files, file)))
      .digest('hex');
  const find = (wanted: Expected) => {
    const sha256 = sha256Of(wanted.file);
    const found = records.flatMap((record) =>
      record.sources
        .filter(
          (s) =>
            s.sha256 === sha256 &&
            s.receivedOn === wanted.receivedOn &&
            s.row === wanted.row &&
            s.member === wanted.member,
        )
        .map((source) => ({ record, source })),
    );
    const best = nearestText(found, ({ source }) => source.text, wanted.text);
    if (!best) throw new Error(`${wanted.file} is in no record`);
    return best;
  };

  beforeAll(async () => {
    const env = { QIDI_HOME: await home.make('office'), QIDI_WORKERS: '2' };
    const taken = await runQidi(['intake', files, '--json'], env, { seconds: 400 });
    report = JSON.parse(taken.stdout) as Report;
    const exported = await runQidi(['export'], env);
    records = exported.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => recordSchema.parse(JSON.parse(line)));
  }, 8 * minutes);

  it('are all there, and the counts balance', () => {
    const names = readdirSync(files);
    expect(new Set(expectedFiles.map((e) => e.file)).size).toBe(names.length);
    expect(expected.length).toBeGreaterThanOrEqual(30);
    expect(report).toMatchObject({
      received: names.length,
      originals: new Set(names.map(sha256Of)).size,
      items: expected.length + setAside.length,
      review: setAside.length,
      failed: [],
    });
    expect(report.needsPerson.map(({ file, code }) => [basename(file), code]).sort()).toEqual(
      [...setAside].sort(),
    );
    expect(report.clues.new + report.clues.repeat + report.outOfScope + report.review).toBe(report.items);
    const noClueWork = expected.filter((e) => ['out-of-scope', 'no-substance'].includes(e.petitionClass));
    expect(report.outOfScope).toBe(noClueWork.length);
    expect(records).toHaveLength(new Set(expected.map((e) => e.family)).size);
  });

  it.each(['text', 'recognised'] as const)('are read as they are, %s', (how) => {
    const [least, items] =
      how === 'text' ? [0.99, expected.filter((e) => !e.ocr)] : [0.97, expected.filter((e) => e.ocr)];
    const recall = new Map<string, { wrong: number; characters: number }>();
    for (const wanted of items) {
      const { wrong, characters } = misread(find(wanted).source.text, wanted.text);
      const sum = recall.get(wanted.file) ?? { wrong: 0, characters: 0 };
      recall.set(wanted.file, { wrong: sum.wrong + wrong, characters: sum.characters + characters });
    }
    const shares = [...recall.values()].map(({ wrong, characters }) => 1 - wrong / characters);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(least);
    if (how === 'text') expect(Math.min(...shares)).toBeGreaterThanOrEqual(least);
  });

  it.each(expected.map((e) => [e.file, e.ordinal, e] as const))(
    '%s %i becomes what it must',
    (_, __, wanted) => {
      const { record, source } = find(wanted);
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
      const { wrong, characters } = misread(source.text, wanted.text);
      expect(wrong / characters).toBeLessThanOrEqual(wanted.ocr ? worstRecognition : worstReading);
      if (wanted.row !== null) {
        const columns = (text: string) => text.split('\n').map((line) => line.slice(0, line.indexOf('：')));
        expect(columns(source.text)).toEqual(columns(wanted.text));
        if (!wanted.ocr) expect(source.text).toBe(wanted.text);
      }
      for (const entity of record.entities) {
        const { text } = record.sources[entity.source]!;
        expect(text.slice(entity.start, entity.end)).toBe(entity.text);
      }
      for (const { evidence } of [...record.accused, ...record.topics, ...record.offences])
        for (const { source: index, start, end, quote } of evidence)
          expect(record.sources[index]!.text.slice(start, end)).toBe(quote);
    },
  );
});
