import type { TypedPaper } from '../paper.js';
import { fifteenthFeePapers } from './fees.js';

/** Places, projects and matters of every kind, told by people with everyday names. */
export const fifteenthPapers: TypedPaper[] = [...fifteenthFeePapers];
