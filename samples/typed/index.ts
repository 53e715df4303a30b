import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import { feePapers } from './fees.js';
import { fieldPapers } from './fields.js';
import { fifthPapers } from './fifth/index.js';
import { formPapers } from './forms.js';
import { mixedPapers } from './mixed.js';
import { officialPapers } from './official.js';
import { scopePapers } from './scope.js';
import { secondPapers } from './second/index.js';
import { thirdPapers } from './third/index.js';
import { worksPapers } from './works.js';

/** Papers of other cities as typed text, by writers of every kind (`npm run evaluate -- --typed`). */
export const typedPapers: readonly Expected[] = [
  ...feePapers,
  ...worksPapers,
  ...formPapers,
  ...officialPapers,
  ...fieldPapers,
  ...scopePapers,
  ...mixedPapers,
  ...secondPapers,
  ...thirdPapers,
  ...fifthPapers,
].map((paper) => expectedOf({ ...paper, format: 'txt-utf8', family: paper.file, relation: 'first' }));
