import { assetLetters } from './assets.js';
import { feeLetters } from './fees.js';
import { formPapers } from './forms.js';
import { listPapers } from './lists.js';
import { officialPapers } from './official.js';
import { otherLetters } from './others.js';
import type { Paper } from './paper.js';
import { projectLetters } from './projects.js';

/** Every input file of the samples, in the order in which they are made. */
export const papers: readonly Paper[] = [
  ...feeLetters,
  ...projectLetters,
  ...assetLetters,
  ...officialPapers,
  ...formPapers,
  ...listPapers,
  ...otherLetters,
];
