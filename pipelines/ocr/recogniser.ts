import { leastSureness, QidiError, type QualityFlag, type Recognition } from '../../domain/index.js';
import type { PageImage } from '../image.js';
import {
  chooseEngine,
  type Engine,
  type EngineChoice,
  type EngineLanguage,
  type EngineMeasure,
  type EngineModel,
  type EngineName,
} from './engine/index.js';
import { collectLines, joinLines, type ReadLines } from './lines.js';
import { preparePage } from './page/index.js';
import { readPage } from './reading.js';
import type { Read } from './second-reading.js';
import { drawTrialPage, trialText } from './trial.js';

/** Reads page images one after the other; one to a processor core. */
export interface Recogniser {
  readonly engine: EngineName;
  /** The same for people, with its version: kept with every page that it reads, which depends on no engine otherwise. */
  readonly label: string;
  /** What the engine's process should be kept from and is not, here. */
  readonly missing: readonly EngineMeasure[];
  /**
   * Reads one page. A page that defeats the engine, or twice takes too long, comes back empty and flagged
   * `unreadable_page`; an engine that reads no page at all, or hangs at any, is to blame itself.
   *
   * @throws {QidiError} `ocr.engine_unavailable`, `ocr.engine_misreads`; the signal's reason where it is aborted.
   */
  recognise(image: PageImage, signal?: AbortSignal): Promise<Omit<Recognition, 'page'>>;
  /**
   * Reads known characters with each of the models.
   *
   * @throws {QidiError} `ocr.engine_unavailable`, `ocr.engine_misreads`
   */
  tryOut(): Promise<void>;
  close(): Promise<void>;
}

export interface RecogniserOptions {
  /** Makes and gives the folder in which the system's own engine finds its models; asked when that is started. */
  models(): Promise<string>;
  language?: EngineLanguage;
  model?: EngineModel;
  engine?: EngineChoice;
  /** Folders in which the native engine is looked for (default: those in PATH). */
  path?: string;
  /** Milliseconds after which a page is given up; the slowest honest page takes a tenth of it. */
  pageTimeout?: number;
  /** Milliseconds after which an engine hangs that reads the page of trial, which takes it less than one second. */
  trialTimeout?: number;
}

/** Models err differently: what one is unsure of is shown to the other. */
const secondOf: Readonly<Record<EngineModel, EngineModel>> = {
  '4.0.0': '4.0.0_best_int',
  '4.0.0_best_int': '4.0.0',
};
/** Less ink than this is dust. */
const NO_INK = 0.000_02;
/** Marks without text below this share are stains and punch holes, not a page that should have been read. */
const STAINS = 0.002;
/** Below this every third character or so is wrong. */
const LOW_CONFIDENCE = 0.7;
/** Pages of which one letter or figure in ten is doubtful have three to five wrong in a hundred, and more. */
const MOST_DOUBTFUL = 0.1;
/** Below this hardly a character is right, and what was read would be filed as noise. */
const NOISE = 0.25;
const tooLong = new Error('the page takes too long');

