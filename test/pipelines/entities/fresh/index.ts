import { lettersA } from './letters-a.js';
import { lettersB } from './letters-b.js';
import { lettersC } from './letters-c.js';
import { lettersD } from './letters-d.js';
import { lettersE } from './letters-e.js';
import { lettersF } from './letters-f.js';
import { lettersG } from './letters-g.js';
import { lettersH } from './letters-h.js';

export type { FreshPaper } from './types.js';
/** Seventy-six papers of other writers, units and styles than those that reading was tuned on. */
export const freshPapers = [
  ...lettersA,
  ...lettersB,
  ...lettersC,
  ...lettersD,
  ...lettersE,
  ...lettersF,
  ...lettersG,
  ...lettersH,
];
