import { type Command, Option } from 'commander';
import { decisionKinds } from '../../domain/index.js';
import type { DecisionsOptions } from '../commands/index.js';
import {
  addCorrectionOptions,
  addRegisterOptions,
  type CorrectionOptions,
  day,
  type InformantOptions,
  paperId,
  type RegisterOptions,
  type RulingOptions,
  readInformant,
  readSummary,
  type SummaryOptions,
  saying,
  sourceId,
  sourceIds,
  termOption,
  wholeNumber,
  wholeNumbers,
  wrongCorrection,
  wrongRange,
  wrongRegistration,
} from '../words/index.js';
import type { CommandLine } from './command-line.js';

/** What people decide, and how well machines read by it. */
export function declareDeciding({ program, run, runUnless }: CommandLine): void {
  const ruled = (command: Command) =>
    command
      .addOption(
        new Option('--reason <text>', '理由，记入审计 / why; kept').argParser(saying).makeOptionMandatory(),
      )
      .addOption(
        new Option(
          '--by <name>',
          '由谁决定；不写为系统用户名 / who decides; default: the user’s name',
        ).argParser(saying),
      );
  ruled(
    program
      .command('merge')
      .description('一条线索并入另一条，编号保留 / put a clue under another; its number is kept')
      .argument('<clue>', '编号 / number')
      .argument('<into>', '并入的编号 / the clue that stays'),
  ).action((clue: string, into: string, o: RulingOptions) =>
    run((c, s) => c.families.merge(s, clue, into, o)),
  );
  ruled(
    program
      .command('split')
      .description('把来件拆出为新线索 / make a new clue of some sources')
      .argument('<clue>', '编号 / number')
      .argument('<source...>', '来件号，如 S12 / sources, such as S12', sourceIds),
  ).action((clue: string, sources: number[], o: RulingOptions) =>
    run((c, s) => c.families.split(s, clue, sources, o)),
  );
  ruled(
    program
      .command('move')
      .description('把一份来件移到另一条线索 / put one source under another clue')
      .argument('<source>', '来件号，如 S12 / source, such as S12', sourceId)
      .argument('<clue>', '编号 / number'),
  ).action((source: number, clue: string, o: RulingOptions) =>
    run((c, s) => c.families.moveOne(s, source, clue, o)),
  );
  const link = program.command('link').description('认定两条线索是否关联 / judge a link between two clues');
  for (const [verdict, description] of [
    ['confirm', '确认关联 / they are linked'],
    ['reject', '否定关联 / they are not'],
  ] as const)
    ruled(
      link.command(verdict).description(description).argument('<clue>', '编号 / number').argument('<other>'),
    ).action((a: string, b: string, o: RulingOptions) =>
      run((c, s) => c.families.link(s, verdict, [a, b], o)),
    );
  const informant = program
    .command('informant')
    .description('认定谁是举报人、谁不是，以人工为准 / judge who is an informant: what people say holds');
  ruled(
    informant
      .command('confirm')
      .description(
        '认定某人是举报人，从此遮盖 / somebody who stands in clear is an informant: masked from now on',
      )
      .argument('<clue>', '编号 / number')
      .addOption(
        new Option(
          '--accused <n>',
          '登记卡上第几个被反映人，照“qidi show”的次序 / which of the accused, as “qidi show” lists them',
        ).argParser(wholeNumber(1, 1000)),
      )
      .option(
        '--name-file <path>',
        '姓名从文件读（UTF-8），电话、住址各另起一行，“-”为标准输入：不留在命令行和历史记录里 / the name from a file, numbers and addresses on lines of their own, “-” for stdin: it stays out of ps and histories',
      ),
  ).action(async (clue: string, o: InformantOptions) => {
    const { options, wrong } = await readInformant(o);
    await runUnless(wrong, (c, s) => c.informants.confirm(s, clue, options));
  });
  ruled(
    informant
      .command('reject')
      .description('认定所遮盖的不是举报人的，解除遮盖 / what is masked is no informant’s: readable again')
      .argument('<clue>', '编号 / number')
      .argument(
        '<n...>',
        '已遮盖的第几项，见“qidi show” / which of what is masked: see “qidi show”',
        wholeNumbers,
      ),
  ).action((clue: string, numbers: number[], o: RulingOptions) =>
    run((c, s) => c.informants.reject(s, clue, numbers, o)),
  );
  ruled(
    program
      .command('undo')
      .description('撤销一个决定 / take a decision back')
      .argument('<decision>', '决定号 / its number', wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  ).action((decision: number, o: RulingOptions) => run((c, s) => c.families.undo(s, decision, o)));
  ruled(
    addRegisterOptions(
      program
        .command('register')
        .description('人工登记机器不能读的件 / register by hand a paper that machines cannot read')
        .argument('<paper>', '收件编号，如 R15 / receipt, such as R15', paperId),
    ),
  ).action(async (paper: ReturnType<typeof paperId>, o: RegisterOptions & SummaryOptions) => {
    const { options, wrong } = await readSummary(o);
    await runUnless(wrong ?? wrongRegistration(options), (c, s) => c.register(s, paper, options));
  });
  ruled(
    addCorrectionOptions(
      program
        .command('correct')
        .description('更正登记卡，以人工为准 / set a card right: what people say holds')
        .argument('<clue>', '编号 / number'),
    ),
  ).action(async (clue: string, o: CorrectionOptions & SummaryOptions) => {
    const { options, wrong } = await readSummary(o);
    await runUnless(wrong ?? wrongCorrection(options), (c, s) => c.correct(s, clue, options));
  });
  program
    .command('decisions')
    .description('人工决定一览：谁、何时、因何 / what people decided: who, when and why')
    .addOption(new Option('--since <day>', '决定日期起 / decided from').argParser(day))
    .addOption(new Option('--until <day>', '决定日期止 / decided until').argParser(day))
    .addOption(new Option('--by <name>', '决定人 / who decided').argParser(saying))
    .addOption(termOption('--kind <kind>', '决定种类 / kind', decisionKinds))
    .addOption(
      new Option('--limit <n>', '最多条数 / most decisions').argParser(wholeNumber(1, 100_000)).default(200),
    )
    .action((o: DecisionsOptions) => runUnless(wrongRange(o), (c, s) => c.decisions(s, o)));
  program
    .command('evaluate')
    .description('以人工更正衡量机器识别 / how well machines read, by what people set right')
    .option('--misses', '列出不一致之处 / list what differs', false)
    .action((o: { misses: boolean }) => run((c, s) => c.evaluate(s, o.misses)));
}
