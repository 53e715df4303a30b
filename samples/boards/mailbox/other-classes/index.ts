import { murmurs } from './murmurs.js';
import { nothings } from './nothings.js';
import { notions } from './notions.js';
import { pleas } from './pleas.js';
import { proposals } from './proposals.js';
import { reviews } from './reviews.js';

export const suggestions: readonly string[] = [proposals, notions];
export const appeals: readonly string[] = [pleas, reviews];
export const withoutSubstance: readonly string[] = [nothings, murmurs];
