/** Occurrences of two characters that are looked at: a hostile text repeats them without end. */
const mostSeen = 12;

/** The first few places at which the two characters stand that begin at a place. */
export type Pairs = (at: number) => readonly number[];

export function pairsOf(text: string): Pairs {
  const pair = (at: number) => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
  const firsts = new Map<number, number>();
  // The next place of the same two, 0 behind the last: a unit is asked for hardly any of the text's pairs.
  const next = new Uint32Array(text.length);
  for (let at = text.length - 2; at >= 0; at--) {
    next[at] = firsts.get(pair(at)) ?? 0;
    firsts.set(pair(at), at);
  }
  return (of) => {
    const places: number[] = [];
    let at = of >= 0 && of + 1 < text.length ? firsts.get(pair(of)) : undefined;
    for (; at !== undefined && places.length < mostSeen; at = next[at] || undefined) places.push(at);
    return places;
  };
}
