import { z } from 'zod';
import { wordList } from './word-list.js';

/** Words that the segmenter must keep whole, each with its part-of-speech hint. */
export const wordsSchema = z.strictObject({
  words: z.record(z.string(), wordList()).default({}).describe('part-of-speech hint → words'),
});
