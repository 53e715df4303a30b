import { z } from 'zod';

/** How much each kind of evidence speaks for (above 0) or against a candidate, in log-odds; learned, not written. */
export const weightsSchema = z.strictObject({
  /** Where nothing is seen. */
  bias: z.number().default(0),
  weights: z.record(z.string(), z.number()).refine((weights) => Object.keys(weights).length > 0, {
    message: 'no evidence has a weight: learn it anew',
  }),
});

export type Weights = z.output<typeof weightsSchema>;
