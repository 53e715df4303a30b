import type { TypedPaper } from '../paper.js';
import { eighthCallPapers } from './calls.js';
import { eighthColleaguePapers } from './colleagues.js';
import { eighthFarPapers } from './far.js';
import { eighthFeePapers } from './fees.js';
import { eighthFieldPapers } from './fields.js';
import { eighthInsiderPapers } from './insiders.js';
import { eighthOfficialPapers } from './official.js';
import { eighthOnlinePapers } from './online.js';
import { eighthOpinionPapers } from './opinions.js';
import { eighthResidentPapers } from './residents.js';
import { eighthRowPapers } from './rows.js';
import { eighthScopePapers } from './scope.js';
import { eighthUnsignedPapers } from './unsigned.js';

/** A year of a city's petition office: more from inside, more signed by many, more told far from the name. */
export const eighthPapers: TypedPaper[] = [
  ...eighthInsiderPapers,
  ...eighthColleaguePapers,
  ...eighthFeePapers,
  ...eighthResidentPapers,
  ...eighthUnsignedPapers,
  ...eighthFarPapers,
  ...eighthFieldPapers,
  ...eighthCallPapers,
  ...eighthOnlinePapers,
  ...eighthOfficialPapers,
  ...eighthRowPapers,
  ...eighthOpinionPapers,
  ...eighthScopePapers,
];
