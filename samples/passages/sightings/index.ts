import { contracts } from './contracts.js';
import { favours } from './favours.js';
import { fees } from './fees.js';
import { funds } from './funds.js';
import { leading } from './leading.js';
import { oversight } from './oversight.js';
import { pairs } from './pairs.js';
import { perks } from './perks.js';
import { restraint } from './restraint.js';
import { sites } from './sites.js';
import { twoMatters } from './two-matters.js';

/** What people saw, counted and heard, in the wording of all kinds of trades: a passage a line. */
export const sightings: readonly string[] = [
  leading,
  perks,
  contracts,
  sites,
  funds,
  favours,
  oversight,
  fees,
  twoMatters,
  restraint,
  pairs,
];
