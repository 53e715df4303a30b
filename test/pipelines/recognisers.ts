import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { openRecogniser, type Recogniser, type RecogniserOptions } from '../../pipelines/ocr/index.js';

/** Where an engine finds its models during the tests of one file. */
export async function useModels(): Promise<() => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'qidi-models-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return async () => folder;
}

/** A recogniser for the tests of one file, closed after them. */
export async function useRecogniser(options: Omit<RecogniserOptions, 'models'> = {}): Promise<Recogniser> {
  const recogniser = await openRecogniser({ ...options, models: await useModels() });
  afterAll(() => recogniser.close());
  return recogniser;
}
