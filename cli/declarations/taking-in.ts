import { Option } from 'commander';
import { channels, laneNames } from '../../domain/index.js';
import type { Lane } from '../../queues/index.js';
import type { Came } from '../commands/index.js';
import { day, termOption, wholeNumber } from '../words/index.js';
import type { CommandLine } from './command-line.js';

const defaultPort = 3620;

/** What takes files in and works on them. */
export function declareTakingIn({ program, run }: CommandLine): void {
  const channel = termOption('--channel <channel>', '信访形式 / the way by which it came', channels);
  const received = new Option('--received <day>', '收件日期 / day of receipt').argParser(day);
  const port = new Option('--port <n>', '端口 / port').argParser(wholeNumber(0, 65535)).default(defaultPort);

  program
    .command('demo')
    .description('用示例文件演示主流程 / the main job on the samples')
    .option('--no-serve', '打印台账后结束 / end after printing')
    .addOption(port)
    .action((o: { serve: boolean; port: number }) => run((c, s) => c.demo(s, o)));
  program
    .command('intake')
    .description('导入文件和文件夹，直至逐件登记或说明 / take files in until each is filed or explained')
    .argument('<path...>')
    .addOption(channel)
    .addOption(received)
    .option('--no-wait', '全部收妥即返回 / return once all are safely received')
    .action((paths: string[], o: Came & { wait: boolean }) => run((c, s) => c.intake(s, paths, o)));
  program
    .command('watch')
    .description('监视文件夹，放入即收 / take in whatever is dropped there')
    .argument('<folder>')
    .addOption(channel)
    .addOption(received)
    .action((folder: string, o: Came) => run((c, s) => c.watch(s, folder, o)));
  program
    .command('serve')
    .description('台账页面与处理进程 / the console, and workers')
    .addOption(port)
    .option('--no-workers', '不启动处理进程 / without workers')
    .action((o: { port: number; workers: boolean }) => run((c, s) => c.serve(s, o)));
  program
    .command('worker')
    .description('只运行处理进程 / workers only')
    .addOption(new Option('--lane <lane>', '只做一种 / only this lane').choices(Object.keys(laneNames)))
    .addOption(new Option('--supervised').hideHelp())
    .action((o: { lane?: Lane; supervised?: boolean }) =>
      run((c, s) => c.worker(s, { lane: o.lane, supervised: o.supervised === true })),
    );
  program
    .command('inspect')
    .description('对一个文件试运行全流程，不登记 / run the pipeline on one file without filing it')
    .argument('<file>')
    .addOption(channel)
    .addOption(received)
    .action((file: string, o: Came) => run((c, s) => c.inspect(s, file, o)));
}
