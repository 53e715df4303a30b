import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordSchema } from '../../domain/index.js';
import {
  exportRegister,
  freePort,
  jsonOf,
  makeBatch,
  putFile,
  runQidi,
  sampleFile,
  scans,
  startQidi,
  untilEnd,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('cli');
const env = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' };
const files = await makeBatch(join(folder.path, 'files'), 12);
let clueNo: string;

beforeAll(async () => {
  const outcome = await runQidi(['--json', 'intake', files], env);
  expect(outcome.code).toBe(0);
  clueNo = jsonOf(await runQidi(['--json', 'list'], env)).records[0].clueNo;
}, 120_000);

const commands = [
  'demo',
  'intake',
  'watch',
  'serve',
  'worker',
  'inspect',
  'list',
  'search',
  'show',
  'duplicates',
  'merge',
  'split',
  'move',
  'link',
  'register',
  'correct',
  'undo',
  'decisions',
  'evaluate',
  'export',
  'sweep',
  'reindex',
  'status',
  'doctor',
];

describe('the command line', () => {
  it('explains itself and every command', async () => {
    const whole = await runQidi(['--help'], {});
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    const helps = await Promise.all(commands.map((name) => runQidi([name, '--help'], {})));
    for (const [i, help] of helps.entries()) {
      expect(whole.stdout).toContain(`  ${commands[i]} `);
      expect([help.code, help.stderr]).toEqual([0, '']);
      expect(help.stdout).toMatch(/用法： qidi/);
      expect(help.stdout).toMatch(/[\u4e00-\u9fff].* \/ [a-z]/);
    }
  }, 90_000);

  it.each([
    [['intake'], '缺少 path', 'path is missing'],
    [['no-such-command'], '没有命令 no-such-command', 'there is no command no-such-command'],
    [['lst'], '是否要写 list', 'did you mean list'],
    [['list', '--no-such-option'], '没有选项 --no-such-option', 'there is no option --no-such-option'],
    [['list', 'x'], 'list 后面多写了内容', 'too many words after list'],
    [['list', '--since'], '--since <day> 没有写值', '--since <day> has no value'],
    [['list', '--since', '2017-02-30'], '日期写作 2017-04-18', 'write a day as 2017-04-18'],
    [['list', '--since', '2018-01-02', '--until', '2018-01-01'], '晚于 --until', 'is later than --until'],
    [['sweep', '--since', '2018-01-02', '--until', '2018-01-01'], '晚于 --until', 'is later than --until'],
    [['list', '--class', 'nonsense'], '可用 检举控告 (report), 申诉', 'one of report, appeal'],
    [['list', '--topic', 'Z9'], '没有问题类别 Z9', 'no topic Z9'],
    [['intake', '--channel', 'pigeon', 'x'], '不能是“pigeon”', 'cannot be “pigeon”'],
    [['export', '--format', 'docx'], '可用 jsonl', 'one of jsonl'],
    [['serve', '--port', '99999'], '应为 0–65535 的整数', 'a whole number, 0–65535'],
    [['merge', 'a', 'b'], '必须写明 --reason <text>', '--reason <text> is required'],
    [['undo', '1', '--reason', ' '], '不能为空', 'must not be empty'],
    [['register', '15', '--reason', 'x'], '收件编号写作 R15', 'write it as R15'],
    [
      ['register', 'R15', '--class', 'report', '--reason', 'x'],
      '必须写明 --summary 或 --summary-file',
      '--summary or --summary-file is required',
    ],
    [
      ['correct', '1', '--summary-file', '/nowhere/a.txt', '--reason', 'x'],
      '--summary-file 指的文件打不开',
      '--summary-file cannot be opened',
    ],
    [['correct', '1', '--accused', 'A=B', '--accused', 'C', '--reason', 'x'], '要么写全名单', 'either all'],
    [['split', 'a', 'first', '--reason', 'x'], '来件号写作 S12', 'write it as S12'],
  ])('calls %j wrong usage, in both languages and as JSON', async (words, zh, en) => {
    const [plain, outcome] = await Promise.all([
      runQidi(words, env),
      runQidi(['--json', ...words], { ...env, QIDI_LANG: 'en' }),
    ]);
    expect([plain.code, plain.stdout]).toEqual([2, '']);
    expect(plain.stderr).toContain('qidi --help');
    expect(plain.stderr).toContain(zh);
    expect(outcome.code).toBe(2);
    expect(jsonOf(outcome).error).toMatchObject({
      code: 'cli.usage',
      message: expect.stringContaining(en),
    });
    expect(outcome.stdout + outcome.stderr).not.toMatch(/[\u4e00-\u9fff]/);
  });

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
    expect(jsonOf(await runQidi(['--json', 'show', clueNo], env))).toEqual(
      exported.find((r) => r.clueNo === clueNo),
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

  it('inspects a file without filing it', async () => {
    const before = jsonOf(await runQidi(['--json', 'status'], env));
    const name = (await readdir(files))[0]!;
    const inspected = jsonOf(await runQidi(['--json', 'inspect', join(files, name)], env));
    expect(inspected.cards[0].kind).toBe('record');
    expect(jsonOf(await runQidi(['--json', 'status'], env))).toEqual(before);
    const missing = await runQidi(['inspect', join(files, 'gone.txt')], env);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('[intake.not_found]')]);
  }, 60_000);

  it.each(['DATABASE_URL', 'REDIS_URL'])(
    'says soon that %s is away, and what to do',
    async (name) => {
      const scheme = name === 'REDIS_URL' ? 'redis' : 'postgres';
      // One that refuses, and one that accepts and says nothing.
      const sockets: Socket[] = [];
      const silent = createServer((socket) => {
        sockets.push(socket.on('error', () => undefined));
      });
      await once(silent.listen(0, '127.0.0.1'), 'listening');
      const { port } = silent.address() as { port: number };
      const code = name === 'REDIS_URL' ? 'queue.unavailable' : 'register.unavailable';
      try {
        for (const at of [await freePort(), port]) {
          const outcome = await runQidi(['--json', 'status'], {
            ...env,
            [name]: `${scheme}://127.0.0.1:${at}`,
          });
          expect([outcome.code, jsonOf(outcome).error.code]).toEqual([3, code]);
          expect(outcome.stderr).toContain('处理办法');
          expect(outcome.seconds).toBeLessThan(20);
        }
      } finally {
        for (const socket of sockets) socket.destroy();
        silent.close();
      }
    },
    90_000,
  );

  it('names a setting that is wrong', async () => {
    const outcome = await runQidi(['status'], { ...env, QIDI_WORKERS: 'many' });
    expect([outcome.code, outcome.stderr]).toEqual([3, expect.stringContaining('QIDI_WORKERS')]);
    expect(outcome.stderr).toContain('应为 1–256 的整数');
    const english = await runQidi(['status'], { ...env, QIDI_LANG: 'en', DATABASE_URL: 'mysql://x' });
    expect(english.stderr).toContain('must begin with postgres://');
    expect(english.stderr).not.toMatch(/[\u4e00-\u9fff]/);
    const file = await putFile(join(folder.path, 'a-file'), 'x');
    const taken = await runQidi(['status'], { QIDI_HOME: file });
    expect([taken.code, taken.stderr]).toEqual([3, expect.stringContaining('是文件，不是文件夹')]);
  });

  it.each(['/proc/nowhere/home', '/dev/null/home'])(
    'says at once that %s cannot be its home',
    async (home) => {
      const outcome = await runQidi(['status'], { QIDI_HOME: home });
      expect([outcome.code, outcome.stderr]).toEqual([
        3,
        expect.stringContaining('[config.home_not_writable]'),
      ]);
    },
  );
});

