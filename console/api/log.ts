import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from '../../office/index.js';

/**
 * The console's log, in QIDI_HOME. Nothing of an address but its route's pattern is ever written: filters hold
 * names.
 */
export function openLog(config: Config): { log: Logger; close(): void } {
  const file = pino.destination({ dest: join(config.home, 'logs', 'console.log'), mode: 0o600, sync: true });
  // A full disk must not end the console.
  file.on('error', () => undefined);
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, file);
  return { log, close: () => file.end() };
}

/** Where an unexpected error was thrown; its message stays out, it could quote a letter. */
export function traceOf(error: unknown): { name: string; code: string | null; at: string[] } {
  const { name, code, stack } = (error ?? {}) as { name?: unknown; code?: unknown; stack?: unknown };
  return {
    name: typeof name === 'string' ? name : typeof error,
    code: typeof code === 'string' ? code : null,
    at: (typeof stack === 'string' ? stack : '')
      .split('\n')
      .flatMap((line) => /^ {4}at .*?((?:file:|node:|\/)\S+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
      .slice(0, 8),
  };
}
