import type { TypedPaper } from '../paper.js';
import { fourteenthApprovalPapers } from './approvals.js';
import { fourteenthAssetPapers } from './assets.js';
import { fourteenthFeePapers } from './fees.js';
import { fourteenthInsiderPapers } from './insiders.js';
import { fourteenthNotePapers } from './notes.js';
import { fourteenthOtherPapers } from './others.js';
import { fourteenthReferralPapers } from './referrals.js';
import { fourteenthRowPapers } from './rows.js';
import { fourteenthSeveralPapers } from './several.js';
import { fourteenthWorkPapers } from './works.js';

/** Papers in which it has to be found who is accused, of which unit and of which post, and who only stands beside. */
export const fourteenthPapers: TypedPaper[] = [
  ...fourteenthFeePapers,
  ...fourteenthApprovalPapers,
  ...fourteenthWorkPapers,
  ...fourteenthAssetPapers,
  ...fourteenthInsiderPapers,
  ...fourteenthSeveralPapers,
  ...fourteenthReferralPapers,
  ...fourteenthNotePapers,
  ...fourteenthRowPapers,
  ...fourteenthOtherPapers,
];
