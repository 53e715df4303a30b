import { randomUUID } from 'node:crypto';
import { describeError, type ErrorCode, paperName } from '../../domain/index.js';
import {
  type FilePath,
  findFiles,
  type IntakeFacts,
  isLeftOut,
  isRefusal,
  type LeftOut,
  type LeftOutReason,
  type Office,
  printable,
  type Refusal,
  takeIn,
} from '../../office/index.js';
import { openProgress } from '../progress.js';
import { pollUntil, type Session, startWorkers, withOffice } from '../session.js';
import { exit, paint, type Terminal } from '../terminal.js';
import { type Came, factsOf } from './came.js';
import { howToRegister } from './deciding/index.js';

export interface IntakeOptions extends Came {
  wait: boolean;
}

/** A file for which somebody has to do something. */
export interface Problem {
  file: string;
  /** What a person names it by: R15; null where nothing was received. */
  paper: string | null;
  code: ErrorCode;
  message: string;
  remedy: string;
}

/** What `qidi intake --json` prints. */
export interface IntakeReport {
  received: number;
  originals: number;
  /** Files that were not received at all; among `failed`, with those that were received and could not be read. */
  refused: number;
  items: number;
  /** Of the items those of files that had been received before: the counts below hold them, too. */
  known: number;
  clues: { new: number; repeat: number };
  outOfScope: number;
  review: number;
  /** Received, but still in the queue: only with --no-wait, or after Ctrl-C. */
  pending: number;
  failed: Problem[];
  needsPerson: Problem[];
  /** What no person has put there. */
  leftOut: { file: string; reason: LeftOutReason }[];
  seconds: number;
}

/** `qidi intake PATH…`: takes files in and waits until each is filed or explained. */
export function intake(session: Session, paths: readonly string[], options: IntakeOptions): Promise<number> {
  const facts = factsOf(session, options);
  return withOffice(session, async (office) => {
    const report = await takeInAndWait(session, office, paths, { facts, wait: options.wait });
    if (session.terminal.json) await session.terminal.out(JSON.stringify(report));
    else await printReport(session.terminal, report);
    const open = options.wait ? report.pending : 0;
    return report.failed.length + report.review + open > 0 || session.stop.aborted ? exit.partly : exit.done;
  });
}

/** The main job: receive, work, wait, report. */
export async function takeInAndWait(
  session: Session,
  office: Office,
  paths: readonly string[],
  { facts, wait }: { facts: IntakeFacts; wait: boolean },
): Promise<IntakeReport> {
  const { config, terminal, stop } = session;
  const started = Date.now();
  const batch = randomUUID();
  const workers = wait ? await startWorkers(office) : null;
  const progress = openProgress(terminal);
  const refusals: Refusal[] = [];
  const leftOut: LeftOut[] = [];
  const pathOf = new Map<number, FilePath>();
  try {
    for await (const result of takeIn(office, batch, findFiles(paths), facts, stop)) {
      if (isLeftOut(result)) leftOut.push(result);
      else if (isRefusal(result)) refusals.push(result);
      else pathOf.set(result.receiptId, result.path);
    }
    if (workers)
      await pollUntil(stop, workers, async () => {
        const step = await office.register.receipts.progress(batch);
        const failures = { ...step.failures };
        for (const { code } of refusals) failures[code] = (failures[code] ?? 0) + 1;
        progress.show({ ...step, filesFailed: step.filesFailed + refusals.length, failures });
        return step.filesDone === step.files;
      });
  } finally {
    progress.stop();
    await workers?.close();
  }
  const describe = (
    file: string,
    paper: string | null,
    code: ErrorCode,
    params: Record<string, string | number> = {},
  ): Problem => ({
    file,
    paper,
    code,
    ...describeError(code, params, config.language),
  });
  const { receipts } = office.register;
  const shown = (path: FilePath) => printable(path.toString());
  const failures = await receipts.files(batch, 'failed');
  const summary = await receipts.summary(batch);
  const step = await receipts.progress(batch);
  return {
    received: summary.received,
    originals: summary.originals,
    refused: refusals.length,
    items: summary.items,
    known: summary.known,
    clues: { new: summary.newClues, repeat: summary.repeats },
    outOfScope: summary.outOfScope,
    review: summary.review,
    pending: step.files - step.filesDone,
    failed: [
      ...refusals.map((r) => describe(shown(r.path), null, r.code, r.params)),
      ...failures.map((f) =>
        describe(
          shown(pathOf.get(f.receiptId) ?? f.name),
          paperName(f.receiptId),
          f.errorCode as ErrorCode,
          f.errorParams,
        ),
      ),
    ],
    needsPerson: (await receipts.reviews(batch)).map((r) =>
      describe(
        r.member === null ? r.name : `${r.name} › ${r.member}`,
        r.paper,
        r.code as ErrorCode,
        r.params,
      ),
    ),
    leftOut: leftOut.map((l) => ({ file: shown(l.path), reason: l.leftOut })),
    seconds: Math.round((Date.now() - started) / 100) / 10,
  };
}

