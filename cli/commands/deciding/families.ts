import { userInfo } from 'node:os';
import { type Correction, decisionKinds, PermanentError } from '../../../domain/index.js';
import {
  clueNoOf,
  type Decided,
  judgeLink,
  maskedFields,
  mergeClues,
  moveSource,
  type Office,
  type Ruling,
  splitClue,
  undoDecision,
  withLocalDays,
  withNames,
} from '../../../office/index.js';
import { describeRecord, newFactLines, sourceLine } from '../../record-card.js';
import { type Session, withOffice } from '../../session.js';
import { exit, paint } from '../../terminal.js';
import { type RulingOptions, sumInWords } from '../../words/index.js';

/** `qidi show CLUE`: one record with its family, links and texts. */
export function show(session: Session, written: string): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal, config } = session;
    const { records } = office.register;
    const clueNo = await clueNoOf(office, written);
    const record = await records.show(clueNo);
    if (!record) {
      const into = await records.mergedInto(clueNo);
      throw into === null
        ? new PermanentError('cli.no_such_clue', { clueNo })
        : new PermanentError('decision.clue_merged', { clueNo, into });
    }
    const masked = await maskedFields(office, clueNo);
    const named = withNames(withLocalDays(record, config.timeZone), office.lexicon, terminal.language);
    await terminal.out(
      terminal.json ? JSON.stringify({ ...record, masked }) : describeRecord(terminal, { ...named, masked }),
    );
    return exit.done;
  });
}

/** `qidi duplicates`: clues with more than one source, each with its papers. */
export function duplicates(session: Session, limit: number): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const { say } = terminal;
    const { total, sources, families } = await office.register.families.list(limit);
    if (terminal.json) {
      await terminal.out(JSON.stringify({ total, sources, families }));
      return exit.done;
    }
    for (const { clueNo, title, sources: papers } of families) {
      await terminal.out(paint('bold', `${clueNo}  ${title}`));
      for (const [i, paper] of papers.entries())
        await terminal.out([`  ${i + 1}. ${sourceLine(terminal, paper)}`, ...newFactLines(paper)].join('\n'));
    }
    await terminal.out(
      paint(
        'dim',
        say(
          `共 ${total} 组，${sources} 件次${families.length < total ? `，显示前 ${families.length} 组（--limit）` : ''}。`,
          `${total} families, ${sources} sources${families.length < total ? `; the first ${families.length} shown (--limit)` : ''}.`,
        ),
      ),
    );
    return exit.done;
  });
}

export function merge(session: Session, clueNo: string, into: string, options: RulingOptions) {
  return decide(session, 'merge', options, async (office, ruling) =>
    mergeClues(office, await clueNoOf(office, clueNo), await clueNoOf(office, into), ruling),
  );
}

export function split(session: Session, clueNo: string, sources: readonly number[], options: RulingOptions) {
  return decide(session, 'split', options, async (office, ruling) =>
    splitClue(office, await clueNoOf(office, clueNo), sources, ruling),
  );
}

export function moveOne(session: Session, source: number, into: string, options: RulingOptions) {
  return decide(session, 'move', options, async (office, ruling) =>
    moveSource(office, source, await clueNoOf(office, into), ruling),
  );
}

export function link(
  session: Session,
  verdict: 'confirm' | 'reject',
  [one, other]: readonly [string, string],
  options: RulingOptions,
) {
  return decide(session, `link-${verdict}`, options, async (office, ruling) =>
    judgeLink(office, verdict, [await clueNoOf(office, one), await clueNoOf(office, other)], ruling),
  );
}

export function undo(session: Session, decision: number, options: RulingOptions) {
  return decide(session, 'undo', options, (office, ruling) => undoDecision(office, decision, ruling));
}

/**
 * Takes a decision and says what was done and how to take it back.
 * @param card of which a sum is told as it was read, for whoever typed it to check.
 */
export function decide(
  session: Session,
  kind: keyof typeof decisionKinds,
  { reason, by }: RulingOptions,
  work: (office: Office, ruling: Ruling) => Promise<Decided>,
  { amount }: Pick<Correction, 'amount'> = {},
): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal, config } = session;
    const { say, language } = terminal;
    const ruling = { by: by ?? config.actor ?? systemUser(), reason };
    const { decision, from, to, sources } = await work(office, ruling);
    if (terminal.json) {
      await terminal.out(JSON.stringify({ decision, kind, by: ruling.by, from, to, sources, amount }));
      return exit.done;
    }
    const ids = sources.map((id) => `S${id}`).join(' ');
    const way = from === to ? to : kind === 'undo' ? `${to} → ${from}` : `${from} → ${to}`;
    await terminal.out(
      [
        `${say(`第 ${decision} 号决定`, `Decision ${decision}`)}  ${decisionKinds[kind][language]}  ${way}${ids && `  (${ids})`}`,
        ...(amount === undefined ? [] : [`${say('涉及金额', 'Sum')}: ${sumInWords(terminal, amount)}`]),
        ...(kind === 'undo'
          ? []
          : [
              say(
                `撤销：qidi undo ${decision} --reason 理由`,
                `To take it back: qidi undo ${decision} --reason WHY`,
              ),
            ]),
      ].join('\n'),
    );
    return exit.done;
  });
}

/** In a container the account may have no name. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
