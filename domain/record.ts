import { z } from 'zod';
import { correctedFieldKeys } from './corrections.js';
import {
  channelKeys,
  clueSourceKeys,
  decisionKindKeys,
  entityTypeKeys,
  offenceKeys,
  petitionClassKeys,
  qualityFlagKeys,
  relationKeys,
  signatureKeys,
  statusKeys,
} from './vocabulary.js';

const spanSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });

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
  /** Stays the same whatever becomes of the clue: a decision names a source by it. */
  id: z.number().int(),
  /** Number of the receipt that it came with, shown as R15. */
  receipt: z.number().int(),
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
  /** To the source that it resembles most. */
  similarity: z.number().min(0).max(1),
  /** Which of the record's sources that is; null of the first. */
  resembles: z.number().int().nullable(),
  /** Why it belongs with that one: `accused:范明志`, `text`. */
  why: z.array(z.string()),
  newFacts: z.array(z.string()),
  text: z.string(),
  /** Characters of `text` that recognition is not sure of. */
  doubtful: z.array(spanSchema),
  /** Machines could not read it: the text is what a person typed. */
  typed: z.boolean(),
  /** What recognised pages of its file, by name and version; none where that was not needed, or not kept. */
  engines: z.array(z.string()),
});

/** What a person decided about the clue; an undone decision stays with the number of what took it back. */
const decisionSchema = z.object({
  id: z.number().int(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(decisionKindKeys),
  reason: z.string(),
  /** Numbers of the two clues: from which to which the sources went, or which are linked. */
  from: z.string(),
  to: z.string(),
  /** Ids of the sources that went. */
  sources: z.array(z.number().int()),
  /** Fields of the card that were set right. */
  fields: z.array(z.enum(correctedFieldKeys)),
  /** Names, units and posts of the accused of whom it says that they are right. */
  named: z.array(z.string()),
  /** The sum that it sets, in yuan; null where it sets none. */
  amount: z.number().nullable(),
  undoneBy: z.number().int().nullable(),
  undoes: z.number().int().nullable(),
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
      doubtful: z.array(spanSchema).optional(),
    }),
  ),
  amount: z.number().nullable(),
  actedFrom: day.nullable(),
  actedTo: day.nullable(),
  linked: z.array(
    z.object({
      clueNo: z.string(),
      why: z.array(z.string()),
      strength: z.enum(['strong', 'weak']),
      /** Whether a person confirmed it; rejected links are not listed. */
      confirmed: z.boolean(),
    }),
  ),
  decisions: z.array(decisionSchema),
  quality: z.object({
    ocr: z.boolean(),
    confidence: z.number().min(0).max(1),
    flags: z.array(z.enum(qualityFlagKeys)),
  }),
});

/** Whether a person gave the tag: machines give none for which nothing can be quoted. */
export const isByPerson = ({ evidence }: { evidence: readonly unknown[] }): boolean => evidence.length === 0;

/** What recognised pages of any of these papers, each once. */
export const enginesOf = (sources: readonly { engines?: readonly string[] }[]): string[] => [
  ...new Set(sources.flatMap(({ engines = [] }) => engines)),
];

export type RegisterRecord = z.infer<typeof recordSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type RecordDecision = z.infer<typeof decisionSchema>;
