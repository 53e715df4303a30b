import type { EntityType } from '../../domain/index.js';
import type { Expected, SampleFormat } from '../expected.js';

/**
 * One input file as its author wrote and labelled it. In `body` each mention is marked where it first
 * stands: `{M96.5万元=965000}` is money with its value, `{!n张三}` the informant's name.
 * A line that begins with `|` is a table row, its cells separated by `|`.
 */
export interface Paper
  extends Pick<
    Expected,
    | 'file'
    | 'kind'
    | 'petitionClass'
    | 'source'
    | 'channel'
    | 'signature'
    | 'family'
    | 'relation'
    | 'topics'
    | 'offences'
  > {
  format: SampleFormat;
  /** [name, organisation, position] of each 被反映人. */
  accused: readonly [name: string | null, organisation: string | null, position: string | null][];
  body: string;
  /** Where two files must be the same bytes: the file that is copied. */
  sameBytesAs?: string;
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
    .map((line) => (line.startsWith('|') ? tableCells(line).join('\t') : line))
    .join('\n');
}

/** The cells of a line that begins with `|`. */
export function tableCells(line: string): string[] {
  return line.slice(1).split('|');
}

/** Turns a labelled paper into what must come out of it. */
export function expectedOf(paper: Paper): Expected {
  const entities = new Map<string, Expected['entities'][number]>();
  const informant = new Map<string, Expected['informant'][number]>();
  for (const [, mark, text, value] of paper.body.matchAll(/\{(![a-z]|[A-Z])([^{}=]*)(?:=([^{}]*))?\}/g)) {
    if (mark!.startsWith('!')) {
      const kind = informantMarks[mark!.slice(1)];
      if (!kind) throw new Error(`${paper.file}: unknown mark ${mark}`);
      informant.set(`${kind} ${text}`, { kind, value: text! });
      continue;
    }
    const type = entityMarks[mark!];
    if (!type) throw new Error(`${paper.file}: unknown mark ${mark}`);
    entities.set(`${type} ${text}`, { type, text: text!, value: labelledValue(type, text!, value) });
  }
  const { file, format, kind, petitionClass, source, channel, signature, family, relation } = paper;
  return {
    file,
    format,
    kind,
    ocr: ['pdf-garbled', 'pdf-scan', 'jpg-photo', 'png-tilted', 'tiff-fax'].includes(format),
    text: typedText(paper.body),
    petitionClass,
    source,
    channel,
    signature,
    receivedOn: file.slice(0, 10),
    family,
    relation,
    accused: paper.accused.map(([name, organisation, position]) => ({ name, organisation, position })),
    topics: [...paper.topics],
    offences: [...paper.offences],
    entities: [...entities.values()],
    informant: [...informant.values()],
  };
}

function labelledValue(type: EntityType, text: string, value: string | undefined): number | string | null {
  if (value === undefined) return canonical.has(type) ? text : null;
  return type === 'money' || type === 'area' ? Number(value) : value;
}
