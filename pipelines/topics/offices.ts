import type { Sealed } from '../../domain/index.js';
import type { Reading } from './layout.js';
import type { ListHits } from './lists.js';
import { fromSource } from './scoring.js';

/** Posts of private trade: who holds one has no public duty that he could break. */
const privatePost = /老板|物业|业主|包工头|法人|法定代表人|股东|监事|司机|保安/;

/** Where somebody who holds an office is named, in the reading's coordinates, ascending; not the letter's reader. */
export function officesIn(reading: Reading, sealed: Sealed, lists: ListHits): number[] {
  const { text } = reading;
  const posts = lists.all('officials').map(({ start, end }) => ({ start, end }));
  for (const { type, start, end } of sealed.mentions)
    if (type === 'position') posts.push({ start: fromSource(reading, start), end: fromSource(reading, end) });
  return posts
    .filter(({ start, end }) => !inSalutation(text, start, end) && !isPrivate(text, start, end))
    .map(({ start }) => start)
    .sort((a, b) => a - b);
}

function isPrivate(text: string, start: number, end: number): boolean {
  return privatePost.test(text.slice(Math.max(0, start - 6), end));
}

/** 胡书记：您好 names the reader of the letter, not whom it accuses. */
export function isGreeted(text: string, style: string): boolean {
  const at = text.indexOf(style);
  return at >= 0 && inSalutation(text, at, at + style.length);
}

export function inSalutation(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (/尊敬的|敬爱的/.test(text.slice(Math.max(lineStart, start - 14), start))) return true;
  return /^[们]?(?:您好|你好|好[，,！!：:]|[：:]|[，,！!]您好)/.test(text.slice(end, end + 4));
}
