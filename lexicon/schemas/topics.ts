import { z } from 'zod';

/** Lines of words separated by 、, each as it stands in a letter; `$name` puts in a set of `sets`, `~name` a phrase, `@money`, `@person` a recognised mention. */
const words = z
  .array(z.string())
  .default([])
  .transform((lines) => lines.flatMap((line) => line.split('、').filter((word) => word !== '')));

/** Two words of one sentence that together say what neither says alone. */
const pair = z.strictObject({
  first: words,
  second: words,
  weight: z.number().min(0).max(1).default(0.6),
  /** Characters between the two, at most. */
  within: z.number().int().min(0).max(200).default(18),
  /** The second word must follow the first. */
  ordered: z.boolean().default(false),
  /** The two sentences behind count too. */
  across: z.boolean().default(false),
  /** One of these must stand between the two: 给 … 所长 … 五千元. */
  through: words,
  /** Somebody who holds an office must stand close by, ahead of it or right behind: he is who did it. */
  byOffice: z.boolean().default(false),
});

/** Words of several kinds that stand near one another in whatever order: who, what, how much and what became of it. */
const frame = z.strictObject({
  /** What must be there, each a list of words; the first tells the deed and is quoted. */
  of: z.array(z.string().transform((line) => line.split('、').filter((word) => word !== ''))).min(1),
  weight: z.number().min(0).max(1).default(0.56),
  /** Characters between the deed and each of the others, at most. */
  within: z.number().int().min(0).max(4000).default(40),
  /** Sentences that may lie between them. */
  across: z.number().int().min(0).max(200).default(1),
  /** None of these may stand among them. */
  without: words,
  /** Somebody who holds an office must stand close by, ahead of it or right behind. */
  byOffice: z.boolean().default(false),
});

/**
 * Words in this order within one sentence, parted by spaces: 没、未 ..3 交、缴 ..6 $treasury. `..3` is the most
 * characters that may stand between two; 4 where nothing is said.
 */
const phrase = z.string().transform((line) => {
  const slots: { words: string[]; gap: number }[] = [];
  let gap = 4;
  for (const part of line.split(' ').filter((p) => p !== '')) {
    if (part.startsWith('..')) gap = Number(part.slice(2));
    else {
      slots.push({ words: part.split('、').filter((word) => word !== ''), gap });
      gap = 4;
    }
  }
  return slots;
});

/** What speaks for one topic or offence. */
const rule = z.strictObject({
  name: z.string(),
  /** Its name in English; who reads English sees the Chinese one where there is none. */
  nameEn: z.string().optional(),
  /** Each alone is enough. */
  strong: words,
  /** Two of them are enough, or one with its context. */
  medium: words,
  /** Never enough without others. */
  weak: words,
  /** Adds to other words, never starts anything. */
  context: words,
  pairs: z.array(pair).default([]),
  frames: z.array(frame).default([]),
  /** At least one of these must stand somewhere in the item; empty: no condition. */
  needs: words,
});

export const topicsSchema = z.strictObject({
  sets: z.record(z.string(), words).default({}).describe('named word lists, used as $name'),
  phrases: z
    .record(z.string(), z.array(phrase))
    .default({})
    .describe('named sequences of words, used as ~name; in the order of their needs'),
  matters: z
    .record(z.string(), words)
    .default({})
    .describe('what a paper may speak of, with all words for it: how far one speaks for a tag is learned'),
  topics: z.record(z.string().regex(/^[A-Z]\d{1,2}$/), rule).default({}),
  offences: z.record(z.string(), rule).default({}),
  /** What makes a paper a report without being an offence or a topic of its own; its codes are shown nowhere. */
  deeds: z.record(z.string(), rule).default({}),
  /** What takes the force from a trigger in its clause or sentence. */
  suppression: z
    .strictObject({
      negation: words.describe('cancels what follows in the clause'),
      negationNear: words.describe('cancels only a trigger right behind it'),
      negationAfter: words.describe('cancels what stands before it in the clause'),
      prohibition: words.describe('cancels what follows in the sentence'),
      duty: words.describe('cancels what follows in the clause'),
      rule: words.describe('opens a quoted rule when `ruleEnd` follows'),
      ruleEnd: words,
      ruleBroken: words.describe('right before `rule`: the rule is broken, not quoted'),
      hypothesis: words.describe('cancels the rest of the clause'),
      doubt: words.describe('halves the rest of the clause'),
      breaks: words.describe('ends any of the scopes above'),
      subject: words.describe('ends the scope of a rule or prohibition, as a named person does'),
      exemption: words.describe('whom the law itself exempts: halves what stands in the clause'),
      exempted: words.describe(
        'what an exemption frees from; without one of these in its sentence it halves nothing',
      ),
      own: words.describe("cancels itself: 我儿子 is the writer's family, not the official's"),
      boilerplate: words.describe('cancels its whole sentence'),
      boilerplateBlock: words.describe('a line that begins so cancels its block'),
      harmless: words.describe('longer words in which a cue is no cue'),
    })
    .partial()
    .default({}),
  weights: z
    .strictObject({
      strong: z.number().default(0.62),
      medium: z.number().default(0.35),
      weak: z.number().default(0.18),
      context: z.number().default(0.15),
      contextCap: z.number().default(0.3),
    })
    .default({ strong: 0.62, medium: 0.35, weak: 0.18, context: 0.15, contextCap: 0.3 }),
});
export type TopicsSection = z.output<typeof topicsSchema>;
export type TagRule = z.output<typeof rule>;
