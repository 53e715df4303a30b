import { type Evidence, likeliest, weigh } from '../../../../weighing/index.js';
import { lacksPost } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import type { Holder } from '../holder.js';
import type { PostRun } from '../posts/index.js';
import { addUnit, type PaperView, type Unit } from '../view/index.js';
import { nameEvidence, noUnitEvidence, standsBeside, unitEvidence } from './evidence.js';

/** The post whose unit is asked for: as told in a field or chosen, and where it stands. */
export interface Told {
  position: string | null;
  run: PostRun | null;
}

export interface UnitCandidate {
  /** Null where the paper names no unit for him. */
  unit: Unit | null;
  evidence: Evidence;
}

/** A name by which a unit may be put down. */
export interface NameCandidate {
  name: string;
  evidence: Evidence;
}

/** Every unit of the paper, and none, with what speaks for it. */
export function unitCandidates(
  reading: Reading,
  view: PaperView,
  holder: Holder,
  told: Told,
): UnitCandidate[] {
  const units: Unit[] = view.units
    .filter((u) => !isSentTo(reading, view, u) && !lacksPost(reading.dictionary, u.full, told.position ?? ''))
    .map((u) => ({ ...u, mentions: [...u.mentions], names: new Map(u.names) }));
  // 县供电公司|河口供电所 and a village of no list are units only beside their officer.
  for (const { organisation } of [
    ...holder.holdings,
    ...holder.later,
    ...(told.run === null ? [] : [told.run]),
  ])
    if (organisation !== null && !units.some((u) => u.mentions.includes(organisation)))
      addUnit(units, organisation, reading);
  const candidates: UnitCandidate[] = [
    ...units.map((unit) => ({ unit, evidence: unitEvidence(reading, view, holder, told, unit) })),
    { unit: null, evidence: noUnitEvidence(reading, view, holder, told) },
  ];
  return candidates.some((c) => standsBeside(c.evidence)) ? candidates : candidates.map(apart);
}

/**
 * A paper is only addressed to it, and does not speak of its own people (你委干部): it is to handle the matter. Of a
 * citizen's letter that holds for an office that takes in petitions.
 */
const isSentTo = (
  { official, text, dictionary }: Reading,
  { addressed }: PaperView,
  { mentions }: Unit,
): boolean =>
  mentions.every(
    (m) =>
      addressed.has(m) && (official || dictionary.petitionOffices.before(m.text, m.text.length) !== null),
  ) && !/[你贵][委局办院校厅县市区镇乡单]/.test(text);

/** The names of the unit, each with what speaks for it; one where the unit has one. */
export function nameCandidates(unit: Unit, { region }: PaperView, { holdings }: Holder): NameCandidate[] {
  const beside = holdings.flatMap(({ organisation }) =>
    organisation !== null && unit.mentions.includes(organisation) ? [organisation] : [],
  );
  return [...unit.names].map(([name, times], place) => ({
    name,
    evidence: nameEvidence(unit, name, times, place, beside, region),
  }));
}

/** Where no unit stands beside the person or the post, evidence of the same name says something else. */
function apart({ unit, evidence }: UnitCandidate): UnitCandidate {
  const also = [...evidence].map(([name, value]) => [`none beside: ${name}`, value] as const);
  return { unit, evidence: new Map([...evidence, ...also]) };
}

/** The likeliest of the units by the likeliest of its names, and by how much it is likelier than the next, in log-odds. */
export function chooseUnit(
  reading: Reading,
  view: PaperView,
  holder: Holder,
  told: Told,
): { name: string | null; lead: number } {
  const { units } = reading.weights;
  const [best, next] = unitCandidates(reading, view, holder, told)
    .map(({ unit, evidence }) => ({ unit, weight: weigh(units, evidence) }))
    .sort((one, other) => other.weight - one.weight);
  const lead = best === undefined || next === undefined ? 0 : best.weight - next.weight;
  const unit = best?.unit ?? null;
  if (unit === null) return { name: null, lead };
  return { name: likeliest(nameCandidates(unit, view, holder), units)?.name ?? null, lead };
}
