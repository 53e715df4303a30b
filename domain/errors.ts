import { type ErrorCode, errorCatalogue } from './error-catalogue.js';

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

/** The text of an error for people: what happened, and what to do. */
export function describeError(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>> = {},
  language: Language = 'zh',
): { message: string; remedy: string } {
  const [message, remedy] = errorCatalogue[code][language];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'));
  return { message: fill(message), remedy: fill(remedy) };
}

/** The code of any thrown value: its own where it is ours, `worker.unexpected` otherwise. */
export function errorCodeOf(error: unknown): ErrorCode {
  return error instanceof QidiError ? error.code : 'worker.unexpected';
}
