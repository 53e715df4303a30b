import { assetLetters } from './assets.js';
import { bundlePapers, setAsidePapers } from './bundles.js';
import { familyPapers } from './families.js';
import { feeLetters } from './fees.js';
import { formPapers } from './forms.js';
import { listPapers } from './lists.js';
import { officialPapers } from './official.js';
import { otherLetters } from './others.js';
import type { Paper, SetAsidePaper } from './paper.js';
import { programPapers } from './programs.js';
import { projectLetters } from './projects.js';
import { workbookPapers } from './workbooks.js';

/** Every input file of the samples, in the order in which they are made. */
export const papers: readonly (Paper | SetAsidePaper)[] = [
  ...feeLetters,
  ...projectLetters,
  ...assetLetters,
  ...officialPapers,
  ...formPapers,
  ...listPapers,
  ...otherLetters,
  ...programPapers,
  ...workbookPapers,
  ...bundlePapers,
  ...setAsidePapers,
  ...familyPapers,
];
