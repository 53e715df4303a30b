import { createReadStream } from 'node:fs';
import { say } from './usage.js';

/** Where a summary may stand: words of a letter do not belong on a command line, which any user of the machine sees. */
export interface SummaryOptions {
  summary?: string;
  /** A path, or `-` for the standard input. */
  summaryFile?: string;
}

/** Bytes: above 5,000 characters of any writing. */
const mostBytes = 40_000;

/**
 * Puts what `--summary-file` names in the place of the summary.
 * @returns the options without it, and what is wrong with them, or null.
 */
export async function readSummary<Options extends SummaryOptions>(
  { summaryFile: from, ...options }: Options,
  input: NodeJS.ReadableStream & { isTTY?: boolean } = process.stdin,
): Promise<{ options: Omit<Options, 'summaryFile'>; wrong: string | null }> {
  if (from === undefined) return { options, wrong: null };
  const wrong = (zh: string, en: string) => ({
    options,
    wrong: say(`--summary-file ${zh}`, `--summary-file ${en}`),
  });
  if (options.summary !== undefined)
    return wrong('不能与 --summary 同时写', 'and --summary exclude each other');
  if (from === '-' && input.isTTY)
    process.stderr.write(
      say('请录入摘要，写完另起一行按 Ctrl-D：\n', 'Type the summary, then Ctrl-D on a line of its own:\n'),
    );
  const bytes = await readStart(from === '-' ? input : createReadStream(from)).catch(() => null);
  if (bytes === null) return wrong('指的文件打不开', 'cannot be opened');
  if (bytes.length > mostBytes) return wrong('太长，最多 5000 字', 'is too long: at most 5,000 characters');
  try {
    const summary = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').trim();
    return summary === '' ? wrong('没有内容', 'is empty') : { options: { ...options, summary }, wrong: null };
  } catch {
    return wrong('不是 UTF-8 文本，请另存为 UTF-8', 'is no UTF-8 text');
  }
}

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
