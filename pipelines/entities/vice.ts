import { anyOf, type Lexicon } from '../../lexicon/index.js';

/** Behind a unit, 的, 原 or another post begins who is spoken of; 找付主任 and 听付主任 are Fu himself. */
const before = '[局办委院校站所县区市镇乡厅处科部会司队村室股组厂心社行园馆的原任兼、]';
/** Surnames, too, but behind a post seldom the beginning of a name: 付主任和…, 付主任来…. */
const goesOn = /[付和与及来在说要给让把向到从于自有是也又还被能会可才不没未就当应因]/;

/**
 * The text with 副 where a writer put 付 for it, as many do, of the same length: 人防办付主任牛永强. Only before a
 * post with somebody's full name behind it: 付主任 alone may be a director called Fu.
 */
export function withViceWritten(text: string, { people }: Lexicon): string {
  if (!text.includes('付')) return text;
  const post = anyOf(people.vicePosts);
  const mistaken = new RegExp(`(?<=${before})付(?=${post}([\\u3400-\\u9fff]{2,3}))`, 'g');
  const surnames = new Set([...people.surnames.join('')].filter((surname) => !goesOn.test(surname)));
  return text.replace(mistaken, (written, name: string) =>
    surnames.has(name.charAt(0)) || people.compoundSurnames.includes(name.slice(0, 2)) ? '副' : written,
  );
}
