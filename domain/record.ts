import { z } from 'zod';
import {
  channelKeys,
  clueSourceKeys,
  entityTypeKeys,
  offenceKeys,
  petitionClassKeys,
  qualityFlagKeys,
  relationKeys,
  signatureKeys,
  statusKeys,
} from './vocabulary.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A quote that proves a tag: where it stands in which of the record's sources. */
const evidenceSchema = z.object({
  source: z.number().int().min(0),
  page: z.number().int().min(1),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  quote: z.string(),
});

const tagSchema = <T extends z.ZodType>(code: T) =>
  z.object({ code, name: z.string(), score: z.number().min(0).max(1), evidence: z.array(evidenceSchema) });

const recordSourceSchema = z.object({
  file: z.string(),
  member: z.string().nullable(),
  /** The name of the sheet. */
  label: z.string().nullable(),
  row: z.number().int().nullable(),
  /** The first page in the file or member. */
  page: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  receivedOn: day,
  relation: z.enum(relationKeys),
  similarity: z.number().min(0).max(1),
  newFacts: z.array(z.string()),
  text: z.string(),
});

/** One line of the export: a clue or an out-of-scope item, as the outward contract words it. */
export const recordSchema = z.object({
  clueNo: z.string(),
  petitionClass: z.enum(petitionClassKeys),
  title: z.string(),
  summary: z.string(),
  receivedOn: day,
  source: z.enum(clueSourceKeys),
  channel: z.enum(channelKeys),
  signature: z.enum(signatureKeys),
  status: z.enum(statusKeys),
  disposition: z.string().nullable(),
  assignedTo: z.string().nullable(),
  dueOn: day.nullable(),
  sources: z.array(recordSourceSchema).min(1),
  accused: z.array(
    z.object({
      name: z.string().nullable(),
      organisation: z.string().nullable(),
      position: z.string().nullable(),
      evidence: z.array(evidenceSchema),
    }),
  ),
  topics: z.array(tagSchema(z.string())),
  offences: z.array(tagSchema(z.enum(offenceKeys))),
  entities: z.array(
    z.object({
      type: z.enum(entityTypeKeys),
      text: z.string(),
      value: z.union([z.number(), z.string()]).nullable(),
      source: z.number().int().min(0),
      page: z.number().int().min(1),
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      confidence: z.number().min(0).max(1),
      /** Characters that recognition is not sure of, in the same offsets as `start` and `end`. */
      doubtful: z
        .array(z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }))
        .optional(),
    }),
  ),
  amount: z.number().nullable(),
  actedFrom: day.nullable(),
  actedTo: day.nullable(),
  linked: z.array(z.object({ clueNo: z.string(), why: z.array(z.string()) })),
  quality: z.object({
    ocr: z.boolean(),
    confidence: z.number().min(0).max(1),
    flags: z.array(z.enum(qualityFlagKeys)),
  }),
});

export type RegisterRecord = z.infer<typeof recordSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
