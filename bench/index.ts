import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterRecord } from '../domain/index.js';
import { inspectFile, openReading, readConfig, readLexicon } from '../office/index.js';
import { run as duplicates } from './duplicates.js';
import {
  createTextReader,
  runEvaluation as evaluate,
  runMarkedText as markedText,
  runMessages as messages,
} from './evaluation/index.js';
import { run as formLetters } from './form-letters.js';
import { run as hostile } from './hostile/index.js';
import { run as intake } from './intake.js';
import { run as language } from './language.js';
import { run as learn } from './learning/index.js';
import { run as paperIndex } from './paper-index/index.js';
import { runQidi } from './qidi.js';
import { run as rebuild } from './rebuild.js';

/** `npm run bench -- NAME` and `npm run evaluate`: what each measures is said at its head. */
const benches: Record<string, (argv: string[]) => Promise<number>> = {
  intake,
  // Loaded when asked for: they read files in this process, and the PDF library puts slow polyfills in place of
  // Array.prototype.push and others, for whatever else is measured.
  extraction: async (argv) => (await import('./extraction.js')).run(argv),
  ocr: async (argv) => (await recognition()).runOcr(argv),
  'ocr-beside': async (argv) => (await recognition()).runOcrBeside(argv),
  scan: async (argv) => (await recognition()).runScan(argv),
  hostile,
  'paper-index': (argv) => paperIndex(argv).then(() => 0),
  rebuild: (argv) => rebuild(argv).then(() => 0),
  'form-letters': async (argv) => {
    formLetters(argv);
    return 0;
  },
  duplicates: (argv) => duplicates(argv).then(() => 0),
  entities: async (argv) => {
    markedText('entities', argv);
    return 0;
  },
  'money-and-time': async (argv) => {
    markedText('money-and-time', argv);
    return 0;
  },
  messages: async (argv) => {
    messages(argv);
    return 0;
  },
  language: () => language().then(() => 0),
  learn: async (argv) => learn(argv, readLexicon(readConfig())),
  evaluate: async (argv) => {
    const config = readConfig();
    const reading = await openReading(readLexicon(config), config);
    try {
      return await evaluate(argv, {
        inspect: (path) => inspectFile(reading, path, { channel: null, receivedOn: null }, config.timeZone),
        read: createTextReader(reading.lexicon),
        register,
      });
    } finally {
      await reading.close();
    }
  },
};

const recognition = () => import('./recognition/index.js');

/** The files through the real main job, in an office of their own. */
async function register(folder: string): Promise<RegisterRecord[]> {
  const home = await mkdtemp(join(tmpdir(), 'qidi-evaluate-'));
  try {
    await runQidi(['intake', folder], { QIDI_HOME: home });
    const lines = await runQidi(['export'], { QIDI_HOME: home });
    return lines
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as RegisterRecord);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const [name = '', ...argv] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 2;
} else process.exitCode = await bench(argv);
