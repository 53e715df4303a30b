import type { EntityType } from '../../domain/index.js';
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

/**
 * One input file as its author wrote and labelled it. In `body` each mention is marked where it first
 * stands: `{M96.5万元=965000}` is money with its value, `{!n张三}` the informant's name.
 * A line that begins with `|` is a table row, its cells separated by `|`; a cell `^` is merged with the one above
 * it, a cell `<` with the one before it.
 */
export interface Paper extends Labels {
  file: string;
  format: SampleFormat;
  body: string;
  /** Where two files must be the same bytes: the file that is copied. */
  sameBytesAs?: string;
  /**
   * Where the file holds more than one paper, each with what its labels are other than the file's: a stretch of the
   * body, or a row of its table, whose text is one line a column.
   */
  items?: readonly (Partial<Labels> & { row?: number; body?: string })[];
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

/** The text as a reader would type it: rows of a table with tabs between the cells. */
function typedText(body: string): string {
  return plainText(body)
    .split('\n')
    .map((line) =>
      line.startsWith('|')
        ? tableCells(line)
            .filter((cell) => cell !== '^' && cell !== '<')
            .join('\t')
        : line,
    )
    .join('\n');
}

/** Turns a labelled paper into what must come out of it. */
export function expectedFileOf(paper: Paper): ExpectedFile {
  const { file, format, items } = paper;
  const ocr = ['pdf-garbled', 'pdf-scan', 'jpg-photo', 'png-tilted', 'tiff-fax'].includes(format);
  const receivedOn = file.slice(0, 10);
  if (!items) {
    const { kind, text, petitionClass, source, channel, signature, ...rest } = itemOf(
      paper,
      paper,
      paper.body,
    );
    return { file, format, kind, ocr, text, petitionClass, source, channel, signature, receivedOn, ...rest };
  }
  return {
    file,
    format,
    ocr,
    receivedOn,
    items: items.map((item) => {
      const body = item.row ? rowBody(paper.body, item.row) : (item.body ?? '');
      return { member: null, row: item.row ?? null, ...itemOf(paper, { ...paper, ...item }, body) };
    }),
  };
}

/** The first item, or only one, that must come out of a paper's file. */
export function expectedOf(paper: Paper): Expected {
  return itemsExpected(expectedFileOf(paper))[0]!;
}

function itemOf({ file }: Paper, labels: Labels, body: string) {
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
