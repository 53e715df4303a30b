import type { InformantField } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { maskName } from '../../pipelines/index.js';
import type { ItemResult } from '../../register/index.js';

/** The name of a file, member or sheet as anybody may see it. */
export type Mask = (name: string) => string;

/** All items of a list have one file's and one sheet's name, and thousands of informants: each name is masked once. */
export function maskerOf(informant: InformantField[], lexicon: Lexicon): Mask {
  const masked = new Map<string, string>();
  return (name) => {
    const known = masked.get(name) ?? maskName(name, informant, lexicon);
    masked.set(name, known);
    return known;
  };
}

/** Where nothing of a member was read, its name is not shown at all: it may be the informant's. */
export function withMaskedPlace(result: ItemResult, mask: Mask): ItemResult {
  const { item } = result;
  const member = item.member === null ? null : mask(item.member);
  return {
    ...result,
    item: {
      ...item,
      member: member !== null && item.text === '' ? hiddenName(member) : member,
      label: item.label === null ? null : mask(item.label),
    },
  };
}

/** 材料/王某举报信.docx → ▇▇/▇▇▇▇▇.docx */
function hiddenName(path: string): string {
  return path
    .split('/')
    .map((name) => {
      const extension = /\.[A-Za-z0-9]{1,5}$/u.exec(name)?.[0] ?? '';
      return '▇'.repeat(name.length - extension.length) + extension;
    })
    .join('/');
}
