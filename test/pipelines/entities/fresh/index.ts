import { lettersA } from './letters-a.js';
import { lettersB } from './letters-b.js';
import { lettersC } from './letters-c.js';

export type { FreshPaper } from './types.js';
/** Thirty papers of other writers, units and styles than those that reading was tuned on. */
export const freshPapers = [...lettersA, ...lettersB, ...lettersC];
