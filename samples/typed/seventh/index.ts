import type { TypedPaper } from '../paper.js';
import { fieldPapers } from './fields.js';
import { formPapers } from './forms.js';
import { insiderPapers } from './insiders.js';
import { notePapers } from './notes.js';
import { officialPapers } from './official.js';
import { opinionPapers } from './opinions.js';
import { residentPapers } from './residents.js';
import { rowPapers } from './rows.js';
import { scopePapers } from './scope.js';

/** Papers that were read blind before they were learned from: a fair mix again, by another writer. */
export const seventhPapers: TypedPaper[] = [
  ...insiderPapers,
  ...residentPapers,
  ...notePapers,
  ...formPapers,
  ...officialPapers,
  ...rowPapers,
  ...fieldPapers,
  ...opinionPapers,
  ...scopePapers,
];
