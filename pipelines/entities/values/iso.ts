/** A point or stretch of time by its parts; months `from`–`to` where a stretch inside one year is meant. */
export interface CalendarParts {
  year: number | null;
  month: number | null;
  day: number | null;
  /** First and last month of a stretch: 上半年 is [1, 6]. */
  months: readonly [number, number] | null;
  /** First and last ISO day of a stretch that months do not tell: the days around a feast. */
  days?: readonly [string, string] | null;
}

const two = (n: number) => String(n).padStart(2, '0');

/** ISO 8601 of the parts at their own precision; a stretch inside a year is an interval of months. */
export function isoOf({ year, month, day, months, days }: CalendarParts): string {
  if (year === null) return '';
  if (days != null) return days.join('/');
  if (months !== null) return `${year}-${two(months[0])}/${year}-${two(months[1])}`;
  if (month === null) return `${year}`;
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** The last part of what the parts mean, at their own precision. */
export function isoEnd(parts: CalendarParts): string {
  return isoOf(parts).split('/').at(-1) ?? '';
}

/** First ISO day of an ISO date of any precision or of an interval. */
export function firstDay(value: string): string | null {
  const from = value.split('/')[0] ?? '';
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(from) ?? [];
  return year === undefined ? null : `${year}-${month ?? '01'}-${day ?? '01'}`;
}

/** Last ISO day of an ISO date of any precision or of an interval. */
export function lastDay(value: string): string | null {
  const to = value.split('/').at(-1) ?? '';
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(to) ?? [];
  if (year === undefined) return null;
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return `${year}-${month ?? '12'}-${day ?? two(last)}`;
}

/** Whether the calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
