import { type ChildProcess, spawn } from 'node:child_process';
import { QidiError } from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import { FIGURES, pgmHeader } from './given.js';
import { parseHocr } from './hocr.js';
import type { Engine } from './index.js';
import { type EngineLanguage, type EngineModel, readLineModel } from './model.js';
import { keepModel } from './model-folder.js';
import type { Program } from './program.js';

/** About a hundred bytes for each character of the fullest page that there is. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What a starter ends with where the program is gone, or may not be started. */
const notStarted: ReadonlySet<number> = new Set([126, 127]);

/**
 * Reads with the system's tesseract and the product's models: a process a page, which gets grey pixels by its input
 * and answers by its output. Nothing of a page is written to disk.
 *
 * @param models the folder in which it finds the models.
 * @throws where the model is missing, or cannot be laid down for the program to read.
 */
export async function startNative(
  program: Program,
  models: string,
  language: EngineLanguage,
  model: EngineModel,
): Promise<Engine> {
  const kept = await keepModel(`${language}.traineddata`, await readLineModel(language, model), models);
  const running = new Map<ChildProcess, Promise<unknown>>();
  let closed = false;
  return {
    async read(image, figures = false) {
      const folder = await kept.folder().catch((cause) => {
        throw new QidiError('ocr.engine_unavailable', {}, { cause });
      });
      // What was closed meanwhile knows nothing of a child that is started now.
      if (closed) throw new Error('the engine is closed');
      const child = startChild(program, wordsFor(language, figures), folder);
      const answer = converse(child, image);
      running.set(
        child,
        answer.catch(() => undefined),
      );
      try {
        return parseHocr(await answer);
      } finally {
        running.delete(child);
      }
    },
    async close() {
      closed = true;
      for (const child of running.keys()) child.kill('SIGKILL');
      await Promise.all(running.values());
    },
  };
}

function wordsFor(language: EngineLanguage, figures: boolean): string[] {
  const settings = {
    preserve_interword_spaces: '1',
    // The size of characters has been set; guessing at it from the resolution would undo that.
    user_defined_dpi: '300',
    tessedit_create_hocr: '1',
    hocr_char_boxes: '1',
    tessedit_create_txt: '1',
    page_separator: '',
    ...(figures && { tessedit_char_whitelist: FIGURES }),
  };
  return [
    ...['stdin', 'stdout', '--tessdata-dir', '.', '-l', language, '--oem', '1', '--psm', '6'],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** @throws {QidiError} `ocr.engine_unavailable` */
function startChild(program: Program, given: readonly string[], folder: string): ChildProcess {
  const [command, ...words] = [...program.words, ...given];
  try {
    return spawn(command!, words, {
      // The models are named from there: a program without privileges may not be let through to it by itself.
      cwd: folder,
      env: program.environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch (cause) {
    // Out of memory or processes; what else can be wrong with it, the child tells.
    throw new QidiError('ocr.engine_unavailable', {}, { cause });
  }
}

/** @throws {QidiError} `ocr.engine_unavailable` where the program cannot be started; an error where it fails. */
function converse(child: ChildProcess, image: PageImage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    child.on('error', (cause) => reject(new QidiError('ocr.engine_unavailable', {}, { cause })));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else if (code !== null && notStarted.has(code)) reject(new QidiError('ocr.engine_unavailable'));
      else reject(new Error(`the engine ended with ${code ?? signal}`));
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    // A program that ends early no longer listens; how it ended is told on its close.
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(pgmHeader(image));
    child.stdin?.end(image.data);
  });
}
