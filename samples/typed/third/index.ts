import type { TypedPaper } from '../paper.js';
import { thirdAppealPapers } from './appeals.js';
import { thirdFieldPapers } from './fields.js';
import { thirdFormPapers } from './forms.js';
import { thirdInsiderPapers } from './insiders.js';
import { thirdNotePapers } from './notes.js';
import { thirdOfficialPapers } from './official.js';
import { thirdResidentPapers } from './residents.js';
import { thirdRowPapers } from './rows.js';
import { thirdScopePapers } from './scope.js';
import { thirdTradePapers } from './trade.js';

/** Papers in the speech of many regions and trades; they were measured on unread for long, and are open now. */
export const thirdPapers: TypedPaper[] = [
  ...thirdInsiderPapers,
  ...thirdTradePapers,
  ...thirdResidentPapers,
  ...thirdNotePapers,
  ...thirdOfficialPapers,
  ...thirdRowPapers,
  ...thirdFormPapers,
  ...thirdFieldPapers,
  ...thirdAppealPapers,
  ...thirdScopePapers,
];
