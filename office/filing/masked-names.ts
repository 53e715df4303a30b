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

/** @param unread whether machines made nothing of the item that it could be filed by. */
export function withMaskedPlace(result: ItemResult, mask: Mask, unread: boolean): ItemResult {
  const { item } = result;
  const shown = (name: string | null) => name && (unread || item.text === '' ? hiddenName : mask)(name);
  return { ...result, item: { ...item, member: shown(item.member), label: shown(item.label) } };
}

/**
 * Where nothing was read that tells of an informant, a name is not shown at all, as it may be the informant's:
 * 材料/王某举报信.docx → ▇▇/▇▇▇▇▇.docx. A number is no extension.
 */
export function hiddenName(path: string): string {
  return path
    .split('/')
    .map((name) => {
      const extension = /\.(?=\d?[A-Za-z])[A-Za-z0-9]{1,5}$/u.exec(name)?.[0] ?? '';
      return '▇'.repeat(name.length - extension.length) + extension;
    })
    .join('/');
}
