import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  channelKeys,
  clueSourceKeys,
  type ErrorCode,
  entityTypeKeys,
  errorCatalogue,
  offenceKeys,
  petitionClassKeys,
  relationKeys,
  signatureKeys,
} from '../domain/index.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The formats in which an office really receives papers, finer than the pipeline's own list. */
export const sampleFormats = [
  'txt-utf8',
  'txt-utf16le',
  'txt-gb18030',
  'txt-big5',
  'docx',
  'pdf-text',
  'pdf-cid',
  'pdf-garbled',
  'pdf-scan',
  'jpg-photo',
  'png-tilted',
  'tiff-fax',
  'doc',
  'rtf',
  'html-gbk',
  'ofd',
  'webp-scan',
  'gif-scan',
  'jpg-scan',
  'png-handwritten',
  'pdf-form',
  'docx-revised',
  'xlsx',
  'xls',
  'csv-gbk',
  'eml',
  'msg',
  'zip-gbk',
] as const;
export type SampleFormat = (typeof sampleFormats)[number];

/** The kinds of paper that reach a petition office. */
export const paperKinds = [
  'letter',
  'forwarding-letter',
  'assignment-letter',
  'audit-transfer',
  'finance-transfer',
  'judicial-transfer',
  'subordinate-report',
  'inspection-table',
  'handover-list',
  'collection-form',
  'empty-collection-form',
  'visit-record',
  'online-form',
  'phone-record',
  'self-report',
  'media-extract',
  'appeal',
  'suggestion',
] as const;

const nullableText = z.string().min(1).nullable();

/** What must come out of one paper of a file, labelled by reading it. */
const itemFields = {
  kind: z.enum(paperKinds),
  /** It reaches the register only through recognition. */
  ocr: z.boolean(),
  /** The true text in Simplified characters; table cells are joined by tabs, rows by line feeds. */
  text: z.string().min(1),
  petitionClass: z.enum(petitionClassKeys),
  source: z.enum(clueSourceKeys),
  channel: z.enum(channelKeys),
  signature: z.enum(signatureKeys),
  /** Files of one family belong under one clue; the earliest one is its `first`. */
  family: z.string(),
  relation: z.enum(relationKeys),
  accused: z.array(
    z.strictObject({ name: nullableText, organisation: nullableText, position: nullableText }),
  ),
  topics: z.array(z.string().regex(/^[A-E][1-7]$/)),
  offences: z.array(z.enum(offenceKeys)),
  entities: z.array(
    z.strictObject({
      type: z.enum(entityTypeKeys),
      text: z.string().min(1),
      /** yuan, m², ISO date or interval, or the canonical form; null where none was labelled. */
      value: z.union([z.number(), z.string()]).nullable(),
    }),
  ),
  /** What must appear nowhere outside the sealed store. */
  informant: z.array(
    z.strictObject({
      kind: z.enum(['name', 'identity-number', 'phone', 'address', 'email', 'organisation', 'other']),
      value: z.string().min(2),
    }),
  ),
};

const fileFields = {
  file: z.string(),
  format: z.enum(sampleFormats),
  receivedOn: day,
};

/**
 * What must come out of one input file; `samples/expected/<file name>.json`. Most files are one paper; of others
 * each item is labelled, in the order in which they stand. Of a file that is laid before a person only the reason is
 * known: nothing of it is filed.
 */
export const expectedFileSchema = z.union([
  z.strictObject({
    ...fileFields,
    review: z.enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]),
  }),
  z.strictObject({ ...fileFields, ...itemFields }),
  z.strictObject({
    ...fileFields,
    items: z
      .array(
        z.strictObject({
          /** The path in the container. */
          member: z.string().nullable(),
          /** The row of the table. */
          row: z.number().int().min(1).nullable(),
          ...itemFields,
        }),
      )
      .min(2),
  }),
]);
export type ExpectedFile = z.infer<typeof expectedFileSchema>;
type ExpectedItem = Extract<ExpectedFile, { items: unknown }>['items'][number];

/** One item that must come out of a file. */
export interface Expected extends ExpectedItem, Pick<ExpectedFile, 'file' | 'format' | 'receivedOn'> {
  /** Its place among the file's items, from 0. */
  ordinal: number;
}

/** The items of a file that are filed, each with what is said of the whole file. */
export function itemsExpected(expected: ExpectedFile): Expected[] {
  if ('review' in expected) return [];
  if (!('items' in expected)) return [{ ...expected, member: null, row: null, ordinal: 0 }];
  const { items, ...file } = expected;
  return items.map((item, ordinal) => ({ ...file, ...item, ordinal }));
}

/**
 * Reads and checks every expectation of a sample folder (`files/` and `expected/` beside each other), sorted by
 * file name.
 *
 * @throws {Error} where an expectation is not of the schema or is named for another file.
 */
export function readExpectedFiles(folder: string): ExpectedFile[] {
  return readdirSync(join(folder, 'expected'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const checked = expectedFileSchema.safeParse(
        JSON.parse(readFileSync(join(folder, 'expected', name), 'utf8')),
      );
      if (!checked.success) throw new Error(`${name}: ${z.prettifyError(checked.error)}`);
      if (checked.data.file !== basename(name, '.json'))
        throw new Error(`${name}: names ${checked.data.file}`);
      return checked.data;
    });
}

/**
 * Every item that must be filed of a sample folder.
 *
 * @throws {Error} as `readExpectedFiles` does.
 */
export function readExpected(folder: string): Expected[] {
  return readExpectedFiles(folder).flatMap(itemsExpected);
}
