import type { TypedPaper } from '../paper.js';
import { feePapers } from './fees.js';
import { fieldPapers } from './fields.js';
import { formPapers } from './forms.js';
import { mixedPapers } from './mixed.js';
import { officialPapers } from './official.js';
import { scopePapers } from './scope.js';
import { worksPapers } from './works.js';

/** Papers of other cities about the fee, the works and other fields, as forms and referrals too. */
export const firstPapers: TypedPaper[] = [
  ...feePapers,
  ...worksPapers,
  ...formPapers,
  ...officialPapers,
  ...fieldPapers,
  ...scopePapers,
  ...mixedPapers,
];
