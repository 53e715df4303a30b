import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type CorrectedField,
  type Correction,
  cardWord,
  channels,
  clueSources,
  correctedFields,
  correctionSchema,
  type Offence,
  offences as offenceTerms,
  petitionClasses,
  type RegisterRecord,
  rates,
  signatures,
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
import { readSum } from '../../sums.js';
import { exit, table } from '../../terminal.js';
import { readTerm, termNames, termOption, topicCode } from '../../terms.js';
import { isNone, say, saying } from '../../usage.js';
import { decide, type RulingOptions } from './families.js';
import { editsOf, readAccused, type WrittenAccused } from './written-accused.js';

/** What a person may type of a card; `无` or `none` stands for nothing. */
export type CardOptions = Omit<Correction, 'petitionClass' | 'amount' | 'accused'> & {
  accused?: WrittenAccused[];
  amount?: number | 'none';
  class?: Correction['petitionClass'];
};
type CorrectionOptions = RulingOptions & CardOptions & { restRight: boolean };

/** The options of `qidi correct`. */
export function addCorrectionOptions(command: Command): Command {
  return addCardOptions(command).option(
    '--rest-right',
    '其余各项均已核对无误 / all else was looked at and is right',
    false,
  );
}

/** What may be said of a card, one option a field. */
export function addCardOptions(command: Command): Command {
  return command
    .addOption(termOption('--class <class>', '类别 / class', petitionClasses))
    .addOption(termOption('--source <source>', '线索来源 / source', clueSources))
    .addOption(termOption('--channel <channel>', '信访形式 / channel', channels))
    .addOption(termOption('--signature <kind>', '署名 / signature', signatures))
    .addOption(new Option('--title <text>', '标题 / title').argParser(saying))
    .addOption(new Option('--summary <text>', '摘要 / summary').argParser(saying))
    .option(
      '--summary-file <path>',
      '摘要从文件读（UTF-8），“-”为标准输入：不留在命令行和历史记录里 / the summary from a file, “-” for stdin: it stays out of ps and histories',
    )
    .addOption(
      new Option(
        '--accused <name/unit/post>',
        '被反映人，写作 姓名/单位/职务，可多次写，写全名单；不详处留空；“无”为没有；只动一人：加写“+姓名/单位/职务”，改写“旧名=姓名/单位/职务”，去掉写“旧名=无” / all of them, repeatable; a part may be left empty; “none”; for one alone: “+NAME/UNIT/POST” adds, “OLD=NAME/UNIT/POST” changes, “OLD=none” takes off',
      ).argParser(readAccused),
    )
    .addOption(
      new Option('--topics <codes>', '问题类别，代码或名称，如 E1,E4；“无” / topics').argParser(codes),
    )
    .addOption(
      new Option(
        '--offences <codes>',
        `涉嫌罪名，可多项；“无” / suspected offences: ${termNames(offenceTerms)}`,
      ).argParser(offences),
    )
    .addOption(
      new Option(
        '--amount <sum>',
        '涉及金额，写明单位：28万元、280000元；“无” / sum with its unit: 28万 (280,000 yuan), 280000元; “none”',
      ).argParser(readSum),
    );
}

function codes(text: string): string[] {
  if (isNone(text)) return [];
  const given = [...new Set(text.split(/[,，、\s]+/).filter(Boolean))];
  if (given.length === 0)
    throw new InvalidArgumentError(say('没有写代码；没有则写“无”', 'no code; write “none” for none'));
  return given;
}

const offences = (text: string): Offence[] => codes(text).map(readTerm(offenceTerms));

/** @returns what is wrong with the options, or null. */
export function wrongCorrection({ restRight, ...options }: CorrectionOptions): string | null {
  const edited = editsOf(options).flatMap((edit) => edit.to ?? []);
  const fields = fieldsOf(editsOf(options).length > 0 ? { ...options, accused: edited } : options);
  if (!restRight && Object.keys(fields).length === 0)
    return say('没有写要更正的内容', 'nothing to correct was given');
  return wrongFields(fields);
}

/** @returns which field is malformed, or null. */
export function wrongFields(fields: Correction): string | null {
  const read = correctionSchema.safeParse(fields);
  if (read.success) return null;
  const name = String(read.error.issues[0]?.path[0] ?? '');
  return say(`--${name} 太长、太多或不是所需的形式`, `--${name} is too long, too many or malformed`);
}

/** The card's fields in the words of the register. */
export function fieldsOf(options: RulingOptions & CardOptions): Correction {
  const { reason: _, by: __, class: petitionClass, amount: sum, ...fields } = options;
  return {
    ...fields,
    ...(petitionClass && { petitionClass }),
    ...(sum !== undefined && { amount: sum === 'none' ? null : sum }),
  };
}

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
