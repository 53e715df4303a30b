import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateLetters } from '../../bench/letters/index.js';
import { startConsole } from '../../console/api/index.js';
import { recordSchema } from '../../domain/index.js';
import { judgeLink, mergeClues, type Office, undoDecision } from '../../office/index.js';
import { ask } from './ask.js';
import { fileAll, letters, openTestOffice } from './office.js';

interface Line {
  clueNo: string;
  title: string;
  receivedOn: string;
  petitionClass: string;
  flags: string[];
  accused: string[];
  sources: number;
}

let office: Office;
let site: Awaited<ReturnType<typeof startConsole>>;
let atFirst: string;
const get = (path: string) => ask(site.url, path);
const list = async (search = '') =>
  (await get(`/api/records${search}`)).json<{ total: number; page: number; lines: Line[] }>();
const query = (fields: Record<string, string>) => `?${new URLSearchParams(fields)}`;
/** Numbers of the records in the order of the page's rows. */
const rows = (body: string) =>
  [...body.matchAll(/<th scope="row" class="no"><a href="\/clues\/([^"]+)"/g)].map((m) => m[1]);

beforeAll(async () => {
  office = await openTestOffice();
  site = await startConsole(office, { port: 0 });
  atFirst = (await get('/')).body;
  const many = [...generateLetters({ seed: 11, count: 70, repeats: 0, forms: 0, errorRates: [0] })];
  await fileAll(office, {
    ...letters,
    ...Object.fromEntries(
      many.map((letter, i) => [`2015-01-${String((i % 28) + 1).padStart(2, '0')}-来信${i}.txt`, letter.text]),
    ),
    '2015-02-01-内部.txt': `内部资料\n${many[0]!.text.replaceAll('人防', '民防')}`,
    '坏件.pdf': '%PDF-1.7 cut off',
    '一个字.txt': '好',
  });
});
afterAll(async () => {
  await site.close();
  await office.close();
});

describe('the register', () => {
  it('says how to begin while it is empty', () => {
    expect(atFirst).toContain('台账还是空的');
    expect(atFirst).toContain('qidi intake 文件夹');
    expect(atFirst).not.toContain('<form');
  });

  it('shows every record once, 50 a page by day of receipt, with the counts of what is there', async () => {
    const { total, lines } = await list();
    expect(total).toBeGreaterThan(60);
    expect(lines).toHaveLength(50);
    const first = await get('/');
    const second = await get('/?page=2');
    expect(rows(first.body)).toEqual(lines.map((l) => l.clueNo));
    const all = [...rows(first.body), ...rows(second.body)];
    expect(new Set(all).size).toBe(total);
    expect(lines.map((l) => l.receivedOn)).toEqual(
      lines
        .map((l) => l.receivedOn)
        .sort()
        .reverse(),
    );
    const oldest = [
      ...rows((await get('/?order=oldest')).body),
      ...rows((await get('/?order=oldest&page=2')).body),
    ];
    expect(oldest).toEqual(all.toReversed());
    const counts = await office.register.upkeep.counts();
    expect(counts.documents.failed).toBe(1);
    expect(counts.items.review).toBe(1);
    expect(first.body).toMatch(/<b>1<\/b> 待人工/);
    expect(first.body).toMatch(/<b>1<\/b> 失败/);
    expect(first.body).toMatch(new RegExp(`<b>${counts.clues.report}</b> 检举控告`));
    expect(second.body).toContain('rel="prev" href="/"');
    expect(second.body).not.toContain('rel="next"');
    expect(first.body).toMatch(/<abbr class="topic" title="违规减免缓">E1<\/abbr>/);
  });

  it('filters by class, topic, accused, days and words, also together', async () => {
    const all = [...(await list()).lines, ...(await list('?page=2')).lines];
    const one = async (fields: Record<string, string>) => (await list(query(fields))).lines;
    expect((await list(query({ class: 'out-of-scope' }))).total).toBe(
      all.filter((l) => l.petitionClass === 'out-of-scope').length,
    );
    const accused = await one({ accused: '范明志' });
    expect(accused.length).toBeGreaterThanOrEqual(2);
    expect(accused.every((l) => l.accused.includes('范明志'))).toBe(true);
    expect(await one({ accused: '范明' })).toEqual(accused);
    expect(await one({ accused: '明志' })).toEqual(accused);
    expect((await one({ accused: '范明志', topic: 'B5' })).map((l) => l.receivedOn)).toEqual(['2018-03-02']);
    expect((await one({ since: '2018-03-02', until: '2019-07-09' })).map((l) => l.receivedOn)).toEqual([
      '2019-07-09',
      '2018-03-02',
    ]);
    expect(await one({ words: '龙蟠防护 芸台小区' })).toHaveLength(1);
    expect(await one({ words: '龙蟠防护 广场舞' })).toHaveLength(0);
    expect(await one({ words: '%' })).toHaveLength(all.filter((l) => l.title.includes('%')).length);
    const flagged = await one({ flag: 'internal_mark' });
    expect(flagged).toHaveLength(1);
    expect(flagged).toEqual(all.filter((l) => l.flags.includes('internal_mark')));
    const page = await get(`/${query({ accused: '范明志', topic: 'B5', words: '' })}`);
    expect(rows(page.body)).toHaveLength(1);
    expect(page.body).toContain('name="accused" value="范明志"');
    expect(page.body).toContain('<option value="B5" selected>');
    const none = await get(`/${query({ words: '"><script>x</script>' })}`);
    expect(none.body).toContain('没有符合条件的记录');
    expect(none.body).not.toContain('<script');
  });

  it('keeps the filters while paging', async () => {
    const page = await get(`/${query({ until: '2015-12-31', words: '' })}`);
    const next = /rel="next" href="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toBe('/?until=2015-12-31&page=2');
    const second = rows((await get(next!)).body);
    expect(second.length).toBe((await list('?until=2015-12-31')).total - 50);
    const beyond = await get('/?page=99');
    expect([beyond.status, beyond.headers.location]).toEqual([302, '/?page=2']);
  });
});

