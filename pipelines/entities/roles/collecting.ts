import type { InformantField, Span } from '../../../domain/index.js';
import { homeOnly } from './home-only.js';
import type { Reading } from './reading.js';
import { isPlainUnit } from './writer/index.js';

/** 住了两天农家乐, 住院部64元, 住户的举报: words behind 住 that tell no home. */
const noHome = /^(?:[了的着过]|院部|户的|在的)/;

/** 我办, 本站: what everybody calls his own unit. */
const ourUnit = /^(?:在?[我咱俺]们?|本)[办站局所院校厂委处科室]$/;

/** The informant's fields as they are found, each value once with every place where it stands. */
export function collectFields(
  { text, fields: labelled, dictionary }: Pick<Reading, 'text' | 'fields' | 'dictionary'>,
  known: readonly InformantField[] = [],
) {
  const fields = known.map((field) => ({ ...field, spans: [...field.spans] }));
  const fieldOf = new Map(fields.map((field) => [`${field.kind} ${field.value}`, field]));
  const put = (kind: InformantField['kind'], { start, end }: Span) => {
    const value = text.slice(start, end).trim();
    const same = fieldOf.get(`${kind} ${value}`);
    if (same === undefined) {
      const field: InformantField = { kind, value, spans: [{ start, end }] };
      fields.push(field);
      fieldOf.set(`${kind} ${value}`, field);
    } else if (!same.spans.some((s) => s.start === start && s.end === end)) same.spans.push({ start, end });
  };
  const isInUnitField = ({ start, end }: Span) =>
    labelled.some((f) => f.kind === 'informantUnit' && f.start <= start && end <= f.end);
  return {
    fields,
    has: (kind: InformantField['kind'], value: string) => fieldOf.has(`${kind} ${value}`),
    /** The place as it is. */
    put,
    /** The place, but for what stands around a home, a single character that is no name, and what is only a kind of unit. */
    add(kind: InformantField['kind'], span: Span): void {
      const place = kind === 'address' ? homeOnly(text, span) : span;
      const value = text.slice(place.start, place.end).trim();
      if (value.length < (kind === 'name' ? 1 : 2)) return;
      if (kind === 'address' && noHome.test(value)) return;
      const isPlain = () => ourUnit.test(value) || isPlainUnit(text, place, dictionary);
      if (kind === 'organisation' && !isInUnitField(place) && isPlain()) return;
      put(kind, place);
    },
  };
}
