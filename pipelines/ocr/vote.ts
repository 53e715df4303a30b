/** Characters with how sure (0..1) each of them is. */
export interface Sounded {
  text: string;
  sureness: readonly number[];
}

/** What a reading says by leaving a character out: marks are lost and dreamt up more often than letters. */
const SURE_OF_NO_MARK = 0.9;
const SURE_OF_NO_LETTER = 0.84;
/** A further reading has to be this sure of what the first one has nothing for. */
const SURE_OF_MORE = 0.95;
/** What readings disagreed about is never called surer than this. */
export const DISPUTED = 0.7;

/**
 * One line out of several readings of it: along the first, each character is what the readings are together
 * surest of. Spaces are the first one's. Where readings differ the character stays doubtful (at most 0.7).
 */
export function vote(first: Sounded, ...others: readonly Sounded[]): { text: string; sureness: number[] } {
  const rows = others.map((other) => alignTo(first, withoutSpaces(other)));
  let text = '';
  const sureness: number[] = [];
  const put = (ballot: Ballot) => {
    const { character, sure } = winner(ballot);
    text += character;
    for (let i = 0; i < character.length; i++) sureness.push(sure);
  };
  for (let at = 0; at <= first.text.length; at++) {
    const between = rows.map((row) => row.before[at]!);
    for (let i = 0; i < Math.max(...between.map((list) => list.length), 0); i++)
      put([
        { character: '', sure: SURE_OF_MORE },
        ...between.map((list) => list[i] ?? { character: '', sure: null }),
      ]);
    if (at === first.text.length) break;
    const own = { character: first.text[at]!, sure: first.sureness[at] ?? 0 };
    if (/\s/u.test(own.character)) {
      text += own.character;
      sureness.push(1);
    } else put([own, ...rows.map((row) => row.at[at]!)]);
  }
  return { text, sureness };
}

/** A character, or '' where a reading has none (then `sure` follows from what the others have there). */
type Voice = { character: string; sure: number | null };
type Ballot = readonly Voice[];

function winner(ballot: Ballot): { character: string; sure: number } {
  const candidate = ballot.find((voice) => voice.character !== '')?.character ?? '';
  const ofNone = /[\p{L}\p{N}]/u.test(candidate) ? SURE_OF_NO_LETTER : SURE_OF_NO_MARK;
  const sums = new Map<string, number>();
  let surest = 0;
  for (const { character, sure } of ballot)
    sums.set(character, (sums.get(character) ?? 0) + (sure ?? ofNone));
  // The first of equals wins: the first reading is the one made in the engine's favourite size.
  const [best] = [...sums].reduce((a, b) => (b[1] > a[1] ? b : a));
  for (const { character, sure } of ballot) if (character === best) surest = Math.max(surest, sure ?? ofNone);
  return { character: best, sure: sums.size > 1 ? Math.min(surest, DISPUTED) : surest };
}

interface Row {
  /** For each character of the first reading the one that stands for it. */
  at: Voice[];
  /** What stands before each character of the first reading, and behind the last, without one for it there. */
  before: Voice[][];
}

/** The other reading laid along the first by the fewest edits (Levenshtein). */
function alignTo(first: Sounded, other: Sounded): Row {
  const [n, m] = [first.text.length, other.text.length];
  const width = m + 1;
  const cost = new Uint16Array((n + 1) * width);
  const isSpace = (i: number) => /\s/u.test(first.text[i]!);
  const lone = (i: number) => (isSpace(i) ? 0 : 1);
  const change = (i: number, j: number) => (first.text[i] === other.text[j] ? 0 : isSpace(i) ? 9 : 1);
  for (let j = 1; j <= m; j++) cost[j] = j;
  for (let i = 1; i <= n; i++) {
    cost[i * width] = cost[(i - 1) * width]! + lone(i - 1);
    for (let j = 1; j <= m; j++)
      cost[i * width + j] = Math.min(
        cost[(i - 1) * width + j]! + lone(i - 1),
        cost[i * width + j - 1]! + 1,
        cost[(i - 1) * width + j - 1]! + change(i - 1, j - 1),
      );
  }
  const at: Voice[] = Array.from({ length: n }, () => ({ character: '', sure: null }));
  const before: Voice[][] = Array.from({ length: n + 1 }, () => []);
  const voice = (j: number): Voice => ({ character: other.text[j]!, sure: other.sureness[j] ?? 0 });
  let [i, j] = [n, m];
  while (i > 0 || j > 0) {
    const here = cost[i * width + j]!;
    if (i > 0 && j > 0 && here === cost[(i - 1) * width + j - 1]! + change(i - 1, j - 1))
      at[--i] = voice(--j);
    else if (i > 0 && here === cost[(i - 1) * width + j]! + lone(i - 1)) i--;
    else before[i]!.unshift(voice(--j));
  }
  return { at, before };
}

function withoutSpaces({ text, sureness }: Sounded): Sounded {
  const kept = [...text].flatMap((character, i) => (/\s/u.test(character) ? [] : [i]));
  return { text: kept.map((i) => text[i]).join(''), sureness: kept.map((i) => sureness[i] ?? 0) };
}
