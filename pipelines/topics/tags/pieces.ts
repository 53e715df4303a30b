import type { Span } from '../../../domain/index.js';
import type { KnowsWord } from '../../weighing/index.js';
import { fromSource } from '../layout.js';
import type { PaperWords, Sign } from './signs.js';

/** So many pieces at least share what all say together: the two or three of one sentence prove little. */
const fewPieces = 10;
const content = /^[\u4e00-\u9fff]{2,}$/;
/** Numerals, persons' names and places' names say nothing of the matter. */
const isNameOrNumber = (tag: string) => tag[0] === 'm' || tag.startsWith('nr') || tag.startsWith('ns');

/**
 * What a paper's words say, and its pairs of characters, which a way of putting it shares with others that no word does
 * (`没开票`, `不开票`). Both say as much together in a long letter as in a short one: it has no more matters.
 */
export function addPieces(signs: Map<string, Sign>, paper: PaperWords, knows: KnowsWord): void {
  addWords(signs, paper, knows);
  addPairs(signs, paper, knows);
}

function addWords(
  signs: Map<string, Sign>,
  { reading, force, words, source }: PaperWords,
  knows: KnowsWord,
): void {
  if (!words) return;
  const seen = new Set<string>();
  const places = new Map<string, Span>();
  let at = 0;
  for (let i = 0; i < words.lengths.length; i++) {
    const length = words.lengths[i]!;
    const start = at;
    at += length;
    if (length < 2 || isNameOrNumber(words.tags[i]!)) continue;
    const word = source.slice(start, at);
    if (seen.has(word) || !content.test(word)) continue;
    const place = { start: fromSource(reading, start), end: fromSource(reading, at) };
    if (force[place.start] === 0) continue;
    seen.add(word);
    if (knows('word:', word)) places.set(word, place);
  }
  const share = shareOf(seen.size);
  for (const [word, place] of places) signs.set(`word:${word}`, { value: share, places: [place] });
}

function addPairs(
  signs: Map<string, Sign>,
  { reading: { text }, force }: PaperWords,
  knows: KnowsWord,
): void {
  const pairs = new Map<string, { times: number; start: number }>();
  let all = 0;
  for (let start = 0; start + 1 < text.length; start++) {
    if (force[start] === 0 || !isHan(text, start) || !isHan(text, start + 1)) continue;
    all++;
    const pair = text.slice(start, start + 2);
    const before = pairs.get(pair);
    if (before) before.times++;
    else if (knows('pair:', pair)) pairs.set(pair, { times: 1, start });
  }
  const share = shareOf(all);
  for (const [pair, { times, start }] of pairs)
    signs.set(`pair:${pair}`, {
      value: (1 + Math.log(times)) * share,
      places: [{ start, end: start + 2 }],
    });
}

const shareOf = (pieces: number): number => 1 / Math.sqrt(Math.max(fewPieces, pieces));

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
}
