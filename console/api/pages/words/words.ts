import type { Language } from '../../../../domain/index.js';
import { wordsOfAllPages } from './all-pages.js';
import { queueWords } from './queue.js';
import { recordWords } from './record.js';
import { registerWords } from './register.js';

const wordsIn = (language: Language) => ({
  ...wordsOfAllPages[language],
  ...registerWords[language],
  ...recordWords[language],
  ...queueWords[language],
});

/** Every word of the console; the second language has to say all that the first says. */
export type Words = ReturnType<typeof wordsIn>;

export const words: Readonly<Record<Language, Words>> = { zh: wordsIn('zh'), en: wordsIn('en') };
