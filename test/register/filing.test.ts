import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordSchema } from '../../domain/index.js';
import {
  type Office,
  openOffice,
  openReading,
  type Reading,
  readConfig,
  reindex,
} from '../../office/index.js';
import type { Filing } from '../../register/index.js';
import { createHandlers, type Handler } from '../../workers/handlers.js';
import {
  askPostgres,
  askRedis,
  type Backend,
  backends,
  embeddedConnection,
  startServers,
  useFolder,
} from '../support/index.js';

const folder = await useFolder('filing');
const servers = await startServers(folder);
const informant = '申屠海燕';
const phone = '13987654321';

const letter = (n: number, accused = '范明志', more = '') => `关于澜川市人防办主任${accused}有关问题的举报信
尊敬的市纪委领导：
我叫${informant}，家住澜川市青麓区桐荫路18号，电话${phone}。现反映澜川市人防办党组书记、主任${accused}的问题：
一、2015年3月，第${n}号翠云苑小区报建，应缴易地建设费193万元，${accused}没有上会研究，一个人签字同意减半收取，违规减免96.5万元。
二、2016年4月底，${n}号楼的开发商曹旺生送给${accused}现金${20 + n}万元，${accused}收下后把手续办了。${more}
恳请组织核查。
举报人：${informant}
2017年4月15日
`;

const emptyClue: Parameters<Filing['saveClue']>[1] = {
  ...{ petitionClass: 'report', title: 't', summary: 's', receivedOn: '2017-01-01', source: 'petition' },
  ...{ channel: 'letter', signature: 'anonymous', amount: null, actedFrom: null, actedTo: null },
  ...{ accused: [], topics: [], offences: [], entities: [], links: [], sources: [] },
  quality: { ocr: false, confidence: 1, flags: [] },
};

const store = (office: Office, text: string) =>
  office.originals.put(
    (async function* () {
      yield Buffer.from(text);
    })(),
  );

