import type { InformantField, Span } from '../../../../domain/index.js';
import { namedAccused } from '../named-accused.js';
import { type Charged, isKnown } from '../petitioner/index.js';
import type { Reading } from '../reading.js';
import { accusedUnit } from './accused-unit.js';
import { describe } from './describe.js';
import { unitName } from './holders.js';
import { chooseSuspects, suspectsOf } from './suspects/index.js';
import { viewOf } from './view/index.js';

export { withChargedPlaces } from './charged-places.js';
export { disclaimedSpans, onlyAlleged } from './disclaimed.js';
export { chooseSuspects, type Suspect, suspectsOf } from './suspects/index.js';
export { type UnitSuspect, unitSuspectsOf } from './unit-suspects.js';

/**
 * Every person that the paper reports about, with unit and post at the time: those of the form's fields, who
 * speaks of his own acts, and those of whom the evidence says so. Never the informant. A unit alone is accused
 * where no person is.
 */
export function readAccused(
  reading: Reading,
  informant: readonly InformantField[],
  spared: ReadonlySet<string>,
): Charged[] {
  // A unit gives away only him of whom more is known.
  const known = isKnown(informant);
  const own = new Set(informant.flatMap((f) => (known && f.kind === 'organisation' ? [f.value] : [])));
  const chosen = chooseSuspects(suspectsOf(reading, informant, spared), reading.weights.accused);
  const view = viewOf(reading);
  const fellows = new Set(chosen.map(({ name }) => name));
  const accused = chosen.map(({ name, mentions, places }) =>
    describe(reading, view, { name, mentions, evidence: places, own, fellows }),
  );
  if (accused.length === 0)
    return accusedUnit(reading, reading.weights.accused).map((unit) => ({ ...unit, lead: 0 }));
  // Officers of a village beside one whose village is named are of the same.
  const villager = accused.find((a) => /(?:村|社区)$/.test(a.organisation ?? ''));
  if (villager !== undefined)
    for (const a of accused)
      if (/^村/.test(a.position ?? '') && !/村/.test(a.organisation ?? '')) {
        a.organisation = villager.organisation;
        a.lead = villager.lead;
      }
  return [...accused, ...unitsInFields(reading)];
}

/**
 * Names of those whom the paper accuses, whoever writes it, by what it says outside some places: in a field, in its title,
 * behind 举报, or by what they do there in office.
 */
export function accusedBeside(reading: Reading, aside: readonly Span[]): Set<string> {
  const starts = new Set(aside.map(({ start }) => start));
  const persons = reading.names.persons.filter((p) => !starts.has(p.start));
  const outside = { ...reading, names: { ...reading.names, persons } };
  const chosen = chooseSuspects(suspectsOf(outside, [], new Set()), reading.weights.accused);
  const named = namedAccused(outside);
  return new Set(
    chosen.flatMap(({ name, places, evidence }) =>
      named.has(name) || (places.length > 0 && evidence.has('office')) ? name : [],
    ),
  );
}

/** Rows of a list whose 被反映人（单位） is a unit. */
function unitsInFields({ fields, names, text }: Reading): Charged[] {
  return fields.flatMap((f) => {
    if (f.kind !== 'accused' || names.persons.some((p) => f.start <= p.start && p.end <= f.end)) return [];
    const unit = names.organisations.find((o) => f.start <= o.start && o.end <= f.end);
    if (unit === undefined || text.slice(f.start, f.end).length > unit.text.length + 4) return [];
    const { start, end } = unit;
    const organisation = unitName(unit);
    return [
      {
        name: null,
        organisation,
        position: null,
        evidence: [{ start, end }],
        lead: Number.POSITIVE_INFINITY,
      },
    ];
  });
}
