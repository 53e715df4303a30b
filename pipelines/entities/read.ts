import type {
  Entities,
  InformantField,
  Item,
  Mention,
  ReceiptFacts,
  Span,
  Words,
} from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { heldPosts, type PostOfSomebody } from './held-posts.js';
import { maskedRegions } from './masked-regions.js';
import {
  agreeOnUnits,
  dictionaryOf,
  mapWords,
  type Names,
  type Observers,
  readNames,
} from './names/index.js';
import {
  actSpan,
  disclaimedSpans,
  isOfficialPaper,
  listedSpans,
  nameSpans,
  nobodySpans,
  onlyAlleged,
  principalSum,
  type Reading,
  readAccused,
  readClosing,
  readFields,
  readInformant,
  readLines,
  readTableUnits,
  reportedSpans,
  resolveBlocks,
  withCellFields,
  withCells,
  withChargedPlaces,
  withReach,
} from './roles/index.js';

import { withStandIns } from './stand-ins.js';
import { readValues } from './values/index.js';
import { withViceWritten } from './vice.js';

/** Are shown every candidate with what speaks for and against it. */
export interface EntityObservers extends Observers {
  heldPosts?: (posts: readonly PostOfSomebody[]) => void;
}

type ReadableItem = Pick<Item, 'text' | 'recognised'> & Partial<Pick<Item, 'informantCells'>>;

/** What one item says of persons, units, sums and times. Pure: the same inputs give the same answer. */
export function readEntities(
  item: ReadableItem,
  words: Words,
  receipt: ReceiptFacts,
  lexicon: Lexicon,
  observers?: EntityObservers,
): Entities {
  const plain = withStandIns(item.text);
  const { reading, alleged, told, spared, signedOn } = readItem(
    { ...item, text: withViceWritten(plain.text, lexicon) },
    words,
    receipt,
    lexicon,
    observers,
  );
  const { text, names, values, fields, dictionary, closing } = reading;
  const charged = readAccused(alleged, told, spared);
  const informant = withCells(withReach(reading, told, charged), reading, item.informantCells);
  // Who turns out to be the writer by a number of his is nobody's accused.
  const writers = new Set(informant.flatMap((field) => (field.kind === 'name' ? field.value : [])));
  const renamed = maskedRegions(text, names.organisations, informant);
  const shown = <Name extends string | null>(name: Name) => (name && (renamed.get(name) ?? name)) as Name;
  const accused = charged.flatMap(({ lead: _, ...one }) =>
    one.name === null || !writers.has(one.name) ? { ...one, organisation: shown(one.organisation) } : [],
  );
  const named = withChargedPlaces(text, names, accused);
  const held = heldPosts(
    { text, map: reading.map, names: named, dictionary, fields, informant },
    lexicon['weights/held-posts'],
    observers?.heldPosts,
  );
  // A quote is as the letter has it, whatever was read for it.
  const asWritten = (mention: Mention): Mention => ({
    ...mention,
    ...(mention.type === 'organisation' && { value: shown(String(mention.value)) }),
    text: plain.text.slice(mention.start, mention.end),
  });
  return plain.restored({
    mentions: mentionsOf(text, values, named, held).map(asWritten),
    accused,
    informant,
    signedOn: signedOn ?? (typeof closing.date?.value === 'string' ? single(closing.date.value) : null),
    ...actSpan(alleged, informant),
    amount: principalSum(alleged),
  });
}

/** What accused and informants are read from. */
interface ItemReading {
  reading: Reading;
  /** The same without what the writer does not allege. */
  alleged: Reading;
  told: InformantField[];
  /** Whom the letter names only to say that it is not about him. */
  spared: ReadonlySet<string>;
  /** The day of signing that a field or the last lines give. */
  signedOn: string | null;
}

/** Everything that the choice of the accused rests on: what the weights are learned from, too. */
export function readItem(
  item: ReadableItem,
  words: Words,
  receipt: ReceiptFacts,
  lexicon: Lexicon,
  observers?: Observers,
): ItemReading {
  const { text, informantCells = [] } = item;
  const dictionary = dictionaryOf(lexicon);
  const map = mapWords(words, text.length);
  const lines = readLines(text);
  const official = isOfficialPaper(text);
  const fields = withCellFields(
    resolveBlocks(text, readFields(text, lines, dictionary), lines, official),
    informantCells,
  );
  const inColumns = readTableUnits(text, fields);
  const valuesFrom = readValues(text);
  const first = valuesFrom(receipt.receivedOn);
  const signedOn = signingDate(text, first, fields) ?? null;
  const anchor = signedOn ?? receipt.receivedOn;
  const again = anchor === receipt.receivedOn ? first : valuesFrom(anchor);
  const values = [...again.filter((v) => !overlaps(v, inColumns)), ...inColumns];
  values.sort((a, b) => a.start - b.start);
  const read = readNames(
    text,
    map,
    dictionary,
    values,
    [
      ...nameSpans(text, fields, dictionary),
      ...reportedSpans(text, dictionary),
      ...listedSpans(text, dictionary),
    ],
    projectFields(text, fields),
    observers,
  );
  const nobody = nobodySpans(text, fields, dictionary);
  const isSomebody = (person: Span) => !nobody.some((n) => n.start <= person.start && person.end <= n.end);
  const names = { ...read, persons: read.persons.filter(isSomebody) };
  if (item.recognised) agreeOnUnits(names.organisations);
  const closing = readClosing(text, lines, names, values, dictionary, official, fields);
  const weights = { accused: lexicon['weights/accused'], units: lexicon['weights/units'] };
  const reading: Reading = {
    text,
    map,
    lines,
    fields,
    names,
    values,
    dictionary,
    official,
    closing,
    weights,
  };
  const disclaimed = disclaimedSpans(text);
  const alleged = onlyAlleged(reading, disclaimed);
  const told = readInformant(reading);
  return { reading, alleged, told, spared: sparedNames(names, disclaimed), signedOn };
}

