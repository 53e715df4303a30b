import type { Mention, Span } from '../../../../domain/index.js';
import { behindLastOf, firstOf, oneOf } from '../../../one-of.js';

/** A sum with its value in yuan. */
export type Sum = Mention & { value: number };

/** Characters right ahead of a sum and right behind it that may say what it is: as many as the longest such words. */
const ahead = 14;
const following = 12;
/** Longest clause ahead of a sum, and longest sentence around it, that are read: what stands further off says little of it. */
export const longestClause = 40;
const longestLine = 110;
const longestSentence = { ahead: 60, following: 30 };

const endsClause = oneOf('，,。；！？\n;!?');
const endsSentence = oneOf('。；！？\n;!?');

export const before = (text: string, { start }: Span): string =>
  text.slice(Math.max(0, start - ahead), start);
export const behind = (text: string, { end }: Span): string => text.slice(end, end + following);

/** Nothing but words by which a sum is told: what it is of stands in the clause before (送来一条烟，里面装着2万元). */
const bare = /^[里面头其中内价值折合计共总现金人民币大约概各装着有了是为花费]{0,12}$/;

/** The clause ahead of a sum, with the one before it where it says nothing itself. */
export function clauseBefore(text: string, { start }: Span): string {
  const from = behindLastOf(endsClause, text, Math.max(0, start - longestClause), start);
  const clause = text.slice(from, start);
  if (from === 0 || !'，,'.includes(text[from - 1]!) || !bare.test(clause)) return clause;
  return text.slice(behindLastOf(endsClause, text, Math.max(0, start - longestClause), from - 1), start);
}

/** What its clause says behind a sum, as far as it is read. */
export const clauseBehind = (text: string, { end }: Span): string =>
  text.slice(end, firstOf(endsClause, text, end, end + longestSentence.following));

/** The sentence around a sum, as far as it is read, up to the sum and behind it. */
export function sentenceAround(text: string, { start, end }: Span): [string, string] {
  const from = behindLastOf(endsSentence, text, Math.max(0, start - longestSentence.ahead), start);
  return [
    text.slice(from, start),
    text.slice(end, firstOf(endsSentence, text, end, end + longestSentence.following)),
  ];
}

/** Whether one of the others stands in the sentence around a sum. */
export function isBeside(text: string, sum: Sum, others: readonly Sum[]): boolean {
  const [ahead, behindIt] = sentenceAround(text, sum);
  return others.some(
    ({ start, end }) => sum.start - ahead.length <= start && end <= sum.end + behindIt.length,
  );
}

/** What its line says ahead of a sum, as far as it is read. */
export function lineBefore(text: string, { start }: Span): string {
  const from = Math.max(0, start - longestLine);
  return text.slice(Math.max(from, text.lastIndexOf('\n', start - 1) + 1), start);
}
