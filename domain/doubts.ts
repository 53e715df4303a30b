import type { Span } from './artefacts/index.js';
import type { RegisterRecord } from './record.js';

type Doubted = Pick<RegisterRecord, 'entities'> & Partial<Pick<RegisterRecord, 'decisions'>>;

/**
 * Where recognition is not sure of a word that a record shows, as of an accused's name: characters that it doubts
 * wherever the word stands. One place where it is sure of a character settles it.
 * @returns spans in the word; none where whoever last set the accused right wrote it.
 */
export function doubtsOf(word: string | null, { entities, decisions = [] }: Doubted): Span[] {
  // What is typed of a paper that machines cannot read says nothing of what they read in others.
  const said = decisions.findLast(
    (d) => d.kind === 'correct' && d.undoneBy === null && d.fields.includes('accused'),
  );
  if (word === null || said?.named.includes(word)) return [];
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

function isDoubtful({ doubtful = [] }: RegisterRecord['entities'][number], at: number): boolean {
  return doubtful.some(({ start, end }) => start <= at && at < end);
}
