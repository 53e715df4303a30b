import type { TypedPaper } from '../paper.js';
import { eleventhConductPapers } from './conduct.js';
import { eleventhDutyPapers } from './duty.js';

/** Plain, well-ordered letters and web forms, as most citizens write them: each topic three times, each offence twice. */
export const eleventhPapers: TypedPaper[] = [...eleventhDutyPapers, ...eleventhConductPapers];
