import { z } from 'zod';
import { channelKeys, clueSourceKeys, offenceKeys, petitionClassKeys, signatureKeys } from './vocabulary.js';

const text = z.string().trim().min(1).max(500);

const accusedSchema = z.strictObject({
  name: text.nullable(),
  organisation: text.nullable(),
  position: text.nullable(),
  /** Stays as it stood, as one beside it was set right: nobody said that it is right. */
  asItStood: z.literal(true).optional(),
});

/** What a person may set right on a register card; a field that is absent stays as the machine reads it. */
export const correctionSchema = z.strictObject({
  petitionClass: z.enum(petitionClassKeys).optional(),
  source: z.enum(clueSourceKeys).optional(),
  channel: z.enum(channelKeys).optional(),
  signature: z.enum(signatureKeys).optional(),
  title: text.optional(),
  /** Also all that a person types of a paper that no machine can read. */
  summary: z.string().trim().min(1).max(5000).optional(),
  accused: z.array(accusedSchema).max(100).optional(),
  /** Codes, each once. */
  topics: z.array(z.string()).max(50).optional(),
  offences: z.array(z.enum(offenceKeys)).max(50).optional(),
  /** Yuan. */
  amount: z.number().min(0).nullable().optional(),
});

/** A 被反映人 as a person writes it: a name or a unit, at least one of them. */
export type CorrectedAccused = z.infer<typeof accusedSchema>;
export type Correction = z.infer<typeof correctionSchema>;
/** What a person types of a paper in place of what machines read. */
export type TypedCard = Correction & Required<Pick<Correction, 'petitionClass' | 'summary'>>;
export type CorrectedField = keyof Correction;
export const correctedFieldKeys = correctionSchema.keyof().options;

/** What the fields are called on a card; `accusedName` is of the accused only who they are. */
export const correctedFields = {
  petitionClass: { zh: '类别', en: 'class' },
  source: { zh: '线索来源', en: 'source' },
  channel: { zh: '信访形式', en: 'channel' },
  signature: { zh: '署名', en: 'signature' },
  title: { zh: '标题', en: 'title' },
  summary: { zh: '摘要', en: 'summary' },
  accusedName: { zh: '被反映人姓名', en: 'accused, name' },
  accused: { zh: '被反映人及单位职务', en: 'accused with unit and post' },
  topics: { zh: '问题类别', en: 'topics' },
  offences: { zh: '涉嫌职务违法犯罪', en: 'suspected offences' },
  amount: { zh: '涉及金额', en: 'sum' },
} as const satisfies Record<CorrectedField | 'accusedName', { zh: string; en: string }>;
