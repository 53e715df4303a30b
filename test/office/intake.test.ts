import { appendFile, chmod, copyFile, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { toDocx, toPdf, toTxt } from '../../bench/letters/index.js';
import { openKeys, openOriginals } from '../../vault/index.js';
import {
  asOrdinaryUser,
  exportRegister,
  jsonOf,
  makeOld,
  program,
  putFile,
  runQidi,
  sampleFile,
  start,
  untilEnd,
  useFolder,
} from '../support/index.js';

const folder = await useFolder('intake');

const letter = (n: number) => `关于澜川市人防办主任范明志有关问题的反映
市纪委监委：
现反映澜川市人防办党组书记、主任范明志在第${n}号工程中指定厂家、收受回扣的问题。2016年8月，芸台${n}号小区采购防护密闭门，范明志指定从龙蟠防护设备有限公司购买，单价比市场高出三成，事后收受回扣${n}万元。请组织调查。
一名知情群众
2018年2月26日
`;

interface Report {
  received: number;
  originals: number;
  items: number;
  clues: { new: number; repeat: number };
  outOfScope: number;
  review: number;
  refused: number;
  known: number;
  leftOut: { file: string; reason: string }[];
  pending: number;
  failed: { file: string; code: string; message: string; remedy: string }[];
}
const codesOf = (report: Report) =>
  Object.fromEntries(report.failed.map((f) => [f.file.split('/').at(-1)!, f.code]));
function expectBalance(report: Report): void {
  const { items, clues, outOfScope, review } = report;
  expect(items).toBe(clues.new + clues.repeat + outOfScope + review);
  for (const { message, remedy } of report.failed) {
    expect(message.length).toBeGreaterThan(3);
    expect(remedy.length).toBeGreaterThan(3);
  }
}
const newOffice = async () => ({ QIDI_HOME: await folder.make(), QIDI_WORKERS: '1' });

describe('intake', () => {
  it('gives every bad file its own outcome and does the rest of the batch', async () => {
    const env = { ...(await newOffice()), QIDI_MAX_FILE_MB: '1' };
    const inbox = await folder.make();
    const pdf = Buffer.from(toPdf(letter(1)));
    const docx = Buffer.from(toDocx(letter(2)));
    await putFile(join(inbox, 'empty.txt'), '');
    await putFile(join(inbox, 'unknown.xyz'), Buffer.from([0, 1, 2, 3, 250, 251, 0, 9, 0, 77, 1, 0]));
    await putFile(join(inbox, 'legacy.doc'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'));
    await putFile(join(inbox, 'cut.pdf'), pdf.subarray(0, pdf.length / 2));
    await putFile(join(inbox, 'cut.docx'), docx.subarray(0, docx.length / 2));
    await putFile(join(inbox, 'large.txt'), 'x'.repeat(1024 * 1024 + 1));
    await putFile(join(inbox, 'really-a-docx.pdf'), docx);
    await putFile(join(inbox, 'no-extension'), letter(3));
    await putFile(join(inbox, 'line\nbreak\u001b[31m.txt'), letter(4));
    await putFile(join(inbox, '.hidden'), letter(99));
    await putFile(join(inbox, '~$really-a-docx.docx'), 'lock');
    await putFile(join(inbox, 'Thumbs.db'), 'pictures');
    await mkdir(join(inbox, '.git'));
    await putFile(join(inbox, '.git', 'config'), 'x');
    await symlink(join(inbox, 'nowhere.txt'), join(inbox, 'broken.txt'));
    await symlink('itself.txt', join(inbox, 'itself.txt'));
    await symlink(inbox, join(inbox, 'loop'));
    const noUtf8 = Buffer.concat([
      Buffer.from(`${inbox}/`),
      Buffer.from([0xff, 0xfe, 0xfd, 0xfc]),
      Buffer.from('.txt'),
    ]);
    await writeFile(noUtf8, letter(5));
    await utimes(noUtf8, new Date(0), new Date(0));
    const future = await putFile(join(inbox, 'tomorrow.txt'), letter(6));
    await utimes(future, new Date(Date.now() + 86_400_000), new Date(Date.now() + 86_400_000));
    const emptyFolder = await folder.make();

    const outcome = await runQidi(['--json', 'intake', inbox, emptyFolder, join(inbox, 'gone.txt')], env);
    const report: Report = jsonOf(outcome);
    expect(codesOf(report)).toEqual({
      'empty.txt': 'intake.empty_file',
      'unknown.xyz': 'extraction.unknown_format',
      'legacy.doc': 'extraction.damaged',
      'cut.pdf': 'extraction.damaged',
      'cut.docx': 'extraction.damaged',
      'large.txt': 'intake.too_large',
      'broken.txt': 'intake.broken_link',
      'itself.txt': 'intake.broken_link',
      loop: 'intake.not_a_file',
      [emptyFolder.split('/').at(-1)!]: 'intake.empty_folder',
      'gone.txt': 'intake.not_found',
    });
    expect(outcome.code).toBe(1);
    expectBalance(report);
    // The five good ones, and those that were received but could not be read.
    expect(report).toMatchObject({ received: 9, originals: 9, refused: 7, items: 5, known: 0, pending: 0 });
    expect(report.failed).toHaveLength(7 + 4);
    // What no person has put there is no failure, and is named.
    expect(report.leftOut.map(({ file, reason }) => [file.split('/').at(-1), reason]).sort()).toEqual(
      [
        ['.git', 'hidden'],
        ['.hidden', 'hidden'],
        ['Thumbs.db', 'system'],
        ['~$really-a-docx.docx', 'lock'],
      ].sort(),
    );
    const records = await exportRegister(env);
    const sources = records.flatMap((r) => r.sources);
    const byFile = new Map(sources.map((s) => [s.file, s]));
    expect([...byFile.keys()].sort()).toEqual(
      [
        'line\ufffdbreak\ufffd[31m.txt',
        'no-extension',
        'really-a-docx.pdf',
        'tomorrow.txt',
        '\ufffd\ufffd\ufffd\ufffd.txt',
      ].sort(),
    );
    expect(records.find((r) => r.sources[0]?.file === 'really-a-docx.pdf')?.quality.flags).toContain(
      'wrong_extension',
    );
    expect(outcome.stderr + outcome.stdout).not.toContain('\u001b');

    // What could not be read is kept all the same, byte for byte.
    const keys = await openKeys(join(env.QIDI_HOME, 'keys'));
    const originals = await openOriginals(join(env.QIDI_HOME, 'originals'), keys.originals);
    const { createHash } = await import('node:crypto');
    for (const name of ['unknown.xyz', 'cut.pdf', 'legacy.doc']) {
      const bytes = await readFile(join(inbox, name));
      const kept = await originals.get(createHash('sha256').update(bytes).digest('hex'));
      expect({ name, same: kept.equals(bytes) }).toEqual({ name, same: true });
    }

    // The same command again: the same receipts, nothing new, the same outcomes.
    const again: Report = jsonOf(await runQidi(['--json', 'intake', inbox], env));
    expect(again).toMatchObject({ received: 9, originals: 9, items: 5, known: 5 });
    expectBalance(again);
    expect(await exportRegister(env)).toEqual(records);
  }, 180_000);

  it('waits for a file that is still being written, and takes the whole of it', async () => {
    const env = await newOffice();
    const inbox = await folder.make();
    const path = join(inbox, 'growing.txt');
    const lines = letter(7).split('\n');
    await writeFile(path, '');
    const writing = (async () => {
      const parts = 15;
      for (let i = 0; i < parts; i += 1) {
        // A scanner's pace: that it is slow is what is tested.
        await delay(200);
        await appendFile(path, i === 0 ? letter(7).slice(0, 60) : `\n${i}、${lines[2]}`);
      }
    })();
    const outcome = await runQidi(['--json', 'intake', inbox], env);
    await writing;
    const report: Report = jsonOf(outcome);
    expect(report).toMatchObject({ received: 1, items: 1, failed: [] });
    const [record] = await exportRegister(env);
    expect(record!.sources[0]!.text).toContain('14、');
  }, 120_000);

  it('takes the same file under twenty names, and the same path twenty times at once, as one original', async () => {
    const env = await newOffice();
    const inbox = await folder.make();
    for (let n = 0; n < 20; n += 1) await putFile(join(inbox, `copy-${n}.txt`), letter(8));
    const paths = Array.from({ length: 20 }, () => join(inbox, 'copy-0.txt'));
    const [names, path, whole] = await Promise.all([
      runQidi(['--json', 'intake', inbox], env),
      runQidi(['--json', 'intake', ...paths], env),
      runQidi(['--json', 'intake', inbox], env),
    ]);
    expect([names, path, whole].map((o) => o.code)).toEqual([0, 0, 0]);
    for (const outcome of [names, whole])
      expect(jsonOf(outcome)).toMatchObject({
        received: 20,
        originals: 1,
        items: 20,
        clues: { new: 1, repeat: 19 },
      });
    expect(jsonOf(path)).toMatchObject({ received: 1, originals: 1, items: 1 });
    const records = await exportRegister(env);
    expect(records).toHaveLength(1);
    expect(records[0]!.sources.map((s) => s.relation)).toEqual(['first', ...Array(19).fill('same-file')]);
  }, 180_000);

  it('runs for an ordinary user, who is told what he may not read', async () => {
    // The letters' folder begins with the name of the office's own, and is another all the same.
    const env = { QIDI_HOME: await folder.make('office'), QIDI_WORKERS: '1' };
    const inbox = await folder.make('office-letters');
    await putFile(join(inbox, 'good.txt'), letter(9));
    await putFile(join(inbox, 'secret.txt'), letter(10));
    await chmod(join(inbox, 'secret.txt'), 0o000);
    await mkdir(join(inbox, 'locked'), { mode: 0o000 });
    await chmod(join(inbox, 'good.txt'), 0o644);
    await chmod(inbox, 0o755);
    const as = await asOrdinaryUser(env.QIDI_HOME);
    const words = [...as, process.execPath, program, '--json', 'intake', inbox];
    const outcome = await untilEnd(
      'intake by an ordinary user',
      start(words as [string, ...string[]], env),
      120,
    );
    const report: Report = jsonOf(outcome);
    expect(codesOf(report)).toEqual({ 'secret.txt': 'intake.no_permission', locked: 'intake.no_permission' });
    expect(report).toMatchObject({ received: 1, items: 1 });
    expect(outcome.code).toBe(1);
    await chmod(join(inbox, 'locked'), 0o700);
  }, 120_000);

  it('reads the day of receipt from the option, the name, or takes the day of arrival', async () => {
    const env = await newOffice();
    const inbox = await folder.make();
    await putFile(join(inbox, '2018年3月2日来信.txt'), letter(11));
    await putFile(join(inbox, '20180405-来信.txt'), toTxt(letter(12), 'gb18030'));
    await putFile(join(inbox, '2018-02-30-来信.txt'), letter(13));
    await runQidi(['--json', 'intake', inbox], env);
    const stated = await folder.make();
    await putFile(join(stated, '2018-07-01.txt'), letter(14));
    await copyFile(sampleFile('2019-05-20-欠缴反映-碧水湾.txt'), join(stated, 'b.txt'));
    await makeOld(join(stated, 'b.txt'));
    await runQidi(['--json', 'intake', '--received', '2018-06-30', '--channel', 'visit', stated], env);
    const records = await exportRegister(env);
    const days = Object.fromEntries(records.flatMap((r) => r.sources).map((s) => [s.file, s.receivedOn]));
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
      new Date(),
    );
    expect(days).toEqual({
      '2018年3月2日来信.txt': '2018-03-02',
      '20180405-来信.txt': '2018-04-05',
      '2018-02-30-来信.txt': today,
      '2018-07-01.txt': '2018-06-30',
      'b.txt': '2018-06-30',
    });
    const visits = records.filter((r) => r.sources.some((s) => s.receivedOn === '2018-06-30'));
    expect(visits.map((r) => r.channel)).toEqual(visits.map(() => 'visit'));
    expect(visits.length).toBeGreaterThan(0);
  }, 120_000);
});
