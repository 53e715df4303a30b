import type { Candidate } from './context.js';

/** How the words of a candidate stand in its letter as a whole. */
export interface Standing {
  count: number;
  /** Each time the same character stands behind, as in a longer candidate. */
  longerAlways: boolean;
  /** Each time the same character stands before, as in a longer candidate. */
  ledAlways: boolean;
  /** Of two characters, and a further one stands behind each time. */
  neverAlone: boolean;
}

/** What all candidates of a letter say of one of them. */
export interface Letter {
  standing(candidate: Candidate): Standing;
  /** The letter has a 王主任, 老王 or 王某 with this surname. */
  isCalled(surname: string): boolean;
}

/** Characters on both sides of which a list of thousands is not gone through for each of its names. */
const mostPlaces = 50;

export function letterOf(candidates: readonly Candidate[], text: string): Letter {
  const counts = new Map<string, number>();
  const called = new Set<string>();
  for (const { start, end, form, surname } of candidates) {
    if (form !== 'full') {
      called.add(surname);
      continue;
    }
    const name = text.slice(start, end);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const known = new Map<string, Standing>();
  return {
    isCalled: (surname) => called.has(surname),
    standing({ start, end }) {
      const name = text.slice(start, end);
      const seen = known.get(name);
      if (seen !== undefined) return seen;
      const count = counts.get(name) ?? 1;
      const standing = {
        count,
        longerAlways: count > 1 && (counts.get(text.slice(start, end + 1)) ?? 0) >= count,
        ledAlways: count > 1 && start > 0 && (counts.get(text.slice(start - 1, end)) ?? 0) >= count,
        neverAlone: count > 1 && end - start === 2 && neverAlone(name, text),
      };
      known.set(name, standing);
      return standing;
    },
  };
}

/** 涂远山 and 涂远水 are brothers, and 涂远 is nobody. */
function neverAlone(name: string, text: string): boolean {
  for (
    let at = text.indexOf(name), seen = 0;
    at >= 0 && seen < mostPlaces;
    at = text.indexOf(name, at + 1), seen++
  )
    if (!/^[\u4e00-\u9fa5][，。、；（(]/.test(text.slice(at + name.length, at + name.length + 2)))
      return false;
  return true;
}
