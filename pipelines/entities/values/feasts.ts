const day = 86_400_000;
/** Days, as a rule, that 春节前后 reaches to either side. */
const reach = 15;

const lunarFeasts = [
  [/春节|过年/, 1, 1, 20],
  [/端午/, 5, 5, 140],
  [/中秋/, 8, 15, 250],
  [/元宵/, 1, 15, 30],
  [/重阳/, 9, 9, 270],
] as const;
const solarFeasts = [
  [/元旦/, '01-01'],
  [/劳动节|五一/, '05-01'],
  [/国庆/, '10-01'],
  [/清明/, '04-05'],
] as const;

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});
const known = new Map<string, number | null>();

/**
 * First and last ISO day of what a letter calls a feast of a year: fifteen days to either side of it, only
 * those before it for 春节前, those from it on for 春节后. Null where the words name no feast.
 */
export function feastDays(year: number, words: string): readonly [string, string] | null {
  const at = dayOf(year, words);
  if (at === null) return null;
  const from = /后$/.test(words) && !/前后$/.test(words) ? at : at - reach * day;
  const to = /前[夕]?$/.test(words) ? at : at + reach * day;
  return [iso(from), iso(to)];
}

function dayOf(year: number, words: string): number | null {
  const solar = solarFeasts.find(([name]) => name.test(words));
  if (solar !== undefined) return Date.parse(`${year}-${solar[1]}`);
  const lunar = lunarFeasts.find(([name]) => name.test(words));
  if (lunar === undefined) return null;
  const [, month, date, earliest] = lunar;
  const key = `${year}-${month}`;
  let found = known.get(key);
  if (found === undefined) {
    found = null;
    for (let n = earliest; n < earliest + 60 && found === null; n++) {
      const at = Date.UTC(year, 0, n);
      if (calendar.format(at) === `${month}/${date}`) found = at;
    }
    known.set(key, found);
  }
  return found;
}

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
