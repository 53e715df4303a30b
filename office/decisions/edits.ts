import {
  type CorrectedAccused,
  type Correction,
  type InformantField,
  PermanentError,
} from '../../domain/index.js';
import { maskWords } from '../../pipelines/index.js';
import { isMasked, maskCorrection } from '../filing/index.js';

/** What is to become of one accused, who is named by name or, where that is unknown, by unit. */
export interface AccusedEdit {
  /** Null for one whom the card does not name yet. */
  who: string | null;
  /** Null takes them off. */
  to: CorrectedAccused | null;
}

/** Who is meant: by name or, where that is unknown, by unit. */
export const nameOf = (a: CorrectedAccused) => a.name ?? a.organisation;

/** Whom nobody set right before, nobody sets right by setting another right. */
export const asTheyStood = (accused: readonly CorrectedAccused[], before: Correction): CorrectedAccused[] =>
  accused.map(
    (a) => before.accused?.find((b) => nameOf(b) === nameOf(a) && !b.asItStood) ?? { ...a, asItStood: true },
  );

/** @throws PermanentError `decision.no_such_accused`, `decision.accused_there` */
export function editAccused(
  accused: readonly CorrectedAccused[],
  edits: readonly AccusedEdit[],
): CorrectedAccused[] {
  return edits.reduce<CorrectedAccused[]>(
    (list, { who, to }) => {
      const added = to ? [to] : [];
      if (who === null) {
        const there = list.find((a) => added.some((b) => nameOf(a) === nameOf(b)));
        if (there) throw new PermanentError('decision.accused_there', { who: nameOf(there) ?? '—' });
        return list.concat(added);
      }
      const at = list.findIndex((a) => nameOf(a) === who);
      if (at < 0) {
        const named = list.map(nameOf).join('、') || '—';
        throw new PermanentError('decision.no_such_accused', { who, accused: named });
      }
      return list.toSpliced(at, 1, ...added);
    },
    [...accused],
  );
}

/**
 * What is typed of the accused, as the card would show it: the informants of its papers are masked there.
 * @throws PermanentError `decision.accused_is_informant` where nothing of a name would be left.
 */
export function maskAccused(
  typed: Correction,
  typedEdits: readonly AccusedEdit[],
  informants: readonly InformantField[],
): { correction: Correction; edits: AccusedEdit[] } {
  const correction = maskCorrection(typed, informants);
  const edits = typedEdits.map(({ who, to }) => ({
    who: who && maskWords(who, informants),
    to: to && maskCorrection({ accused: [to] }, informants).accused[0]!,
  }));
  refuseInformant([...(correction.accused ?? []), ...edits.flatMap(({ to }) => to ?? [])]);
  return { correction, edits };
}

/**
 * @param masked the accused as the card would show them.
 * @throws PermanentError `decision.accused_is_informant` where nothing of a name is left.
 */
export function refuseInformant(masked: readonly CorrectedAccused[]): void {
  if (masked.some((a) => isMasked(nameOf(a)))) throw new PermanentError('decision.accused_is_informant');
}
