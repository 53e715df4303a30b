import { z } from 'zod';
import {
  type ErrorCode,
  type ExtractedPage,
  type ExtractedPart,
  type Extraction,
  errorCatalogue,
  type QualityFlag,
  qualityFlags,
} from '../../../domain/index.js';
import type { PageImage } from '../../image.js';
import { layouts } from '../layouts.js';
import { MAX_DEPTH, MAX_FILE_CHARACTERS, MAX_MEMBERS, MAX_PAGES, MAX_PIXELS } from '../limits.js';
import type { Frame } from './frames.js';

/** What comes from the child is as hostile as the file: nothing of it is used before it was looked at here. */

const count = z.number().int().min(0).max(10_000_000);
const flags = z.array(z.enum(keysOf<QualityFlag>(qualityFlags))).max(50);
/** Parameters fill places in messages: numbers and short words such as DOCX. */
const params = z.record(
  z.string().regex(/^[A-Za-z]{1,20}$/),
  z.union([z.number(), z.string().regex(/^\P{C}{0,200}$/u)]),
);
const code = z.enum(
  keysOf<ErrorCode>(errorCatalogue).filter((key) => /^(?:extraction\.|items\.classified$)/.test(key)) as [
    ErrorCode,
    ...ErrorCode[],
  ],
);

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('reading'), member: count }),
  z.strictObject({ kind: z.literal('extraction') }),
  z.strictObject({
    kind: z.literal('image'),
    width: z.number().int().min(1).max(MAX_PIXELS),
    height: z.number().int().min(1).max(MAX_PIXELS),
    dpi: z.number().positive().max(1_000_000).nullable(),
  }),
  z.strictObject({ kind: z.literal('refused'), code, params }),
  z.strictObject({
    kind: z.literal('failed'),
    memory: z.boolean(),
    where: z.string().regex(/^[\w.:$ -]{0,200}$/),
  }),
]);

export type CheckedAnswer = z.infer<typeof answerSchema>;

/** @returns null where the head is no answer. */
export function checkAnswer(head: unknown): CheckedAnswer | null {
  return answerSchema.safeParse(head).data ?? null;
}

/** A part that reads well may bear a classified mark, which extraction finds and filing answers for. */
const partFailure = z.strictObject({ code: code.or(z.literal('items.classified')), params });

const partSchema: z.ZodType<ExtractedPart> = z.strictObject({
  member: z.string().max(8_192).nullable(),
  within: count.nullable(),
  format: z.enum(keysOf(layouts)).nullable(),
  encoding: z.string().max(40).nullable(),
  comments: z.array(z.string()),
  failure: partFailure.nullable(),
  flags,
});

const spanSchema = z.strictObject({ start: count, end: count });

const pageSchema: z.ZodType<ExtractedPage> = z.strictObject({
  number: count,
  part: count,
  place: count.min(1),
  label: z.string().max(1_000).nullable(),
  text: z.string(),
  tables: z.array(
    z.strictObject({ rows: z.array(z.strictObject({ row: count, cells: z.array(spanSchema) })) }),
  ),
  recognise: z.boolean(),
  flags,
});

const extractionSchema = z.strictObject({
  parts: z
    .array(partSchema)
    .min(1)
    // The file, its members, and in each container that was open when they were too many a word of it.
    .max(1 + MAX_MEMBERS + MAX_DEPTH + 1),
  pages: z.array(pageSchema).max(MAX_PAGES),
});

/**
 * The extraction in the frame's body, exactly as it was sent (a digest is taken of it), or null where it is none:
 * parts that lie in one another in a ring, pages out of order, cells beyond the text, more than is allowed.
 */
export function checkExtraction({ body }: Frame): Extraction | null {
  let sent: unknown;
  try {
    sent = JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
  const { data } = extractionSchema.safeParse(sent);
  if (!data) return null;
  const { parts, pages } = data;
  const characters = pages.reduce((sum, { text }) => sum + text.length, 0);
  const sound =
    characters <= MAX_FILE_CHARACTERS &&
    parts.every(({ member, within, format, failure }, i) =>
      i === 0
        ? member === null &&
          within === null &&
          format !== null &&
          (failure === null || failure.code === 'items.classified')
        : member !== null && within !== null && within < i,
    ) &&
    pages.every(
      ({ number, part, text, tables }, i) =>
        number === i + 1 &&
        part < parts.length &&
        tables.every(({ rows }) =>
          rows.every(({ cells }) => cells.every(({ start, end }) => start <= end && end <= text.length)),
        ),
    );
  return sound ? (sent as Extraction) : null;
}

/** The page whose pixels are the frame's body, or null where there are more or less of them than it says. */
export function checkImage(
  { width, height, dpi }: CheckedAnswer & { kind: 'image' },
  { body }: Frame,
): PageImage | null {
  return width * height === body.length && body.length <= MAX_PIXELS
    ? { width, height, data: body, dpi }
    : null;
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(table) as [Key, ...Key[]];
}
