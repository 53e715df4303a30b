import type { Accused, Mention } from '../../../../domain/index.js';
import type { Weights } from '../../../../lexicon/index.js';
import { weigh } from '../../../weighing/index.js';
import type { Reading } from '../reading.js';
import { unitSuspectsOf } from './unit-suspects.js';

const byField: ReadonlySet<string> = new Set(['accusedUnit', 'accused', 'accusedUnitPost']);

/** The unit that a paper without an accused person is about: a form's field's, else the likeliest of those it names. */
export function accusedUnit(reading: Reading, weights: Weights): Accused[] {
  const { fields, text, names } = reading;
  const inFields = fields
    .filter((f) => byField.has(f.kind))
    .flatMap((f) => names.organisations.filter((o) => f.start <= o.start && o.end <= f.end));
  if (inFields.length > 0) return unique(inFields);
  const written = fields.find(
    (f) => f.kind === 'accusedUnit' && f.end - f.start >= 4 && f.end - f.start <= 30,
  );
  if (written !== undefined) {
    const { start, end } = written;
    return [accused(text.slice(start, end), [{ start, end }])];
  }
  const [best] = unitSuspectsOf(reading)
    .map((unit) => ({ ...unit, weight: weigh(weights, unit.evidence) }))
    .sort((a, b) => b.weight - a.weight);
  return best === undefined || best.weight <= 0 ? [] : [accused(best.name, best.mentions)];
}

const accused = (organisation: string, places: Accused['evidence']): Accused => ({
  name: null,
  organisation,
  position: null,
  evidence: places.slice(0, 8).map(({ start, end }) => ({ start, end })),
});

function unique(units: readonly Mention[]): Accused[] {
  const byName = new Map<string, Mention[]>();
  for (const unit of units) {
    const name = String(unit.value ?? unit.text);
    byName.set(name, [...(byName.get(name) ?? []), unit]);
  }
  return [...byName].map(([name, mentions]) => accused(name, mentions));
}
