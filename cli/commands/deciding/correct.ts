import {
  type CorrectedField,
  type Correction,
  cardWord,
  correctedFields,
  correctionSchema,
  type RegisterRecord,
  rates,
} from '../../../domain/index.js';
import {
  clueNoOf,
  correctClue,
  evaluateCorrections,
  type Office,
  type Ruling,
  topicNames,
} from '../../../office/index.js';
import { type Session, withOffice } from '../../session.js';
import { exit, table } from '../../terminal.js';
import { type CorrectionOptions, editsOf, fieldsOf, topicCode } from '../../words/index.js';
import { decide } from './families.js';

/** `qidi correct CLUE`: what a person says of a clue's card holds. */
export function correct(
  session: Session,
  written: string,
  { restRight, ...options }: CorrectionOptions,
): Promise<number> {
  const edits = editsOf(options);
  const { accused: _, ...others } = options;
  const correction = correctionSchema.parse(fieldsOf(edits.length > 0 ? others : options));
  const work = async (office: Office, ruling: Ruling) => {
    const clueNo = await clueNoOf(office, written);
    const { records } = office.register;
    const before = await records.show(clueNo);
    const decided = await correctClue(office, clueNo, topicsOf(office, correction), restRight, ruling, edits);
    if (correction.accused) noteDropped(session, before, await records.show(clueNo));
    return decided;
  };
  return decide(session, 'correct', options, work, correction);
}

/** Whoever names one of several accused may not mean to leave out the others. */
function noteDropped(
  { terminal }: Session,
  before: RegisterRecord | null,
  after: RegisterRecord | null,
): void {
  const named = (record: RegisterRecord | null) =>
    record?.accused.map((a) => a.name ?? a.organisation ?? '') ?? [];
  const now = named(after);
  const dropped = named(before).filter((name) => !now.includes(name));
  if (now.length < named(before).length && dropped.length > 0)
    terminal.note(
      terminal.say(
        `注意：不再列为被反映人：${dropped.join('、')}。只加一人请写“--accused +姓名/单位/职务”，只改一人写“--accused 旧名=姓名/单位/职务”；改错了可撤销。`,
        `No longer among the accused: ${dropped.join(', ')}. To add one alone write “--accused +NAME/UNIT/POST”, to change one “--accused OLD=NAME/UNIT/POST”; this can be undone.`,
      ),
    );
}

/** The same with topics by their codes: people may name them. */
export function topicsOf<T extends Correction>({ lexicon }: Pick<Office, 'lexicon'>, card: T): T {
  const topics = card.topics?.map((text) => topicCode(lexicon.topics.topics, text));
  return { ...card, ...(topics && { topics }) };
}

/** `qidi evaluate`: how well the machine reads, by what people set right. */
export function evaluate(session: Session, misses: boolean): Promise<number> {
  return withOffice(session, async (office) => {
    const { terminal } = session;
    const evaluation = await evaluateCorrections(office);
    if (terminal.json) {
      const fields = Object.entries(evaluation.counts).map(([what, count]) => [
        what,
        { ...count, ...rates(count) },
      ]);
      await terminal.out(
        JSON.stringify({
          clues: evaluation.clues,
          fields: Object.fromEntries(fields),
          misses: evaluation.misses,
        }),
      );
      return exit.done;
    }
    const percent = (share: number | null) => (share === null ? '—' : `${(100 * share).toFixed(1)}%`);
    const nameOf = (what: CorrectedField | 'accusedName') => correctedFields[what][terminal.language];
    await terminal.out(
      evaluation.clues === 0
        ? terminal.say(
            '还没有人工更正。用“qidi correct 编号 …”更正；核对无误的也请记下（--rest-right），才能算出准确率。',
            'Nothing was corrected yet. Use “qidi correct NUMBER …”, with --rest-right for what is right as it stands.',
          )
        : table(
            [
              terminal.say('字段', 'field'),
              terminal.say('准确率', 'precision'),
              terminal.say('召回率', 'recall'),
              'F1',
              terminal.say('一致/机器/人工', 'right/found/wanted'),
            ],
            Object.entries(evaluation.counts).map(([what, count]) => {
              const { precision, recall, f1 } = rates(count);
              return [
                nameOf(what as CorrectedField | 'accusedName'),
                ...[precision, recall, f1].map(percent),
                `${count.right}/${count.found}/${count.wanted}`,
              ];
            }),
          ),
    );
    if (misses)
      for (const { clueNo, what, missing, wrong } of evaluation.misses) {
        const words = (values: string[]) =>
          values
            .map((value) =>
              cardWord(what, value, terminal.language, topicNames(office.lexicon, terminal.language)),
            )
            .join('；') || '—';
        await terminal.out(
          `${clueNo}  ${nameOf(what as CorrectedField | 'accusedName')}  ${terminal.say('漏', 'missing')}: ${words(missing)}  ${terminal.say('误', 'wrong')}: ${words(wrong)}`,
        );
      }
    return exit.done;
  });
}
