import type { TypedPaper } from '../paper.js';
import { fifteenthConductPapers } from './conduct.js';
import { fifteenthFeePapers } from './fees.js';
import { fifteenthFieldPapers } from './fields.js';
import { fifteenthGroundPapers } from './ground.js';
import { fifteenthHalfPapers } from './half.js';
import { fifteenthLedPapers } from './led.js';
import { fifteenthMoneyPapers } from './money.js';
import { fifteenthNearPapers } from './near.js';
import { fifteenthOfficialPapers } from './official.js';
import { fifteenthOpinionPapers } from './opinions.js';
import { fifteenthPlainPapers } from './plain.js';
import { fifteenthRowPapers } from './rows.js';
import { fifteenthScopePapers } from './scope.js';
import { fifteenthStockPapers } from './stock.js';
import { fifteenthWorkPapers } from './works.js';

/** Places, projects and matters of every kind, told by people with everyday names. */
export const fifteenthPapers: TypedPaper[] = [
  ...fifteenthConductPapers,
  ...fifteenthFeePapers,
  ...fifteenthFieldPapers,
  ...fifteenthGroundPapers,
  ...fifteenthHalfPapers,
  ...fifteenthLedPapers,
  ...fifteenthMoneyPapers,
  ...fifteenthNearPapers,
  ...fifteenthOfficialPapers,
  ...fifteenthOpinionPapers,
  ...fifteenthPlainPapers,
  ...fifteenthRowPapers,
  ...fifteenthScopePapers,
  ...fifteenthStockPapers,
  ...fifteenthWorkPapers,
];
