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
  let [odds, came, places] = tablesFor(64);
  return (text, from, to, cut) => {
    if (places.length <= to - from) [odds, came, places] = tablesFor(2 * (to - from));
    const count = findPlaces(text, from, to, places);
    for (let x = 0; x < count; x++) {
      const row = isPair(text, places[x]!) ? 0 : numbers[text.charCodeAt(places[x]!)]! * states;
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
    // Words are found from the last to the first: their ends are gathered at the back of the places, which are done with.
    let kept = count;
    for (let x = count - 1; x >= 0; x--) {
      const end = places[x + 1]!;
      if (state === ends || state === alone) places[--kept + 1] = end;
      state = came[x * states + state]!;
    }
    for (let x = kept; x < count; x++) cut(places[x + 1]!);
  };
}

/** For so many characters: how likely each state is, from which state it comes, and where the character begins. */
const tablesFor = (characters: number): [Float64Array, Uint8Array, Uint32Array] => [
  new Float64Array(characters * states),
  new Uint8Array(characters * states),
  new Uint32Array(characters + 1),
];

/** Where the characters of a stretch begin, and its end behind them: one outside the basic plane takes two units. */
function findPlaces(text: string, from: number, to: number, places: Uint32Array): number {
  let count = 0;
  for (let at = from; at < to; at += isPair(text, at) ? 2 : 1) places[count++] = at;
  places[count] = to;
  return count;
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
