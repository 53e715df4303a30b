import { type Language, offences, type RegisterRecord } from '../domain/index.js';
import type { Lexicon } from '../lexicon/index.js';
import { topicName } from '../pipelines/index.js';

/** Names of topics by their codes, as far as the lexicon has them. */
export const topicNames =
  (lexicon: Lexicon, language: Language) =>
  (code: string): string | null =>
    Object.hasOwn(lexicon.topics.topics, code) ? topicName(lexicon, code, language) : null;

/** A record with its topics and offences named in the language of who reads it; the register keeps the field's own names. */
export function withNames<T extends Pick<RegisterRecord, 'topics' | 'offences'>>(
  record: T,
  lexicon: Lexicon,
  language: Language,
): T {
  if (language === 'zh') return record;
  const nameOf = topicNames(lexicon, language);
  return {
    ...record,
    topics: record.topics.map((tag) => ({ ...tag, name: nameOf(tag.code) ?? tag.name })),
    offences: record.offences.map((tag) => ({ ...tag, name: offences[tag.code][language] })),
  };
}
