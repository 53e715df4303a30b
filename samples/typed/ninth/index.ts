import type { TypedPaper } from '../paper.js';
import { ninthCallPapers } from './calls.js';
import { ninthCoverPapers } from './covers.js';
import { ninthFeePapers } from './fees.js';
import { ninthFieldPapers } from './fields.js';
import { ninthInsiderPapers } from './insiders.js';
import { ninthOnlinePapers } from './online.js';
import { ninthOpinionPapers } from './opinions.js';
import { ninthPropertyPapers } from './property.js';
import { ninthReferralPapers } from './referrals.js';
import { ninthRowPapers } from './rows.js';
import { ninthScopePapers } from './scope.js';
import { ninthVillagePapers } from './village.js';
import { ninthWorkPapers } from './works.js';

/** What a city's petition office receives in a year, much of it handed over by other offices. */
export const ninthPapers: TypedPaper[] = [
  ...ninthReferralPapers,
  ...ninthCoverPapers,
  ...ninthRowPapers,
  ...ninthCallPapers,
  ...ninthFeePapers,
  ...ninthWorkPapers,
  ...ninthPropertyPapers,
  ...ninthInsiderPapers,
  ...ninthFieldPapers,
  ...ninthVillagePapers,
  ...ninthOnlinePapers,
  ...ninthScopePapers,
  ...ninthOpinionPapers,
];
