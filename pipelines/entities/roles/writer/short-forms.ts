import type { Span } from '../../../../domain/index.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname } from './name-at.js';

/** 春华啊，你别告了; “小华，算了: somebody is spoken to. */
const spokenTo = '(?=[啊呀哪呢嘞]|[，,！!：:]+[^。\\n]{0,6}?(?:你|算了|别|不要|听)|[”」])';
const before = '(?:^|[“"「『‘：:，,。！!？?\\n \u3000]|[说道喊劝叫骂问嘱]|[叫喊称唤]我)';
/** What is called there, by its length in characters. */
const calls = [2, 3].map(
  (length) =>
    new RegExp(
      `(?<=${before})(?=([\\u3400-\\u9fff]{${length}})${spokenTo})|(?<=[叫喊称唤]我(?:的是)?)(?=([\\u3400-\\u9fff]{${length}})(?![\\u3400-\\u9fff]))`,
      'g',
    ),
);
const callingAfter = ['儿', '子', '娃', '伢', '伢子', '妹', '妹子', '姐', '哥', '叔', '婶', '伯'];

/**
 * Where a writer of whom the whole name is known is called by a part of it: his given name where he is spoken to,
 * 小华 and 阿华 there and where he says that he is called so. A given name of two characters may be a word (建设), so
 * that it is looked for in calls alone.
 */
export function shortForms(reading: Reading): (name: string) => Span[] {
  const called = new Map<string, Span[]>();
  for (const pattern of calls)
    for (const { index, 1: spoken, 2: told } of reading.text.matchAll(pattern)) {
      const word = spoken ?? told ?? '';
      const spans = called.get(word) ?? [];
      called.set(word, spans);
      spans.push({ start: index, end: index + word.length });
    }
  return (name) => partsOf(reading, name).flatMap((part) => called.get(part) ?? []);
}

/** What somebody of that name may be called. */
function partsOf(reading: Reading, name: string): string[] {
  if (!/^[\u3400-\u9fff]{2,4}$/.test(name)) return [];
  const size = beginsWithSurname(name, 0, reading);
  const [family, given] = [name.slice(0, size), name.slice(size)];
  if (size === 0 || given.length === 0 || given.length > 2) return [];
  const last = given.slice(-1);
  return [
    ...(given.length === 2 ? [given] : []),
    ...['小', '阿', '老'].flatMap((little) => [little + last, little + family]),
    ...callingAfter.map((calling) => last + calling),
  ];
}
