import type { TypedPaper } from '../paper.js';
import { eleventhApprovalPapers } from './approvals.js';
import { eleventhConductPapers } from './conduct.js';
import { eleventhDutyPapers } from './duty.js';
import { eleventhFeePapers } from './fees.js';
import { eleventhFieldPapers } from './fields.js';
import { eleventhMarketPapers } from './market.js';
import { eleventhMorePapers } from './more.js';
import { eleventhOpinionPapers } from './opinions.js';
import { eleventhScopePapers } from './scope.js';
import { eleventhStockPapers } from './stock.js';
import { eleventhWorkPapers } from './works.js';

/** Plain, well-ordered letters and web forms: each topic three times as the main matter, each offence twice. */
export const eleventhPapers: TypedPaper[] = [
  ...eleventhDutyPapers,
  ...eleventhConductPapers,
  ...eleventhApprovalPapers,
  ...eleventhWorkPapers,
  ...eleventhStockPapers,
  ...eleventhMarketPapers,
  ...eleventhFeePapers,
  ...eleventhFieldPapers,
  ...eleventhMorePapers,
  ...eleventhScopePapers,
  ...eleventhOpinionPapers,
];
