import type { EntityType, ErrorCode } from '../../domain/index.js';
import { type Expected, type ExpectedFile, itemsExpected, type SampleFormat } from '../expected.js';
import { rowBody, tableCells } from './tables.js';

/** The labels of one paper. */
type Labels = Pick<
  Expected,
  | 'kind'
  | 'petitionClass'
  | 'source'
  | 'channel'
  | 'signature'
  | 'family'
  | 'relation'
  | 'topics'
  | 'offences'
> & {
  /** [name, organisation, position] of each 被反映人. */
  accused: readonly [name: string | null, organisation: string | null, position: string | null][];
};

/** A paper in a file that holds more than one, with what its labels are other than the file's. */
export type PaperItem = Partial<Labels> & {
  /** The row of the file's table; its text is one line a column. */
  row?: number;
  /** The place of its stretch between the page breaks of the file's body. */
  stretch?: number;
  body?: string;
  /** The path of a member of its own; more than one where each page is one. */
  member?: string | readonly string[];
  /** Of the member. */
  format?: SampleFormat;
};

interface PaperFile {
  file: string;
  format: SampleFormat;
  body: string;
}

/** A paper of which it is only known why a person must see it first. */
export interface SetAsidePaper extends PaperFile {
  review: ErrorCode;
}

/**
 * One input file as its author wrote and labelled it. In `body` each mention is marked where it first
 * stands: `{M96.5万元=965000}` is money with its value, `{!n张三}` the informant's name.
 * A line that begins with `|` is a table row, its cells separated by `|`; a cell `^` is merged with the one above
 * it, a cell `<` with the one before it. A form feed alone in a line begins another page; `【-…】` is struck out,
 * `【+…】` put in, `【#…】` a remark.
 */
export interface Paper extends PaperFile, Labels {
  /** Where two files must be the same bytes: the file that is copied. */
  sameBytesAs?: string;
  items?: readonly PaperItem[];
}

const entityMarks: Readonly<Record<string, EntityType>> = {
  P: 'person',
  O: 'organisation',
  J: 'position',
  L: 'place',
  X: 'project',
  M: 'money',
  D: 'date',
  A: 'area',
  N: 'document-number',
  I: 'identity-number',
  T: 'phone',
  B: 'bank-card',
  C: 'credit-code',
  V: 'plate',
};
const informantMarks: Readonly<Record<string, Expected['informant'][number]['kind']>> = {
  n: 'name',
  i: 'identity-number',
  t: 'phone',
  a: 'address',
  e: 'email',
  o: 'organisation',
};
const canonical: ReadonlySet<EntityType> = new Set([
  'document-number',
  'identity-number',
  'phone',
  'bank-card',
  'credit-code',
  'plate',
]);

/** The plain text of a marked body, its lines as they stand on paper. */
export function plainText(body: string): string {
  return body.trim().replace(/\{(?:![a-z]|[A-Z])([^{}=]*)(?:=[^{}]*)?\}/g, '$1');
}

const change = /【([-+#])([^】]*)】/g;

/** The text as a reader would type it: rows of a table with tabs between the cells, without page breaks. */
function typedText(body: string): string {
  return plainText(body)
    .replace(change, (_, kind, text) => (kind === '+' ? text : ''))
    .split('\n')
    .filter((line) => line !== '\f')
    .map((line) =>
      line.startsWith('|')
        ? tableCells(line)
            .filter((cell) => cell !== '^' && cell !== '<')
            .join('\t')
        : line,
    )
    .join('\n');
}

const recognised: ReadonlySet<SampleFormat> = new Set([
  'pdf-garbled',
  'pdf-scan',
  'jpg-photo',
  'jpg-scan',
  'png-tilted',
  'tiff-fax',
  'webp-scan',
  'gif-scan',
]);
const sheets: ReadonlySet<SampleFormat> = new Set(['xlsx', 'xls', 'csv-gbk']);

/** Turns a labelled paper into what must come out of it. */
export function expectedFileOf(paper: Paper | SetAsidePaper): ExpectedFile {
  const { file, format } = paper;
  const receivedOn = file.slice(0, 10);
  if ('review' in paper) return { file, format, receivedOn, review: paper.review };
  if (!paper.items) {
    const { kind, ocr, text, petitionClass, source, channel, signature, ...rest } = itemOf(
      paper,
      paper,
      paper.body,
    );
    return { file, format, kind, ocr, text, petitionClass, source, channel, signature, receivedOn, ...rest };
  }
  return {
    file,
    format,
    receivedOn,
    items: paper.items.map((item) => ({
      member: [item.member ?? []].flat()[0] ?? null,
      row: item.row ?? null,
      ...itemOf({ file, format: item.format ?? format }, { ...paper, ...item }, bodyOf(paper, item)),
    })),
  };
}

function bodyOf({ body, format }: Paper, { row, stretch, body: own }: PaperItem): string {
  if (row !== undefined) return rowBody(body, row, sheets.has(format));
  if (stretch !== undefined) return body.split('\f')[stretch]!;
  return own ?? '';
}

/** The first item, or only one, that must come out of a paper's file. */
export function expectedOf(paper: Paper): Expected {
  return itemsExpected(expectedFileOf(paper))[0]!;
}

function itemOf({ file, format }: Omit<PaperFile, 'body'>, labels: Labels, body: string) {
  const entities = new Map<string, Expected['entities'][number]>();
  const informant = new Map<string, Expected['informant'][number]>();
  for (const [, mark, text, value] of body.matchAll(/\{(![a-z]|[A-Z])([^{}=]*)(?:=([^{}]*))?\}/g)) {
    if (mark!.startsWith('!')) {
      const kind = informantMarks[mark!.slice(1)];
      if (!kind) throw new Error(`${file}: unknown mark ${mark}`);
      informant.set(`${kind} ${text}`, { kind, value: text! });
      continue;
    }
    const type = entityMarks[mark!];
    if (!type) throw new Error(`${file}: unknown mark ${mark}`);
    entities.set(`${type} ${text}`, { type, text: text!, value: labelledValue(type, text!, value) });
  }
  const { kind, petitionClass, source, channel, signature, family, relation } = labels;
  return {
    kind,
    ocr: recognised.has(format),
    text: typedText(body),
    petitionClass,
    source,
    channel,
    signature,
    family,
    relation,
    accused: labels.accused.map(([name, organisation, position]) => ({ name, organisation, position })),
    topics: [...labels.topics],
    offences: [...labels.offences],
    entities: [...entities.values()],
    informant: [...informant.values()],
  };
}

function labelledValue(type: EntityType, text: string, value: string | undefined): number | string | null {
  if (value === undefined) return canonical.has(type) ? text : null;
  return type === 'money' || type === 'area' ? Number(value) : value;
}
