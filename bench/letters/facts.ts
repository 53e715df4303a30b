import type { Random } from '../random.js';
import * as words from './words.js';

export interface AccusedTruth {
  name: string;
  organisation: string;
  position: string;
}

/** The invented facts of one matter. */
export interface Facts {
  accused: AccusedTruth;
  boss: string;
  informant: string;
  phone: string;
  city: string;
  county: string;
  project: string;
  company: string;
  /** One of each an episode. */
  sums: { text: string; value: number }[];
  dates: { text: string; value: string }[];
  areas: { text: string; value: number }[];
}

export function inventFacts(count: number, random: Random): Facts {
  const name = () => personName(random);
  const [city, county] = [random.pick(words.cities), random.pick(words.counties)];
  const list = <T>(make: () => T): T[] => Array.from({ length: count + 3 }, make);
  return {
    accused: {
      name: name(),
      organisation: (random.chance(0.5) ? city : county) + random.pick(words.offices),
      position: random.pick(words.positions),
    },
    boss: name(),
    informant: name(),
    phone: `1380000${String(random.between(0, 9999)).padStart(4, '0')}`,
    city,
    county,
    project: random.pick(words.projectNames) + random.pick(words.projectKinds) + random.pick(words.phases),
    company:
      random.pick(words.cities).slice(0, -1) +
      random.pick(words.companyNames) +
      random.pick(words.companyKinds),
    sums: list(() => randomSum(random)),
    dates: list(() => randomDate(random)),
    areas: list(() => {
      const value = random.between(300, 98_000) / (random.chance(0.3) ? 10 : 1);
      return { text: String(value), value };
    }),
  };
}

function personName(random: Random): string {
  const given = random.pick(words.givenFirst) + (random.chance(0.85) ? random.pick(words.givenSecond) : '');
  return random.pick(words.surnames) + given;
}

function randomSum(random: Random): { text: string; value: number } {
  const style = random.next();
  if (style < 0.6) {
    const tens = random.between(5, 990);
    return { text: `${tens / 10}万元`, value: tens * 1000 };
  }
  if (style < 0.8) {
    const value = random.between(2, 99) * 1000;
    return { text: `${value.toLocaleString('en-US')}元`, value };
  }
  const digit = random.between(1, 9);
  return { text: `人民币${'壹贰叁肆伍陆柒捌玖'[digit - 1]}拾万元整`, value: digit * 100_000 };
}

function randomDate(random: Random): { text: string; value: string } {
  const [year, month, day] = [random.between(2008, 2019), random.between(1, 12), random.between(1, 28)];
  const style = random.next();
  if (style < 0.5) return { text: `${year}年${month}月${day}日`, value: isoDay(year, month, day) };
  if (style < 0.9) return { text: `${year}年${month}月`, value: isoDay(year, month, day).slice(0, 7) };
  return { text: `${year}.${month}.${day}`, value: isoDay(year, month, day) };
}

export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
