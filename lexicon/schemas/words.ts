import { z } from 'zod';

/** Words that the segmenter must keep whole, each with its part-of-speech hint. */
export const wordsSchema = z.strictObject({
  words: z.record(z.string(), z.array(z.string())).default({}).describe('part-of-speech hint → words'),
});
