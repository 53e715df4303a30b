import type { Accused, InformantField, Span } from '../../../domain/index.js';
import type { Reading } from './informant.js';
import { readOwnCells } from './own-cells.js';
import { readOwnWords } from './own-words.js';
import { readReach } from './reach.js';
import { isSelfReport } from './self-report.js';
import { besideNames, ownClauses, unitsAgain } from './writer/index.js';

/** The informant's fields with everything else by which he can be reached or known, once the accused are known. */
export function withReach(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): InformantField[] {
  if (isSelfReport(reading)) return [...informant];
  const fields = informant.map((field) => ({ ...field, spans: [...field.spans] }));
  const push = (kind: InformantField['kind'], span: Span) => {
    const value = reading.text.slice(span.start, span.end).trim();
    if (value.length < 2) return;
    const same = fields.find((field) => field.kind === kind && field.value === value);
    if (same === undefined) fields.push({ kind, value, spans: [{ start: span.start, end: span.end }] });
    else if (!same.spans.some((s) => s.start === span.start && s.end === span.end))
      same.spans.push({ start: span.start, end: span.end });
  };
  const places: { kind: InformantField['kind']; span: Span }[] = [
    ...readReach(reading, informant, accused),
    ...readOwnWords(reading, informant, accused),
    ...readOwnCells(reading),
  ];
  const own = [...informant.flatMap((f) => f.spans), ...places.map((p) => p.span)];
  const told = [...besideNames(reading, informant), ...ownClauses(reading, own, informant, accused)].filter(
    ({ span }) => !reading.official || reading.closing.enclosed(span.start),
  );
  for (const { kind, span } of [...places, ...told]) push(kind, span);
  for (const span of unitsAgain(reading, fields, accused)) push('organisation', span);
  return fields.filter((field) => !isAboutUnit(reading, field, accused));
}

/** A firm or a school has so few hands that its name tells who wrote. */
const fewHands = /(?:公司|集团|厂|店|行|队|小学|中学|学校|幼儿园)$/;

/** The writer's own office, where the paper is about it: to cover it would hide whom he accuses. */
function isAboutUnit(
  { text, closing }: Reading,
  { kind, value, spans }: InformantField,
  accused: readonly Accused[],
): boolean {
  if (kind !== 'organisation' || fewHands.test(value)) return false;
  // Who appeals speaks of himself: his unit is no accused's.
  if (/申诉/.test(text.slice(0, 60)) || spans.some((span) => closing.covers(span))) return false;
  return accused.some((a) => a.name !== null && a.organisation?.includes(value));
}
