import type { Words } from '../../../domain/index.js';

/** One word of the segmenter with its place. */
export interface Word {
  start: number;
  end: number;
  tag: string;
}

/** The segmenter's words by place. */
export interface WordMap {
  words: readonly Word[];
  /** Number of the word that covers a place; the last word's where the place lies behind the text. */
  indexAt(at: number): number;
  /** A word begins here. */
  startsAt(at: number): boolean;
}

export function mapWords({ lengths, tags }: Words, textLength: number): WordMap {
  const words: Word[] = [];
  const cover = new Uint32Array(textLength + 1);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    const end = Math.min(textLength, at + (lengths[i] ?? 0));
    words.push({ start: at, end, tag: tags[i] ?? 'x' });
    cover.fill(i, at, end);
    at = end;
  }
  cover[textLength] = Math.max(0, words.length - 1);
  return {
    words,
    indexAt: (place) => cover[Math.max(0, Math.min(place, textLength))] ?? 0,
    startsAt: (place) => place >= textLength || words[cover[place] ?? 0]?.start === place,
  };
}
