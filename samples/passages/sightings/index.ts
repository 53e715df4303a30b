import { basements } from './basements.js';
import { contracts } from './contracts.js';
import { leading } from './leading.js';
import { perks } from './perks.js';
import { sites } from './sites.js';

/** What people saw, counted and heard, in the wording of all kinds of trades: a passage a line. */
export const sightings: readonly string[] = [leading, perks, contracts, basements, sites];
