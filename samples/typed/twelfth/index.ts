import type { TypedPaper } from '../paper.js';
import { twelfthCallPapers } from './calls.js';
import { twelfthCrewPapers } from './crews.js';
import { twelfthFarPapers } from './far.js';
import { twelfthFieldPapers } from './fields.js';
import { twelfthLatePapers } from './late.js';
import { twelfthListPapers } from './lists.js';
import { twelfthLongPapers } from './long.js';
import { twelfthOfficialPapers } from './official.js';
import { twelfthOpinionPapers } from './opinions.js';
import { twelfthPersonalPapers } from './personal.js';
import { twelfthPlainPapers } from './plain.js';
import { twelfthRarePapers } from './rare.js';
import { twelfthRowPapers } from './row.js';
import { twelfthScopePapers } from './scope.js';
import { twelfthSeatPapers } from './seats.js';
import { twelfthUnitPapers } from './units.js';
import { twelfthWorkPapers } from './works.js';

/** Letters with several people, each with a deed, a house and a post of his own, and the rest of an office's year. */
export const twelfthPapers: TypedPaper[] = [
  ...twelfthCrewPapers,
  ...twelfthListPapers,
  ...twelfthFarPapers,
  ...twelfthLatePapers,
  ...twelfthLongPapers,
  ...twelfthPlainPapers,
  ...twelfthSeatPapers,
  ...twelfthRowPapers,
  ...twelfthPersonalPapers,
  ...twelfthRarePapers,
  ...twelfthWorkPapers,
  ...twelfthFieldPapers,
  ...twelfthUnitPapers,
  ...twelfthCallPapers,
  ...twelfthOfficialPapers,
  ...twelfthOpinionPapers,
  ...twelfthScopePapers,
];
