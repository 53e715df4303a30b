import type { ReadPage } from '../formats.js';

/** What a mail says of itself before its words. */
export interface MessageHead {
  from: string;
  to: string;
  cc: string;
  /** As written in the mail, in its sender's own time; '' where it is not said. */
  date: string;
  subject: string;
}

/**
 * The one page of a mail: its head in the words of a Chinese mail program, then its body. What follows seals the
 * sender by these very words.
 */
export function messagePage(head: MessageHead, body: string): ReadPage {
  const lines = [
    ['发件人', head.from],
    ['收件人', head.to],
    ['抄送', head.cc],
    ['日期', head.date],
    ['主题', head.subject],
  ].flatMap(([label, value]) => (value ? [`${label}：${value}`] : []));
  return { text: [...lines, '', body].join('\n').trim() };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Tue, 18 Apr 2017 09:12:00 +0800` as 2017年4月18日 09:12: the day on which the sender wrote, wherever we are. */
export function mailDate(written: string): string {
  const [, day, month, year, time] =
    /\b(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](\d{4})(?: (\d{1,2}:\d{2}))?/i.exec(written.slice(0, 100)) ?? [];
  const number = months.indexOf(month?.toLowerCase() ?? '') + 1;
  if (number === 0) return written.slice(0, 60);
  return `${year}年${number}月${Number(day)}日${time ? ` ${time}` : ''}`;
}
