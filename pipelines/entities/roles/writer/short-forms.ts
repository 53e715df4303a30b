import type { Span } from '../../../../domain/index.js';
import type { Reading } from '../informant.js';
import { beginsWithSurname } from './name-at.js';

/** 春华啊，你别告了; “小华，算了: somebody is spoken to. */
const spokenTo = '(?=[啊呀哪呢嘞]|[，,！!：:]+[^。\\n]{0,6}?(?:你|算了|别|不要|听)|[”」])';
const before = '(?:^|[“"「『‘：:，,。！!？?\\n 　]|[说道喊劝叫骂问嘱]|[叫喊称唤]我)';

/**
 * Where a writer of whom the whole name is known is called by a part of it: his given name where he is spoken to,
 * 小华 and 阿华 there and where he says that he is called so. A given name of two characters may be a word (建设), so
 * that it is looked for in calls alone.
 */
export function shortForms(reading: Reading, name: string): Span[] {
  const { text } = reading;
  if (!/^[\u3400-\u9fff]{2,4}$/.test(name)) return [];
  const family = beginsWithSurname(name, 0, reading);
  const given = name.slice(family);
  if (family === 0 || given.length === 0 || given.length > 2) return [];
  const last = given.slice(-1);
  const little = `[小阿老](?:${last}|${name.slice(0, family)})|${last}(?:儿|子|娃|伢子?|妹子?|姐|哥|叔|婶|伯)`;
  const called = given.length === 2 ? `${given}|${little}` : little;
  const pattern = new RegExp(
    `${before}(${called})${spokenTo}|(?:[叫喊称唤]我|[叫喊称唤]我的是)(${called})(?![\\u3400-\\u9fff])`,
    'g',
  );
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? match[2] ?? '').length, end };
  });
}
