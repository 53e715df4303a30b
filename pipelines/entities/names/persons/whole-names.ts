import type { Dictionary } from '../dictionary.js';

/** Begins what somebody does, or his title, as often as it ends a name. */
const goesOn = /[任在是说和与及等也都就于对向把被给为之先局主书科处站所队副某称让要找到从又还的了]/;
const han = /[\u3400-\u9fff]/;

const mostNames = 200;

interface Name {
  start: number;
  end: number;
  form: string;
}

/**
 * Names that were taken too short, as 鹿鸣 of 鹿鸣岐 where a word of everyday ends inside: the letter writes them at
 * least twice, and each time the same character of a name stands behind. A name with a dot (吐尔逊·阿不都) ends where
 * its foreign syllables do. What is found is changed in place; mentions are in the order of the text.
 */
export function lengthenNames(text: string, names: readonly Name[], dictionary: Dictionary): void {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    if (name.form === 'titled' || name.form === 'masked') continue;
    const written = text.slice(name.start, name.end);
    if (/[·•]/.test(written)) lengthenForeign(text, name, dictionary);
    else if (written.length === 2) {
      const group = groups.get(written);
      if (group) group.push(name);
      else groups.set(written, [name]);
    }
  }
  // A list of thousands is not gone through once for each of its names.
  if (groups.size > mostNames) return;
  const starts = new Set(names.map(({ start }) => start));
  for (const [written, group] of groups) {
    const next = text.charAt(group[0]!.end);
    if (!han.test(next) || goesOn.test(next) || !alwaysBefore(text, written, next)) continue;
    const free = group.every(({ end }) => dictionary.posts.at(text, end) === null && !starts.has(end));
    if (free) for (const name of group) name.end += 1;
  }
}

/** The name stands at least twice, and each time with the character behind it. */
function alwaysBefore(text: string, name: string, next: string): boolean {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (text.charAt(at + name.length) !== next) return false;
    count += 1;
  }
  return count >= 2;
}

function lengthenForeign(text: string, name: Name, dictionary: Dictionary): void {
  const dot = text.lastIndexOf('·', name.end);
  const part = dot < name.start ? null : dictionary.nameParts.at(text, dot + 1);
  if (part !== null) {
    name.end = Math.max(name.end, part.end);
    return;
  }
  for (let most = 4; most > 0 && han.test(text.charAt(name.end)); most--) {
    const next = text.charAt(name.end);
    if (!dictionary.transliteration.has(next) || dictionary.posts.at(text, name.end) !== null) return;
    name.end += 1;
  }
}
