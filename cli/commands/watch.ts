import { randomUUID } from 'node:crypto';
import { link, lstat, mkdir, readdir, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describeError, type ErrorCode, paperName, QidiError } from '../../domain/index.js';
import {
  type FilePath,
  findFiles,
  isLeftOut,
  isRefusal,
  isSameState,
  type LeftOut,
  nameOf,
  outlineOf,
  printable,
  type Received,
  stateOf,
  takeIn,
} from '../../office/index.js';
import { type Session, startWorkers, withOffice } from '../session.js';
import { exit } from '../terminal.js';
import { type Came, factsOf } from './came.js';
import { howToRegister } from './deciding/index.js';

/** Beside the files: where each goes when its fate is known. */
const folders = { received: '已收', known: '已存在', trouble: '需处理' } as const;
const secondsBetweenScans = 2;
/** Refused files are looked at again after this long: permission may be given, a copy may end. */
const secondsBeforeRetry = 60;

/**
 * `qidi watch FOLDER`: takes in whatever is dropped there, until stopped. The folder is scanned again and again
 * rather than listened to: network shares tell nothing. A file is moved only when its receipt is durable and it
 * is filed or explained, and never deleted; until then it stays, so that a crash finds it again.
 */
export function watch(session: Session, folder: string, came: Came): Promise<number> {
  const facts = factsOf(session, came);
  return withOffice(session, async (office) => {
    const { terminal, stop, config } = session;
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new QidiError('intake.not_found');
    for (const name of Object.values(folders)) await mkdir(join(folder, name), { recursive: true });
    const workers = await startWorkers(office);
    terminal.note(terminal.say(`正在监视 ${folder}（Ctrl-C 停止）`, `Watching ${folder} (Ctrl-C stops)`));
    const batch = randomUUID();
    const inHand = new Map<number, Received[]>();
    const refused = new Map<string, number>();
    const leftOut = new Set<string>();
    try {
      while (!stop.aborted) {
        for await (const result of takeIn(office, batch, newFiles(), facts, stop)) {
          if (isLeftOut(result)) noteLeftOut(result);
          else if (isRefusal(result)) await handleRefusal(result.path, result.code, result.params);
          else {
            const waiting = inHand.get(result.receiptId) ?? [];
            inHand.set(result.receiptId, [...waiting, result]);
          }
        }
        await moveFinished();
        const broken = await Promise.race([
          delay(secondsBetweenScans * 1000, null, { signal: stop }).catch(() => null),
          workers.failed,
        ]);
        if (broken !== null) throw broken;
      }
      return exit.done;
    } finally {
      await workers.close();
    }

    async function* newFiles() {
      const taken = new Set([...inHand.values()].flat().map((f) => f.path.toString()));
      for await (const file of findFiles([folder], Object.values(folders))) {
        if (typeof file !== 'string' && !Buffer.isBuffer(file)) {
          if (!('code' in file) || file.code !== 'intake.empty_folder') yield file;
          continue;
        }
        const retryAt = refused.get(file.toString());
        if (taken.has(file.toString()) || (retryAt !== undefined && retryAt > Date.now())) continue;
        yield file;
      }
    }

    function noteLeftOut({ path }: LeftOut): void {
      if (leftOut.has(path.toString())) return;
      leftOut.add(path.toString());
      terminal.note(`${terminal.say('略过', 'left out')}  ${shown(path)}`);
    }

    async function handleRefusal(
      path: FilePath,
      code: ErrorCode,
      params: Readonly<Record<string, string | number>>,
    ) {
      refused.set(path.toString(), Date.now() + secondsBeforeRetry * 1000);
      // Still being written: it is left alone until it is whole.
      if (code === 'intake.still_changing' || code === 'intake.not_found') return;
      await moveAway(path, 'trouble', describeError(code, params, config.language), code);
    }

    async function moveFinished() {
      if (inHand.size === 0) return;
      for (const file of await office.register.receipts.files(batch, 'all', [...inHand.keys()])) {
        const waiting = inHand.get(file.receiptId);
        if (!waiting || file.state === 'due') continue;
        inHand.delete(file.receiptId);
        const code = (
          file.state === 'failed' ? (file.errorCode ?? 'worker.unexpected') : file.reviewCode
        ) as ErrorCode | null;
        const params = file.state === 'failed' ? file.errorParams : file.reviewParams;
        const why = code && describeError(code, params, config.language);
        for (const { path, known, again, state } of waiting) {
          // Overwritten meanwhile: these are other bytes, for which the next scan gets a receipt first.
          const now = await stateOf(path).catch(() => null);
          if (!now || !isSameState(now, state)) continue;
          // Dropped a second time, or left lying when an earlier watch ended? Then it is not among the received yet.
          const before =
            again && (await stateOf(join(folderFor('received', path), nameOf(path))).catch(() => null));
          const to = why ? 'trouble' : known || before ? 'known' : 'received';
          await moveAway(path, to, why, code, paperName(file.receiptId));
        }
      }
    }

    /** Under the folder for its fate it lies where it lay: names of sub-folders say whence files came. */
    function folderFor(to: keyof typeof folders, path: FilePath): string {
      const below = relative(folder, dirname(path.toString()));
      const isBelow = !below.startsWith('..') && !isAbsolute(below) && printable(below) === below;
      return join(folder, folders[to], isBelow ? below : '');
    }

    async function moveAway(
      path: FilePath,
      to: keyof typeof folders,
      why: { message: string; remedy: string } | null,
      code: ErrorCode | null,
      paper: string | null = null,
    ) {
      const goal = folderFor(to, path);
      await mkdir(goal, { recursive: true }).catch(() => undefined);
      const target = await moveWithoutReplacing(path, goal);
      if (!target) {
        terminal.note(terminal.say(`无法移动：${shown(path)}`, `Cannot be moved: ${shown(path)}`));
        return;
      }
      if (why)
        await writeFile(
          `${target}.说明.txt`,
          [
            `[${code}] ${why.message}`,
            `${terminal.say('处理办法', 'What to do')}：${why.remedy}`,
            ...(paper === null ? [] : [terminal.say(`收件编号：${paper}`, `Receipt: ${paper}`)]),
            ...(paper === null || code === 'items.classified' ? [] : [howToRegister(terminal, paper)]),
            '',
          ].join('\n'),
        );
      const word = {
        received: terminal.say('已收', 'received'),
        known: terminal.say('已存在', 'known'),
        trouble: terminal.say('需处理', 'trouble'),
      }[to];
      const receipt = paper === null ? [] : [`${terminal.say('收件', 'receipt')} ${paper}`];
      terminal.note([word, ...receipt, shown(path), ...(why ? [why.message] : [])].join('  '));
    }
  });
}

/** It runs for months and what it says is kept in a log: a file may bear its writer's name. */
const shown = (path: FilePath) => outlineOf(nameOf(path));

/** Moves a file under its own name, or with a number behind it; nothing that is there is ever replaced. */
async function moveWithoutReplacing(path: FilePath, folder: string): Promise<string | null> {
  const name = nameOf(path);
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let n = 1; n < 10_000; n += 1) {
    const target = join(folder, n === 1 ? name : `${stem}-${n}${extension}`);
    try {
      if ((await lstat(path)).isSymbolicLink()) {
        if ((await readdir(folder)).includes(nameOf(target))) continue;
        await rename(path, target);
        return target;
      }
      // A link fails where the name is taken; rename would replace it.
      await link(path, target);
      await unlink(path);
      return target;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP') {
        // A file system without links: look first, then rename.
        if (await lstat(target).catch(() => null)) continue;
        await rename(path, target);
        return target;
      }
      return null;
    }
  }
  return null;
}
