import { builders } from './builders.js';
import { cellars } from './cellars.js';
import { clamour } from './clamour.js';
import { counters } from './counters.js';
import { firms } from './firms.js';
import { neighbours } from './neighbours.js';
import { rhetoric } from './rhetoric.js';
import { streets } from './streets.js';
import { wages } from './wages.js';

export const outOfScope: readonly string[] = [
  cellars,
  builders,
  firms,
  streets,
  rhetoric,
  counters,
  wages,
  neighbours,
  clamour,
];
