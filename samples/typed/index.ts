import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import { feePapers } from './fees.js';
import { fieldPapers } from './fields.js';
import { fifthPapers } from './fifth/index.js';
import { formPapers } from './forms.js';
import { fourthPapers } from './fourth/index.js';
import { mixedPapers } from './mixed.js';
import { officialPapers } from './official.js';
import type { TypedPaper } from './paper.js';
import { scopePapers } from './scope.js';
import { secondPapers } from './second/index.js';
import { sixthPapers } from './sixth/index.js';
import { thirdPapers } from './third/index.js';
import { worksPapers } from './works.js';

const expected = (papers: readonly TypedPaper[]): Expected[] =>
  papers.map((paper) => expectedOf({ ...paper, format: 'txt-utf8', family: paper.file, relation: 'first' }));

/** Papers of other cities as typed text, by their writers. */
export const papersByWriter: Readonly<Record<string, readonly Expected[]>> = {
  first: expected([
    ...feePapers,
    ...worksPapers,
    ...formPapers,
    ...officialPapers,
    ...fieldPapers,
    ...scopePapers,
    ...mixedPapers,
  ]),
  second: expected(secondPapers),
  third: expected(thirdPapers),
  fourth: expected(fourthPapers),
  fifth: expected(fifthPapers),
  sixth: expected(sixthPapers),
};

/** The papers of all writers (`npm run evaluate -- --typed`). */
export const typedPapers: readonly Expected[] = Object.values(papersByWriter).flat();
