import type { Sealed } from '../../domain/index.js';
import { fromSource, type Reading } from './layout.js';
import type { ListHits } from './lists.js';

/** Posts of private trade: who holds one has no public duty that he could break. */
const privatePost = /老板|物业|业主|包工头|法人|法定代表人|股东|监事|司机|保安/;

/** Bodies whose people hold an office even where no post is named: 质监站的老邱. */
const publicBody = /(?:办|局|站|委|政府|所|大队|中队|中心|街道|处|院|厅|部门|村|社区|学校|小学|中学|协会)$/;
const ofBody =
  /^(?:的老|的小|的人|里的人|几个领导|领导|有个|有人|一名|[^，。；\n]{0,4}(?:负责人|经手人|登记处))/;
/** 城建科的向阳明，: a name that was recognised as none still stands behind its section. */
const ofSection = /[办局站所科股室]的[老小]?[\u4e00-\u9fa5]{2,3}[，,]/g;
/** Characters between a body and whoever belongs to it. */
const besideBody = 8;

/** Where somebody who holds an office is named, in the reading's coordinates, ascending; not the letter's reader. */
export function officesIn(reading: Reading, sealed: Sealed, lists: ListHits): number[] {
  const { text } = reading;
  const posts = lists.all('officials').map(({ start, end }) => ({ start, end }));
  for (const { type, start, end } of sealed.mentions)
    if (type === 'position') posts.push({ start: fromSource(reading, start), end: fromSource(reading, end) });
  const people = new Set(
    sealed.mentions.filter((m) => m.type === 'person').map((m) => fromSource(reading, m.start)),
  );
  for (const mention of sealed.mentions) {
    if (mention.type !== 'organisation' || !publicBody.test(mention.text)) continue;
    const end = fromSource(reading, mention.end);
    const own = Array.from({ length: besideBody + 1 }, (_, i) => end + i).some((at) => people.has(at));
    if (own || ofBody.test(text.slice(end, end + besideBody)))
      posts.push({ start: fromSource(reading, mention.start), end });
  }
  // Whoever is accused by his post is in office wherever only his name stands.
  const inOffice = new Set(sealed.accused.filter((a) => a.name && a.position).map((a) => a.name));
  for (const { type, text: name, start, end } of sealed.mentions)
    if (type === 'person' && inOffice.has(name))
      posts.push({ start: fromSource(reading, start), end: fromSource(reading, end) });
  for (const { 0: found, index } of text.matchAll(ofSection))
    posts.push({ start: index, end: index + found.length });
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
  if (/(?:尊敬的|敬爱的)[^\n]*$/.test(text.slice(Math.max(0, start - 14), start))) return true;
  return /^[们]?(?:您好|你好|好[，,！!：:]|[：:]|[，,！!]您好)/.test(text.slice(end, end + 4));
}
