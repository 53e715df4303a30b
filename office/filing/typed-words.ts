import {
  type CorrectedAccused,
  type Correction,
  correctionSchema,
  type InformantField,
} from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { maskWords, sealWritten } from '../../pipelines/index.js';

/** What is typed on a card may name whom the letters seal. */
export function maskCorrection<T extends Correction>(
  correction: T,
  informants: readonly InformantField[],
): T {
  const text = JSON.stringify(correction, (_, value: unknown) =>
    typeof value === 'string' ? maskWords(value, informants) : value,
  );
  return correctionSchema.parse(JSON.parse(text)) as T;
}

/**
 * Of the accused whoever turned out to be an informant is taken off: he stands in the decision, masked. Where nobody is
 * left nobody is accused: whom the person had taken off does not come back.
 */
export function withoutInformants<T extends Correction>({ accused, ...card }: T): T {
  const left = accused?.filter(({ name, organisation }) => !isMasked(name ?? organisation));
  return { ...card, ...(left && { accused: left }) } as T;
}

/** Whether nothing is left of a name. */
export const isMasked = (name: string | null): boolean => /^▇+$/.test(name ?? '');

/**
 * What is typed on a card may itself say who the informant is: 举报人某某（电话…）反映….
 * @param accused of the card as it stands: none of them, and of those typed, is the informant.
 * @returns the card with the informant masked, and what it says of him.
 */
export function sealCard<T extends Correction>(
  card: T,
  accused: readonly CorrectedAccused[],
  lexicon: Lexicon,
): { sealed: T; informant: InformantField[] } {
  const typed = (['title', 'summary'] as const).filter((field) => card[field] !== undefined);
  if (typed.length === 0) return { sealed: card, informant: [] };
  const named = [...accused, ...(card.accused ?? [])].flatMap((a) => [a.name ?? [], a.organisation ?? []]);
  const { lines, informant } = sealWritten(
    typed.map((field) => card[field]!),
    new Set(named.flat()),
    lexicon,
  );
  const words = Object.fromEntries(typed.map((field, i) => [field, lines[i]!]));
  return { sealed: maskCorrection({ ...card, ...words }, informant), informant };
}
