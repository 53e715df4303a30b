import { type Evidence, weigh } from '../../../../weighing/index.js';
import { hasRival } from '../../charged-units.js';
import type { Reading } from '../../informant.js';
import type { Holder } from '../holder.js';
import { addUnit, type PaperView, type Unit } from '../paper-view.js';
import type { PostRun } from '../posts/index.js';
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
    ...units
      .filter((unit) => !isSecret(reading, unit, view, holder, told))
      .flatMap((unit) => unitEvidence(reading, view, holder, told, unit)),
    { unit: null, evidence: noUnitEvidence(reading, holder, told) },
  ];
}

/**
 * Where the informant says what unit he is of, and nothing more is told of it, it gives him away and is no
 * accused's; unless it stands beside the accused's name or post, or he can be the head of no other: 校长 of the one
 * school. A pupil's parents are not its staff.
 */
function isSecret(
  reading: Reading,
  { full, mentions }: Unit,
  { implied }: PaperView,
  { own, holdings, later }: Holder,
  { run, position }: Told,
): boolean {
  const [only, more] = mentions;
  if (only === undefined || more !== undefined || !own.has(only.text) || implied.has(full.slice(-1)))
    return false;
  if (!hasRival(reading, full)) return false;
  if (/校长|园长/.test(position ?? run?.post ?? '') && /[校学园]$/.test(full)) return false;
  return ![...holdings, ...later, run].some((holding) => holding?.organisation === only);
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
