import { z } from 'zod';
import { channelKeys, clueSourceKeys, offenceKeys, petitionClassKeys, signatureKeys } from './vocabulary.js';

const text = z.string().trim().min(1).max(500);

/** What a person may set right on a register card; a field that is absent stays as the machine reads it. */
export const correctionSchema = z.strictObject({
  petitionClass: z.enum(petitionClassKeys).optional(),
  source: z.enum(clueSourceKeys).optional(),
  channel: z.enum(channelKeys).optional(),
  signature: z.enum(signatureKeys).optional(),
  title: text.optional(),
  summary: text.optional(),
  accused: z
    .array(
      z.strictObject({ name: text.nullable(), organisation: text.nullable(), position: text.nullable() }),
    )
    .max(100)
    .optional(),
  /** Codes, each once. */
  topics: z.array(z.string()).max(50).optional(),
  offences: z.array(z.enum(offenceKeys)).max(50).optional(),
  /** Yuan. */
  amount: z.number().min(0).nullable().optional(),
});

export type Correction = z.infer<typeof correctionSchema>;
export type CorrectedField = keyof Correction;
export const correctedFieldKeys = correctionSchema.keyof().options;
