import { type CommanderError, InvalidArgumentError } from 'commander';
import { isDay, type Language } from '../../domain/index.js';

/** Known before any setting is read: the words of the command line come first. */
export const language: Language = process.env.QIDI_LANG === 'en' ? 'en' : 'zh';
export const say = (zh: string, en: string) => (language === 'en' ? en : zh);

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** A heading of the help, in the language in force. */
export const helpTitle = (title: string): string => say(helpTitles[title] ?? title, title);

export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError(say('日期写作 2017-04-18', 'write a day as 2017-04-18'));
  return text;
}

export function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const n = Number(text);
    if (!/^\d+$/.test(text) || n < least || n > most)
      throw new InvalidArgumentError(say(`应为 ${least}–${most} 的整数`, `a whole number, ${least}–${most}`));
    return n;
  };
}

/** Several, each from 1. */
export const wholeNumbers = (text: string, before: number[] = []): number[] => [
  ...before,
  wholeNumber(1, 100_000)(text),
];

/** Words that must say something. */
export function saying(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError(say('不能为空', 'it must not be empty'));
  return text.trim();
}

/** `无` or `none` stands for nothing. */
export const isNone = (text: string): boolean => /^(?:无|none)$/i.test(text.trim());

/** S12, as `qidi show` prints it. */
export function sourceId(text: string): number {
  const id = Number(/^[Ss]?(\d{1,15})$/.exec(text)?.[1]);
  if (!id)
    throw new InvalidArgumentError(
      say('来件号写作 S12，见“qidi show 编号”', 'write it as S12: see “qidi show NUMBER”'),
    );
  return id;
}

export function sourceIds(text: string, before: number[] = []): number[] {
  return [...before, sourceId(text)];
}

/** What the arguments of commands are called. */
const argumentNames: Readonly<Record<string, string>> = {
  path: '文件或文件夹',
  folder: '文件夹',
  file: '文件',
  words: '要查找的词',
  clue: '线索编号',
  into: '并入的线索编号',
  other: '另一条线索的编号',
  source: '来件号',
  paper: '收件编号',
  decision: '决定号',
  n: '已遮盖项的序号',
};

/** What is wrong with the words of a command line, in the language in force. */
export function whyWrong({ code, message }: CommanderError): string {
  const [what = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map((m) => m[1]!);
  const meant = /\(Did you mean (.+?)\?\)/.exec(message)?.[1];
  const also = meant ? say(`；是否要写 ${meant}`, `; did you mean ${meant}`) : '';
  switch (code) {
    case 'commander.missingArgument':
      return say(`缺少${argumentNames[what] ?? ` ${what}`}`, `${what} is missing`);
    case 'commander.optionMissingArgument':
      return say(`${what} 没有写值`, `${what} has no value`);
    case 'commander.missingMandatoryOptionValue':
      return say(`必须写明 ${what}`, `${what} is required`);
    case 'commander.unknownOption':
      return say(`没有选项 ${what}${also}`, `there is no option ${what}${also}`);
    case 'commander.unknownCommand':
      return say(`没有命令 ${what}${also}`, `there is no command ${what}${also}`);
    case 'commander.excessArguments':
      return say(`${what} 后面多写了内容`, `too many words after ${what}`);
    case 'commander.invalidArgument': {
      // “option '--since <day>' argument 'x' is invalid.”, “command-argument value 'x' is invalid for argument 'y'.”
      const [name, given] = message.includes('command-argument') ? [value, what] : [what, value];
      const rest = / is invalid(?: for argument '[^']*')?\. ([\s\S]*)$/.exec(message)?.[1] ?? '';
      const choices = /^Allowed choices are (.+)\.$/.exec(rest)?.[1];
      const allowed = choices ? say(`可用 ${choices}`, `one of ${choices}`) : rest;
      return say(`${name} 不能是“${given}”：${allowed}`, `${name} cannot be “${given}”: ${allowed}`);
    }
    default:
      return message.replace(/^error: /, '');
  }
}

/** @returns what is wrong with a range of days, or null. */
export function wrongRange({ since, until }: { since?: string; until?: string }): string | null {
  return since !== undefined && until !== undefined && since > until
    ? say(`--since ${since} 晚于 --until ${until}`, `--since ${since} is later than --until ${until}`)
    : null;
}
