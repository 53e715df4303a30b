import { isHan, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import type { Reading } from '../../informant.js';
import { type Scene, see } from './scenes.js';

/** Words behind a name that are looked at, to the end of the sentence. */
const mostWords = 8;
/** Names of people, places and units, numbers: they tell nothing of what somebody does. */
const isNamed = (tag: string) => tag === 'm' || /^n[rst]/.test(tag);
const stops = oneOf('。！？；\n');

/** The words that tell of him: those behind his name, that before it, and his posts. */
export function seeWords(evidence: Evidence, { text, map }: Reading, { mention, posts }: Scene): void {
  const wordAt = (at: number) => {
    const word = map.words[map.indexAt(at)];
    return word === undefined ? '' : text.slice(word.start, word.end);
  };
  if (mention.start > 0) see(evidence, `prev=${wordAt(mention.start - 1)}`);
  if (mention.end < text.length) see(evidence, `next=${wordAt(mention.end)}`);
  for (const post of posts) see(evidence, `post=${post.text}`);
  for (let i = map.indexAt(mention.end), seen = 0; i < map.words.length && seen < mostWords; i++) {
    const { start, end, tag } = map.words[i]!;
    if (stops(text, start)) break;
    if (start < mention.end || !isHan(text, start) || isNamed(tag)) continue;
    seen += 1;
    see(evidence, `after=${text.slice(start, end)}`);
  }
}
