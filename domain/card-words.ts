import type { CorrectedAccused, Correction } from './corrections.js';
import type { Language } from './errors/index.js';
import { channels, clueSources, offences, petitionClasses, signatures } from './vocabulary.js';

type Terms = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const terms: Readonly<Record<string, Terms>> = {
  petitionClass: petitionClasses,
  source: clueSources,
  channel: channels,
  signature: signatures,
  offences,
};

/**
 * One value of a card's field in the words of the field: report is 检举控告, E1 is E1 违规减免缓. What has no word, as a
 * name, stays as it is.
 * @param topicName the lexicon's name of a topic's code; null where it has none.
 */
export function cardWord(
  field: string,
  value: string,
  language: Language,
  topicName: (code: string) => string | null,
): string {
  if (field === 'topics') return [value, topicName(value)].filter(Boolean).join(' ');
  const words = Object.hasOwn(terms, field) ? terms[field]! : {};
  return Object.hasOwn(words, value) ? words[value]![language] : value;
}

/** 范明志/澜川市人防办/主任, as far as it is known. */
function accusedWords({ name, organisation, position }: CorrectedAccused): string {
  return [name ?? '—', organisation ?? (position === null ? null : '—'), position].filter(Boolean).join('/');
}

/** What was set on a card, field by field, each value in words; nothing at all is an empty list. */
export function cardValues(
  card: Correction,
  language: Language,
  topicName: (code: string) => string | null,
): { field: keyof Correction; values: string[] }[] {
  const word = (field: string, value: string) => cardWord(field, value, language, topicName);
  return (Object.keys(card) as (keyof Correction)[]).map((field) => {
    if (field === 'accused') return { field, values: (card.accused ?? []).map(accusedWords) };
    const value = card[field];
    if (value === null || value === undefined) return { field, values: [] };
    return { field, values: [value].flat().map((one) => word(field, String(one))) };
  });
}
