import type { TypedPaper } from '../paper.js';
import { tenthAppealPapers } from './appeals.js';
import { tenthDoorPapers } from './doors.js';
import { tenthFieldPapers } from './fields.js';
import { tenthHollowPapers, tenthOwnPapers } from './hollow.js';
import { tenthMixedPapers } from './mixed.js';
import { tenthOfficialPapers } from './official.js';
import { tenthOpinionPapers } from './opinions.js';
import { tenthScopePapers } from './scope.js';
import { tenthShortPapers } from './short.js';
import { tenthWorkPapers } from './works.js';

/** What is hardest to tell apart: reports like grievances, grievances like reports, and a few lines with nothing in them. */
export const tenthPapers: TypedPaper[] = [
  ...tenthShortPapers,
  ...tenthAppealPapers,
  ...tenthScopePapers,
  ...tenthOpinionPapers,
  ...tenthMixedPapers,
  ...tenthHollowPapers,
  ...tenthOwnPapers,
  ...tenthWorkPapers,
  ...tenthFieldPapers,
  ...tenthOfficialPapers,
  ...tenthDoorPapers,
];
