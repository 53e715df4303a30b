import { lookAlikeRows } from './look-alikes.js';

/**
 * Characters that stand for one another so often that a key may treat them as one: near-identical in print,
 * or of one sound and usual in given names.
 */
const groups = [
  ...[
    '0oOQ〇○',
    '1lI|丨',
    '5sS',
    '8B',
    '2zZ',
    '6b',
    '9gq',
    '己已巳',
    '人入',
    '土士',
    '未末',
    '千干于',
    '大太犬',
  ],
  ...[
    '天夭',
    '王玉壬',
    '日曰',
    '刀刁',
    '戊戌戍',
    '治冶',
    '明朋',
    '国囯',
    '建健',
    '伟炜玮纬',
    '峰锋烽',
    '辉晖',
  ],
  ...['俊浚峻', '斌彬', '宏弘', '刚钢', '志智', '芳方', '勇永', '丽莉', '涛韬', '阳杨扬', '岩严', '庆青'],
];
/** Numbers differ by one stroke and must never be taken for one another. */
const numerals = '一二三四五六七八九十百千万亿零壹贰叁肆伍陆柒捌玖拾佰仟';

const folded = new Map<string, string>();
for (const group of groups) for (const member of group) folded.set(member, group[0]!);

const partners = new Map<string, Set<string>>();
function addPartners(members: readonly string[], pairs: (a: string, b: string) => boolean): void {
  for (const a of members) {
    for (const b of members) {
      if (a === b || !pairs(a, b) || (numerals.includes(a) && numerals.includes(b))) continue;
      partners.set(a, (partners.get(a) ?? new Set()).add(b));
      partners.set(b, (partners.get(b) ?? new Set()).add(a));
    }
  }
}
for (const group of groups) addPartners([...group], () => true);
for (const row of lookAlikeRows.trim().split(/\s+/)) {
  const members = [...row];
  addPartners(members, (a) => a === members[0]);
}

/** Whether recognition takes one character for the other, or they are equal. */
export function areConfusable(a: string, b: string): boolean {
  return a === b || (partners.get(a)?.has(b) ?? false);
}

/** How many units differ, and how many beyond confusion; infinite where the lengths differ. */
export function nameDifference(a: string, b: string): { all: number; beyondConfusion: number } {
  if (a.length !== b.length)
    return { all: Number.POSITIVE_INFINITY, beyondConfusion: Number.POSITIVE_INFINITY };
  let all = 0;
  let beyondConfusion = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    all++;
    if (!areConfusable(a[i]!, b[i]!)) beyondConfusion++;
  }
  return { all, beyondConfusion };
}

/** A name with each character replaced by the first of its group: equal for the usual misspellings of one name. */
export function foldConfusables(text: string): string {
  let out = '';
  for (const character of text) out += folded.get(character) ?? character;
  return out;
}
