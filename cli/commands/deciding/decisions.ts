import { cardValues, correctedFields, type DecisionKind, decisionKinds } from '../../../domain/index.js';
import { minuteIn } from '../../../office/index.js';
import type { LoggedDecision } from '../../../register/index.js';
import { type Session, withOffice } from '../../session.js';
import { exit, paint, type Terminal } from '../../terminal.js';
import { topicNames } from './correct.js';

export interface DecisionsOptions {
  since?: string;
  until?: string;
  by?: string;
  kind?: DecisionKind;
  limit: number;
}

/** `qidi decisions`: what people decided, by whom, when and why, the latest last. */
export function decisions(session: Session, options: DecisionsOptions): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal, config } = session;
    const { say } = terminal;
    const { timeZone } = config;
    const log = await office.register.decisionLog.list({ ...options, timeZone });
    if (terminal.json) {
      await terminal.out(JSON.stringify(log));
      return exit.done;
    }
    for (const decision of log.decisions)
      await terminal.out(describeDecision(terminal, decision, timeZone, topicNames(office)));
    const shown = log.decisions.length;
    await terminal.out(
      paint(
        'dim',
        say(
          `共 ${log.total} 个决定${shown < log.total ? `，显示最近 ${shown} 个（--limit）` : ''}。撤销：qidi undo 决定号 --reason 理由`,
          `${log.total} decisions${shown < log.total ? `, the latest ${shown} shown (--limit)` : ''}. To take one back: qidi undo NUMBER --reason WHY`,
        ),
      ),
    );
    return exit.done;
  });
}

function describeDecision(
  { say, language }: Terminal,
  { id, at, by, kind, from, to, sources, card, reason, undoneBy, undoes }: LoggedDecision,
  timeZone: string,
  topicName: (code: string) => string | null,
): string {
  const ids = sources.length > 0 ? ` (${sources.map((s) => `S${s}`).join(' ')})` : '';
  const way = from === to ? to : undoes === null ? `${from} → ${to}` : `${to} → ${from}`;
  const what = `${decisionKinds[kind][language]}${undoes === null ? '' : ` ${undoes}`}`;
  const undone = undoneBy === null ? '' : say(`  已由第 ${undoneBy} 号撤销`, `  undone by ${undoneBy}`);
  const set = cardValues(card ?? {}, language, topicName).map(
    ({ field, values }) =>
      `     ${correctedFields[field][language]}: ${values.join(say('；', '; ')) || say('无', 'none')}`,
  );
  return [
    `${id}. ${minuteIn(timeZone, new Date(at))}  ${by}  ${what}  ${way}${ids}${undone}`,
    ...set,
    `     ${say('理由：', 'why: ')}${reason}`,
  ].join('\n');
}
