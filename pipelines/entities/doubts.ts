import type { Entities, Span } from '../../domain/index.js';

/** Names, sums and dates say which of their characters a person has to compare with the paper. */
export function withDoubts(entities: Entities, doubtful: readonly Span[]): Entities {
  if (doubtful.length === 0) return entities;
  const mentions = entities.mentions.map((mention) => {
    const own = doubtful
      .filter(({ start, end }) => start < mention.end && end > mention.start)
      .map(({ start, end }) => ({ start: Math.max(start, mention.start), end: Math.min(end, mention.end) }));
    return own.length === 0 ? mention : { ...mention, doubtful: own };
  });
  return { ...entities, mentions };
}
