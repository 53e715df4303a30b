import { z } from 'zod';

/** How much each kind of evidence speaks for (above 0) or against a candidate, in log-odds; learned, not written. */
export const weightsSchema = z.strictObject({
  /** Where nothing is seen. */
  bias: z.number().default(0),
  weights: z.record(z.string(), z.number()).default({}),
});

export type Weights = z.output<typeof weightsSchema>;
