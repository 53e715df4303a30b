import { type Evidence, weigh } from '../../../../weighing/index.js';
import type { Reading } from '../../informant.js';
import type { Holder } from '../holder.js';
import type { PostRun } from '../posts/index.js';
import { addUnit, type PaperView, type Unit } from '../view/index.js';
import { noUnitEvidence, unitEvidence } from './evidence.js';

/** The post whose unit is asked for: as told in a field or chosen, and where it stands. */
export interface Told {
  position: string | null;
  run: PostRun | null;
}

export interface UnitCandidate {
  /** Null where the paper names no unit for him. */
  unit: string | null;
  evidence: Evidence;
}

/** Every name of every unit of the paper, and none, with what speaks for it. */
export function unitCandidates(
  reading: Reading,
  view: PaperView,
  holder: Holder,
  told: Told,
): UnitCandidate[] {
  const units: Unit[] = view.units.map((u) => ({
    ...u,
    mentions: [...u.mentions],
    names: new Map(u.names),
  }));
  // 县供电公司|河口供电所 and a village of no list are units only beside their officer.
  for (const { organisation } of [
    ...holder.holdings,
    ...holder.later,
    ...(told.run === null ? [] : [told.run]),
  ])
    if (organisation !== null && !units.some((u) => u.mentions.includes(organisation)))
      addUnit(units, organisation, reading);
  return [
    ...units.flatMap((unit) => unitEvidence(reading, view, holder, told, unit)),
    { unit: null, evidence: noUnitEvidence(reading, holder, told) },
  ];
}

/** The likeliest of the units. */
export function chooseUnit(reading: Reading, view: PaperView, holder: Holder, told: Told): string | null {
  let best: { unit: string | null; weight: number } | null = null;
  for (const { unit, evidence } of unitCandidates(reading, view, holder, told)) {
    const weight = weigh(reading.weights.units, evidence);
    if (best === null || weight > best.weight) best = { unit, weight };
  }
  return best?.unit ?? null;
}
