import { type Command, Option } from 'commander';
import { petitionClasses, qualityFlags } from '../../domain/index.js';
import { day, termOption, wholeNumber, wrongRange } from '../words/index.js';
import type { CommandLine } from './command-line.js';

/** What shows the register and writes it out. */
export function declareLooking({ program, run, runUnless }: CommandLine): void {
  const filters = (command: Command) =>
    command
      .addOption(termOption('--class <class>', '类别 / class', petitionClasses))
      .option('--topic <code>', '问题类别，代码或名称，如 E1 / topic')
      .addOption(termOption('--flag <flag>', '质量标记 / quality', qualityFlags))
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
    flag?: string;
    accused?: string;
    since?: string;
    until?: string;
    order: 'oldest' | 'newest';
    limit: number;
  }
  const filterOf = ({ class: petitionClass, ...rest }: Filters) => ({ ...rest, petitionClass });
  filters(program.command('list').description('台账列表 / list the register')).action((o: Filters) =>
    runUnless(wrongRange(o), (c, s) => c.list(s, filterOf(o))),
  );
  filters(
    program.command('search').description('在台账和正文中查找 / search the register').argument('<words...>'),
  ).action((found: string[], o: Filters) =>
    runUnless(wrongRange(o), (c, s) =>
      c.list(s, { ...filterOf(o), words: found.flatMap((w) => w.split(/\s+/)).filter(Boolean) }),
    ),
  );
  program
    .command('show')
    .description('一条记录全文：来件关系、关联、决定、正文 / print one record with its family and links')
    .argument('<clue>', '编号 / number')
    .action((clue: string) => run((c, s) => c.families.show(s, clue)));
  program
    .command('duplicates')
    .description('重复件分组，主件在前 / clues with more than one source, the principal first')
    .addOption(
      new Option('--limit <n>', '最多组数 / most families').argParser(wholeNumber(1, 100_000)).default(200),
    )
    .action((o: { limit: number }) => run((c, s) => c.families.duplicates(s, o.limit)));

  program
    .command('export')
    .description('导出台账 / export the register')
    .addOption(new Option('--format <format>').choices(['jsonl']).default('jsonl'))
    .option('--output <file>', '写入文件 / to a file')
    .action((o: { format: 'jsonl'; output?: string }) => run((c, s) => c.exportRecords(s, o)));
}