describe('a record', () => {
  const find = async (day: string) => (await list(query({ since: day, until: day }))).lines[0]!.clueNo;

  it('is whole as JSON and shows facts, proofs and both texts', async () => {
    const clueNo = await find('2017-04-18');
    const record = recordSchema.parse((await get(`/api/records/${clueNo}`)).json());
    expect(record.sources).toHaveLength(2);
    const { body, status } = await get(`/clues/${clueNo}`);
    expect(status).toBe(200);
    for (const text of [
      '检举控告',
      '信访举报',
      '初次件',
      '范明志',
      '澜川市人防办',
      'E1',
      '涉嫌受贿',
      '96.5 万元',
      '举报人信息已封存',
    ])
      expect(body).toContain(text);
    expect(record.sources[1]!.newFacts.length).toBeGreaterThan(0);
    expect(body).toContain('新增情况');
  });

  it('is found by the end of its number and by a receipt; how to register by hand is said', async () => {
    const clueNo = await find('2017-04-18');
    const { receipt } = recordSchema.parse((await get(`/api/records/${clueNo}`)).json()).sources[0]!;
    for (const short of [Number(clueNo.split('-').at(-1)), `R${receipt}`]) {
      const { status, headers } = await get(`/clues/${short}`);
      expect([status, headers.location]).toEqual([302, `/clues/${clueNo}`]);
    }
    expect((await get('/clues/99999')).status).toBe(404);
    const { body } = await get('/queue');
    expect(body).toMatch(/<code>qidi register R\d+ --class /);
  });

  it('links every quote to the marked place', async () => {
    const clueNo = await find('2017-04-18');
    const { body } = await get(`/clues/${clueNo}`);
    const targets = [...body.matchAll(/href="#(s\d+-\d+)"/g)].map((m) => m[1]!);
    expect(targets.length).toBeGreaterThan(10);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(body).toMatch(/<mark class="[^"]*topic[^"]*offence/);
  });

  it('shows hostile text as text, and nothing of the informant', async () => {
    const { body } = await get(`/clues/${await find('2017-04-18')}`);
    expect(body).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(body).toContain('a &amp; b');
    expect(body).toContain('&lt;b&gt;范明志');
    expect(body).not.toMatch(/<script|<b>范明志<\/b>的举报信/);
    expect(body).not.toMatch(/申屠海燕|13800138000|桐荫路/);
    expect(body).toContain('▇▇▇▇');
  });

  it('is linked with others about the same man, and says why', async () => {
    const one = await find('2017-04-18');
    const other = await find('2018-03-02');
    const { body } = await get(`/clues/${one}`);
    expect(body).toContain(`href="/clues/${other}"`);
    expect(body).toContain('同一被反映人 范明志');
  });

  it('shows why each source joined, what people decided, and leads on from a merged number', async () => {
    const one = await find('2017-04-18');
    const other = await find('2018-03-02');
    const { body } = await get(`/clues/${one}`);
    expect(body).toContain('归并理由');
    expect(body).toContain('<li>同一被反映人 范明志</li>');
    expect(body).toContain('<a href="#source-1">来件 1</a>');
    const ruling = { by: '案管<甲>', reason: '同一人 & 同一厂家' };
    const { decision } = await mergeClues(office, other, one, ruling);
    const page = (await get(`/clues/${one}`)).body;
    expect(page).toContain(`id="decision-${decision}"`);
    expect(page).toContain('案管&lt;甲&gt;');
    expect(page).toContain('同一人 &amp; 同一厂家');
    expect(page).toContain(`href="#decision-${decision}"`);
    const moved = await get(`/clues/${other}`);
    expect([moved.status, moved.headers.location]).toEqual([302, `/clues/${one}`]);
    await undoDecision(office, decision, ruling);
    const rejected = await judgeLink(office, 'reject', [one, other], ruling);
    expect((await get(`/clues/${one}`)).body).not.toContain('id="linked"');
    await undoDecision(office, rejected.decision, ruling);
    await judgeLink(office, 'confirm', [one, other], ruling);
    expect((await get(`/clues/${one}`)).body).toContain('<strong>已由人工确认</strong>');
    expect((await get(`/api/records/${one}`)).json().linked).toMatchObject([
      { clueNo: other, confirmed: true, strength: 'strong' },
    ]);
  });

  it('numbers what is masked with the words around it, and says how to make it readable', async () => {
    const clueNo = await find('2017-04-18');
    const { body } = await get(`/clues/${clueNo}`);
    const section = /<section aria-labelledby="masked">.*?<\/section>/s.exec(body)![0];
    expect(section.match(/<ol>.*<\/ol>/s)![0].match(/<li>(?:姓名|电话|住址)/g)).toHaveLength(3);
    expect(section).toContain('我叫【▇▇▇▇】，家住');
    expect(section).toContain(`qidi informant reject ${clueNo} 序号`);
    expect(section).not.toMatch(/申屠海燕|13800138000|桐荫路/);
  });

  it('shows a text that came twice word for word only once', async () => {
    const clueNo = await find('2018-03-02');
    await fileAll(office, { '2018-04-01-再投.txt': `${letters['2018-03-02-反映设备采购.txt']}\n` });
    const { body } = await get(`/clues/${clueNo}`);
    expect(body).toContain('来件 2');
    expect(body).toContain('正文与来件 1 逐字相同');
    expect(body.match(/class="letter"/g)).toHaveLength(1);
  });
});

describe('the queue', () => {
  it('tells what is where, what failed and what to do, and loads itself again', async () => {
    const { body } = await get('/queue');
    expect(body).toContain('<meta http-equiv="refresh" content="5">');
    expect(body).toContain('extraction.damaged');
    expect(body).toMatch(/R\d+ · \d{4}-\d{2}-\d{2} · [^<]*▇/);
    expect(body).toContain('文件不完整或已损坏');
    expect(body).toContain('重新复制、下载或扫描后再导入');
    expect(body).toContain('文字处理');
    expect((await get('/queue?paused=1')).body).not.toContain('http-equiv="refresh"');
  });

  it('is the same as JSON', async () => {
    const status = (await get('/api/status')).json();
    expect(status.register).toEqual(await office.register.upkeep.counts());
    expect(status.lanes).toEqual(await office.queues.counts());
  });
});