/** Whom the letter names in full only where it says that it is not about him: 并非举报郭朴，郭主任刚来. */
function sparedNames({ persons }: Names, disclaimed: readonly Span[]): Set<string> {
  const within = (p: Span) => disclaimed.some((span) => span.start <= p.start && p.end <= span.end);
  const named = persons.filter((p) => p.form === 'full' || p.form === 'forced');
  const spared = new Set(named.filter(within).map((p) => p.text));
  for (const person of named) if (!within(person)) spared.delete(person.text);
  return spared;
}

/** Values of fields for a project's name: 项目名称：锦绣东方. */
function projectFields(text: string, fields: readonly { label: string; start: number; end: number }[]) {
  return fields.filter(
    (f) =>
      /^(?:涉及)?(?:项目|工程|楼盘|小区)(?:名称)?$/.test(f.label.replace(/\s/g, '')) &&
      /^[\u4e00-\u9fa5A-Za-z0-9·（）()-]{2,20}$/.test(text.slice(f.start, f.end)) &&
      !/^(?:无|不详|略|详见|见)/.test(text.slice(f.start, f.end)),
  );
}

/** The date of a field for it, else that of the last line which is hardly more than a date. */
function signingDate(
  text: string,
  values: readonly Mention[],
  fields: readonly { kind: string; start: number; end: number }[],
): string | null {
  const labelled = fields.findLast((f) => f.kind === 'signedOn');
  const inField =
    labelled && values.find((v) => v.type === 'date' && labelled.start <= v.start && v.end <= labelled.end);
  if (typeof inField?.value === 'string') return single(inField.value);
  for (const value of values.filter((v) => v.type === 'date').reverse()) {
    const start = text.lastIndexOf('\n', value.start - 1) + 1;
    const end = text.indexOf('\n', value.end);
    const line = text.slice(start, end < 0 ? text.length : end).trim();
    if (typeof value.value !== 'string' || value.value.includes('/')) continue;
    if (
      line.length - value.text.length <= 20 &&
      text.slice(value.end, end < 0 ? undefined : end).trim().length <= 3 &&
      start > 0 &&
      /\d{4}|[〇零一二]{2}/.test(value.text)
    )
      return value.value;
  }
  return null;
}

const single = (value: string) => (value.includes('/') ? null : value);

const overlaps = (mention: Mention, others: readonly Mention[]) =>
  others.some((other) => other.start < mention.end && mention.start < other.end);

/** 姓岳的 that nobody's full name explains, and 尊敬的胡书记, are words for people and no names of them. */
function isNamed(
  text: string,
  { form, value, text: written, start, end }: Names['persons'][number],
): boolean {
  if (form === 'full' || form === 'forced' || form === 'masked') return true;
  // 蔺主任 whose full name the letter gives is marked where that stands.
  if (value !== written || form === 'spoken') return false;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return (
    !/尊敬的|敬爱的/.test(text.slice(line, start)) &&
    !/^[、，]?(?:各位)?(?:领导)?[:：]|^[您你]好/.test(text.slice(end, end + 6))
  );
}

/** Every mention of the contract's types, sorted, without overlaps inside a type. */
function mentionsOf(
  text: string,
  values: readonly Mention[],
  names: Names,
  posts: readonly Mention[],
): Mention[] {
  const all = [
    ...values,
    ...names.persons.filter((p) => isNamed(text, p)),
    ...names.organisations,
    ...posts,
    ...names.places,
    ...names.projects,
  ];
  const last = new Map<string, number>();
  return all
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mention) => {
      if (mention.start < (last.get(mention.type) ?? 0)) return false;
      last.set(mention.type, mention.end);
      return true;
    })
    .map(({ type, start, end, text, value, confidence }) => ({ type, start, end, text, value, confidence }));
}
