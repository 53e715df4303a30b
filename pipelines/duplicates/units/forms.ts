import type { Lexicon } from '../../../lexicon/index.js';

/** An organisation's name in the form by which units are compared. */
export type UnitForm = (name: string) => string;

/** The form that an office's lexicon was read into; another lexicon, another form. */
const known = new WeakMap<Lexicon['organisations'], UnitForm>();

/**
 * How units are compared by this lexicon: each name of one and the same body (its former ones, too) gives its shortest,
 * and long words their short forms; without white space.
 */
export function unitFormOf({ organisations }: Pick<Lexicon, 'organisations'>): UnitForm {
  const form = known.get(organisations) ?? readForm(organisations);
  known.set(organisations, form);
  return form;
}

function readForm({ aliases, shortForms }: Lexicon['organisations']): UnitForm {
  const short = new Map<string, string>();
  const groups = joinGroups(
    aliases.map(({ name, also, formerly }) => [name, ...also, ...formerly.map((f) => f.name)]),
  );
  for (const { long, short: form } of shortForms) for (const word of long) short.set(word, form);
  for (const group of groups) {
    const shortest = group.reduce((best, word) => (word.length < best.length ? word : best));
    for (const word of group) if (word !== shortest) short.set(word, shortest);
    // Left as it is: a shorter form of a part of it would part it from the others.
    short.set(shortest, shortest);
  }
  // Words only, longest first: of several that begin at one place the longest is meant, and nothing is tried twice.
  const words = [...short.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const anyOf = words.length === 0 ? null : new RegExp(words.join('|'), 'g');
  return (name) => {
    const unit = name.replace(/[\s（）()“”"·]/g, '');
    return anyOf === null ? unit : unit.replace(anyOf, (word) => short.get(word)!);
  };
}

/** Lists that share a word, as of a body that was renamed twice, are one; in the order of the lexicon. */
function joinGroups(lists: readonly (readonly string[])[]): string[][] {
  const groups: string[][] = [];
  for (const list of lists) {
    const shared = groups.filter((group) => list.some((word) => group.includes(word)));
    const whole = [...new Set([...shared.flat(), ...list])];
    for (const group of shared) groups.splice(groups.indexOf(group), 1);
    groups.push(whole);
  }
  return groups;
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
