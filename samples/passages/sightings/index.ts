import { leading } from './leading.js';

/** What people saw, counted and heard, in the wording of all kinds of trades: a passage a line. */
export const sightings: readonly string[] = [leading];
