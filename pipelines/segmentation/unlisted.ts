import { readLines } from './jieba.js';

/** Where a character stands in its word: at its beginning, end, in its middle, or alone. */
const [ends, alone, states] = [1, 3, 4];
/** What cannot be. */
const never = -3.14e100;

/** How likely characters stand where in a word, as jieba counted it. */
interface Model {
  starts: readonly number[];
  moves: readonly (readonly number[])[];
  /** Number of each character by UTF-16 unit, 0 for those that were not counted. */
  numbers: Uint16Array;
  /** By number and state. */
  emits: Float64Array;
}

/** Cuts a stretch [from, to) of characters that make no listed words where words most likely end, and tells each end. */
export type UnlistedCutter = (text: string, from: number, to: number, cut: (end: number) => void) => void;

/** Hidden Markov model over the places of characters in words: what 姓名 no dictionary lists it still holds together. */
export function createUnlistedCutter(): UnlistedCutter {
  const { starts, moves, numbers, emits } = readModel();
  let odds = new Float64Array(64 * states);
  let came = new Uint8Array(64 * states);
  return (text, from, to, cut) => {
    const places = placesOf(text, from, to);
    const count = places.length;
    if (odds.length < count * states) {
      odds = new Float64Array(2 * count * states);
      came = new Uint8Array(2 * count * states);
    }
    for (const [x, at] of places.entries()) {
      const row = isPair(text, at) ? 0 : numbers[text.charCodeAt(at)]! * states;
      for (let state = 0; state < states; state++) {
        const emit = emits[row + state]!;
        let best = x === 0 ? starts[state]! + emit : never;
        let by = ends;
        if (x > 0)
          for (let before = 0; before < states; before++) {
            const sum = odds[(x - 1) * states + before]! + moves[before]![state]! + emit;
            if (sum > best) [best, by] = [sum, before];
          }
        odds[x * states + state] = best;
        came[x * states + state] = by;
      }
    }
    const last = (count - 1) * states;
    let state = odds[last + ends]! >= odds[last + alone]! ? ends : alone;
    const found: number[] = [];
    for (let x = count - 1; x >= 0; x--) {
      if (state === ends || state === alone) found.push(places[x + 1] ?? to);
      state = came[x * states + state]!;
    }
    for (const end of found.reverse()) cut(end);
  };
}

/** Where the characters of a stretch begin: one outside the basic plane takes two units. */
function placesOf(text: string, from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += isPair(text, at) ? 2 : 1) places.push(at);
  return places;
}

/** A character of two units begins here. */
export function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function readModel(): Model {
  const rows = readLines('places');
  const [starts = [], ...moves] = rows.slice(0, 1 + states).map((line) => line.split(' ').map(Number));
  const counted = rows.slice(1 + states).map((line) => line.split(',').map((pair) => pair.split(':')));
  const numbers = new Uint16Array(0x10000);
  let last = 0;
  for (const pairs of counted)
    for (const [character = ''] of pairs) numbers[character.charCodeAt(0)] ||= ++last;
  const emits = new Float64Array((last + 1) * states).fill(never);
  for (const [state, pairs] of counted.entries())
    for (const [character = '', odds] of pairs)
      emits[numbers[character.charCodeAt(0)]! * states + state] = Number(odds);
  return { starts, moves, numbers, emits };
}
