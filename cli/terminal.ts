import { styleText } from 'node:util';
import stringWidth from 'string-width';
import { describeError, errorCodeOf, type Language, QidiError } from '../domain/index.js';

export { exitCodes as exit } from '../domain/index.js';

/** How a command talks: results on stdout, everything else on stderr. */
export interface Terminal {
  language: Language;
  json: boolean;
  /** Picks the text of the language in force. */
  say(zh: string, en: string): string;
  out(text: string): Promise<void>;
  note(text: string): void;
}

export function createTerminal(language: Language, json: boolean): Terminal {
  return {
    language,
    json,
    say: (zh, en) => (language === 'en' ? en : zh),
    // Waits for a slow reader: a register of a million lines must not pile up in memory.
    out: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(`${text}\n`)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    note: (text) => void process.stderr.write(`${text}\n`),
  };
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** Colour for people at a terminal only; NO_COLOR is honoured. */
export function paint(style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && !process.env.NO_COLOR ? styleText(style, text, { validateStream: false }) : text;
}

/** An error for people: code, what happened, what to do; on stderr. Programs that asked for JSON get that, too. */
export async function printError(terminal: Terminal, error: unknown): Promise<void> {
  const code = errorCodeOf(error);
  const params = error instanceof QidiError ? error.params : {};
  const { message, remedy } = describeError(code, params, terminal.language);
  const stderr = process.stderr;
  terminal.note(`${paint('red', terminal.say('错误', 'Error'), stderr)} [${code}] ${message}`);
  terminal.note(`${terminal.say('处理办法', 'What to do')}: ${remedy}`);
  if (terminal.json) await terminal.out(JSON.stringify({ error: { code, message, remedy } }));
  if (process.env.QIDI_LOG_LEVEL === 'debug') terminal.note(String((error as Error)?.stack ?? error));
}

/** Rows as aligned columns; Han characters are two cells wide. Cells longer than `most` cells are cut. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], most = 46): string {
  const cut = rows.map((row) => row.map((cell) => cutTo(cell.replace(/\s+/g, ' '), most)));
  const widths = head.map((h, i) => Math.max(stringWidth(h), ...cut.map((row) => stringWidth(row[i] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? cell : cell + ' '.repeat(widths[i]! - stringWidth(cell))))
      .join('  ')
      .trimEnd();
  return [paint('bold', line(head)), ...cut.map(line)].join('\n');
}

function cutTo(text: string, most: number): string {
  if (stringWidth(text) <= most) return text;
  let width = 0;
  let cut = '';
  for (const character of text) {
    width += stringWidth(character);
    if (width > most - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
