import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { FIGURES, pgmHeader } from './given.js';
import type { Engine } from './index.js';
import { type EngineLanguage, type EngineModel, modelFolder, readLineModel } from './model.js';

/** Small enough to start the engine with, before it gets the model that is asked for. */
const STARTER: EngineModel = '4.0.0_best_int';

/**
 * Starts the recognition engine on a thread of its own, with models from the installed packages: it never
 * reaches out to the network and writes nothing to disk.
 *
 * @throws where the model or the engine is missing.
 */
export async function startBundled(language: EngineLanguage, model: EngineModel): Promise<Engine> {
  const failures: { fail: (cause: unknown) => void } = { fail: () => {} };
  const broken = new Promise<never>((_, reject) => {
    failures.fail = (cause) => reject(cause instanceof Error ? cause : new Error(String(cause)));
  });
  // Not every failure has somebody waiting for it.
  broken.catch(() => {});
  const langPath = modelFolder(language, STARTER);
  // Looked at first: after a failed start the library gives no way to end its thread.
  await access(join(langPath, `${language}.traineddata.gz`));
  // The library itself would load the whole model, of which nine tenths serve an older engine.
  const data = model === STARTER ? null : await readLineModel(language, model);
  const worker: Worker = await Promise.race([
    createWorker(language, OEM.LSTM_ONLY, {
      langPath,
      cacheMethod: 'none',
      gzip: true,
      // Without a handler the library throws inside an event, which ends the process.
      errorHandler: (cause: unknown) => failures.fail(cause),
    }),
    broken,
  ]);
  if (data) {
    await Promise.race([worker.FS('writeFile', [`./${language}.traineddata`, data]), broken]);
    await Promise.race([worker.reinitialize(language, OEM.LSTM_ONLY), broken]);
  }
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    preserve_interword_spaces: '1',
    // The size of characters has been set; guessing at it from the resolution would undo that.
    user_defined_dpi: '300',
  });
  const thread = (worker as unknown as { worker: Thread }).worker;
  thread.on('error', (cause) => failures.fail(cause));
  thread.on('exit', () => failures.fail(new Error('the engine has ended')));
  return {
    async read(image, figures = false) {
      if (figures) await Promise.race([worker.setParameters({ tessedit_char_whitelist: FIGURES }), broken]);
      const reading = worker.recognize(
        Buffer.concat([pgmHeader(image), image.data]),
        {},
        { text: false, blocks: true },
      );
      const { data } = await Promise.race([reading, broken]);
      if (figures) await Promise.race([worker.setParameters({ tessedit_char_whitelist: '' }), broken]);
      return (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs).flatMap(({ lines }) => lines);
    },
    async close() {
      const ended = once(thread, 'exit');
      await worker.terminate();
      await ended;
    },
  };
}
