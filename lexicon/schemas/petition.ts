import { z } from 'zod';
import { channelKeys, clueSourceKeys } from '../../domain/index.js';

const words = z
  .array(z.string())
  .default([])
  .transform((lines) => lines.flatMap((line) => line.split('、').filter((word) => word !== '')));
/** Word → weight, grouped: strong 1, medium 0.5, weak 0.25. */
const cues = z.strictObject({ strong: words, medium: words, weak: words }).partial().default({});

export const petitionSchema = z.strictObject({
  classes: z
    .strictObject({
      /** Acts that only somebody with an office or public money can do. */
      report: cues,
      appeal: cues,
      suggestion: cues,
      outOfScope: cues,
      /** Names of crimes and insults without a fact. */
      noSubstance: cues,
      /** "Nothing found" of a self-check form. */
      zeroReport: words,
    })
    .partial()
    .default({}),
  /** Words for those who hold an office; 书记 in a salutation does not count. */
  officials: words,
  /** Private trades: whoever heads one holds no office, though he is called 校长 or 经理. */
  trades: words,
  /** 线索来源: cues of the head of the paper, of its whole text, and what the column 来源 of a list says. */
  sources: z
    .partialRecord(z.enum(clueSourceKeys), z.strictObject({ head: words, anywhere: words, named: words }))
    .default({}),
  /** 信访形式: cues of the head of the paper, of its whole text, and what the column 信访形式 of a list says. */
  channels: z
    .partialRecord(z.enum(channelKeys), z.strictObject({ head: words, anywhere: words, named: words }))
    .default({}),
  signature: z
    .strictObject({ anonymous: words, joint: words, unit: words, labels: words })
    .partial()
    .default({}),
  /** Labels of a field with the day on which the paper came in. */
  receivedLabels: words,
  /** The same at the head of the office's own record of a call, visit or message; elsewhere it says nothing of receipt. */
  recordTimeLabels: words,
  /** 感谢信: what is told with thanks (`said`), and words for what is still open, which is none (`open`). */
  thanks: z.strictObject({ said: words, open: words }).partial().default({}),
  /** Endings of a title line. */
  titleEndings: words,
});
export type PetitionSection = z.output<typeof petitionSchema>;
