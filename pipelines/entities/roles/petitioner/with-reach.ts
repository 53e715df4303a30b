import type { InformantField, Span } from '../../../../domain/index.js';
import { collectFields } from '../collecting.js';
import { readCorrespondence } from '../correspondence/index.js';
import type { Reading } from '../reading.js';
import { isSelfReport } from '../self-report.js';
import { besideNames, besideReach, ownClauses, protectedWitnesses, unitsAgain } from '../writer/index.js';
import { type Charged, withoutCharged } from './charged-units.js';
import { readOwnCells } from './own-cells.js';
import { ownPosts } from './own-posts.js';
import { readOwnWords } from './own-words.js';
import { readReach } from './reach.js';
import { withoutParts } from './settled.js';
import { readStanding } from './standing.js';

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
  const { fields, add: push } = collectFields(reading, informant);
  const places: { kind: InformantField['kind']; span: Span }[] = [
    ...readReach(reading, informant, accused),
    ...readOwnWords(reading, informant, accused),
    ...readOwnCells(reading),
    ...readCorrespondence(reading, informant, accused),
  ];
  const reached = [
    ...informant.map((f) => ({ kind: f.kind, spans: f.spans })),
    ...places.map((p) => ({ kind: p.kind, spans: [p.span] })),
  ];
  const numbers = reached.flatMap(({ kind, spans }) =>
    spans.filter((s) => numbered.has(kind) || card.test(reading.text.slice(s.start, s.end))),
  );
  for (const span of besideReach(reading, numbers, accused)) push('name', span);
  for (const span of protectedWitnesses(reading, accused)) push('other', span);
  const own = [...informant.flatMap((f) => f.spans), ...places.map((p) => p.span)];
  const told = ownClauses(reading, own, informant, accused).filter(
    ({ span }) => !reading.official || reading.closing.enclosed(span.start),
  );
  for (const { kind, span } of [...places, ...besideNames(reading, informant), ...told]) push(kind, span);
  for (const span of unitsAgain(reading, fields, accused)) push('organisation', span);
  // Who turns out to be the writer spares nothing of himself.
  const others = accused.filter((a) => !fields.some((f) => f.kind === 'name' && f.value === a.name));
  for (const { bearer, post } of ownPosts(reading, fields, others)) bearer.spans.push(post);
  return withStanding(
    reading,
    withoutParts(withoutCharged(reading, fields, others)),
    readStanding(reading, fields, others),
  );
}

/**
 * What he says that he is goes with his name, and with whatever else is known of him where he gives none: masked where it stands, for a
 * word like 会计 is said of others elsewhere.
 */
function withStanding({ text }: Reading, fields: InformantField[], standing: Span[]): InformantField[] {
  const [first] = standing;
  if (first === undefined) return fields;
  const bearer =
    fields.find(({ kind }) => kind === 'name') ?? fields.find(({ kind }) => kind === 'organisation');
  if (bearer === undefined)
    return [...fields, { kind: 'organisation', value: text.slice(first.start, first.end), spans: standing }];
  return fields.map((field) =>
    field === bearer ? { ...field, spans: [...field.spans, ...standing] } : field,
  );
}
