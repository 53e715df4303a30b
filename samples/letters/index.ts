import { feeLetters } from './fees.js';
import type { Paper } from './paper.js';
import { projectLetters } from './projects.js';

/** Every input file of the samples, in the order in which they are made. */
export const papers: readonly Paper[] = [...feeLetters, ...projectLetters];
