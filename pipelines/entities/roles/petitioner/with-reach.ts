import type { InformantField, Span } from '../../../../domain/index.js';
import type { Reading } from '../informant.js';
import { isSelfReport } from '../self-report.js';
import { besideNames, besideReach, ownClauses, unitsAgain } from '../writer/index.js';
import { type Charged, withoutCharged } from './charged-units.js';
import { readOwnCells } from './own-cells.js';
import { ownPosts } from './own-posts.js';
import { readOwnWords } from './own-words.js';
import { readReach } from './reach.js';
import { withoutParts } from './settled.js';

const numbered: ReadonlySet<string> = new Set(['phone', 'email', 'identity-number']);
/** The number of a bank card or an account. */
const card = /^(?:\d[ -]?){11,}\d$/;

/** The informant's fields with everything else by which he can be reached or known, once the accused are known. */
export function withReach(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly Charged[],
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
  const reached = [
    ...informant.map((f) => ({ kind: f.kind, spans: f.spans })),
    ...places.map((p) => ({ kind: p.kind, spans: [p.span] })),
  ];
  const numbers = reached.flatMap(({ kind, spans }) =>
    spans.filter((s) => numbered.has(kind) || card.test(reading.text.slice(s.start, s.end))),
  );
  for (const span of besideReach(reading, numbers, accused)) push('name', span);
  const own = [...informant.flatMap((f) => f.spans), ...places.map((p) => p.span)];
  const told = ownClauses(reading, own, informant, accused).filter(
    ({ span }) => !reading.official || reading.closing.enclosed(span.start),
  );
  for (const { kind, span } of [...places, ...besideNames(reading, informant), ...told]) push(kind, span);
  for (const span of unitsAgain(reading, fields, accused)) push('organisation', span);
  // Who turns out to be the writer spares nothing of himself.
  const others = accused.filter((a) => !fields.some((f) => f.kind === 'name' && f.value === a.name));
  for (const span of ownPosts(reading, fields, others)) push('organisation', span);
  return withoutParts(withoutCharged(reading, fields, others));
}
