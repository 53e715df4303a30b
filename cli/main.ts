import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Channel, channelKeys, petitionClassKeys } from '../domain/index.js';
import { isDay } from '../office/index.js';
import { type Lane, lanes } from '../queues/index.js';
import { demo } from './demo.js';
import { doctor } from './doctor.js';
import { inspect } from './inspect.js';
import { intake } from './intake.js';
import { exportRecords, list, show } from './register.js';
import { reindex } from './reindex.js';
import { serve } from './serve.js';
import { type Session, withSession } from './session.js';
import { status } from './status.js';
import { sweep } from './sweep.js';
import { exit } from './terminal.js';
import { watch } from './watch.js';
import { worker } from './worker.js';

const defaultPort = 3620;

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('日期格式：2017-04-18 / a day such as 2017-04-18');
  return text;
}

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const n = Number(text);
    if (!Number.isInteger(n) || n < least || n > most) throw new InvalidArgumentError(`${least}–${most}`);
    return n;
  };
}

/** Reads the words of the command line, runs the command and gives its exit code. */
export async function main(words: readonly string[]): Promise<number> {
  let code: number = exit.done;
  const program = new Command('qidi')
    .description('起底：信访举报件与问题线索统一台账\nQidi: one register of petitions and clues')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('（qidi --help 查看用法 / shows the usage）');
  program.option('--json', '结果以一个 JSON 文档输出 / print one JSON document on stdout');

  const run = (work: (session: Session) => Promise<number>) => async () => {
    code = await withSession(program.opts().json === true, work);
  };
  const channel = new Option('--channel <channel>', '信访形式 / the way by which it came').choices([
    ...channelKeys,
  ]);
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
      .addOption(new Option('--class <class>', '类别 / class').choices([...petitionClassKeys]))
      .option('--topic <code>', '问题类别 / topic')
      .option('--accused <name>', '被反映人 / accused')
      .addOption(new Option('--since <day>', '收件起 / received from').argParser(day))
      .addOption(new Option('--until <day>', '收件止 / received until').argParser(day))
      .addOption(
        new Option('--limit <n>', '最多行数 / most lines').argParser(wholeNumber(1, 100_000)).default(200),
      );
  interface Filters {
    class?: string;
    topic?: string;
    accused?: string;
    since?: string;
    until?: string;
    limit: number;
  }
  const filterOf = ({ class: petitionClass, ...rest }: Filters) => ({ ...rest, petitionClass });
  filters(program.command('list').description('台账列表 / list the register')).action((o: Filters) =>
    run((s) => list(s, filterOf(o)))(),
  );
  filters(
    program.command('search').description('在台账和正文中查找 / search the register').argument('<words...>'),
  ).action((found: string[], o: Filters) =>
    run((s) => list(s, { ...filterOf(o), words: found.flatMap((w) => w.split(/\s+/)).filter(Boolean) }))(),
  );
  program
    .command('show')
    .description('一条记录全文 / print one record')
    .argument('<clue>')
    .action((clue: string) => run((s) => show(s, clue))());
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
    .option('--dry-run', '只统计 / only count')
    .action((o: { since?: string; until?: string; query?: string[]; dryRun?: boolean }) =>
      run((s) => sweep(s, { since: o.since, until: o.until, words: o.query }, o.dryRun === true))(),
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
    return error.exitCode === 0 ? exit.done : exit.usage;
  }
}
