import {
  channels,
  clueSources,
  describeError,
  petitionClasses,
  signatures,
  stageNames,
  sweepReasonKeys,
  sweepReasons,
  sweptFields,
} from '../../../domain/index.js';
import { type DueFile, planSweep, runSweep, type SweepPlan } from '../../../office/index.js';
import type { SweepScope } from '../../../register/index.js';
import { openProgress } from '../../progress.js';
import { pollUntil, type Session, startWorkers, withOffice } from '../../session.js';
import { exit, paint, type Terminal, table } from '../../terminal.js';

export interface SweepOptions extends Omit<SweepScope, 'words'> {
  query?: string[];
  dryRun?: boolean;
}

/** `qidi sweep`: runs exactly what is due over the archive, and says what changed. */
export function sweep(session: Session, scope: SweepScope, dryRun: boolean): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal, stop } = session;
    const { say } = terminal;
    if (dryRun) {
      const plan = await planSweep(office, scope);
      await terminal.out(
        terminal.json
          ? JSON.stringify(plan)
          : [describePlan(terminal, plan), ...describeFiles(terminal, plan.files)].join('\n'),
      );
      return exit.done;
    }
    const progress = openProgress(terminal);
    const result = await runSweep(office, scope, async (sweepId) => {
      const first = await office.register.sweeps.progress(sweepId);
      if (first.filesDone === first.files) return;
      const workers = await startWorkers(office);
      try {
        await pollUntil(stop, workers, async () => {
          const step = await office.register.sweeps.progress(sweepId);
          progress.show(step);
          return step.filesDone === step.files;
        });
      } finally {
        progress.stop();
        await workers.close();
      }
      stop.throwIfAborted();
    }).catch((error: unknown) => {
      if (stop.aborted) return null;
      throw error;
    });
    if (!result) {
      terminal.note(
        say('已停止；重新执行同一命令即可继续。', 'Stopped; run the same command again to go on.'),
      );
      return exit.partly;
    }
    if (terminal.json) await terminal.out(JSON.stringify(result));
    else {
      await terminal.out(describePlan(terminal, result));
      await terminal.out(
        say(
          `涉及记录：变化 ${result.changed.length}，新增 ${result.added.length}，撤下 ${result.withdrawn.length}，未变 ${result.unchanged}；失败文件 ${result.failed.length}。`,
          `Records: ${result.changed.length} changed, ${result.added.length} added, ${result.withdrawn.length} withdrawn, ${result.unchanged} unchanged; ${result.failed.length} files failed.`,
        ),
      );
      if (result.withdrawn.length > 0)
        await terminal.out(`${say('撤下', 'Withdrawn')}: ${result.withdrawn.join(say('、', ', '))}`);
      for (const { papers, code, params } of result.failed) {
        const { message, remedy } = describeError(code, params, terminal.language);
        await terminal.out(
          `${say('收件', 'receipt')} ${papers.join(say('、', ', '))}  [${code}] ${message}\n    ${say('处理办法', 'What to do')}: ${remedy}`,
        );
      }
      for (const { clueNo, changed } of result.changed) {
        await terminal.out(paint('bold', clueNo));
        for (const { field, before, after } of changed)
          await terminal.out(
            `  ${sweptFields[field][terminal.language]}: ${inWords(terminal, field, before, after)}`,
          );
      }
    }
    return result.failed.length > 0 ? exit.partly : exit.done;
  });
}

function describePlan(terminal: Terminal, plan: SweepPlan): string {
  const { say } = terminal;
  const due = plan.stages.filter((s) => s.direct + s.following > 0);
  const reasons = sweepReasonKeys.filter((why) => plan.reasons[why] > 0);
  return [
    say(
      `范围内 ${plan.documents} 份文件，需重新处理 ${plan.due} 份，重新识别 ${plan.pages} 页。`,
      `${plan.documents} files in scope, ${plan.due} due, ${plan.pages} pages to be recognised again.`,
    ),
    ...(reasons.length === 0
      ? []
      : [
          `${say('原因', 'Why')}: ${reasons.map((why) => `${sweepReasons[why][terminal.language]} ${plan.reasons[why]}`).join(say('，', ', '))}`,
        ]),
    ...(due.length === 0
      ? []
      : [
          table(
            [say('环节', 'stage'), say('需重做', 'due'), say('可能随之重做', 'may follow')],
            due.map((s) => [stageNames[s.stage][terminal.language], String(s.direct), String(s.following)]),
          ),
        ]),
  ].join('\n');
}

/** More files, and more receipts of one, than these are for `--json`. */
const mostFiles = 200;
const mostPapers = 5;

/** Each file that is due with why it is, and what of it is done anew first. */
export function describeFiles({ say, language }: Terminal, files: readonly DueFile[]): string[] {
  const and = say('、', ', ');
  const named = (papers: readonly string[]) =>
    papers.slice(0, mostPapers).join(and) +
    (papers.length > mostPapers ? say(`…（共 ${papers.length} 次）`, `… (${papers.length} in all)`) : '');
  return [
    ...files
      .slice(0, mostFiles)
      .map(
        ({ papers, why, code, stages }) =>
          `  ${say('收件', 'receipt')} ${named(papers)}  ${sweepReasons[why][language]}${code === null ? '' : ` [${code}]`}${say('：', ': ')}${stages.map((stage) => stageNames[stage][language]).join(and)}`,
      ),
    ...(files.length > mostFiles
      ? [
          say(
            `（只列出前 ${mostFiles} 份；全部请用 --json）`,
            `(the first ${mostFiles} only; --json lists all)`,
          ),
        ]
      : []),
  ];
}

/** Of texts and marks only whether they changed is kept; words of the field stand for keys. */
function inWords({ say, language }: Terminal, field: string, before: string, after: string): string {
  if (field === 'text' || field === 'entities') return say('有变化', 'changed');
  const terms: Readonly<Record<string, { zh: string; en: string }>> =
    { petitionClass: petitionClasses, source: clueSources, channel: channels, signature: signatures }[
      field
    ] ?? {};
  const [from, to] = [before, after].map((value) => shorten(terms[value]?.[language] ?? value));
  return `${from} → ${to}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line || '—';
}
