import { type Evidence, weigh } from '../../../../weighing/index.js';
import type { PersonMention } from '../../../names/index.js';
import type { Reading } from '../../informant.js';
import type { Holding } from '../holders.js';
import { noUnitEvidence, unitEvidence } from './evidence.js';
import { addUnit, type Unit, type UnitsOfPaper } from './paper.js';

/** The person whose unit is asked for. */
export interface Holder {
  /** Those at which he is accused first. */
  mentions: readonly PersonMention[];
  position: string | null;
  /** What stands beside each of the mentions, and what is told of him later. */
  holdings: readonly Holding[];
  /** Units of the informant. */
  own: ReadonlySet<string>;
  /** Names of all the accused. */
  fellows: ReadonlySet<string>;
}

export interface UnitCandidate {
  /** Null where the paper names no unit for him. */
  unit: string | null;
  evidence: Evidence;
}

/** Every name of every unit of the paper, and none, with what speaks for it. */
export function unitCandidates(reading: Reading, paper: UnitsOfPaper, holder: Holder): UnitCandidate[] {
  const units: Unit[] = paper.units.map((u) => ({
    ...u,
    mentions: [...u.mentions],
    names: new Map(u.names),
  }));
  // 县供电公司|河口供电所 and a village of no list are units only beside their officer.
  for (const { organisation } of holder.holdings)
    if (organisation !== null && !units.some((u) => u.mentions.includes(organisation)))
      addUnit(units, organisation, reading);
  return [
    ...units.flatMap((unit) => unitEvidence(reading, paper, holder, unit)),
    { unit: null, evidence: noUnitEvidence(reading, holder) },
  ];
}

/** The likeliest of the units. */
export function chooseUnit(reading: Reading, paper: UnitsOfPaper, holder: Holder): string | null {
  let best: { unit: string | null; weight: number } | null = null;
  for (const { unit, evidence } of unitCandidates(reading, paper, holder)) {
    const weight = weigh(reading.weights.units, evidence);
    if (best === null || weight > best.weight) best = { unit, weight };
  }
  return best?.unit ?? null;
}
