import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import type { TypedPaper } from '../typed/paper.js';

/**
 * Papers that no rule was ever written for: reading is measured on them (`npm run evaluate -- --unseen`).
 * Whoever writes rules or dictionaries does not look at them, else they measure nothing any more.
 */
const papers: readonly TypedPaper[] = [];

export const unseenPapers: readonly Expected[] = papers.map((paper) =>
  expectedOf({ ...paper, format: 'txt-utf8', family: paper.file, relation: 'first' }),
);
