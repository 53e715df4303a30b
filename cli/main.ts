import { Command, CommanderError, Option } from 'commander';
import { type Channel, channels, decisionKinds, petitionClasses, QidiError } from '../domain/index.js';
import { type Lane, lanes } from '../queues/index.js';
import {
  addCorrectionOptions,
  addRegisterOptions,
  correct,
  type DecisionsOptions,
  decisions,
  demo,
  doctor,
  evaluate,
  exportRecords,
  families,
  inspect,
  intake,
  list,
  paperId,
  type RegisterOptions,
  register,
  reindex,
  type SweepOptions,
  serve,
  status,
  sweep,
  watch,
  worker,
  wrongCorrection,
  wrongRegistration,
} from './commands/index.js';
import { type Session, withSession } from './session.js';
import { readSummary, type SummaryOptions } from './summary-file.js';
import { createTerminal, exit, printError } from './terminal.js';
import { termOption } from './terms.js';
import {
  day,
  helpTitle,
  language,
  say,
  saying,
  sourceId,
  sourceIds,
  wholeNumber,
  whyWrong,
  wrongRange,
} from './usage.js';

const defaultPort = 3620;

/** Reads the words of the command line, runs the command and gives its exit code. */
export async function main(words: readonly string[]): Promise<number> {
  let code: number = exit.done;
  const program = new Command('qidi')
    .description('起底：信访举报件与问题线索统一台账\nQidi: one register of petitions and clues')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, styleTitle: helpTitle })
    .helpOption('-h, --help', say('显示帮助', 'display help'))
    .helpCommand('help [command]', say('显示某个命令的帮助', 'display help for a command'))
    // What is wrong is said below, in the language in force, and as JSON where that is asked for.
    .configureOutput({ outputError: () => undefined });
  program.option('--json', '结果以一个 JSON 文档输出 / print one JSON document on stdout');

  const asksJson = () => program.opts().json === true;
  const run = (work: (session: Session) => Promise<number>) => async () => {
    code = await withSession(asksJson(), work);
  };
  const refuse = async (why: string | null) => {
    if (why !== null)
      await printError(createTerminal(language, asksJson()), new QidiError('cli.usage', { why }));
    return why !== null;
  };
  /** Runs it unless its days are the wrong way round. */
  const runWithin = async (
    range: { since?: string; until?: string },
    work: (session: Session) => Promise<number>,
  ) => {
    if (await refuse(wrongRange(range))) code = exit.usage;
    else await run(work)();
  };
  const channel = termOption('--channel <channel>', '信访形式 / the way by which it came', channels);
  const received = new Option('--received <day>', '收件日期 / day of receipt').argParser(day);
  const port = new Option('--port <n>', '端口 / port').argParser(wholeNumber(0, 65535)).default(defaultPort);

  program
    .command('demo')
    .description('用示例文件演示主流程 / the main job on the samples')
    .option('--no-serve', '打印台账后结束 / end after printing')
    .addOption(port)
    .action((o: { serve: boolean; port: number }) => run((s) => demo(s, o))());
  program
    .command('intake')
    .description('导入文件和文件夹，直至逐件登记或说明 / take files in until each is filed or explained')
    .argument('<path...>')
    .addOption(channel)
    .addOption(received)
    .option('--no-wait', '全部收妥即返回 / return once all are safely received')
    .action((paths: string[], o: { channel?: Channel; received?: string; wait: boolean }) =>
      run((s) => intake(s, paths, o))(),
    );
  program
    .command('watch')
    .description('监视文件夹，放入即收 / take in whatever is dropped there')
    .argument('<folder>')
    .addOption(channel)
    .addOption(received)
    .action((folder: string, o: { channel?: Channel; received?: string }) =>
      run((s) => watch(s, folder, { channel: o.channel ?? null, receivedOn: o.received ?? null }))(),
    );
  program
    .command('serve')
    .description('台账页面与处理进程 / the console, and workers')
    .addOption(port)
    .option('--no-workers', '不启动处理进程 / without workers')
    .action((o: { port: number; workers: boolean }) => run((s) => serve(s, o))());
  program
    .command('worker')
    .description('只运行处理进程 / workers only')
    .addOption(new Option('--lane <lane>', '只做一种 / only this lane').choices([...lanes]))
    .addOption(new Option('--supervised').hideHelp())
    .action((o: { lane?: Lane; supervised?: boolean }) =>
      run((s) => worker(s, { lane: o.lane, supervised: o.supervised === true }))(),
    );
  program
    .command('inspect')
    .description('对一个文件试运行全流程，不登记 / run the pipeline on one file without filing it')
    .argument('<file>')
    .addOption(channel)
    .addOption(received)
    .action((file: string, o: { channel?: Channel; received?: string }) =>
      run((s) => inspect(s, file, { channel: o.channel ?? null, receivedOn: o.received ?? null }))(),
    );
  const filters = (command: Command) =>
    command
      .addOption(termOption('--class <class>', '类别 / class', petitionClasses))
      .option('--topic <code>', '问题类别，代码或名称，如 E1 / topic')
      .option('--accused <name>', '被反映人，姓名或其中几个字 / accused, name or part of it')
      .addOption(new Option('--since <day>', '收件起 / received from').argParser(day))
      .addOption(new Option('--until <day>', '收件止 / received until').argParser(day))
      .addOption(
        new Option('--order <order>', '按收件日期：newest 新收的在前 / by day of receipt')
          .choices(['oldest', 'newest'])
          .default('oldest'),
      )
      .addOption(
        new Option('--limit <n>', '最多行数 / most lines').argParser(wholeNumber(1, 100_000)).default(200),
      );
  interface Filters {
    class?: string;
    topic?: string;
    accused?: string;
    since?: string;
    until?: string;
    order: 'oldest' | 'newest';
    limit: number;
  }
  const filterOf = ({ class: petitionClass, ...rest }: Filters) => ({ ...rest, petitionClass });
  filters(program.command('list').description('台账列表 / list the register')).action((o: Filters) =>
    runWithin(o, (s) => list(s, filterOf(o))),
  );
  filters(
    program.command('search').description('在台账和正文中查找 / search the register').argument('<words...>'),
  ).action((found: string[], o: Filters) =>
    runWithin(o, (s) =>
      list(s, { ...filterOf(o), words: found.flatMap((w) => w.split(/\s+/)).filter(Boolean) }),
    ),
  );
  program
    .command('show')
    .description('一条记录全文：来件关系、关联、决定、正文 / print one record with its family and links')
    .argument('<clue>', '编号 / number')
    .action((clue: string) => run((s) => families.show(s, clue))());
  program
    .command('duplicates')
    .description('重复件分组，主件在前 / clues with more than one source, the principal first')
    .addOption(
      new Option('--limit <n>', '最多组数 / most families').argParser(wholeNumber(1, 100_000)).default(200),
    )
    .action((o: { limit: number }) => run((s) => families.duplicates(s, o.limit))());

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
  ).action((clue: string, into: string, o: families.RulingOptions) =>
    run((s) => families.merge(s, clue, into, o))(),
  );
  ruled(
    program
      .command('split')
      .description('把来件拆出为新线索 / make a new clue of some sources')
      .argument('<clue>', '编号 / number')
      .argument('<source...>', '来件号，如 S12 / sources, such as S12', sourceIds),
  ).action((clue: string, sources: number[], o: families.RulingOptions) =>
    run((s) => families.split(s, clue, sources, o))(),
  );
  ruled(
    program
      .command('move')
      .description('把一份来件移到另一条线索 / put one source under another clue')
      .argument('<source>', '来件号，如 S12 / source, such as S12', sourceId)
      .argument('<clue>', '编号 / number'),
  ).action((source: number, clue: string, o: families.RulingOptions) =>
    run((s) => families.moveOne(s, source, clue, o))(),
  );
  const link = program.command('link').description('认定两条线索是否关联 / judge a link between two clues');
  for (const [verdict, description] of [
    ['confirm', '确认关联 / they are linked'],
    ['reject', '否定关联 / they are not'],
  ] as const)
    ruled(
      link.command(verdict).description(description).argument('<clue>', '编号 / number').argument('<other>'),
    ).action((a: string, b: string, o: families.RulingOptions) =>
      run((s) => families.link(s, verdict, [a, b], o))(),
    );
  ruled(
    program
      .command('undo')
      .description('撤销一个决定 / take a decision back')
      .argument('<decision>', '决定号 / its number', wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  ).action((decision: number, o: families.RulingOptions) => run((s) => families.undo(s, decision, o))());
  ruled(
    addRegisterOptions(
      program
        .command('register')
        .description('人工登记机器不能读的件 / register by hand a paper that machines cannot read')
        .argument('<paper>', '收件编号，如 R15 / receipt, such as R15', paperId),
    ),
  ).action(async (paper: ReturnType<typeof paperId>, o: RegisterOptions & SummaryOptions) => {
    const { options, wrong } = await readSummary(o);
    if (await refuse(wrong ?? wrongRegistration(options))) code = exit.usage;
    else await run((s) => register(s, paper, options))();
  });
  ruled(
    addCorrectionOptions(
      program
        .command('correct')
        .description('更正登记卡，以人工为准 / set a card right: what people say holds')
        .argument('<clue>', '编号 / number'),
    ),
  ).action(async (clue: string, o: Parameters<typeof correct>[2] & SummaryOptions) => {
    const { options, wrong } = await readSummary(o);
    if (await refuse(wrong ?? wrongCorrection(options))) code = exit.usage;
    else await run((s) => correct(s, clue, options))();
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
    .action((o: DecisionsOptions) => runWithin(o, (s) => decisions(s, o)));
  program
    .command('evaluate')
    .description('以人工更正衡量机器识别 / how well machines read, by what people set right')
    .option('--misses', '列出不一致之处 / list what differs', false)
    .action((o: { misses: boolean }) => run((s) => evaluate(s, o.misses))());
  program
    .command('export')
    .description('导出台账 / export the register')
    .addOption(new Option('--format <format>').choices(['jsonl']).default('jsonl'))
    .option('--output <file>', '写入文件 / to a file')
    .action((o: { format: 'jsonl'; output?: string }) => run((s) => exportRecords(s, o))());
  program
    .command('sweep')
    .description('大起底：只重做该重做的，并说明变化 / reprocess what is due and say what changed')
    .addOption(new Option('--since <day>', '收件起 / received from').argParser(day))
    .addOption(new Option('--until <day>', '收件止 / received until').argParser(day))
    .option('--query <words...>', '正文含 / text holds')
    .option('--reread-scans', '扫描件全部重新识别 / read every scan again')
    .option('--by-hand', '连同读不出而已人工登记的文件 / also unreadable files that people registered')
    .option('--dry-run', '只统计 / only count')
    .action(({ dryRun, query: words, ...o }: SweepOptions) =>
      runWithin(o, (s) => sweep(s, { ...o, words }, dryRun === true)),
    );
  program
    .command('reindex')
    .description('按已登记的正文重建查重索引 / make anew what duplicates are found by')
    .action(run(reindex));
  program.command('status').description('各项工作进展 / what is where').action(run(status));
  program
    .command('doctor')
    .description('检查运行条件 / what is missing and how to mend it')
    .action(run(doctor));

  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exit.done;
    // Without any word the help is the answer.
    if (error.code !== 'commander.help') await refuse(whyWrong(error));
    return exit.usage;
  }
}
