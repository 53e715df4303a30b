import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  askPostgres,
  embeddedConnection,
  exportRegister,
  jsonOf,
  makeBatch,
  putFile,
  runQidi,
  startQidi,
  untilEnd,
  useFolder,
  waitFor,
} from '../support/index.js';

const folder = await useFolder('watch');
const files = await makeBatch(join(folder.path, 'files'), 3);

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

  it('ends and says why where a newer version works on its register', async () => {
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '2' };
    const inbox = await folder.make();
    const watching = startQidi(['watch', inbox], own);
    await cp(join(files, (await readdir(files))[0]!), join(inbox, '来信.txt'), { preserveTimestamps: true });
    await settle(inbox, 1);
    await askPostgres(await embeddedConnection(own.QIDI_HOME), 'update reading set version = version + 1');
    const { code, stderr } = await untilEnd('watch beside a newer version', watching, 60);
    expect(stderr).toContain('worker.outdated');
    expect(code).toBe(4);
  }, 180_000);

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
    expect([ended.code, ended.stderr.match(/略过 {2}▇+\.docx/g)?.length]).toEqual([0, 1]);
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
