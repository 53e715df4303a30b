import { behindLastOf, isHan, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import type { Reading } from '../../reading.js';
import { type Scene, see } from './scenes.js';

/** Words behind a name that are looked at, to the end of the sentence. */
const mostWords = 8;
/** Names of people, places and units, numbers: they tell nothing of what somebody does. */
const isNamed = (tag: string) => tag === 'm' || /^n[rst]/.test(tag);
const stops = oneOf('。！？；\n');

const stopsClause = oneOf('，。；：！？、\n,;:“”（）');
/** Characters before somebody's unit and post beyond which no verb has him for its object. */
const reach = 14;

/** The words that tell of him: those behind his name, that before it, the verb before it, and his posts. */
export function seeWords(evidence: Evidence, reading: Reading, { mention, posts, styled }: Scene): void {
  const { text, map } = reading;
  const wordAt = (at: number) => {
    const word = map.words[map.indexAt(at)];
    return word === undefined ? '' : text.slice(word.start, word.end);
  };
  if (mention.start > 0) see(evidence, `prev=${wordAt(mention.start - 1)}`);
  if (mention.end < text.length) see(evidence, `next=${wordAt(mention.end)}`);
  const verb = verbBefore(reading, styled);
  if (verb !== null) see(evidence, `verb=${verb}`);
  for (const post of posts) see(evidence, `post=${post.text}`);
  for (let i = map.indexAt(mention.end), seen = 0; i < map.words.length && seen < mostWords; i++) {
    const { start, end, tag } = map.words[i]!;
    if (stops(text, start)) break;
    if (start < mention.end || !isHan(text, start) || isNamed(tag)) continue;
    seen += 1;
    see(evidence, `after=${text.slice(start, end)}`);
  }
}

/** 转交|县住建局出纳某某: the last verb or preposition of the clause before somebody's unit and post. */
function verbBefore({ text, map }: Reading, styled: number): string | null {
  const clause = behindLastOf(stopsClause, text, Math.max(0, styled - reach), styled);
  for (let i = map.indexAt(Math.max(0, styled - 1)); i >= 0; i--) {
    const { start, end, tag } = map.words[i]!;
    if (start < clause) break;
    if (end <= styled && /^[vp]/.test(tag)) return text.slice(start, end);
  }
  return null;
}
