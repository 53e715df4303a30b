import type { TypedPaper } from '../paper.js';
import { thirteenthApprovalPapers } from './approvals.js';
import { thirteenthConductPapers } from './conduct.js';
import { thirteenthDecisionPapers } from './decisions.js';
import { thirteenthDelayPapers } from './delay.js';
import { thirteenthFeePapers } from './fees.js';
import { thirteenthFieldPapers } from './fields.js';
import { thirteenthGoodsPapers } from './goods.js';
import { thirteenthGroundPapers } from './ground.js';
import { thirteenthInsiderPapers } from './insiders.js';
import { thirteenthKinPapers } from './kin.js';
import { thirteenthMoneyPapers } from './money.js';
import { thirteenthOfficialPapers } from './official.js';
import { thirteenthOutsidePapers } from './outside.js';
import { thirteenthRectificationPapers } from './rectification.js';
import { thirteenthTraderPapers } from './traders.js';
import { thirteenthWorkPapers } from './works.js';

/** All the matters of the field, each told by one who saw a part of it. */
export const thirteenthPapers: TypedPaper[] = [
  ...thirteenthDecisionPapers,
  ...thirteenthConductPapers,
  ...thirteenthRectificationPapers,
  ...thirteenthMoneyPapers,
  ...thirteenthDelayPapers,
  ...thirteenthFeePapers,
  ...thirteenthApprovalPapers,
  ...thirteenthWorkPapers,
  ...thirteenthGroundPapers,
  ...thirteenthGoodsPapers,
  ...thirteenthTraderPapers,
  ...thirteenthKinPapers,
  ...thirteenthInsiderPapers,
  ...thirteenthFieldPapers,
  ...thirteenthOfficialPapers,
  ...thirteenthOutsidePapers,
];