async function printReport(terminal: Terminal, report: IntakeReport): Promise<void> {
  const { say } = terminal;
  await terminal.out(describeCounts(terminal, report));
  if (report.pending > 0)
    await terminal.out(
      say(
        `排队中的 ${report.pending} 件文件还没有办：重新执行同一命令，或运行“qidi worker”继续。`,
        `${report.pending} files are still queued: run the same command again, or “qidi worker”, to go on.`,
      ),
    );
  await printProblems(terminal, report);
  await terminal.out(
    say(
      '\n下一步：qidi list 查看台账，qidi serve 打开页面。',
      '\nNext: qidi list shows the register, qidi serve opens the page.',
    ),
  );
}

/** 1 file, 2 files. */
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What became of the files that were given, and of the items in those that could be read. */
export function describeCounts({ say }: Terminal, report: IntakeReport): string {
  const { received, originals, refused, failed, pending, leftOut } = report;
  const { items, known, clues, outOfScope, review } = report;
  const unread = failed.length - refused;
  return say(
    `收到 ${received} 件文件（原件 ${originals} 份），其中未能读取 ${unread} 件${pending > 0 ? `、排队中 ${pending} 件` : ''}；未收 ${refused} 件，略过 ${leftOut.length} 件；用时 ${report.seconds} 秒。\n` +
      `登记 ${items} 件 = 新线索 ${clues.new} + 重复 ${clues.repeat} + 业务范围外 ${outOfScope} + 待人工 ${review}` +
      `${known > 0 ? `；其中 ${known} 件此前已登记，没有再次登记` : ''}。`,
    `Received ${count(received, 'file')} (${count(originals, 'original')}), ${unread} of them unreadable${pending > 0 ? `, ${pending} still queued` : ''}; ${refused} refused, ${leftOut.length} left out; ${report.seconds} s.\n` +
      `${count(items, 'item')} = ${clues.new} new + ${clues.repeat} repeats + ${outOfScope} out of scope + ${review} for a person` +
      `${known > 0 ? `; ${known} of them were registered before, and were not registered again` : ''}.`,
  );
}

/** Files that failed and items for a person, each with what to do, and what was left out. */
export async function printProblems(terminal: Terminal, report: IntakeReport): Promise<void> {
  const { say } = terminal;
  for (const [title, problems] of [
    [say('未能处理', 'Failed'), report.failed],
    [say('待人工', 'For a person'), report.needsPerson],
  ] as const) {
    if (problems.length > 0) await terminal.out(paint('bold', `\n${title}`));
    for (const p of problems)
      await terminal.out(
        `  ${p.paper === null ? '' : `${say('收件', 'receipt')} ${p.paper}  `}${p.file}\n    [${p.code}] ${p.message}\n    ${say('处理办法', 'What to do')}: ${p.remedy}`,
      );
  }
  const byHand = [...report.needsPerson, ...report.failed].find(
    (p) => p.paper && p.code !== 'items.classified',
  );
  if (byHand?.paper) await terminal.out(`\n${howToRegister(terminal, byHand.paper)}`);
  for (const reason of ['hidden', 'system', 'lock'] as const) {
    const files = report.leftOut.filter((l) => l.reason === reason).map((l) => l.file);
    const [zh, en] = leftOutWords[reason];
    if (files.length > 0)
      await terminal.out(
        say(`\n略过${zh} ${files.length} 个：`, `\n${en} left out, ${files.length}: `) +
          inShort(files, say('、', ', ')),
      );
  }
}

const leftOutWords: Record<LeftOutReason, [zh: string, en: string]> = {
  hidden: ['隐藏文件', 'Hidden files'],
  system: ['系统文件', 'Files of the system'],
  lock: ['打开文档时的锁定文件', 'Locks of documents that are open'],
};

function inShort(files: readonly string[], and: string): string {
  return files.slice(0, 5).join(and) + (files.length > 5 ? '……' : '');
}
