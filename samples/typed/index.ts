import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import { eighthPapers } from './eighth/index.js';
import { eleventhPapers } from './eleventh/index.js';
import { fifteenthPapers } from './fifteenth/index.js';
import { fifthPapers } from './fifth/index.js';
import { firstPapers } from './first/index.js';
import { fourteenthPapers } from './fourteenth/index.js';
import { fourthPapers } from './fourth/index.js';
import { ninthPapers } from './ninth/index.js';
import type { TypedPaper } from './paper.js';
import { secondPapers } from './second/index.js';
import { seventhPapers } from './seventh/index.js';
import { sixthPapers } from './sixth/index.js';
import { tenthPapers } from './tenth/index.js';
import { thirdPapers } from './third/index.js';
import { thirteenthPapers } from './thirteenth/index.js';
import { twelfthPapers } from './twelfth/index.js';

const expected = (papers: readonly TypedPaper[]): Expected[] =>
  papers.map((paper) => expectedOf({ ...paper, format: 'txt-utf8', family: paper.file, relation: 'first' }));

/** Papers of other cities as typed text, by their writers. */
export const papersByWriter: Readonly<Record<string, readonly Expected[]>> = {
  first: expected(firstPapers),
  second: expected(secondPapers),
  third: expected(thirdPapers),
  fourth: expected(fourthPapers),
  fifth: expected(fifthPapers),
  sixth: expected(sixthPapers),
  seventh: expected(seventhPapers),
  eighth: expected(eighthPapers),
  ninth: expected(ninthPapers),
  tenth: expected(tenthPapers),
  eleventh: expected(eleventhPapers),
  twelfth: expected(twelfthPapers),
  thirteenth: expected(thirteenthPapers),
  fourteenth: expected(fourteenthPapers),
  fifteenth: expected(fifteenthPapers),
};

/** The papers of all writers (`npm run evaluate -- --typed`). */
export const typedPapers: readonly Expected[] = Object.values(papersByWriter).flat();
