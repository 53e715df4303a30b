import { type Evidence, noteInto, type Witness } from '../../../weighing/index.js';
import type { Candidate, NameContext } from './context.js';
import { closesAt } from './sides.js';
import { isFirm, type Slot } from './slots.js';

/** Log-odds at which a name that stands elsewhere in the letter says all that it can. */
export const convincing = 4;

/** Log-odds by which the likeliest must lead, or the longest of those that are as good is taken: 杨顺发|多报, not 杨顺|发多报. */
const alike = 0.2;

/** Where a name must stand the likeliest of those that begin there gains, whatever it looks like, and the others lose. */
export function weighInSlots(
  candidates: readonly Candidate[],
  { text, map, dictionary }: NameContext,
  slots: ReadonlyMap<number, Slot>,
  seen: ReadonlyMap<Candidate, Evidence>,
): void {
  const scale = dictionary.nameScale;
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.form !== 'full' || candidate.kind === 'dotted' || !isFirm(slots.get(candidate.start)))
      continue;
    const group = groups.get(candidate.start);
    if (group) group.push(candidate);
    else groups.set(candidate.start, [candidate]);
  }
  for (const [start, group] of groups) {
    const likeliest = Math.max(...group.map(({ score }) => score));
    const [best, ...others] = group.sort(
      (one, other) =>
        Number(likeliest - other.score < alike) - Number(likeliest - one.score < alike) ||
        other.end - one.end,
    );
    const second = Math.max(...others.map(({ score }) => score));
    const lead = Math.max(0, Math.min(1, (best!.score - second) / convincing));
    const word = map.words[map.indexAt(start)];
    for (const candidate of group) {
      const see = (witness: Witness) => {
        if (candidate !== best) {
          witness.see('beaten-in-slot');
          return;
        }
        witness.see('best-in-slot');
        witness.see('lead-in-slot', lead);
        witness.seeWord('best-in=', slots.get(start)!);
        witness.seeWord('best-of-kind=', candidate.kind);
        if (word?.start === start) witness.seeWord('slot-tag=', word.tag);
        if (closesAt(text, candidate.end)) witness.see('best-closed');
      };
      see(scale);
      candidate.score += scale.take()[0]!;
      const evidence = seen.get(candidate);
      if (evidence) see(noteInto(evidence, true));
    }
  }
}

/** A name that is certain once is likely wherever the letter repeats it. */
export function weighElsewhere(
  candidates: readonly Candidate[],
  { text, dictionary }: NameContext,
  slots: ReadonlyMap<number, Slot>,
  seen: ReadonlyMap<Candidate, Evidence>,
): void {
  const scale = dictionary.nameScale;
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.form !== 'full') continue;
    const name = text.slice(candidate.start, candidate.end);
    const group = groups.get(name);
    if (group) group.push(candidate);
    else groups.set(name, [candidate]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { score } of group) {
      if (score > first) [first, second] = [score, first];
      else if (score > second) second = score;
    }
    for (const candidate of group) {
      const highest = candidate.score === first ? second : first;
      const share = Math.max(-1, Math.min(1, highest / convincing));
      const firm = isFirm(slots.get(candidate.start));
      const see = (witness: Witness) => {
        witness.see(share > 0 ? 'likely-elsewhere' : 'unlikely-elsewhere', Math.abs(share));
        if (firm && share < 0) witness.see('firm-unlikely-elsewhere', -share);
      };
      see(scale);
      candidate.score += scale.take()[0]!;
      const evidence = seen.get(candidate);
      if (evidence) see(noteInto(evidence, true));
    }
  }
}
