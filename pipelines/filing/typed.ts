import type { Sealed, Span, Topics, TypedCard } from '../../domain/index.js';
import { textHashOf } from '../duplicates/index.js';
import { accusedLabel } from '../topics/index.js';

/** Of a summary without a mark this much is a title. */
const titleLength = 30;

/**
 * What a person typed of a paper in place of all that machines read of it: the typed summary is its text, and what
 * nobody typed nobody knows. Whence it came is known without reading it; that it is a letter, and signed by nobody, is
 * only what a reading says that found nothing else.
 */
export function typedReading(
  card: TypedCard,
  read: { sealed: Sealed; topics: Topics },
): { text: string; textHash: string; sealed: Sealed; topics: Topics } {
  const { petitionClass, summary: text, accused = [], topics = [], offences = [], amount = null } = card;
  const { source, channel, signature, statedReceivedOn } = read.topics;
  return {
    text,
    textHash: textHashOf(text),
    sealed: {
      text,
      context: '',
      mentions: [],
      accused: accused.map((a) => ({ ...a, evidence: placesOf(a.name ?? a.organisation ?? '', text) })),
      signedOn: null,
      actedFrom: null,
      actedTo: null,
      amount,
      informant: [],
    },
    topics: {
      topics: topics.map((code) => ({ code, score: 1, evidence: [] })),
      offences: offences.map((code) => ({ code, score: 1, evidence: [] })),
      petitionClass,
      mayBeReport: false,
      source: card.source ?? source,
      channel: card.channel ?? (channel === 'letter' ? 'unknown' : channel),
      signature: card.signature ?? (read.sealed.informant.length > 0 ? signature : 'unknown'),
      title: card.title ?? titleOf(card),
      summary: text,
      statedReceivedOn,
    },
  };
}

function placesOf(name: string, text: string): Span[] {
  const spans: Span[] = [];
  if (name === '') return spans;
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    spans.push({ start, end: start + name.length });
  return spans;
}

function titleOf({ petitionClass, summary, accused = [] }: TypedCard): string {
  const label = accusedLabel({ accused });
  if (petitionClass === 'report' && label !== '') return `关于${label}有关问题的反映`;
  const first = /^[^。！？；\n]*/.exec(summary)![0] || summary;
  return first.length > titleLength ? `${first.slice(0, titleLength)}…` : first;
}
