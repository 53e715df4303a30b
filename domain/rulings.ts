import type { InformantField } from './artefacts/index.js';

/** What a person said of who is the informant of a paper, and who is not. */
export interface InformantRuling {
  /** Its number: a later one holds against an earlier. */
  decision: number;
  isInformant: boolean;
  named: readonly Pick<InformantField, 'kind' | 'value'>[];
}

/** The same for a document: of which of its items. */
export interface DocumentRuling extends InformantRuling {
  /** Ascending. */
  ordinals: readonly number[];
}

/** What tells the rulings of one time from those of another, without any name: it is kept in plain. */
export const rulingsKey = (rulings: readonly Pick<DocumentRuling, 'decision' | 'ordinals'>[]): string =>
  rulings.map(({ decision, ordinals }) => `${decision}:${ordinals.join(',')}`).join(' ');

/** The informant of a paper as machines read of him, and as people set it right. */
export function underRulings(
  informant: readonly InformantField[],
  rulings: readonly InformantRuling[],
): InformantField[] {
  let known = [...informant];
  for (const { isInformant, named } of rulings) {
    const added = named.filter((n) => isInformant && !known.some((k) => isSameValue(k, n)));
    known = isInformant
      ? known.concat(added.map((n) => ({ ...n, spans: [] })))
      : known.filter((k) => !named.some((n) => isSameValue(k, n)));
  }
  return known;
}

/** Whether both are one word, however it is spaced. */
export const isSameValue = (a: Pick<InformantField, 'value'>, b: Pick<InformantField, 'value'>): boolean =>
  bare(a.value) === bare(b.value);

const bare = (value: string) => value.replace(/[\s\p{P}]/gu, '').toLowerCase();
