import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Only its data are used: what is compiled of it keeps everything twice, in a quarter of a gigabyte. */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')),
  'submodules/cppjieba/dict',
);

/** What jieba counted, a line each: a dictionary, a supplement to it, and where in words characters stand. */
const jiebaFiles = { words: 'jieba.dict.utf8', supplement: 'user.dict.utf8', places: 'hmm_model.utf8' };

/** The lines of a file that say anything. */
export function readLines(file: keyof typeof jiebaFiles): string[] {
  const lines = readFileSync(join(folder, jiebaFiles[file]), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
