import type { RulingOptions } from './card.js';
import { readWords } from './summary-file.js';
import { say } from './usage.js';

export type InformantOptions = RulingOptions & {
  /** Its place on the card, from 1. */
  accused?: number;
  /** A path, or `-` for the standard input. */
  nameFile?: string;
};
export type Confirmed = RulingOptions & { who: { accused: number } | { words: string[] } };

/** Lines of a name with numbers and addresses. */
const mostLines = 20;

/**
 * Who is said to be the informant: by the place on the card, or by what stands in a file, since a name on a command line
 * is seen by any user of the machine and stays in histories.
 * @returns the options, or what is wrong with them.
 */
export async function readInformant({
  accused,
  nameFile,
  ...ruling
}: InformantOptions): Promise<{ options: Confirmed; wrong: string | null }> {
  const none = { ...ruling, who: { words: [] } };
  if ((accused === undefined) === (nameFile === undefined))
    return {
      options: none,
      wrong: say('--accused 和 --name-file 写其中一项', 'write one of --accused and --name-file'),
    };
  if (accused !== undefined) return { options: { ...ruling, who: { accused } }, wrong: null };
  const what = say(
    '举报人姓名（其电话、住址各另起一行）',
    'the informant’s name (numbers and addresses on lines of their own)',
  );
  const { words, wrong } = await readWords('--name-file', nameFile!, what);
  const lines = words.split('\n').flatMap((line) => line.trim() || []);
  if (wrong === null && lines.length > mostLines)
    return {
      options: none,
      wrong: say(`--name-file 最多 ${mostLines} 行`, `--name-file: at most ${mostLines} lines`),
    };
  return { options: { ...ruling, who: { words: lines } }, wrong };
}