describe('watch', () => {
  const settle = async (inbox: string, count: number) =>
    waitFor(
      `${count} files to be moved`,
      async () => {
        const all = await readdir(inbox, { recursive: true, withFileTypes: true });
        const moved = all.filter(
          (e) => e.isFile() && e.parentPath !== inbox && !e.name.endsWith('.说明.txt'),
        );
        return moved.length === count && all.every((e) => !e.isFile() || e.parentPath !== inbox);
      },
      60_000,
    );

  it('files what is dropped, and loses nothing when it is killed', async () => {
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' };
    const inbox = await folder.make();
    const names = (await readdir(files)).slice(0, 3);
    for (const name of names) await cp(join(files, name), join(inbox, name), { preserveTimestamps: true });
    const first = startQidi(['watch', inbox], own);
    await settle(inbox, 3);
    expect((await readdir(join(inbox, '已收'))).sort()).toEqual([...names].sort());
    // Killed with files in hand: the next one finds them where they lie.
    await putFile(join(inbox, 'bad.xyz'), Buffer.from([0, 1, 2, 3, 250, 0, 7, 0]));
    await cp(join(files, names[0]!), join(inbox, 'twin.txt'), { preserveTimestamps: true });
    first.signal('SIGKILL');
    await first.ended;
    const second = startQidi(['watch', inbox], own);
    await settle(inbox, 5);
    const text = await readFile(join(files, names[1]!));
    await writeFile(join(inbox, 'growing.txt'), '关于一件事的反映\n');
    for (let i = 0; i < 8; i += 1) {
      await appendFile(join(inbox, 'growing.txt'), `第${i}次来信反映食堂招标价格偏高，请组织核实。\n`);
      expect(await readdir(inbox)).toContain('growing.txt');
    }
    expect(text.length).toBeGreaterThan(0);
    await settle(inbox, 6);
    expect(await readdir(join(inbox, '已存在'))).toContain('twin.txt');
    expect(await readdir(join(inbox, '已收'))).toContain('growing.txt');
    const note = await readFile(join(inbox, '需处理', 'bad.xyz.说明.txt'), 'utf8');
    expect(note).toMatch(/^\[extraction\.unknown_format\] .+\n处理办法：.+/);
    second.signal('SIGINT', 'group');
    const ended = await untilEnd('watch after Ctrl-C', second, 60);
    expect(ended.code).toBe(0);
    const status = jsonOf(await runQidi(['--json', 'status'], own)).register;
    expect(status).toMatchObject({ files: 6, originals: 5, documents: { due: 0 } });
  }, 240_000);

  it('tells by the receipt what was there before, and hands to a person what waits for one', async () => {
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' };
    const inbox = await folder.make();
    const [name] = await readdir(files);
    await cp(join(files, name!), join(inbox, name!), { preserveTimestamps: true });
    await putFile(join(inbox, 'short.txt'), '你好\n');
    // Received and filed, and not moved: as after a kill between the two.
    expect((await runQidi(['--json', 'intake', inbox], own)).code).toBe(1);
    const watching = startQidi(['watch', inbox], own);
    await settle(inbox, 2);
    expect(await readdir(join(inbox, '已收'))).toEqual([name]);
    expect((await readdir(join(inbox, '需处理'))).sort()).toEqual(['short.txt', 'short.txt.说明.txt']);
    const note = await readFile(join(inbox, '需处理', 'short.txt.说明.txt'), 'utf8');
    expect(note).toMatch(/^\[filing\.too_short\] .+\n处理办法：.+\n收件编号：R\d+\n/);
    const paper = /收件编号：(R\d+)/.exec(note)![1]!;
    watching.signal('SIGINT', 'group');
    expect((await untilEnd('watch after Ctrl-C', watching, 60)).code).toBe(0);
    expect((await runQidi(['status'], own)).stdout).toContain(`qidi register ${paper} `);
    await putFile(join(own.QIDI_HOME, '摘要.txt'), '举报人李秀兰反映尚可为收红包。\n');
    const summary = join(own.QIDI_HOME, '摘要.txt');
    const typed = ['--class', '检举控告', '--summary-file', summary, '--accused', '尚可为//主任'];
    const done = await runQidi(['register', paper, ...typed, '--reason', '人工阅读原件'], own);
    expect(done.stdout).toMatch(/^第 1 号决定 {2}人工登记/);
    const shown = (await runQidi(['show', paper], own)).stdout;
    for (const part of [
      '关于主任尚可为有关问题的反映',
      `收件 ${paper} `,
      '── 人工录入 1 ──',
      '举报人▇▇▇反映尚可为',
    ])
      expect(shown).toContain(part);
    const log = (await runQidi(['decisions'], own)).stdout;
    expect(log).toMatch(/^1\. \d{4}-\d{2}-\d{2} \d{2}:\d{2} .+人工登记/);
    for (const part of ['被反映人及单位职务: 尚可为/—/主任', '类别: 检举控告', '理由：人工阅读原件'])
      expect(log).toContain(part);
  }, 180_000);

  it('keeps the sub-folder, and tells what is dropped a second time in the same place', async () => {
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' };
    const inbox = await folder.make();
    const [name] = await readdir(files);
    // A folder that is called like ours, but is none of ours.
    const places = [join('2019', '甲县', name!), join('2019', '已收', 'other.txt')];
    const drop = async () => {
      await mkdir(join(inbox, '2019', '甲县'), { recursive: true });
      await cp(join(files, name!), join(inbox, places[0]!), { preserveTimestamps: true });
    };
    await drop();
    await mkdir(join(inbox, '2019', '已收'));
    await putFile(join(inbox, places[1]!), '关于食堂招标价格偏高的反映，请组织派人核实处理。\n');
    await putFile(join(inbox, '2019', '~$letter.docx'), 'lock');
    const watching = startQidi(['watch', inbox], own);
    const isThere = (...path: string[]) =>
      stat(join(inbox, ...path)).then(
        () => true,
        () => false,
      );
    await waitFor('both to be received', async () =>
      (await Promise.all(places.map((place) => isThere('已收', place)))).every(Boolean),
    );
    await drop();
    await waitFor('the second to be known', () => isThere('已存在', places[0]!));
    expect(await isThere('2019', '~$letter.docx')).toBe(true);
    watching.signal('SIGINT', 'group');
    const ended = await untilEnd('watch after Ctrl-C', watching, 60);
    expect([ended.code, ended.stderr.match(/略过 {2}~\$letter\.docx/g)?.length]).toEqual([0, 1]);
  }, 180_000);

  it('moves no file that was overwritten after its receipt', async () => {
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' };
    const inbox = await folder.make();
    const [one, other] = (await readdir(files)).slice(0, 2).map((name) => join(files, name));
    const place = join(inbox, 'letter.txt');
    await cp(one!, place, { preserveTimestamps: true });
    const watching = startQidi(['watch', inbox], own);
    const received = async () => jsonOf(await runQidi(['--json', 'status'], own)).register.files;
    await waitFor('the first receipt', async () => (await received()) === 1, 60_000);
    await cp(other!, place, { preserveTimestamps: true });
    await waitFor(
      'both letters to be moved',
      async () => (await readdir(inbox, { withFileTypes: true })).every((e) => e.isDirectory()),
      90_000,
    );
    watching.signal('SIGINT', 'group');
    expect((await untilEnd('watch after Ctrl-C', watching, 60)).code).toBe(0);
    const sha256Of = async (path: string) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    const moved = (await readdir(inbox, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());
    const registered = (await exportRegister(own)).flatMap((r) => r.sources.map((source) => source.sha256));
    expect(registered.sort()).toEqual([await sha256Of(one!), await sha256Of(other!)].sort());
    for (const file of moved) expect(registered).toContain(await sha256Of(join(file.parentPath, file.name)));
    expect(moved.map((file) => file.name)).toContain('letter.txt');
  }, 180_000);
});

describe('sweep', () => {
  it('does exactly what is due after a change of the lexicon, and names the clue', async () => {
    const lexicon = join(folder.path, 'lexicon');
    await cp(new URL('../../lexicon', import.meta.url), lexicon, {
      recursive: true,
      filter: (source) => !source.endsWith('.ts'),
    });
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1', QIDI_LEXICON: lexicon };
    const letters = await folder.make('letters');
    const letter = (what: string) =>
      `关于白石县人防办主任罗守成有关问题的举报信\n市纪委：\n2016年5月，罗守成在白石花园项目上多次拿了${what}，至今没有下文。\n一名知情群众\n2017年3月2日\n`;
    await putFile(join(letters, '2017-03-05-珠.txt'), letter('一颗夜明珠，说是祖传的夜明珠'));
    await putFile(
      join(letters, '2017-03-06-表.txt'),
      letter('一块手表').replaceAll('罗守成', '卫长河').replaceAll('白石', '青川'),
    );
    await putFile(join(letters, scans[0]!), await readFile(sampleFile(scans[0]!)));
    expect((await runQidi(['intake', letters], own, { seconds: 180 })).code).toBe(0);
    expect(jsonOf(await runQidi(['--json', 'sweep', '--dry-run'], own))).toMatchObject({
      documents: 3,
      due: 0,
    });
    const reread = await runQidi(['--json', 'sweep', '--reread-scans', '--dry-run'], own);
    expect(jsonOf(reread)).toMatchObject({ documents: 3, due: 1, pages: 1 });
    expect((await runQidi(['status'], own)).stdout).toMatch(/已识别 1 \(tesseract\S* \d[\d.]* 1\)/);

    const pack = join(lexicon, 'campaigns', 'own');
    await mkdir(pack);
    await writeFile(
      join(pack, 'topics.yaml'),
      'topics:\n  Z1:\n    name: 珠宝\n    strong:\n      - 夜明珠\n',
    );
    const plan = jsonOf(await runQidi(['--json', 'sweep', '--dry-run'], own));
    expect(plan).toMatchObject({ documents: 3, due: 3, pages: 0 });
    const due = plan.stages.filter((s: { direct: number; following: number }) => s.direct + s.following > 0);
    expect(due).toEqual([{ stage: 'topics', direct: 3, following: 0 }]);

    const swept = jsonOf(await runQidi(['--json', 'sweep'], own, { seconds: 180 }));
    expect(swept).toMatchObject({ unchanged: 2, added: [], withdrawn: [], failed: [] });
    const { records } = jsonOf(await runQidi(['--json', 'search', '夜明珠'], own));
    expect(swept.changed).toHaveLength(1);
    expect(swept.changed[0].clueNo).toBe(records[0].clueNo);
    const topics = swept.changed[0].changed.find((c: { field: string }) => c.field === 'topics');
    expect(topics.before).not.toContain('Z1');
    expect(topics.after).toContain('Z1');
    expect(jsonOf(await runQidi(['--json', 'sweep', '--dry-run'], own))).toMatchObject({ due: 0 });
  }, 400_000);
});
