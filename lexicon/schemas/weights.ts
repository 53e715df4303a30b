import { z } from 'zod';

/** How much each kind of evidence speaks for (above 0) or against a candidate, in log-odds; learned, not written. */
export const weightsSchema = z.strictObject({
  /** Where nothing is seen. */
  bias: z.number().default(0),
  // Tens of thousands of numbers: one pass over them, where a schema of each would cost every command a third of a second.
  weights: z
    .custom<Record<string, number>>(isNumbers, { message: 'not a number for each kind of evidence' })
    .refine((weights) => Object.keys(weights).length > 0, {
      message: 'no evidence has a weight: learn it anew',
    }),
});

function isNumbers(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(Number.isFinite)
  );
}

export type Weights = z.output<typeof weightsSchema>;
