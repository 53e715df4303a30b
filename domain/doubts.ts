import type { Span } from './artefacts/index.js';
import type { RegisterRecord } from './record.js';

interface Doubted {
  entities: readonly RegisterRecord['entities'][number][];
  decisions?: readonly Pick<
    RegisterRecord['decisions'][number],
    'kind' | 'undoneBy' | 'fields' | 'named' | 'amount'
  >[];
}

/**
 * Where recognition is not sure of a word that a record shows, as of an accused's name: characters that it doubts
 * wherever the word stands. One place where it is sure of a character settles it.
 * @returns spans in the word; none where whoever last set the accused right wrote it.
 */
export function doubtsOf(word: string | null, { entities, decisions = [] }: Doubted): Span[] {
  // What is typed of a paper that machines cannot read says nothing of what they read in others.
  if (word === null || lastSaying('accused', decisions)?.named.includes(word)) return [];
  const places = entities.filter((e) => e.text === word);
  const spans: Span[] = [];
  for (let start = 0; places.length > 0 && start < word.length; start += 1) {
    if (!places.every((place) => isDoubtful(place, place.start + start))) continue;
    const last = spans.at(-1);
    if (last?.end === start) last.end += 1;
    else spans.push({ start, end: start + 1 });
  }
  return spans;
}

/**
 * Whether recognition is not sure of the sum at issue: it doubts a character of it wherever the sum stands; where it
 * stands nowhere, but is made of others, of any of them. What a person set, or typed of a paper, is not doubted.
 */
export function isSumDoubted(amount: number | null, { entities, decisions = [] }: Doubted): boolean {
  if (amount === null || lastSaying('amount', decisions)) return false;
  if (decisions.some((d) => d.kind === 'register' && d.undoneBy === null && d.amount === amount))
    return false;
  const sums = entities.filter((e) => e.type === 'money');
  const places = sums.filter((e) => e.value === amount);
  const doubted = (e: Doubted['entities'][number]) => (e.doubtful ?? []).length > 0;
  return places.length > 0 ? places.every(doubted) : sums.some(doubted);
}

/** The decision that holds of what people said of a field. */
const lastSaying = (field: 'accused' | 'amount', decisions: NonNullable<Doubted['decisions']>) =>
  decisions.findLast((d) => d.kind === 'correct' && d.undoneBy === null && d.fields.includes(field));

function isDoubtful({ doubtful = [] }: RegisterRecord['entities'][number], at: number): boolean {
  return doubtful.some(({ start, end }) => start <= at && at < end);
}
