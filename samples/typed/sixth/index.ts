import type { TypedPaper } from '../paper.js';
import { sixthApprovalPapers } from './approvals.js';
import { sixthCallPapers } from './calls.js';
import { sixthFeePapers } from './fees.js';
import { sixthFieldPapers } from './fields.js';
import { sixthInsiderPapers } from './insiders.js';
import { sixthOfficialPapers } from './official.js';
import { sixthOnlinePapers } from './online.js';
import { sixthOpinionPapers } from './opinions.js';
import { sixthParkingPapers } from './parking.js';
import { sixthRowPapers } from './rows.js';
import { sixthScopePapers } from './scope.js';
import { sixthWorkPapers } from './works.js';

/** A fair mix, as a city's petition office receives it in a year: every kind, field and rank. */
export const sixthPapers: TypedPaper[] = [
  ...sixthFeePapers,
  ...sixthApprovalPapers,
  ...sixthWorkPapers,
  ...sixthParkingPapers,
  ...sixthInsiderPapers,
  ...sixthFieldPapers,
  ...sixthOnlinePapers,
  ...sixthCallPapers,
  ...sixthOfficialPapers,
  ...sixthRowPapers,
  ...sixthScopePapers,
  ...sixthOpinionPapers,
];
