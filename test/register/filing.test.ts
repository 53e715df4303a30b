import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { recordSchema } from '../../domain/index.js';
import { openOffice, readConfig, reindex } from '../../office/index.js';
import type { Filing } from '../../register/index.js';
import { createHandlers } from '../../workers/handlers.js';
import {
  askRedis,
  type Backend,
  backends,
  embeddedConnection,
  startServers,
  useFolder,
  waitFor,
} from '../support/index.js';
import { informant, letter, phone, useOffices } from './offices.js';

const emptyClue: Parameters<Filing['saveClue']>[1] = {
  ...{ petitionClass: 'report', title: 't', summary: 's', receivedOn: '2017-01-01', source: 'petition' },
  ...{ channel: 'letter', signature: 'anonymous', amount: null, actedFrom: null, actedTo: null },
  ...{ accused: [], topics: [], offences: [], entities: [], links: [], sources: [] },
  quality: { ocr: false, confidence: 1, flags: [] },
};

const folder = await useFolder('filing');
const servers = await startServers(folder);

describe.each(backends)('the register on $name', (backend: Backend) => {
  const { env, offices, reading, problems, receive, query, run, clueOf } = useOffices(servers, backend);

  it('hands the numbers out without gaps, also after a filing that was undone', async () => {
    const last = async () => {
      const rows = await query('select coalesce(max(last), 0)::int as last from clue_numbers');
      return rows[0]!.last as number;
    };
    const before = await last();
    const [one] = await receive([letter(4, '钟离守正')]);
    const broken = offices()[0]!.register.commitText(
      { ...one!.job!, results: [], recognitionDigest: '' },
      async (filing) => {
        await filing.saveClue({ region: '530400', year: new Date().getFullYear() }, emptyClue, {
          action: 'item.filed',
          details: {},
        });
        throw new Error('the disk failed');
      },
    );
    await expect(broken).rejects.toThrow('the disk failed');
    expect(await last()).toBe(before);
    await run(0, one!.job);
    const [number] = await clueOf(one!.documentId);
    expect(Number(number!.split('-').at(-1))).toBe(before + 1);
    const numbers = (await query('select clue_no from clues order by clue_no')).map(
      (r) => r.clue_no as string,
    );
    expect(numbers.map((n) => Number(n.slice(-4)))).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers.every((n) => /^530400-XS-\d{4}-\d{4,}$/.test(n))).toBe(true);
  });

  it('makes one clue of two copies that two workers file at the same moment, again and again', async () => {
    const times = backend === backends[0] ? 200 : 50;
    const names = ['安', '白', '常', '邓', '傅', '高', '何', '金', '康', '罗'];
    const clues: string[] = [];
    for (let n = 0; n < times; n += 1) {
      const given = Math.floor(n / 10);
      const accused = `${names[n % 10]}${'立志明德远承启家书振'[given % 10]}${'成武'[Math.floor(given / 10)]}`;
      const text = letter(100 + n, accused);
      // Two files that differ in bytes but not in what they say.
      const both = await receive([text, `${text}\n`]);
      await Promise.all(both.map(({ job }, worker) => run(worker, job)));
      const found = await Promise.all(both.map(({ documentId }) => clueOf(documentId)));
      expect(found[0]).toHaveLength(1);
      expect(found[1]).toEqual(found[0]);
      clues.push(found[0]![0]!);
    }
    expect(new Set(clues).size).toBe(times);
    expect(problems).toEqual([]);
  }, 300_000);

  it('finds copies again after its index was lost and made anew, also in processes that run', async () => {
    const text = letter(180, '皇甫重建');
    const [one] = await receive([text]);
    await run(0, one!.job);
    const kept = await query('select item_id, text_hash, size, keys from fingerprints order by item_id');
    await query(`update fingerprints set keys = '', version = 0, tx = pg_current_xact_id()`);
    const options = { stop: new AbortController().signal };
    expect(await reindex(offices()[0]!.register, { ...options, outdatedOnly: true })).toBe(kept.length);
    expect(await reindex(offices()[0]!.register, { ...options, outdatedOnly: true })).toBe(0);
    expect(await reindex(offices()[1]!.register, { ...options, outdatedOnly: false })).toBe(kept.length);
    expect(await query('select item_id, text_hash, size, keys from fingerprints order by item_id')).toEqual(
      kept,
    );
    // Another office of the same register has never loaded its index yet; both find the copy by its bands.
    const late = await openOffice(readConfig(env()));
    const never = new AbortController().signal;
    const handler = createHandlers(late, reading(), (e, f) => problems.push(`${e} ${f.code}`), never).text;
    const [retyped, again] = await receive([`${text}附件一份。`, `${text}附件两份，照片三张。`]);
    await run(1, retyped!.job);
    await handler({ lane: 'text', ...again!.job! }, { last: true });
    await late.close();
    expect(await clueOf(retyped!.documentId)).toEqual(await clueOf(one!.documentId));
    expect(await clueOf(again!.documentId)).toEqual(await clueOf(one!.documentId));
    expect(problems).toEqual([]);
  });

  it('reads the index of papers before it locks the document that it files', async () => {
    const [one] = await receive([letter(182, '百里承平')]);
    const late = await openOffice(readConfig(env()));
    const address = env().DATABASE_URL ?? (await embeddedConnection(env().QIDI_HOME!));
    const other = new pg.Client(address);
    await other.connect();
    try {
      await other.query('begin; lock table fingerprints in access exclusive mode');
      const filed = late.register.commitText(
        { ...one!.job!, results: [], recognitionDigest: '' },
        async () => undefined,
      );
      await waitFor('the index to be read', async () => {
        const waiting = await query(
          `select 1 from pg_locks where relation = 'fingerprints'::regclass and not granted`,
        );
        return waiting.length > 0;
      });
      const free = await query('select id from documents where id = $1 for update nowait', [one!.documentId]);
      expect(free).toHaveLength(1);
      await other.query('commit');
      await filed;
    } finally {
      await other.end();
      await late.close();
    }
  });

  it('finds a letter of six hundred characters that stands within a long report, and the other way round', async () => {
    const text = letter(
      181,
      '淳于望',
      '上述情况单位职工都知道，曾经有人当面问过他，他说这是领导定的事情，轮不到别人来管。',
    );
    const chapters = Array.from(
      { length: 60 },
      (_, i) =>
        `第${i}项，检查组查看了${i * 7}号库房的台账、合同和凭证，其中第${i * 13}页缺少经办人签字，已要求补齐并说明原因。`,
    );
    const report = `关于${chapters.length}项检查情况的汇总材料\n${chapters.slice(0, 30).join('\n')}\n${text}\n${chapters.slice(30).join('\n')}`;
    for (const [n, pair] of [
      [text, report],
      [
        report.replaceAll('翠云苑', '听泉居').replaceAll('淳于望', '公冶长明'),
        text.replaceAll('翠云苑', '听泉居').replaceAll('淳于望', '公冶长明'),
      ],
    ].entries()) {
      const [first] = await receive([pair[0]!]);
      await run(n % 2, first!.job);
      const [second] = await receive([pair[1]!]);
      await run((n + 1) % 2, second!.job);
      expect(await clueOf(second!.documentId)).toEqual(await clueOf(first!.documentId));
    }
  });

  it('balances, gives records of the schema, and finds words as they are', async () => {
    const batch = randomUUID();
    const results = await receive(
      [
        letter(200, '司空慎行', `有人写了100%_的"假"证明'三'份。`),
        '你好\n',
        letter(200, '司空慎行', `有人写了100%_的"假"证明'三'份。 `),
      ],
      { batch },
    );
    for (const { job } of results) await run(0, job);
    const { register } = offices()[0]!;
    const summary = await register.receipts.summary(batch);
    expect(summary).toMatchObject({
      received: 3,
      originals: 3,
      items: 3,
      newClues: 1,
      repeats: 1,
      review: 1,
    });
    expect(summary.items).toBe(summary.newClues + summary.repeats + summary.outOfScope + summary.review);
    expect(await register.receipts.reviews(batch)).toEqual([
      {
        paper: expect.stringMatching(/^R\d+$/),
        name: expect.any(String),
        member: null,
        code: 'filing.too_short',
        params: {},
      },
    ]);
    const files = await register.receipts.files(batch);
    expect(files.map((f) => [f.state, f.reviewCode])).toEqual([
      ['done', null],
      ['done', 'filing.too_short'],
      ['done', null],
    ]);
    expect(await register.receipts.files(batch, 'all', [results[1]!.receiptId])).toEqual([files[1]]);
    expect(await register.receipts.files(batch, 'all', [])).toEqual([]);
    const found = async (...words: string[]) => (await register.records.list({ words })).total;
    expect(await found('100%_')).toBe(1);
    expect(await found('"假"', "'三'")).toBe(1);
    expect([await found('100_%'), await found('100%%'), await found("'; drop table clues; --")]).toEqual([
      0, 0, 0,
    ]);
    expect(await found('司空慎行', '钟离守正')).toBe(0);
    const { total } = await register.records.list({ limit: 1 });
    const numbers: string[] = [];
    for await (const record of register.records.all()) numbers.push(recordSchema.parse(record).clueNo);
    expect(new Set(numbers).size).toBe(total);
    expect(await register.records.show('530400-XS-1999-0001')).toBeNull();
    expect((await register.records.show(numbers[0]!))?.clueNo).toBe(numbers[0]);
  });

  it('shows the informant nowhere: no column, no queue, no file of the office', async () => {
    const tables = await query(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    const marks = [informant, phone];
    let rows = 0;
    for (const { name } of tables) {
      // A bytea's own form is hexadecimal: the marks are looked for in that, too.
      const dump = (await query(`select t::text as row from ${name} t`)).map((r) => r.row as string);
      rows += dump.length;
      for (const mark of marks) {
        const found = dump.filter((r) => r.includes(mark) || r.includes(Buffer.from(mark).toString('hex')));
        expect({ table: name, mark, found }).toEqual({ table: name, mark, found: [] });
      }
    }
    expect(rows).toBeGreaterThan(500);
    const entries = await readdir(env().QIDI_HOME!, { withFileTypes: true, recursive: true });
    for (const entry of entries.filter((e) => e.isFile() && !e.parentPath.includes('postgres/data'))) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const mark of marks)
        expect({ file: entry.name, holds: bytes.includes(mark) }).toEqual({ file: entry.name, holds: false });
    }
    const redis = env().REDIS_URL;
    if (redis) {
      await offices()[0]!.queues.add([{ lane: 'text', documentId: 1, generation: 1 }]);
      const keys = await askRedis(redis, (client) => client.keys('*'));
      expect(keys.length).toBeGreaterThan(0);
      const jobs = await askRedis(redis, (client) => client.hgetall('qidi:qidi-text:1-text-1'));
      expect(jobs.data).toBe('{"lane":"text","documentId":1,"generation":1}');
    }
  });

  it('pages through more clues than it holds in memory at once', async () => {
    await query(
      `insert into clues (region, year, petition_class, title, summary, received_on, source, channel, signature, ocr,
         confidence, entities)
       select '999999', 2001, 'report', 't', 's', date '2001-01-01' + n % 7, 'petition', 'letter', 'anonymous', false, 1, '[]'
       from generate_series(1, 450) n`,
    );
    const seen: string[] = [];
    for await (const record of offices()[0]!.register.records.all())
      if (record.clueNo.startsWith('999999-XS-2001-')) seen.push(`${record.receivedOn} ${record.clueNo}`);
    expect(new Set(seen).size).toBe(450);
    const pages = [];
    for (let offset = 0; offset < 450; offset += 200)
      pages.push(...(await offices()[0]!.register.records.list({ until: '2001-12-31', offset })).lines);
    expect(new Set(pages.map((l) => l.clueNo)).size).toBe(450);
  });
});
