import type { Lexicon } from '../../../lexicon/index.js';

/** What a label asks of the one who writes, visits, calls or submits. */
export type Asked = 'name' | 'unit' | 'address' | 'phone' | 'identity' | 'email' | 'birth';

/** A label of a form, understood by its parts: 群众|姓名, 现在的|住处, 线索|提供|者|单位|及|职务. */
export interface OwnLabel {
  /** The label itself speaks of who writes; otherwise whom it asks is told by the fields around it. */
  who: boolean;
  asks: Asked;
}

export type OwnLabelReader = (label: string) => OwnLabel | null;

const longest = 18;
const conjunction = /^[及和与或、/(（]/;

/**
 * A reader of labels that no list holds whole. No two offices call the field for the writer's name the same, but
 * all call it by a deed (提交, 来信), a person (人, 者, 群众) and what is asked of him (姓名, 住处): a label made of
 * nothing but such parts speaks of the writer, wherever 被 does not turn it round.
 */
export function ownLabelReader(parts: Lexicon['people']['ownLabels']): OwnLabelReader {
  const any = (words: readonly string[]) =>
    `(?:${
      [...words]
        .sort((a, b) => b.length - a.length)
        .map((w) => w.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
        .join('|') || '(?!)'
    })`;
  const asked: [Asked, readonly string[]][] = [
    ['name', parts.names],
    ['address', parts.addresses],
    ['unit', parts.units],
    ['phone', parts.phones],
    ['identity', parts.identities],
    ['email', parts.emails],
    ['birth', parts.births],
  ];
  const link = any(parts.links);
  const everything = any(asked.flatMap(([, words]) => words));
  const person = `${any(parts.deeds)}的?${any(parts.persons)}|${any(parts.writers)}`;
  const rest = `(?:${everything}|${link})*`;
  const speaking = new RegExp(`^${link}*(?:${person})(${rest})$`);
  const arriving = new RegExp(
    `^(?:${any(parts.arrivals)}|${any(parts.crowds)})(${link}*${everything}${rest})$`,
  );
  const alone = new RegExp(`^${any(parts.closely)}$`);
  const kinds = asked.map(([kind, words]) => [kind, new RegExp(any(words))] as const);
  const ends = new Set(
    [
      ...parts.persons,
      ...parts.writers,
      ...parts.links,
      ...parts.closely,
      ...asked.flatMap(([, words]) => words),
    ].map((word) => word.charAt(word.length - 1)),
  );
  /** 举报人及电话 asks for the person too; of address and telephone in one field all is sealed as an address. */
  const askedOf = (written: string): Asked => {
    if (conjunction.test(written)) return 'name';
    return kinds.find(([, pattern]) => pattern.test(written))?.[0] ?? 'name';
  };
  return (label) => {
    if (label.length < 2 || label.length > longest || !ends.has(label.charAt(label.length - 1))) return null;
    if (alone.test(label)) return { who: false, asks: askedOf(label) };
    const asks = speaking.exec(label)?.[1] ?? arriving.exec(label)?.[1];
    return asks === undefined ? null : { who: true, asks: askedOf(asks) };
  };
}
