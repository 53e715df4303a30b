import { aboutOne } from './about-one.js';
import { aboutSeveral } from './about-several.js';
import { withoutNames } from './without-names.js';

/**
 * Sentences as most letters have them, with {A}, {B}, {C} for the names in them. The names of labelled papers stand where
 * their writers happened to put them; in these they stand at every usual place. Weights of names are learned from them
 * too, with many names for each place; nothing is measured on them.
 */
export const sentences: readonly string[] = [...aboutOne, ...aboutSeveral, ...withoutNames];
