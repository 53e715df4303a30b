import { createRequire } from 'node:module';
import { QidiError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import type { EngineLine } from '../lines.js';
import { startBundled } from './bundled.js';
import type { EngineLanguage, EngineModel } from './model.js';
import { startNative } from './native.js';
import { type EngineMeasure, findProgram, type Program } from './program.js';

export type { EngineLanguage, EngineModel } from './model.js';
export type { EngineMeasure } from './program.js';

/** `native` is the system's own tesseract, `bundled` the one that comes with the product. Both read with the same models. */
export type EngineName = 'native' | 'bundled';
export const engineChoices = ['auto', 'native', 'bundled'] as const;
/** `auto`: the native one where it is, since it takes a third less memory and a sixth less time on full pages; else the bundled one. */
export type EngineChoice = (typeof engineChoices)[number];

export interface Engine {
  /**
   * @param figures only figures and what stands among them can come out.
   * @throws {QidiError} `ocr.engine_unavailable` where it failed before it had the page; an error where it failed at it.
   */
  read(image: PageImage, figures?: boolean): Promise<EngineLine[]>;
  /** Ends it, also in the middle of a page, and waits for its end. */
  close(): Promise<void>;
}

/** An engine that can be started, with each of the models. */
export interface EngineKind {
  name: EngineName;
  /** What it is, for people: name and version. */
  label: string;
  /** What its process should be kept from and is not, here. */
  missing: readonly EngineMeasure[];
  /** @throws {QidiError} `ocr.engine_unavailable` where the model or the engine is missing. */
  start(language: EngineLanguage, model: EngineModel): Promise<Engine>;
}

/**
 * Never fails: an engine that was asked for and is missing says so when it is started.
 *
 * @param models makes and gives the folder in which the native one finds its models; asked when that is started.
 * @param path folders in which the native one is looked for.
 */
export async function chooseEngine(
  choice: EngineChoice,
  models: () => Promise<string>,
  path = process.env.PATH ?? '',
): Promise<EngineKind> {
  const program = choice === 'bundled' ? null : await findProgram(path);
  if (program) return native(program, models);
  if (choice === 'native')
    return {
      name: 'native',
      label: 'tesseract',
      missing: [],
      start: () => Promise.reject(unavailable(null)),
    };
  return {
    name: 'bundled',
    label: `tesseract.js ${bundledVersion()}`,
    // It runs in a thread of its own, within WebAssembly.
    missing: [],
    start: (language, model) =>
      startBundled(language, model).catch((cause) => Promise.reject(unavailable(cause))),
  };
}

function bundledVersion(): string {
  return (createRequire(import.meta.url)('tesseract.js/package.json') as { version: string }).version;
}

function native(program: Program, models: () => Promise<string>): EngineKind {
  return {
    name: 'native',
    label: `tesseract ${program.version}`,
    missing: program.missing,
    start: (language, model) =>
      models()
        .then((folder) => startNative(program, folder, language, model))
        .catch((cause) => Promise.reject(unavailable(cause))),
  };
}

function unavailable(cause: unknown): QidiError {
  return new QidiError('ocr.engine_unavailable', {}, { cause });
}
