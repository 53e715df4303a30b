import type { Span } from '../../../../domain/index.js';
import { firstFrom, type PersonMention } from '../../names/index.js';
import type { Reading } from '../reading.js';
import { unitName } from './holders.js';

interface UnitAndPost {
  organisation: string | null;
  position: string | null;
}

/** Unit and post of the fields that follow the person's own field (单位职务, 单位, 职务). */
export function unitAndPostOf(reading: Reading, mentions: readonly PersonMention[]): UnitAndPost {
  const { fields } = reading;
  const own = fields.findIndex(
    (f) => f.kind === 'accused' && mentions.some((m) => f.start <= m.start && m.end <= f.end),
  );
  const result: UnitAndPost = { organisation: null, position: null };
  const field = fields[own];
  if (field === undefined) return result;
  const { place, persons } = placeAmong(reading, field, mentions);
  for (const next of fields.slice(own + 1)) {
    if (/^(?:accused|informant|clerk|body)$/.test(next.kind)) break;
    let part: Span = partFor(reading.text, next, place, persons);
    const written = reading.text.slice(part.start, part.end);
    const same = /^同[上前]$/.test(written) ? before(fields.slice(0, own), next.kind) : undefined;
    if (same !== undefined) part = same;
    const value = reading.text.slice(part.start, part.end);
    const org = reading.names.organisations.find((m) => part.start <= m.start && m.end <= part.end);
    const unitEnd = org !== undefined && org.start <= part.start + 3 ? org.end : unlistedEnd(reading, part);
    if (next.kind === 'accusedUnit') result.organisation ??= unitName(org) ?? (value === '' ? null : value);
    if (next.kind === 'accusedPost' || (next.kind === 'accusedUnitPost' && value !== '')) {
      const before = reading.text.slice(part.start, unitEnd).replace(/^(?:原|时任|现任)/, '');
      result.organisation ??= unitName(org) ?? (before === '' ? null : before);
      result.position ??= postBehind(reading.text, unitEnd, part.end);
    }
  }
  return result;
}

/** The which of the field's persons he is, and how many they are, some of whom no name was read of. */
function placeAmong({ text, names }: Reading, field: Span, mentions: readonly PersonMention[]) {
  const parts = text.slice(field.start, field.end).split(/[、；;，,\n]/);
  let end = field.start - 1;
  const ends = parts.map((part) => {
    end += part.length + 1;
    return end;
  });
  const own = mentions.find((m) => field.start <= m.start && m.end <= field.end);
  if (parts.every((part) => part.trim().length >= 2 && part.trim().length <= 6) && own !== undefined)
    return { persons: parts.length, place: ends.findIndex((at) => own.end <= at) };
  const listed = names.persons.filter((p) => field.start <= p.start && p.end <= field.end);
  return {
    persons: listed.length,
    place: listed.findIndex((p) => mentions.some((m) => m.start === p.start)),
  };
}

/** 同上: the last field of the kind that stands before. */
const before = (fields: Reading['fields'], kind: string) => fields.findLast((f) => f.kind === kind);

/** Of 甲局局长；乙局会计 the part of the second of two persons; all of it where the parts do not match them. */
function partFor(text: string, field: Span, place: number, persons: number): Span {
  if (persons < 2) return field;
  for (const mark of [/[；;\n]/, /[、，,/]/]) {
    const parts = text.slice(field.start, field.end).split(mark);
    if (parts.length !== persons) continue;
    const start = field.start + parts.slice(0, place).reduce((sum, p) => sum + p.length + 1, 0);
    const written = parts[place] ?? '';
    const from = start + (written.length - written.trimStart().length);
    return { start: from, end: from + written.trim().length };
  }
  return field;
}

/** 漳澳县总医院|后勤保障部主任: where the post begins behind a unit that is on no list; the field's start where none is. */
function unlistedEnd({ names, text, dictionary }: Reading, { start, end }: Span): number {
  const post = names.positions[firstFrom(names.positions, start)];
  if (post === undefined || post.start >= end || post.start - start < 4) return start;
  return dictionary.unitKinds.before(text, post.start) === null ? start : post.start;
}

/** The post without the unit before it, and without a remark in brackets behind it: 副主任（分管行政审批）. */
function postBehind(text: string, from: number, to: number): string | null {
  const rest = text
    .slice(from, to)
    .replace(/^同[上前][，,、]?/, '')
    .replace(/^[\s、，,(（/]*(?:原|时任|现任|任)?/, '')
    .replace(/(?<=[^\s])[（(][^（()）]*[)）]?\s*$/, '')
    .replace(/[)）\s]+$/, '');
  return rest !== '' && rest.length <= 24 ? rest.replace(/(?<=[、,，])(?:原|时任|现任)/g, '') : null;
}
