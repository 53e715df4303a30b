import type { TypedPaper } from '../paper.js';
import { ninthCallPapers } from './calls.js';
import { ninthCoverPapers } from './covers.js';
import { ninthFeePapers } from './fees.js';
import { ninthReferralPapers } from './referrals.js';
import { ninthRowPapers } from './rows.js';
import { ninthWorkPapers } from './works.js';

/** What other offices send a city's petition office in a year, and the letters that come beside it. */
export const ninthPapers: TypedPaper[] = [
  ...ninthReferralPapers,
  ...ninthCoverPapers,
  ...ninthRowPapers,
  ...ninthCallPapers,
  ...ninthFeePapers,
  ...ninthWorkPapers,
];