describe.each(backends)('the register on $name', (backend: Backend) => {
  let env: Record<string, string>;
  let offices: Office[];
  let reading: Reading;
  let handlers: Handler[];
  const problems: string[] = [];

  beforeAll(async () => {
    env = await servers.settings(backend);
    offices = [await openOffice(readConfig(env)), await openOffice(readConfig(env))];
    reading = await openReading(offices[0]!.lexicon, offices[0]!.config);
    const never = new AbortController().signal;
    handlers = offices.map(
      (office) =>
        createHandlers(office, reading, (event, facts) => problems.push(`${event} ${facts.code}`), never)
          .text,
    );
  }, 120_000);
  afterAll(async () => {
    await reading?.close();
    for (const office of offices ?? []) await office.close();
  }, 60_000);

  const receive = async (texts: readonly string[], options: { place?: string; batch?: string } = {}) => {
    const office = offices[0]!;
    const stored = await Promise.all(texts.map((text) => store(office, text)));
    return office.register.receipts.receive(
      options.batch ?? randomUUID(),
      stored.map(({ sha256, size }, i) => ({
        sha256,
        size,
        extension: 'txt',
        originKey: office.keys.fingerprint(options.place ?? `${sha256}-${i}`),
        name: `${informant}-${i}.txt`,
        channel: null,
        receivedOn: '2017-04-18',
        basis: 'stated' as const,
        arrivedOn: '2017-04-19',
      })),
    );
  };
  const query = async (sql: string, values: unknown[] = []) =>
    askPostgres(env.DATABASE_URL ?? (await embeddedConnection(env.QIDI_HOME!)), sql, values);
  const run = (worker: number, job: { documentId: number; generation: number } | null) =>
    handlers[worker]!({ lane: 'text', ...job! }, { last: true });
  const clueOf = async (documentId: number) =>
    (
      await query(
        `select distinct c.clue_no from clues c join sources s on s.clue_id = c.id join items i on i.id = s.item_id
         where i.document_id = $1`,
        [documentId],
      )
    ).map((r) => r.clue_no as string);

  it('records a file from one place once, and from another place again', async () => {
    const text = letter(1);
    const [first] = await receive([text], { place: '/in/a.txt' });
    const [again] = await receive([text], { place: '/in/a.txt' });
    const [elsewhere] = await receive([text], { place: '/in/b.txt' });
    // The same receipt: its bytes are known from no other.
    expect(again).toEqual({ ...first, known: false, again: true, job: null });
    expect(elsewhere).toMatchObject({ documentId: first!.documentId, known: true });
    expect(elsewhere!.receiptId).not.toBe(first!.receiptId);
    const [later] = await receive([text], { place: '/in/b.txt' });
    const [earlier] = await receive([text], { place: '/in/a.txt' });
    expect([later!.known, earlier!.known]).toEqual([true, false]);
    expect(first).toMatchObject({ known: false, job: { generation: 1 } });
    const arrivals = await query('select count(*)::int as n from arrivals where receipt_id = $1', [
      first!.receiptId,
    ]);
    expect(arrivals[0]!.n).toBe(3);
    await run(0, first!.job);
    expect(await clueOf(first!.documentId)).toHaveLength(1);
    const sources = await query(
      'select s.relation from sources s join items i on i.id = s.item_id where i.document_id = $1 order by s.ordinal',
      [first!.documentId],
    );
    expect(sources.map((s) => s.relation)).toEqual(['first', 'same-file']);
  });

  it('records the same bytes that come twenty times at once, from one place and from twenty', async () => {
    const text = letter(2);
    const same = await Promise.all(
      Array.from({ length: 20 }, () => receive([text, text], { place: '/in/same.txt' })),
    );
    const apart = await Promise.all(
      Array.from({ length: 20 }, (_, i) => receive([text], { place: `/in/${i}.txt` })),
    );
    expect(new Set(same.flat().map((r) => r.receiptId)).size).toBe(1);
    expect(new Set([...same, ...apart].flat().map((r) => r.documentId)).size).toBe(1);
    expect(new Set(apart.flat().map((r) => r.receiptId)).size).toBe(20);
    const jobs = [...same, ...apart].flat().flatMap((r) => (r.job ? [r.job] : []));
    expect(jobs).toHaveLength(1);
    // One receipt, however often: only its second arrival within one list is one too many.
    expect(same.map((results) => results.map((r) => r.known))).toEqual(same.map(() => [false, true]));
    expect(apart.flat().filter((r) => !r.known)).toEqual([]);
    await run(0, jobs[0]!);
    const counted = await query(
      `select count(*)::int as n from sources s join items i on i.id = s.item_id where i.document_id = $1`,
      [jobs[0]!.documentId],
    );
    expect(counted[0]!.n).toBe(21);
  });

  it('lets nobody commit who comes too late', async () => {
    const [one] = await receive([letter(3)]);
    const { documentId, generation } = one!.job!;
    const { due } = await offices[1]!.register.upkeep.revive([{ documentId, generation, lane: 'text' }]);
    expect(due).toEqual([{ documentId, generation: generation + 1, lane: 'text' }]);
    const late = offices[0]!.register.commitText(
      { documentId, generation, results: [], recognitionDigest: '' },
      async () => undefined,
    );
    await expect(late).rejects.toMatchObject({ code: 'register.superseded' });
    await offices[0]!.register.documents.fail(documentId, generation, {
      stage: 'items',
      code: 'worker.unexpected',
      params: {},
      durationMs: 1,
    });
    const [row] = await query('select state, generation from documents where id = $1', [documentId]);
    expect(row).toEqual({ state: 'due', generation: generation + 1 });
    expect(await offices[0]!.register.documents.open(documentId, generation, 'text')).toBeNull();
    await run(0, due[0]!);
    expect(await clueOf(documentId)).toHaveLength(1);
    // Done: the same job again, late or twice, changes nothing.
    const before = await query('select * from documents where id = $1', [documentId]);
    await run(1, due[0]!);
    expect(await query('select * from documents where id = $1', [documentId])).toEqual(before);
  });

  it('hands the numbers out without gaps, also after a filing that was undone', async () => {
    const last = async () => {
      const rows = await query('select max(last)::int as last from clue_numbers');
      return rows[0]!.last as number;
    };
    const before = await last();
    const [one] = await receive([letter(4, '钟离守正')]);
    const broken = offices[0]!.register.commitText(
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
    expect(await reindex(offices[0]!.register, { ...options, outdatedOnly: true })).toBe(kept.length);
    expect(await reindex(offices[0]!.register, { ...options, outdatedOnly: true })).toBe(0);
    expect(await reindex(offices[1]!.register, { ...options, outdatedOnly: false })).toBe(kept.length);
    expect(await query('select item_id, text_hash, size, keys from fingerprints order by item_id')).toEqual(
      kept,
    );
    // Another office of the same register has never loaded its index yet; both find the copy by its bands.
    const late = await openOffice(readConfig(env));
    const never = new AbortController().signal;
    const handler = createHandlers(late, reading, (e, f) => problems.push(`${e} ${f.code}`), never).text;
    const [retyped, again] = await receive([`${text}附件一份。`, `${text}附件两份，照片三张。`]);
    await run(1, retyped!.job);
    await handler({ lane: 'text', ...again!.job! }, { last: true });
    await late.close();
    expect(await clueOf(retyped!.documentId)).toEqual(await clueOf(one!.documentId));
    expect(await clueOf(again!.documentId)).toEqual(await clueOf(one!.documentId));
    expect(problems).toEqual([]);
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
    const { register } = offices[0]!;
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
    const entries = await readdir(env.QIDI_HOME!, { withFileTypes: true, recursive: true });
    for (const entry of entries.filter((e) => e.isFile() && !e.parentPath.includes('postgres/data'))) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      for (const mark of marks)
        expect({ file: entry.name, holds: bytes.includes(mark) }).toEqual({ file: entry.name, holds: false });
    }
    if (env.REDIS_URL) {
      await offices[0]!.queues.add([{ lane: 'text', documentId: 1, generation: 1 }]);
      const keys = await askRedis(env.REDIS_URL, (client) => client.keys('*'));
      expect(keys.length).toBeGreaterThan(0);
      const jobs = await askRedis(env.REDIS_URL, (client) => client.hgetall('qidi:qidi-text:1-text-1'));
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
    for await (const record of offices[0]!.register.records.all())
      if (record.clueNo.startsWith('999999-XS-2001-')) seen.push(`${record.receivedOn} ${record.clueNo}`);
    expect(new Set(seen).size).toBe(450);
    const pages = [];
    for (let offset = 0; offset < 450; offset += 200)
      pages.push(...(await offices[0]!.register.records.list({ until: '2001-12-31', offset })).lines);
    expect(new Set(pages.map((l) => l.clueNo)).size).toBe(450);
  });

  it('gives work up that kills its worker three times, and tells a person', async () => {
    const batch = randomUUID();
    const [one] = await receive([letter(300, '闻人克勤')], { batch });
    const { register } = offices[0]!;
    let { generation } = one!.job!;
    for (let n = 0; n < 3; n += 1) {
      expect(await register.documents.open(one!.documentId, generation, 'text')).not.toBeNull();
      const { due } = await register.upkeep.revive([
        { documentId: one!.documentId, generation, lane: 'text' },
      ]);
      generation = due[0]?.generation ?? -1;
    }
    expect(generation).toBe(-1);
    expect(await register.receipts.files(batch, 'failed')).toMatchObject([
      { state: 'failed', errorCode: 'worker.died_repeatedly' },
    ]);
    // Presented again, it is tried again.
    const [again] = await receive([letter(300, '闻人克勤')]);
    await run(0, again!.job);
    expect(await clueOf(one!.documentId)).toHaveLength(1);
  });
});
