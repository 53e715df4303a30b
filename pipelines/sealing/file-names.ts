import { anyOf, type Lexicon } from '../../lexicon/index.js';
import { readLongNumbers, readPhones } from '../entities/index.js';
import type { Mask } from './masks.js';

interface Reader {
  /** What stands behind the name of who writes: 来信, 同志的举报信. */
  behind: RegExp;
  /** What stands before it: 举报人：, 举报信（. */
  before: RegExp;
  /** A word for what somebody is, with all that stands before it: 县人防办干部, 柳林村村民. */
  calling: RegExp;
  isName(word: string): boolean;
}

const built = new WeakMap<Lexicon, Reader>();
/** Chinese characters that a name may stand behind without one of them being its own. */
const borders = new Set('年月日号件信转由于的和与及致份页');
/** Characters of a unit with a word for who works there: 某某县人民防空办公室干部. */
const longestLead = 24;
/** A deed with whom it is about, and nothing between but Chinese characters that are no other deed. */
const isAbout = /(?:举报|反映|控告|检举|投诉|关于)(?:(?!来信|来访|来电|问题|情况)[\u3400-\u9fff])*$/;
/** Characters of a name, the longest first. */
const sizes = [6, 5, 4, 3, 2];

/**
 * Names in a file's name by their place in it: before what a writer does (张三来信, 3月王某举报信), behind a word for him
 * (举报人王某), in brackets behind the deed (举报信（王某）). Whom a paper is about stands behind the deed (举报张三) and
 * is left. What cannot be told from a name is masked, with the unit where a word for who works or lives there stands
 * between (县人防办干部张三来信).
 */
export function namesByForm(fileName: string, lexicon: Lexicon): Mask[] {
  const { behind, before, calling, isName } = built.get(lexicon) ?? build(lexicon);
  const found: Mask[] = [];
  /** How many characters before the place belong to a word for who he is; null where a name cannot begin there. */
  const leadTo = (start: number): number | null => {
    if (start < 0) return null;
    if (!/[\u3400-\u9fff]/.test(fileName.charAt(start - 1))) return 0;
    const ahead = fileName.slice(Math.max(0, start - longestLead), start);
    // 反映县人防办干部高远的来信 is about him.
    if (isAbout.test(ahead)) return null;
    return calling.exec(ahead)?.[0].length ?? (borders.has(fileName.charAt(start - 1)) ? 0 : null);
  };
  /** The longest name that ends there, and those that 、 joins to it. */
  const backFrom = (from: number) => {
    for (let end = from; ; ) {
      const size = sizes.find(
        (n) => isName(fileName.slice(Math.max(0, end - n), end)) && leadTo(end - n) !== null,
      );
      if (size === undefined) return;
      found.push({ start: end - size - leadTo(end - size)!, end });
      if (!/[、，,和及 ]/.test(fileName.charAt(end - size - 1))) return;
      end -= size + 1;
    }
  };
  for (const match of fileName.matchAll(behind)) backFrom(match.index);
  for (const match of fileName.matchAll(before)) {
    const start = match.index + match[0].length;
    // Behind a dash or bracket stands any word: a name is one of its own there.
    const alone = /[-—－_（(【[]$/.test(match[0]);
    const size = sizes.find(
      (n) =>
        isName(fileName.slice(start, start + n)) &&
        !(alone && /[\u3400-\u9fff]/.test(fileName.charAt(start + n))),
    );
    if (size !== undefined) found.push({ start, end: start + size });
  }
  return found;
}

/** Telephone and identity numbers: whose they are is not asked, nobody finds a file by them. */
export function numbersIn(fileName: string): Mask[] {
  return [...readPhones(fileName), ...readLongNumbers(fileName)];
}

function build(lexicon: Lexicon): Reader {
  const { surnames, compoundSurnames, nameParts, notNames, notSigners, ownLabels, callings, otherPosts } =
    lexicon.people;
  const deed = anyOf(ownLabels.deeds.filter((word) => word.length > 1));
  const person = anyOf(ownLabels.persons);
  const first = new Set(surnames.join(''));
  const everyday = new Set([...notNames, ...notSigners.whole, ...ownLabels.deeds, ...ownLabels.persons]);
  const never = new RegExp(
    `${anyOf(notSigners.anywhere)}|^${anyOf(notSigners.beginnings)}|${anyOf([...notSigners.endings, ...'区市乡州局委办处科室月日年号件箱户队会长头商校企次见常'])}$`,
  );
  const reader: Reader = {
    behind: new RegExp(
      `(?:同志|先生|女士)?(?:[（(][^）)]{1,6}[）)])?(?:等[\\d一二三四五六七八九十]{0,4}人)?的?(?:实名|联名|再次)?${deed}`,
      'g',
    ),
    before: new RegExp(
      `(?<!被)${deed}(?:${person}[\\s:：_\\-—－（(【[]{0,2}(?:姓名)?|(?:信|材料|书|件)?[\\-—－_（(【[]{1,2})`,
      'g',
    ),
    calling: new RegExp(
      `(?:(?![年月日号])[\\u3400-\\u9fff])*${anyOf([...ownLabels.persons, ...callings, ...otherPosts])}$`,
    ),
    isName: (word) =>
      /^[\u3400-\u9fff]{2,6}$/.test(word) &&
      !everyday.has(word) &&
      !never.test(word) &&
      ((word.length <= 3 && first.has(word.charAt(0))) ||
        (word.length <= 4 && compoundSurnames.includes(word.slice(0, 2))) ||
        nameParts.some((part) => word.startsWith(part))),
  };
  built.set(lexicon, reader);
  return reader;
}
