import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Correction,
  channels,
  clueSources,
  correctionSchema,
  type Offence,
  offences as offenceTerms,
  petitionClasses,
  readPaperName,
  signatures,
} from '../../domain/index.js';
import { readSum } from './sums.js';
import { readTerm, termNames, termOption } from './terms.js';
import { isNone, say, saying } from './usage.js';
import { editsOf, readAccused, type WrittenAccused } from './written-accused.js';

/** What `--reason` and `--by` say. */
export interface RulingOptions {
  reason: string;
  by?: string;
}

/** What a person may type of a card; `无` or `none` stands for nothing. */
export type CardOptions = Omit<Correction, 'petitionClass' | 'amount' | 'accused'> & {
  accused?: WrittenAccused[];
  amount?: number | 'none';
  class?: Correction['petitionClass'];
};
export type CorrectionOptions = RulingOptions & CardOptions & { restRight: boolean };

/** The options of `qidi correct`. */
export function addCorrectionOptions(command: Command): Command {
  return addCardOptions(command).option(
    '--rest-right',
    '其余各项均已核对无误 / all else was looked at and is right',
    false,
  );
}

/** What may be said of a card, one option a field. */
function addCardOptions(command: Command): Command {
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
function wrongFields(fields: Correction): string | null {
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

export type RegisterOptions = RulingOptions & CardOptions & { into?: string };
export type Paper = NonNullable<ReturnType<typeof readPaperName>>;

/** The options of `qidi register`. */
export function addRegisterOptions(command: Command): Command {
  return addCardOptions(command).addOption(
    new Option('--into <clue>', '归入已有的线索，不另编号 / put it under a clue that is there'),
  );
}

/** R15 or R15-2, as intake, `qidi status` and the console print it. */
export function paperId(text: string): Paper {
  const paper = readPaperName(text);
  if (!paper)
    throw new InvalidArgumentError(
      say('收件编号写作 R15 或 R15-2，见“qidi status”', 'write it as R15 or R15-2: see “qidi status”'),
    );
  return paper;
}

/** @returns what is wrong with the options, or null. */
export function wrongRegistration(options: RegisterOptions): string | null {
  if (options.class === undefined) return say('必须写明 --class', '--class is required');
  if (options.summary === undefined)
    return say('必须写明 --summary 或 --summary-file', '--summary or --summary-file is required');
  if (editsOf(options).length > 0)
    return say('--accused 写作 姓名/单位/职务', 'write --accused as NAME/UNIT/POST');
  return wrongFields(typedCardOf(options));
}

/** What was typed of the card, without where it is to go. */
export function typedCardOf({ into: _, ...options }: RegisterOptions) {
  return fieldsOf(options);
}
