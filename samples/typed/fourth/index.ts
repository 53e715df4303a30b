import type { TypedPaper } from '../paper.js';
import { fourthCoverPapers } from './covers.js';
import { fourthFeePapers } from './fees.js';
import { fourthInsiderPapers } from './insiders.js';
import { fourthReferralPapers } from './referrals.js';

/** Papers in northern and western speech: insiders of many names, referrals, cover notes, rows, appeals of cadres. */
export const fourthPapers: TypedPaper[] = [
  ...fourthFeePapers,
  ...fourthInsiderPapers,
  ...fourthReferralPapers,
  ...fourthCoverPapers,
];
