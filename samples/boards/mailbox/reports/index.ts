import { asides } from './asides.js';
import { gowns } from './gowns.js';
import { handovers } from './handovers.js';
import { ledgers } from './ledgers.js';
import { offices } from './offices.js';
import { villages } from './villages.js';

/** Each message with its accused, topics and offences. */
export const reports: readonly string[] = [villages, offices, gowns, asides, handovers, ledgers];
