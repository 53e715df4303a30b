import { formLetters } from './forms.js';
import { plainLetters } from './plain.js';
import type { Letter } from './types.js';

export type { Letter } from './types.js';

export const letters: Letter[] = [...plainLetters, ...formLetters];
