import type { TypedPaper } from '../paper.js';
import { fifteenthFeePapers } from './fees.js';
import { fifteenthGroundPapers } from './ground.js';
import { fifteenthWorkPapers } from './works.js';

/** Places, projects and matters of every kind, told by people with everyday names. */
export const fifteenthPapers: TypedPaper[] = [
  ...fifteenthFeePapers,
  ...fifteenthGroundPapers,
  ...fifteenthWorkPapers,
];
