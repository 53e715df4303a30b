import { anyOf, type Lexicon } from '../../../lexicon/index.js';

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
export function ownLabelReader(
  parts: Lexicon['people']['ownLabels'],
  labels: ReadonlyMap<string, string>,
): OwnLabelReader {
  const asked: [Asked, readonly string[]][] = [
    ['name', parts.names],
    ['address', parts.addresses],
    ['unit', parts.units],
    ['phone', parts.phones],
    ['identity', parts.identities],
    ['email', parts.emails],
    ['birth', parts.births],
  ];
  const link = anyOf(parts.links);
  const everything = anyOf(asked.flatMap(([, words]) => words));
  const person = `${anyOf(parts.deeds)}的?${anyOf(parts.persons)}|${anyOf(parts.writers)}`;
  const rest = `(?:${everything}|${link})*`;
  const speaking = new RegExp(`^${link}*(?:${person})(${rest})$`);
  const arriving = new RegExp(
    `^(?:${anyOf(parts.arrivals)}|${anyOf(parts.crowds)})(${link}*${everything}${rest})$`,
  );
  const reached = anyOf([...parts.addresses, ...parts.phones, ...parts.emails, ...parts.identities]);
  const alone = new RegExp(`^(?:${anyOf(parts.closely)}|${link}+${reached}${link}*)$`);
  // 投件人称呼: whoever is asked for his name, home or number is the writer, unless he is known to be somebody else.
  const anybody = new RegExp(
    `^([\\u3400-\\u9fff]{1,4}${anyOf(['人', '者', '方', '群众'])})的?(${link}*${everything}${rest})$`,
  );
  const other = new RegExp(anyOf(parts.others));
  const isOther = (role: string) => {
    const kind = labels.get(role);
    return other.test(role) || (kind !== undefined && kind !== 'informant');
  };
  const kinds = asked.map(([kind, words]) => [kind, new RegExp(anyOf(words))] as const);
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
    if (asks !== undefined) return { who: true, asks: askedOf(asks) };
    const [, role = '', open = ''] = anybody.exec(label) ?? [];
    return role === '' || isOther(role) ? null : { who: true, asks: askedOf(open) };
  };
}
