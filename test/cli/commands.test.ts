import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordSchema } from '../../domain/index.js';
import { jsonOf, makeBatch, putFile, runQidi, useFolder } from '../support/index.js';

const folder = await useFolder('cli');
const env = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' };
const files = await makeBatch(join(folder.path, 'files'), 12);
let clueNo: string;

beforeAll(async () => {
  const outcome = await runQidi(['--json', 'intake', files], env);
  expect(outcome.code).toBe(0);
  clueNo = jsonOf(await runQidi(['--json', 'list'], env)).records[0].clueNo;
}, 120_000);

describe('commands on a register', () => {
  it('prints one JSON document and nothing else on stdout', async () => {
    const words = [
      ['list'],
      ['search', '人防办'],
      ['show', clueNo],
      ['duplicates'],
      ['status'],
      ['export'],
      ['sweep', '--dry-run'],
    ];
    for (const command of words) {
      const outcome = await runQidi(['--json', ...command], env);
      expect({ command, code: outcome.code }).toEqual({ command, code: 0 });
      expect(typeof jsonOf(outcome)).toBe('object');
      const plain = await runQidi(command, env);
      expect(plain.code).toBe(0);
      expect(plain.stdout + plain.stderr + outcome.stderr).not.toContain('\u001b');
    }
    const failing = await runQidi(['--json', 'show', '530400-XS-1999-0001'], env);
    expect(failing.code).toBe(1);
    expect(jsonOf(failing).error).toMatchObject({ code: 'cli.no_such_clue', remedy: expect.any(String) });
  }, 120_000);

  it('takes the words of the field as well as their keys', async () => {
    const numbers = async (...words: string[]) =>
      jsonOf(await runQidi(['--json', 'list', ...words], env)).records.map(
        (r: { clueNo: string }) => r.clueNo,
      );
    const reports = await numbers('--class', 'report');
    expect(reports).toContain(clueNo);
    expect(await numbers('--class', '检举控告')).toEqual(reports);
    const byCode = await numbers('--topic', 'E1');
    expect(await numbers('--topic', '违规减免缓')).toEqual(byCode);
    expect(await numbers('--topic', 'e1')).toEqual(byCode);
  });

  it('lists, filters, shows and exports the same register', async () => {
    const { total, records } = jsonOf(await runQidi(['--json', 'list'], env));
    expect(total).toBe(records.length);
    const target = join(folder.path, 'out.jsonl');
    expect((await runQidi(['export', '--output', target], env)).code).toBe(0);
    const exported = (await readFile(target, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => recordSchema.parse(JSON.parse(line)));
    expect(exported.map((r) => r.clueNo)).toEqual(records.map((r: { clueNo: string }) => r.clueNo));
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.part'))).toEqual([]);
    // What is masked is numbered beside the record, for whoever decides on it.
    const { masked, ...shown } = jsonOf(await runQidi(['--json', 'show', clueNo], env));
    expect(shown).toEqual(exported.find((r) => r.clueNo === clueNo));
    expect(masked.map((field: { number: number }) => field.number)).toEqual(
      masked.map((_: unknown, n: number) => n + 1),
    );
    const since = exported[5]!.receivedOn;
    const later = jsonOf(await runQidi(['--json', 'list', '--since', since], env));
    expect(later.total).toBe(exported.filter((r) => r.receivedOn >= since).length);
    const name = exported.flatMap((r) => r.accused).find((a) => a.name)!.name!;
    const found = jsonOf(await runQidi(['--json', 'search', name], env));
    expect(found.total).toBeGreaterThan(0);
    const missing = await runQidi(['export', '--output', join(folder.path, 'no', 'such', 'x.jsonl')], env);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('[cli.cannot_write]')]);
  }, 90_000);

  it('speaks English when it is asked to', async () => {
    const outcome = await runQidi(['show', 'x'], { ...env, QIDI_LANG: 'en' });
    expect(outcome.stderr).toContain('What to do:');
    expect(outcome.stderr).not.toMatch(/[\u4e00-\u9fff]/);
    const status = await runQidi(['status'], { ...env, QIDI_LANG: 'en' });
    expect(status.stdout).toMatch(/^Files {2}received 12/);
  }, 60_000);

  it('says of an empty answer whether there is nothing, or nothing like it', async () => {
    expect((await runQidi(['search', '查无此词'], env)).stdout).toContain('没有符合条件的记录');
    const own = { QIDI_HOME: await folder.make() };
    expect((await runQidi(['list'], own)).stdout).toContain('台账还是空的');
  }, 60_000);

  it('shows a family, each text once, in words of the language', async () => {
    const { families, total } = jsonOf(await runQidi(['--json', 'duplicates'], env));
    expect(total).toBe(families.length);
    const family = families.find((f: { sources: unknown[] }) => f.sources.length > 1);
    const listed = await runQidi(['duplicates'], env);
    expect(listed.stdout).toContain(`S${family.sources[1].id}`);
    const record = jsonOf(await runQidi(['--json', 'show', family.clueNo], env));
    const shown = (await runQidi(['show', family.clueNo], env)).stdout;
    expect(shown).toContain('理由：');
    expect(shown).not.toMatch(/petition|\/letter|anonymous|bribery/);
    const texts = new Set(record.sources.map((s: { text: string }) => s.text));
    expect(shown.match(/^── 正文/gm)).toHaveLength(texts.size);
    const english = (await runQidi(['show', family.clueNo], { ...env, QIDI_LANG: 'en' })).stdout;
    expect(english).toContain('why: ');
  }, 60_000);

  it('takes decisions with a reason, and takes them back', async () => {
    const { records } = jsonOf(await runQidi(['--json', 'list'], env));
    const [a, b] = records.map((r: { clueNo: string }) => r.clueNo);
    const ruled = (...words: string[]) => runQidi(['--json', ...words, '--reason', '试一试'], env);
    const merged = jsonOf(await ruled('merge', b, a, '--by', '案管甲'));
    expect(merged).toMatchObject({ kind: 'merge', by: '案管甲', from: b, to: a });
    const gone = await runQidi(['--json', 'show', b], env);
    expect([gone.code, jsonOf(gone).error.code]).toEqual([1, 'decision.clue_merged']);
    const split = jsonOf(await ruled('split', a, `S${merged.sources[0]}`));
    const early = await ruled('undo', `${merged.decision}`);
    expect([early.code, jsonOf(early).error]).toEqual([
      1,
      expect.objectContaining({
        code: 'decision.undo_first',
        remedy: expect.stringContaining(`${split.decision}`),
      }),
    ]);
    expect((await ruled('undo', `${split.decision}`)).code).toBe(0);
    expect((await ruled('undo', `${merged.decision}`)).code).toBe(0);
    const link = await runQidi(['link', 'confirm', a, b, '--reason', '同一笔款'], env);
    expect(link.stdout).toMatch(/^第 \d+ 号决定 {2}确认关联/);
    // The end of a number is enough.
    const shown = await runQidi(['show', String(Number(a.split('-').at(-1)))], env);
    expect(shown.stdout).toContain('[已由人工确认]');
    expect(shown.stdout).toContain('人工决定');
    const after = jsonOf(await runQidi(['--json', 'list'], env));
    expect(after.records.map((r: { clueNo: string }) => r.clueNo)).toEqual(
      records.map((r: { clueNo: string }) => r.clueNo),
    );
  }, 120_000);

  it('says how it read a sum, and takes in one accused beside the others', async () => {
    const ruled = (...words: string[]) => runQidi([...words, '--reason', '核对原件'], env);
    const before = jsonOf(await runQidi(['--json', 'show', clueNo], env));
    const corrected = await ruled(
      'correct',
      clueNo,
      '--amount',
      '28万',
      '--accused',
      '+钟离远/澜川市人防办/会计',
    );
    expect(corrected.stdout).toContain('涉及金额: 28 万元（280000 元）');
    const after = jsonOf(await runQidi(['--json', 'show', clueNo], env));
    expect(after.amount).toBe(280_000);
    const names = ({ accused }: { accused: { name: string }[] }) => accused.map((a) => a.name);
    expect(names(after)).toEqual([...names(before), '钟离远']);
    const again = await ruled('correct', clueNo, '--accused', '＋钟离远');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('[decision.accused_there]')]);
    const off = await ruled('--json', 'correct', clueNo, '--accused', '钟离远=无', '--amount', '280000元');
    expect(jsonOf(off)).toMatchObject({ kind: 'correct', amount: 280_000 });
    expect(names(jsonOf(await runQidi(['--json', 'show', clueNo], env)))).toEqual(names(before));
  }, 60_000);

  it('says what is still queued, and how it read the sum of a paper registered by hand', async () => {
    const own = await folder.make('unread');
    await putFile(join(own, '来件.txt'), '见附件。');
    const queued = await runQidi(['intake', '--no-wait', own], env);
    expect(queued.stdout).toContain('、排队中 1 件；');
    expect(queued.stdout).toContain('排队中的 1 件文件还没有办');
    const english = await runQidi(['intake', '--no-wait', own], { ...env, QIDI_LANG: 'en' });
    expect(english.stdout).toContain(', 1 still queued;');
    const done = await runQidi(['--json', 'intake', own], env);
    expect(done.code).toBe(1);
    const { pending, needsPerson } = jsonOf(done);
    expect([pending, needsPerson.length]).toEqual([0, 1]);
    const said = [
      '--class',
      'report',
      '--summary',
      '反映岑文博收受现金。',
      '--amount',
      '28万',
      '--reason',
      '阅原件',
    ];
    const registered = await runQidi(['register', needsPerson[0].paper, ...said], env);
    expect([registered.code, registered.stdout]).toEqual([
      0,
      expect.stringContaining('涉及金额: 28 万元（280000 元）'),
    ]);
  }, 120_000);

  it('inspects a file without filing it', async () => {
    const before = jsonOf(await runQidi(['--json', 'status'], env));
    const name = (await readdir(files))[0]!;
    const inspected = jsonOf(await runQidi(['--json', 'inspect', join(files, name)], env));
    expect(inspected.cards[0].kind).toBe('record');
    expect(jsonOf(await runQidi(['--json', 'status'], env))).toEqual(before);
    const whole = await runQidi(['--json', 'inspect', files], env);
    expect(jsonOf(whole).error.code).toBe('intake.is_folder');
    const missing = await runQidi(['inspect', join(files, 'gone.txt')], env);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('[intake.not_found]')]);
  }, 60_000);
});
