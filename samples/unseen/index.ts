import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import { feePapers } from './fees.js';
import { fieldPapers } from './fields.js';
import { formPapers } from './forms.js';
import { mixedPapers } from './mixed.js';
import { officialPapers } from './official.js';
import { scopePapers } from './scope.js';
import { worksPapers } from './works.js';

/**
 * Papers that no rule was ever written for: reading is measured on them (`npm run evaluate -- --unseen`).
 * Whoever writes rules or dictionaries does not look at them, else they measure nothing any more.
 */
export const unseenPapers: readonly Expected[] = [
  ...feePapers,
  ...worksPapers,
  ...formPapers,
  ...officialPapers,
  ...fieldPapers,
  ...scopePapers,
  ...mixedPapers,
].map((paper) => expectedOf({ ...paper, format: 'txt-utf8', family: paper.file, relation: 'first' }));
