import { correctionSchema, type TypedCard } from '../../../domain/index.js';
import { clueNoOf, type Office, type Ruling, registerByHand } from '../../../office/index.js';
import type { Session } from '../../session.js';
import type { Terminal } from '../../terminal.js';
import { type Paper, type RegisterOptions, typedCardOf } from '../../words/index.js';
import { topicsOf } from './correct.js';
import { decide } from './families.js';

/** `qidi register R15`: what a person read in a paper that machines cannot read. */
export function register(session: Session, paper: Paper, options: RegisterOptions): Promise<number> {
  const card = correctionSchema.parse(typedCardOf(options)) as TypedCard;
  const work = async (office: Office, ruling: Ruling) => {
    const into = options.into === undefined ? null : await clueNoOf(office, options.into);
    return registerByHand(office, paper, topicsOf(office, card), into, ruling);
  };
  return decide(session, 'register', options, work, card);
}

/** The command that registers a paper, for whoever has read the original. */
export function howToRegister(terminal: Terminal, paper: string): string {
  return terminal.say(
    `阅读原件后可人工登记：qidi register ${paper} --class 类别 --summary-file 摘要.txt --accused 姓名/单位/职务 --reason 理由`,
    `Once a person has read the original: qidi register ${paper} --class CLASS --summary-file FILE --accused NAME/UNIT/POST --reason WHY`,
  );
}
