import { Option } from 'commander';
import type { SweepOptions } from '../commands/index.js';
import { day, wrongRange } from '../words/index.js';
import type { CommandLine } from './command-line.js';

/** What keeps the office in order. */
export function declareUpkeep({ program, run, runUnless }: CommandLine): void {
  program
    .command('sweep')
    .description('大起底：只重做该重做的，并说明变化 / reprocess what is due and say what changed')
    .addOption(new Option('--since <day>', '收件起 / received from').argParser(day))
    .addOption(new Option('--until <day>', '收件止 / received until').argParser(day))
    .option('--query <words...>', '正文含 / text holds')
    .option('--reread-scans', '扫描件全部重新识别 / read every scan again')
    .option('--by-hand', '连同读不出而已人工登记的文件 / also unreadable files that people registered')
    .option('--dry-run', '只统计、逐份说明原因 / only count and say why')
    .action(({ dryRun, query: words, ...o }: SweepOptions) =>
      runUnless(wrongRange(o), (c, s) => c.sweep(s, { ...o, words }, dryRun === true)),
    );
  program
    .command('reindex')
    .description('按已登记的正文重建查重索引 / make anew what duplicates are found by')
    .action(() => run((c, s) => c.reindex(s)));
  program
    .command('status')
    .description('各项工作进展 / what is where')
    .action(() => run((c, s) => c.status(s)));
  program
    .command('doctor')
    .description('检查运行条件 / what is missing and how to mend it')
    .action(() => run((c, s) => c.doctor(s)));
}
