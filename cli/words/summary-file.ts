import { createReadStream } from 'node:fs';
import { say } from './usage.js';

/** Where a summary may stand: words of a letter do not belong on a command line, which any user of the machine sees. */
export interface SummaryOptions {
  summary?: string;
  /** A path, or `-` for the standard input. */
  summaryFile?: string;
}

/** Characters of a summary. */
const longest = 5000;

/**
 * Puts what `--summary-file` names in the place of the summary.
 * @returns the options without it, and what is wrong with them, or null.
 */
export async function readSummary<Options extends SummaryOptions>(
  { summaryFile: from, ...options }: Options,
  input?: Input,
): Promise<{ options: Omit<Options, 'summaryFile'>; wrong: string | null }> {
  if (from === undefined) return { options, wrong: null };
  if (options.summary !== undefined)
    return {
      options,
      wrong: say('--summary-file 不能与 --summary 同时写', '--summary-file and --summary exclude each other'),
    };
  const { words: summary, wrong } = await readWords(
    '--summary-file',
    from,
    say('摘要', 'the summary'),
    input,
  );
  return wrong === null ? { options: { ...options, summary }, wrong } : { options, wrong };
}

type Input = NodeJS.ReadableStream & { isTTY?: boolean };

/**
 * What stands in a file that an option names, or `-` for the standard input.
 * @param what is to be typed where a person sits at the standard input.
 * @returns the words, or what is wrong with them.
 */
export async function readWords(
  option: string,
  from: string,
  what: string,
  input: Input = process.stdin,
): Promise<{ words: string; wrong: string | null }> {
  const wrong = (zh: string, en: string) => ({ words: '', wrong: say(`${option} ${zh}`, `${option} ${en}`) });
  if (from === '-' && input.isTTY)
    process.stderr.write(
      say(`请录入${what}，写完另起一行按 Ctrl-D：\n`, `Type ${what}, then Ctrl-D on a line of its own:\n`),
    );
  const bytes = await readStart(from === '-' ? input : createReadStream(from)).catch(() => null);
  if (bytes === null) return wrong('指的文件打不开', 'cannot be opened');
  if (bytes.length > mostBytes)
    return wrong(
      `太长，最多 ${longest} 字`,
      `is too long: at most ${longest.toLocaleString('en')} characters`,
    );
  try {
    const words = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').trim();
    return words === '' ? wrong('没有内容', 'is empty') : { words, wrong: null };
  } catch {
    return wrong('不是 UTF-8 文本，请另存为 UTF-8', 'is no UTF-8 text');
  }
}

/** Above the longest of any writing. */
const mostBytes = 8 * longest;

/** Of a longer one not much more than it takes to know that it is too long. */
async function readStart(input: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of input) {
    parts.push(Buffer.from(part));
    size += parts.at(-1)!.length;
    if (size > mostBytes) break;
  }
  return Buffer.concat(parts);
}
