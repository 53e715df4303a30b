import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { freePort, jsonOf, putFile, runQidi, useFolder } from '../support/index.js';

const folder = await useFolder('usage');
const env = { QIDI_HOME: await folder.make() };

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
    expect(helps[commands.indexOf('sweep')]!.stdout).toMatch(/--dry-run .*说明原因.* \/ .*say why/);
  }, 90_000);

  it.each([
    [['intake'], '缺少文件或文件夹', 'path is missing'],
    [['show'], '缺少线索编号', 'clue is missing'],
    [['intake', '--received', '2999-01-01', 'x'], '收件日期晚于今天', 'lies in the future'],
    [['inspect', '--received', '2999-01-01', 'x'], '收件日期晚于今天', 'lies in the future'],
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
    [['correct', '1', '--accused', '+A', '--accused', 'C', '--reason', 'x'], '要么写全名单', 'either all'],
    [['correct', '1', '--accused', '+', '--reason', 'x'], '写作 姓名/单位/职务', 'write NAME/UNIT/POST'],
    [['correct', '1', '--accused', '+none', '--reason', 'x'], '写作 姓名/单位/职务', 'write NAME/UNIT/POST'],
    [['correct', '1', '--accused', '+A=B', '--reason', 'x'], '写作 姓名/单位/职务', 'write NAME/UNIT/POST'],
    [['correct', '1', '--accused', 'A=+B', '--reason', 'x'], '写作 姓名/单位/职务', 'write NAME/UNIT/POST'],
    [
      ['correct', '1', '--accused', 'none', '--accused', '+A', '--reason', 'x'],
      '已写“无”',
      'nobody was named',
    ],
    [
      ['register', 'R1', '--class', 'report', '--summary', 'x', '--accused', '+A', '--reason', 'x'],
      '--accused 写作 姓名/单位/职务',
      'write --accused as NAME/UNIT/POST',
    ],
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

  it('takes no day of receipt that has not come where the office is', async () => {
    // Its day is always a later one than the other's.
    const ahead = 'Pacific/Kiritimati';
    const day = new Date().toLocaleDateString('sv-SE', { timeZone: ahead });
    const file = await putFile(join(folder.path, '来信.txt'), '反映柳林村村主任周大发收受现金2万元。');
    const inspect = (timeZone: string) =>
      runQidi(['inspect', '--received', day, file], { ...env, QIDI_TIME_ZONE: timeZone });
    const [early, late] = [await inspect('Pacific/Pago_Pago'), await inspect(ahead)];
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('收件日期晚于今天')]);
    expect(late.code).toBe(0);
  });

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
