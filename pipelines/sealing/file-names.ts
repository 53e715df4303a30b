import type { Lexicon } from '../../lexicon/index.js';
import type { Mask } from './masks.js';

interface Reader {
  led: RegExp;
  labelled: RegExp;
  isName(word: string): boolean;
  /** What stands behind a name that a label leads: 举报人王某|的材料. */
  behind: RegExp;
}

const built = new WeakMap<Lexicon, Reader>();
/** Before it a word of a file's name begins. */
const border = '(?<![\\u3400-\\u9fff])';

/**
 * Names in a file's name by their place in it: before what a writer does (张三来信, 王某举报信), behind a word for him
 * (举报人王某). Whom a paper is about stands behind the deed (举报张三) and is left.
 */
export function namesByForm(fileName: string, lexicon: Lexicon): Mask[] {
  const { led, labelled, isName, behind } = built.get(lexicon) ?? build(lexicon);
  const found: Mask[] = [];
  for (const match of fileName.matchAll(led)) {
    const name = match[1] ?? '';
    if (isName(name)) found.push({ start: match.index, end: match.index + name.length });
  }
  for (const match of fileName.matchAll(labelled)) {
    const run = match[1] ?? '';
    const cut = run.search(behind);
    const name = cut > 0 ? run.slice(0, cut) : run.slice(0, 4);
    const start = match.index + match[0].length - run.length;
    if (isName(name)) found.push({ start, end: start + name.length });
  }
  return found;
}

function build(lexicon: Lexicon): Reader {
  const { surnames, compoundSurnames, nameParts, notNames, notSigners, ownLabels } = lexicon.people;
  const any = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|');
  const deeds = any(ownLabels.deeds.filter((deed) => deed.length > 1));
  const people = any(ownLabels.persons);
  const first = new Set(surnames.join(''));
  const everyday = new Set([...notNames, ...notSigners.whole]);
  const never = new RegExp(
    `${any(notSigners.anywhere)}|^(?:${any(notSigners.beginnings)})|(?:${any(notSigners.endings)}|[区市乡州局委办处科室])$`,
  );
  const reader: Reader = {
    led: new RegExp(
      `${border}([\\u3400-\\u9fff]{2,6}?)(?:同志|先生|女士)?(?:等[\\d一二三四五六七八九十]*人)?的?(?:${deeds})`,
      'g',
    ),
    labelled: new RegExp(
      `(?<!被)(?:${deeds})(?:${people})[\\s:：_\\-—－（(【[]{0,2}(?:姓名)?([\\u3400-\\u9fff]{2,12})`,
      'g',
    ),
    behind: new RegExp(`的|材料|信|书|等|同志|先生|女士|${deeds}`),
    isName: (word) =>
      !everyday.has(word) &&
      !never.test(word) &&
      ((word.length <= 3 && first.has(word.charAt(0))) ||
        (word.length <= 4 && compoundSurnames.includes(word.slice(0, 2))) ||
        (word.length <= 6 && nameParts.some((part) => word.startsWith(part)))),
  };
  built.set(lexicon, reader);
  return reader;
}
