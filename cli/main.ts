import { Command, CommanderError } from 'commander';
import { QidiError } from '../domain/index.js';
import {
  declareDeciding,
  declareLooking,
  declareTakingIn,
  declareUpkeep,
  type Work,
} from './declarations/index.js';
import { createTerminal, exit, printError } from './terminal.js';
import { helpTitle, language, say, whyWrong } from './words/index.js';

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
  const refuse = async (why: string) => {
    await printError(createTerminal(language, asksJson()), new QidiError('cli.usage', { why }));
    code = exit.usage;
  };
  const run = async (work: Work) => {
    const [{ withSession }, commands] = await Promise.all([
      import('./session.js'),
      import('./commands/index.js'),
    ]);
    code = await withSession(asksJson(), (session) => work(commands, session));
  };
  const runUnless = (wrong: string | null, work: Work) => (wrong === null ? run(work) : refuse(wrong));
  // In the order in which the help lists them.
  for (const declare of [declareTakingIn, declareLooking, declareDeciding, declareUpkeep])
    declare({ program, run, runUnless });

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
