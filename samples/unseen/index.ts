import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import type { TypedPaper } from '../typed/paper.js';
import { fieldPapers } from './fields.js';
import { formPapers } from './forms.js';
import { insiderPapers } from './insiders.js';
import { notePapers } from './notes.js';
import { officialPapers } from './official.js';
import { opinionPapers } from './opinions.js';
import { residentPapers } from './residents.js';
import { rowPapers } from './rows.js';
import { scopePapers } from './scope.js';

/**
 * Papers that no rule was ever written for: reading is measured on them (`npm run evaluate -- --unseen`).
 * Whoever writes rules or dictionaries does not look at them, else they measure nothing any more.
 */
const papers: readonly TypedPaper[] = [
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

export const unseenPapers: readonly Expected[] = papers.map((paper) =>
  expectedOf({ ...paper, format: 'txt-utf8', family: paper.file, relation: 'first' }),
);
