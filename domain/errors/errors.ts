import { type ErrorCode, errorCatalogue } from './catalogue.js';

export type Language = 'zh' | 'en';

/**
 * An expected failure: a stable code, what happened and what to do.
 * `params` fill the `{name}` places of the catalogue's texts; never put a word of a letter into them.
 */
export class QidiError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** Trying again cannot help: the document goes to a person with its code and remedy. */
export class PermanentError extends QidiError {}

/** Parameters that are words of the product, not of the case, as people read them. */
const words: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>> = {
  reason: {
    memory: { zh: '内存超限', en: 'out of memory' },
    time: { zh: '超时', en: 'out of time' },
    crash: { zh: '崩溃', en: 'crash' },
    output: { zh: '输出异常', en: 'impossible output' },
  },
};

/** The text of an error for people: what happened, and what to do. */
export function describeError(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>> = {},
  language: Language = 'zh',
): { message: string; remedy: string } {
  const [message, remedy] = errorCatalogue[code][language];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      // What is said of many in one place names why by another code.
      const why = params.why;
      if ((name === 'why' || name === 'remedyOfWhy') && typeof why === 'string' && isErrorCode(why)) {
        const { message, remedy } = describeError(why, { ...params, why: '' }, language);
        return name === 'why' ? message : remedy;
      }
      const value = String(params[name] ?? '…');
      return words[name]?.[value]?.[language] ?? value;
    });
  return { message: fill(message), remedy: fill(remedy) };
}

function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(errorCatalogue, value);
}

/** The code of any thrown value: its own where it is ours, `worker.unexpected` otherwise. */
export function errorCodeOf(error: unknown): ErrorCode {
  return error instanceof QidiError ? error.code : 'worker.unexpected';
}
