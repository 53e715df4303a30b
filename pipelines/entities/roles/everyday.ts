import type { WordMap } from '../names/index.js';

/** Verbs, pronouns and words that join or count: what a name is made of at most by chance. */
const tags = /^(?:v|r|d|p|c|u|f|m|q|t|y|b|z|l|i|n$)/;

/** A word of the language begins there, of two characters or more, that the segmenter takes for no name. */
export function isEveryday(map: WordMap, at: number): boolean {
  const word = map.words[map.indexAt(at)];
  return word !== undefined && word.start === at && word.end - word.start >= 2 && tags.test(word.tag);
}

/** A verb or a pronoun begins there: 来访人|强调, 来访人|自己. */
export function isDeed(map: WordMap, at: number): boolean {
  return isEveryday(map, at) && /^[vr]/.test(map.words[map.indexAt(at)]!.tag);
}
