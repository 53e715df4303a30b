import type { TypedPaper } from '../paper.js';
import { secondCrowdPapers } from './crowds.js';
import { secondFeePapers } from './fees.js';
import { secondFieldPapers } from './fields.js';
import { secondFormPapers } from './forms.js';
import { secondNotePapers } from './notes.js';
import { secondOfficePapers } from './offices.js';
import { secondOfficialPapers } from './official.js';
import { secondOpinionPapers } from './opinions.js';
import { secondScopePapers } from './scope.js';
import { secondWorksPapers } from './works.js';

/** Papers of further cities, in which it is often said only far away, or never in full, who is accused and where he works. */
export const secondPapers: TypedPaper[] = [
  ...secondFeePapers,
  ...secondWorksPapers,
  ...secondOfficePapers,
  ...secondFieldPapers,
  ...secondCrowdPapers,
  ...secondOfficialPapers,
  ...secondFormPapers,
  ...secondScopePapers,
  ...secondOpinionPapers,
  ...secondNotePapers,
];
