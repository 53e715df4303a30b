import { isDay } from '../domain/index.js';

/** Making a calendar costs more than all else that is done with a day. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** Today, or the day of `moment`, in the time zone: ISO `yyyy-mm-dd`. */
export function dayIn(timeZone: string, moment: Date = new Date()): string {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    // The Swedish form of a date is the ISO one.
    calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(moment);
}

/** A record with the days of its decisions, for people, in the office's time zone. */
export function withLocalDays<T extends { decisions: { at: string }[] }>(record: T, timeZone: string): T {
  const decisions = record.decisions.map((d) => ({ ...d, at: dayIn(timeZone, new Date(d.at)) }));
  return { ...record, decisions };
}

/** The day and minute of `moment` in the time zone: `2026-11-20 09:05`. */
export function minuteIn(timeZone: string, moment: Date): string {
  return moment.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}

/**
 * The day that a file's name begins with or holds, as offices write it: 2017-04-18, 20170418, 2017.4.18,
 * 2017年4月18日. Null where there is none, where it is no day of the calendar, or lies after `today`.
 */
export function dayInName(name: string, today: string): string | null {
  const found =
    /(?<!\d)(19[89]\d|20\d{2})(?:-(\d{1,2})-(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|_(\d{1,2})_(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?!\d)/.exec(
      name,
    );
  if (!found) return null;
  const [year, month, day] = found.slice(1).filter((part) => part !== undefined);
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isDay(iso) && iso <= today ? iso : null;
}
