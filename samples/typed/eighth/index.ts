import type { TypedPaper } from '../paper.js';
import { eighthFeePapers } from './fees.js';
import { eighthInsiderPapers } from './insiders.js';
import { eighthResidentPapers } from './residents.js';
import { eighthUnsignedPapers } from './unsigned.js';

/** A year of a city's petition office: more from inside, more signed by many, more told far from the name. */
export const eighthPapers: TypedPaper[] = [
  ...eighthInsiderPapers,
  ...eighthFeePapers,
  ...eighthResidentPapers,
  ...eighthUnsignedPapers,
];
