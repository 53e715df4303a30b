import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, openReading, planSweep, readConfig, runSweep } from '../../office/index.js';
import { writeZip } from '../../samples/rendering/zip.js';
import { createHandlers } from '../../workers/handlers.js';
import { askPostgres, embeddedConnection, sampleFile, scans, useFolder } from '../support/index.js';

const folder = await useFolder('engines');
const env = { QIDI_HOME: await folder.make() };
const office = await openOffice(readConfig(env));
folder.defer(() => office.close());
const problems: string[] = [];

/** A worker whose scans are read by that engine. */
async function workerWith(ocrEngine: 'native' | 'bundled') {
  const reading = await openReading(office.lexicon, { ...office.config, ocrEngine });
  folder.defer(() => reading.close());
  const report = (event: string, facts: object) => problems.push(`${event} ${JSON.stringify(facts)}`);
  return {
    label: reading.recogniser.label,
    ...createHandlers(office, reading, report, new AbortController().signal),
  };
}

const native = await workerWith('native');
const bundled = await workerWith('bundled');
const query = async (sql: string, values: unknown[] = []) =>
  askPostgres(await embeddedConnection(env.QIDI_HOME), sql, values);

/** Does what is due of the document until nothing is, and says what it was. */
async function work(
  documentId: number,
  by: { text: typeof native; ocr: typeof native },
  most = 10,
  page = 1,
): Promise<string[]> {
  const done: string[] = [];
  while (done.length < most) {
    const [row] = await query('select generation, lane, state from documents where id = $1', [documentId]);
    if (row!.state !== 'due') break;
    const lane = row!.lane as 'text' | 'ocr';
    const job = {
      lane,
      documentId,
      generation: row!.generation as number,
      ...(lane === 'ocr' && { page }),
    };
    await by[lane][lane](job, { last: true });
    done.push(lane);
  }
  return done;
}

describe('two workers with different engines', () => {
  let documentId: number;
  const state = async () =>
    (
      await query(
        `select d.state, d.generation, p.engine from documents d join pages p on p.document_id = d.id where d.id = $1`,
        [documentId],
      )
    )[0]!;

  beforeAll(async () => {
    const bytes = await readFile(sampleFile(scans[0]));
    const { sha256, size } = await office.originals.put(
      (async function* () {
        yield bytes;
      })(),
    );
    const [received] = await office.register.receipts.receive(randomUUID(), [
      {
        ...{ sha256, size, extension: 'png', originKey: office.keys.fingerprint('a'), name: '来件.png' },
        ...{ channel: null, receivedOn: '2019-07-01', basis: 'stated', arrivedOn: '2019-07-02' },
      },
    ]);
    documentId = received!.documentId;
  });

  it('read a page once, and tell which of them did', async () => {
    expect(await work(documentId, { text: native, ocr: bundled })).toEqual(['text', 'ocr', 'text']);
    expect(await state()).toMatchObject({ state: 'done', engine: bundled.label });
    expect((await office.register.upkeep.counts()).pages.engines).toEqual([
      { engine: bundled.label, pages: 1 },
    ]);
    const [found] = await office.register.records.ofDocuments([documentId]);
    expect(found!.record.sources.map((s) => s.engines)).toEqual([[bundled.label]]);
    expect(problems).toEqual([]);
  });

  it('have nothing to do again where the engine is another one now', async () => {
    for (const ocrEngine of ['native', 'bundled'] as const)
      expect(await planSweep({ ...office, config: { ...office.config, ocrEngine } }, {})).toMatchObject({
        documents: 1,
        due: 0,
        pages: 0,
      });
  });

  it('read it again where a sweep is asked to, once also where that is stopped and goes on', async () => {
    expect(await planSweep(office, { rereadScans: true })).toMatchObject({ due: 1, pages: 1 });
    const stopped = runSweep(office, { rereadScans: true }, async () => {
      expect(await work(documentId, { text: bundled, ocr: native }, 2)).toEqual(['text', 'ocr']);
      throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    const before = await state();
    expect(before).toMatchObject({ state: 'due', engine: native.label });
    expect((await planSweep(office, {})).files).toMatchObject([{ why: 'asked' }]);
    const models = await readdir(join(env.QIDI_HOME, 'models'), { recursive: true });
    expect(models.filter((name) => name.endsWith('chi_sim.traineddata')).length).toBeGreaterThan(0);
    const swept = await runSweep(office, { rereadScans: true }, async () => {
      expect((await state()).generation).toBe(before.generation);
      expect(await work(documentId, { text: bundled, ocr: bundled })).toEqual(['text']);
    });
    expect(swept).toMatchObject({ due: 1, failed: [] });
    expect(await state()).toMatchObject({ state: 'done', engine: native.label });
    expect(await planSweep(office, {})).toMatchObject({ due: 0 });
    expect(problems).toEqual([]);
  });

  it('leave alone what is no scan, and what is out of scope', async () => {
    const later = { since: '2020-01-01', rereadScans: true };
    expect(await planSweep(office, later)).toMatchObject({ documents: 0, due: 0 });
    const { sha256, size } = await office.originals.put(
      (async function* () {
        yield Buffer.from('关于乔望山的举报信\n反映乔望山收受好处费3万元。\n');
      })(),
    );
    const [received] = await office.register.receipts.receive(randomUUID(), [
      {
        ...{ sha256, size, extension: 'txt', originKey: office.keys.fingerprint('b'), name: '来件.txt' },
        ...{ channel: null, receivedOn: '2021-07-01', basis: 'stated', arrivedOn: '2021-07-02' },
      },
    ]);
    expect(await work(received!.documentId, { text: native, ocr: native })).toEqual(['text']);
    expect(await planSweep(office, later)).toMatchObject({ documents: 1, due: 0, pages: 0 });
    const [found] = await office.register.records.ofDocuments([received!.documentId]);
    expect(found!.record.sources.map((s) => s.engines)).toEqual([[]]);
  });

  it('are each named with the papers that they read, of one file', async () => {
    const [first, second] = await Promise.all(scans.map((name) => readFile(sampleFile(name))));
    const bytes = writeZip([
      { name: 'a/1.png', content: first! },
      { name: 'b/1.png', content: second! },
    ]);
    const { sha256, size } = await office.originals.put(
      (async function* () {
        yield bytes;
      })(),
    );
    const [received] = await office.register.receipts.receive(randomUUID(), [
      {
        ...{ sha256, size, extension: 'zip', originKey: office.keys.fingerprint('c'), name: '来件.zip' },
        ...{ channel: null, receivedOn: '2022-07-01', basis: 'stated', arrivedOn: '2022-07-02' },
      },
    ]);
    const id = received!.documentId;
    expect(await work(id, { text: native, ocr: native }, 2)).toEqual(['text', 'ocr']);
    expect(await work(id, { text: native, ocr: bundled }, 10, 2)).toEqual(['ocr', 'text']);
    const found = await office.register.records.ofDocuments([id]);
    const sources = found.flatMap(({ record }) => record.sources).filter((s) => s.file === '来件.zip');
    expect(sources.map((s) => [s.member, s.engines]).sort()).toEqual([
      ['a/1.png', [native.label]],
      ['b/1.png', [bundled.label]],
    ]);
  }, 90_000);
});
