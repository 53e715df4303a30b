import type { TypedPaper } from '../paper.js';
import { twelfthCrewPapers } from './crews.js';
import { twelfthFarPapers } from './far.js';
import { twelfthListPapers } from './lists.js';

/** Letters with several people, each with a deed, a house and a post of his own, and the rest of an office's year. */
export const twelfthPapers: TypedPaper[] = [...twelfthCrewPapers, ...twelfthListPapers, ...twelfthFarPapers];
