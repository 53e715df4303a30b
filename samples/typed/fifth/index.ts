import type { TypedPaper } from '../paper.js';
import { fifthAgainPapers } from './again.js';
import { fifthCrowdPapers } from './crowds.js';
import { fifthFeePapers } from './fees.js';
import { fifthInsiderPapers } from './insiders.js';
import { fifthOnlinePapers } from './online.js';
import { fifthOpinionPapers } from './opinions.js';
import { fifthParkingPapers } from './parking.js';
import { fifthPlainPapers } from './plain.js';
import { fifthScopePapers } from './scope.js';
import { fifthVillagePapers } from './village.js';
import { fifthWorkPapers } from './works.js';

/** Papers in the speech of the south, from Jiangsu to Hainan: residents, traders, villagers, and whoever writes with difficulty. */
export const fifthPapers: TypedPaper[] = [
  ...fifthFeePapers,
  ...fifthWorkPapers,
  ...fifthParkingPapers,
  ...fifthPlainPapers,
  ...fifthInsiderPapers,
  ...fifthOnlinePapers,
  ...fifthCrowdPapers,
  ...fifthVillagePapers,
  ...fifthAgainPapers,
  ...fifthScopePapers,
  ...fifthOpinionPapers,
];
