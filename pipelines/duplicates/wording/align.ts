/** Lengths of the anchors tried, long and sure ones first. */
const anchorLengths = [8, 5, 3];
/** Cells of the largest gap that is aligned character by character (about 10 ms). */
const largestGap = 1_500_000;

/**
 * Aligns two comparable texts: for each unit of `a` its place in `b`, ascending, or -1 where `b` has
 * nothing there. Aligned units may differ (a misread character). Stretches that are unique in both texts
 * anchor the alignment, so a cover note before, or a paragraph added within, costs nothing.
 */
export function align(a: string, b: string): Int32Array {
  const to = new Int32Array(a.length).fill(-1);
  fill(a, b, 0, a.length, 0, b.length, 0, to);
  return to;
}

function fill(
  a: string,
  b: string,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  level: number,
  to: Int32Array,
) {
  while (a0 < a1 && b0 < b1 && a.charCodeAt(a0) === b.charCodeAt(b0)) to[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && a.charCodeAt(a1 - 1) === b.charCodeAt(b1 - 1)) to[--a1] = --b1;
  if (a0 === a1 || b0 === b1) return;
  const length = anchorLengths[level];
  const anchors = length === undefined ? [] : anchorsOf(a, b, a0, a1, b0, b1, length);
  if (anchors.length === 0) {
    if (length !== undefined) fill(a, b, a0, a1, b0, b1, level + 1, to);
    else if ((a1 - a0) * (b1 - b0) <= largestGap) fillGap(a, b, a0, a1, b0, b1, to);
    return;
  }
  let fromA = a0;
  let fromB = b0;
  for (const [atA, atB] of anchors) {
    // Overlapping anchors of one stretch: the part already aligned stays.
    if (atA < fromA || atB < fromB) {
      const skip = Math.max(fromA - atA, fromB - atB);
      if (skip >= length! || atA + skip !== fromA || atB + skip !== fromB) continue;
      for (let i = skip; i < length!; i++) to[atA + i] = atB + i;
    } else {
      fill(a, b, fromA, atA, fromB, atB, level + 1, to);
      for (let i = 0; i < length!; i++) to[atA + i] = atB + i;
    }
    fromA = atA + length!;
    fromB = atB + length!;
  }
  fill(a, b, fromA, a1, fromB, b1, level + 1, to);
}

/** Stretches of `length` units that occur once in each part, in the longest order common to both. */
function anchorsOf(a: string, b: string, a0: number, a1: number, b0: number, b1: number, length: number) {
  const inA = uniqueStretches(a, a0, a1, length);
  const inB = uniqueStretches(b, b0, b1, length);
  const pairs: [number, number][] = [];
  for (const [stretch, atA] of inA) {
    const atB = inB.get(stretch);
    if (atA >= 0 && atB !== undefined && atB >= 0) pairs.push([atA, atB]);
  }
  return longestAscending(pairs);
}

function uniqueStretches(text: string, from: number, to: number, length: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = from; i + length <= to; i++) {
    const stretch = text.slice(i, i + length);
    found.set(stretch, found.has(stretch) ? -1 : i);
  }
  return found;
}

/** Longest run of pairs (sorted by the first) whose second places ascend: patience sorting. */
function longestAscending(pairs: [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < pairs[i]![1]) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tops[low - 1]!;
    tops[low] = i;
  }
  const run: [number, number][] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i]!) run.push(pairs[i]!);
  return run.reverse();
}

/** Edit distance with the way back, for the short stretches between anchors. */
function fillGap(a: string, b: string, a0: number, a1: number, b0: number, b1: number, to: Int32Array) {
  const rows = a1 - a0;
  const columns = b1 - b0;
  const width = columns + 1;
  const moves = new Uint8Array((rows + 1) * width);
  let previous = new Int32Array(width);
  let current = new Int32Array(width);
  for (let j = 1; j <= columns; j++) previous[j] = j;
  for (let i = 1; i <= rows; i++) {
    current[0] = i;
    const unit = a.charCodeAt(a0 + i - 1);
    for (let j = 1; j <= columns; j++) {
      const across = previous[j - 1]! + (unit === b.charCodeAt(b0 + j - 1) ? 0 : 1);
      const down = previous[j]! + 1;
      const right = current[j - 1]! + 1;
      if (across <= down && across <= right) current[j] = across;
      else {
        current[j] = Math.min(down, right);
        moves[i * width + j] = down <= right ? 1 : 2;
      }
    }
    [previous, current] = [current, previous];
  }
  let i = rows;
  let j = columns;
  while (i > 0 && j > 0) {
    const move = moves[i * width + j];
    if (move === 0) to[a0 + --i] = b0 + --j;
    else if (move === 1) i--;
    else j--;
  }
}