/** Opens a recogniser; the engine itself starts with the first page that has ink on it. */
export async function openRecogniser(options: RecogniserOptions): Promise<Recogniser> {
  const {
    language = 'chi_sim',
    model = '4.0.0_best_int',
    pageTimeout = 180_000,
    trialTimeout = 60_000,
  } = options;
  const kind = await chooseEngine(options.engine ?? 'auto', options.models, options.path);
  const engines = new Map<EngineModel, Promise<Engine>>();
  let turn: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    const stopping = [...engines.values()];
    engines.clear();
    await Promise.all(stopping.map((engine) => engine.then((e) => e.close()).catch(() => {})));
  };
  const start = (wanted: EngineModel): Promise<Engine> => {
    const running = engines.get(wanted) ?? kind.start(language, wanted);
    engines.set(wanted, running);
    running.catch(() => engines.delete(wanted));
    return running;
  };
  const tryModel = async (wanted: EngineModel, signal?: AbortSignal) => {
    const engine = await start(wanted);
    const trial = within(engine.read(drawTrialPage()), trialTimeout, signal);
    const lines = await trial.catch(async (error: unknown) => {
      await stop();
      signal?.throwIfAborted();
      if (error instanceof QidiError) throw error;
      return [];
    });
    if (joinLines(collectLines(lines)).text.replace(/\s/gu, '') !== trialText)
      throw new QidiError('ocr.engine_misreads');
  };
  const recognise = async (image: PageImage, signal?: AbortSignal): Promise<Omit<Recognition, 'page'>> => {
    signal?.throwIfAborted();
    const { image: prepared, ink } = await preparePage(image);
    const page = { original: image, prepared, ink };
    // What takes too long may do so for the engine's or the machine's reasons: once more, since the engine is well.
    return (
      (await readOnce(page, signal)) ?? (await readOnce(page, signal)) ?? emptyPage(page, 'unreadable_page')
    );
  };
  /** @returns null where it took too long, and the engine has read the page of trial since. */
  const readOnce = async (
    page: PreparedPage,
    signal?: AbortSignal,
  ): Promise<Omit<Recognition, 'page'> | null> => {
    if (page.ink < NO_INK) return emptyPage(page, 'blank_page');
    const first = await start(model);
    try {
      const read: Read = async (sheet, way = 'first') => {
        const engine = way === 'second' ? await start(secondOf[model]) : first;
        return within(engine.read(sheet, way === 'figures'), pageTimeout, signal);
      };
      const reading = await readPage(page.original, page.prepared, read, async (cause) => {
        await stop();
        signal?.throwIfAborted();
        // What is missing here and now is read again when it is there.
        if (cause instanceof QidiError) throw cause;
      });
      if (reading.text === '') {
        if (page.ink < STAINS) return emptyPage(page, 'blank_page');
        await tryModel(model, signal);
        return emptyPage(page, 'unreadable_page');
      }
      return judge(reading);
    } catch (error) {
      // Whatever went wrong inside it, a fresh engine is needed for the next page.
      await stop();
      signal?.throwIfAborted();
      // No fault of the page: it is read when the engine is there again.
      if (error instanceof QidiError) throw error;
      await tryModel(model, signal);
      return error === tooLong ? null : emptyPage(page, 'unreadable_page');
    }
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => {});
    return next;
  };
  return {
    engine: kind.name,
    label: kind.label,
    missing: kind.missing,
    recognise: (image, signal) => inTurn(() => recognise(image, signal)),
    tryOut: () =>
      inTurn(async () => {
        for (const each of [model, secondOf[model]]) await tryModel(each);
      }),
    async close() {
      await turn;
      await stop();
    },
  };
}

interface PreparedPage {
  original: PageImage;
  prepared: PageImage;
  /** Share of the page. */
  ink: number;
}

const emptyPage = ({ prepared: { width, height } }: PreparedPage, flag: QualityFlag) => ({
  ...{ width, height, text: '', confidence: 0, lines: [], tables: [] },
  flags: [flag],
});

/** Says honestly what a reading is worth; one that is worth nothing is not passed on as text. */
function judge({
  handwritten,
  secondFailed,
  ...reading
}: Awaited<ReturnType<typeof readPage>>): Omit<Recognition, 'page'> {
  const flags: QualityFlag[] = handwritten ? ['handwritten'] : [];
  if (reading.confidence < NOISE) {
    flags.push('unreadable_page');
    return { ...reading, text: '', lines: [], tables: [], flags };
  }
  if (reading.confidence < LOW_CONFIDENCE || doubtfulShare(reading) > MOST_DOUBTFUL)
    flags.push('low_confidence');
  if (secondFailed) flags.push('second_reading_failed');
  return { ...reading, flags };
}

/** Of letters and figures; marks are doubtful on good pages, too. */
function doubtfulShare({ text, lines }: ReadLines): number {
  let all = 0;
  let doubtful = 0;
  for (const { start, end, sureness } of lines) {
    for (let at = start; at < end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text[at]!)) continue;
      all++;
      if (sureness[at - start]! < leastSureness) doubtful++;
    }
  }
  return all === 0 ? 0 : doubtful / all;
}

function within<T>(work: Promise<T>, milliseconds: number, signal?: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLong), milliseconds);
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    });
  });
}
