import type { TypedPaper } from '../paper.js';
import { fourthAppealPapers } from './appeals.js';
import { fourthCoverPapers } from './covers.js';
import { fourthFeePapers } from './fees.js';
import { fourthFieldPapers } from './fields.js';
import { fourthInsiderPapers } from './insiders.js';
import { fourthNotePapers } from './notes.js';
import { fourthReferralPapers } from './referrals.js';
import { fourthRowPapers } from './rows.js';
import { fourthScopePapers } from './scope.js';
import { fourthUnitPapers } from './units.js';

/** Papers in northern and western speech: insiders of many names, referrals, cover notes, rows, appeals of cadres. */
export const fourthPapers: TypedPaper[] = [
  ...fourthFeePapers,
  ...fourthInsiderPapers,
  ...fourthReferralPapers,
  ...fourthCoverPapers,
  ...fourthNotePapers,
  ...fourthRowPapers,
  ...fourthUnitPapers,
  ...fourthFieldPapers,
  ...fourthAppealPapers,
  ...fourthScopePapers,
];
