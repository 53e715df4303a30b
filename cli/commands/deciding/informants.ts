import { clueNoOf, confirmInformant, maskedFields, rejectInformant } from '../../../office/index.js';
import { maskedLines } from '../../record-card.js';
import type { Session } from '../../session.js';
import type { Confirmed, RulingOptions } from '../../words/index.js';
import { decide } from './families.js';

/** A letter seldom tells these of whom it accuses. */
const hardlyOfTheAccused: ReadonlySet<string> = new Set(['phone', 'identity-number', 'email', 'address']);

/**
 * `qidi informant confirm CLUE`: who stands there in clear is an informant. Of one of the accused it says which, by unit
 * and post: a wrong number masks whom the clue is about.
 */
export function confirm(session: Session, written: string, { who, ...options }: Confirmed): Promise<number> {
  return decide(session, 'informant-confirm', options, async (office, ruling) => {
    const clueNo = await clueNoOf(office, written);
    const accused = 'accused' in who ? (await office.register.records.show(clueNo))?.accused : undefined;
    const decided = await confirmInformant(office, clueNo, who, ruling);
    const { terminal } = session;
    const { say } = terminal;
    if (accused && 'accused' in who && !terminal.json) {
      const { organisation, position } = accused[who.accused - 1]!;
      const held =
        [organisation, position].filter(Boolean).join(' ') || say('未写明单位职务', 'no unit nor post');
      await terminal.out(
        say(
          `现已遮盖：原被反映人第 ${who.accused} 位（${held}）。认错了请即撤销。`,
          `Now masked: number ${who.accused} of the accused (${held}). Undo it at once if it was a mistake.`,
        ),
      );
    }
    return decided;
  });
}

/** `qidi informant reject CLUE N…`: what is masked there is no informant’s. It says what that was: the numbers count anew. */
export function reject(
  session: Session,
  written: string,
  numbers: readonly number[],
  options: RulingOptions,
): Promise<number> {
  return decide(session, 'informant-reject', options, async (office, ruling) => {
    const clueNo = await clueNoOf(office, written);
    const masked = (await maskedFields(office, clueNo)).filter(({ number }) => numbers.includes(number));
    const decided = await rejectInformant(office, clueNo, numbers, ruling);
    const { terminal } = session;
    const { say } = terminal;
    if (!terminal.json)
      await terminal.out(
        [
          say('不再遮盖：', 'No longer masked:'),
          ...maskedLines(terminal, { masked }),
          ...(masked.some(({ kind }) => hardlyOfTheAccused.has(kind))
            ? [
                say(
                  '请核对：其中有电话、证件号、邮箱或住址，一般只有举报人才写自己的；认错了请即撤销。',
                  'Check this: there is a number, mail address or home among it, which writers tell of themselves; undo it at once if it was a mistake.',
                ),
              ]
            : []),
        ].join('\n'),
      );
    return decided;
  });
}
