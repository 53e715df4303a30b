import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { QidiError } from '../domain/index.js';
import { type EngineChoice, engineChoices } from '../pipelines/index.js';

/** What a value must be, in both languages; the one in force is chosen where it is read. */
const both = (zh: string, en: string) => `${zh}\n${en}`;

const whole = (least: number, most: number) => {
  const error = both(`应为 ${least}–${most} 的整数`, `must be a whole number, ${least} to ${most}`);
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
};
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: both(`可用 ${values.join('、')}`, `must be one of ${values.join(', ')}`) });

/** Every setting: its variable, meaning, form and default. The configuration tables of the READMEs name just these. */
export const settings = {
  QIDI_HOME: z
    .string()
    .min(1)
    .default('./.qidi')
    .describe('Folder of one office: database, originals, keys, logs'),
  QIDI_LANG: oneOf(['zh', 'en']).default('zh').describe('Language of messages'),
  QIDI_REGION: z
    .string()
    .regex(/^\d{6}$/, both('应为六位数字', 'must be six digits'))
    .default('530400')
    .describe('Administrative code that clue numbers begin with'),
  QIDI_TIME_ZONE: z
    .string()
    .default('Asia/Shanghai')
    .refine(isTimeZone, both('没有这个时区', 'is no time zone'))
    .describe('Time zone in which a day of arrival is counted'),
  QIDI_LEXICON: z
    .string()
    .optional()
    .describe('Folder of an office’s own lexicon in place of the packaged one'),
  QIDI_WORKERS: whole(1, 256)
    .default(availableParallelism())
    .describe('Worker processes that intake, watch, sweep and serve start (default: processors)'),
  QIDI_TEXT_CONCURRENCY: whole(1, 32)
    .default(3)
    .describe('Text jobs that one worker process has in hand at a time'),
  QIDI_MAX_FILE_MB: whole(1, 120).default(100).describe('Largest file that is taken in, in MB'),
  QIDI_OCR_ENGINE: oneOf(engineChoices).default('auto').describe('What reads scans'),
  QIDI_ACTOR: z
    .string()
    .optional()
    .describe('Who decides where --by is not given; unset: the system’s user name'),
  QIDI_LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Least level that workers log'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, both('应以 postgres:// 开头', 'must begin with postgres://'))
    .optional()
    .describe('PostgreSQL server (15 or later); unset: an embedded one in QIDI_HOME'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, both('应以 redis:// 开头', 'must begin with redis://'))
    .optional()
    .describe('Redis server for the queues; unset: they are kept in PostgreSQL'),
} as const;

export interface Config {
  home: string;
  language: 'zh' | 'en';
  region: string;
  timeZone: string;
  lexicon: string | null;
  workers: number;
  textConcurrency: number;
  maxFileBytes: number;
  ocrEngine: EngineChoice;
  actor: string | null;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  databaseUrl: string | null;
  redisUrl: string | null;
}

/**
 * Reads the settings from the environment; an empty variable counts as unset.
 * @throws QidiError `config.invalid` naming the first variable that is wrong.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(settings).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const read = z.object(settings).safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const [zh, en] = issue.message.split('\n');
    const why = given.QIDI_LANG === 'en' ? (en ?? '') : (zh ?? '');
    throw new QidiError('config.invalid', { name: issue.path.join('.'), why });
  }
  const s = read.data;
  return {
    home: resolve(s.QIDI_HOME),
    language: s.QIDI_LANG,
    region: s.QIDI_REGION,
    timeZone: s.QIDI_TIME_ZONE,
    lexicon: s.QIDI_LEXICON ? resolve(s.QIDI_LEXICON) : null,
    workers: s.QIDI_WORKERS,
    textConcurrency: s.QIDI_TEXT_CONCURRENCY,
    maxFileBytes: s.QIDI_MAX_FILE_MB * 1024 * 1024,
    ocrEngine: s.QIDI_OCR_ENGINE,
    actor: s.QIDI_ACTOR ?? null,
    logLevel: s.QIDI_LOG_LEVEL,
    databaseUrl: s.DATABASE_URL ?? null,
    redisUrl: s.REDIS_URL ?? null,
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
