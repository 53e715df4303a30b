import { type Command, InvalidArgumentError, Option } from 'commander';
import { correctionSchema, readPaperName, type TypedCard } from '../../../domain/index.js';
import { clueNoOf, type Office, type Ruling, registerByHand } from '../../../office/index.js';
import type { Session } from '../../session.js';
import type { Terminal } from '../../terminal.js';
import { say } from '../../usage.js';
import { addCardOptions, type CardOptions, fieldsOf, topicsOf, wrongFields } from './correct.js';
import { decide, type RulingOptions } from './families.js';
import { editsOf } from './written-accused.js';

export type RegisterOptions = RulingOptions & CardOptions & { into?: string };
type Paper = NonNullable<ReturnType<typeof readPaperName>>;

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
  return wrongFields(cardOf(options));
}

/** `qidi register R15`: what a person read in a paper that machines cannot read. */
export function register(session: Session, paper: Paper, options: RegisterOptions): Promise<number> {
  const card = correctionSchema.parse(cardOf(options)) as TypedCard;
  const work = async (office: Office, ruling: Ruling) => {
    const into = options.into === undefined ? null : await clueNoOf(office, options.into);
    return registerByHand(office, paper, topicsOf(office, card), into, ruling);
  };
  return decide(session, 'register', options, work, card);
}

function cardOf({ into: _, ...options }: RegisterOptions) {
  return fieldsOf(options);
}

/** The command that registers a paper, for whoever has read the original. */
export function howToRegister(terminal: Terminal, paper: string): string {
  return terminal.say(
    `阅读原件后可人工登记：qidi register ${paper} --class 类别 --summary-file 摘要.txt --accused 姓名/单位/职务 --reason 理由`,
    `Once a person has read the original: qidi register ${paper} --class CLASS --summary-file FILE --accused NAME/UNIT/POST --reason WHY`,
  );
}
