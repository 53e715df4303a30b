import { oneOf } from '../../../one-of.js';
import type { PersonMention } from './index.js';

/** Between what somebody is called and what his papers say. */
const properly = /^儿?[，,（(](?:他|她)?的?(?:大名|本名|真名|学名|原名)(?:叫|是)?$/;

const formerly = /^[，,（(](?:曾用名|原名|又名|别名|化名)[:：]?(?:叫|为|是)?$/;

/** Partial names take the full name of the same surname where the letter has exactly one. */
export function fullNames(persons: PersonMention[], text: string): PersonMention[] {
  const full = new Map<string, Set<string>>();
  for (const person of persons) {
    // 鲍二: who is called by his place among brothers is named in full nowhere, and no 鲍站长 is known to be he.
    if (person.form !== 'full' || isRank(person)) continue;
    full.set(person.surname, (full.get(person.surname) ?? new Set()).add(person.text));
  }
  nameByPart(persons);
  nameByHalf(persons, full);
  const told = new Map<string, string>();
  // 涂主任，涂远山，: the full name beside the title tells which of two brothers is meant.
  for (const [n, person] of persons.entries()) {
    const next = persons[n + 1];
    if (person.form !== 'titled' || next?.form !== 'full' || next.surname !== person.surname) continue;
    if (/^[，,（(]?(?:全名|名叫|叫|就是|即)?$/.test(text.slice(person.end, next.start)))
      told.set(person.text, next.text);
  }
  // 屯长李老蔫儿，大名|李德福
  for (const [n, person] of persons.entries()) {
    const next = persons[n + 1];
    if (next?.form === 'full' && properly.test(text.slice(person.end, Math.min(next.start, person.end + 9))))
      told.set(person.text, next.text);
  }
  // 佟掌柜（曾用名佟长贵）
  for (const [n, person] of persons.entries()) {
    const next = persons[n + 1];
    const isFull = person.form === 'full' || person.form === 'forced';
    if (isFull && next?.form === 'full' && formerly.test(text.slice(person.end, next.start)))
      told.set(next.text, person.text);
  }
  for (const person of persons) person.value = told.get(person.text) ?? person.value;
  const called = new Map<string, Set<string>>();
  for (const person of persons)
    if (person.form !== 'full' && person.form !== 'spoken')
      called.set(person.surname, (called.get(person.surname) ?? new Set()).add(person.text));
  for (const person of persons) {
    const names = full.get(person.surname);
    const callings = called.get(person.surname);
    // 姓郗的干部（郗某，名字不清楚）, 姓詹的副局长（大家叫他詹局）
    if (names === undefined && callings?.size === 1 && person.form === 'spoken')
      person.value = [...callings][0] ?? person.text;
    if (person.form !== 'full' && names?.size === 1) person.value = [...names][0] ?? person.text;
  }
  return persons;
}

const ranks = oneOf('一二三四五六七八九大');
const isRank = ({ text, surname }: PersonMention): boolean =>
  text.length === surname.length + 1 && ranks(text, text.length - 1);

/** 艾山, where the letter has one 艾山·吐尔逊; 名字叫|爱国, where it has one 景爱国: a part of one name alone. */
function nameByPart(persons: PersonMention[]): void {
  const whole = new Set(persons.flatMap((p) => (p.form === 'full' ? [p.text] : [])));
  const parts = new Map<string, Set<string>>();
  const add = (part: string, name: string) => parts.set(part, (parts.get(part) ?? new Set()).add(name));
  for (const { form, surname, text } of persons) {
    if (form !== 'full') continue;
    if (/[·•]/.test(text)) add(text.split(/[·•]/)[0]!, text);
    else if (text.length === surname.length + 2) add(text.slice(surname.length), text);
  }
  for (const person of persons) {
    const [name, ...others] = parts.get(person.text) ?? [];
    if (person.form === 'full' && name !== undefined && others.length === 0 && whole.has(name))
      person.value = name;
  }
}

/** 匡什么林: as much of a name as anybody knows is what he is called, unless the letter has called him 小匡 before. */
function nameByHalf(persons: PersonMention[], full: Map<string, Set<string>>): void {
  for (const person of persons) {
    if (person.form !== 'masked' || !/什么|啥/.test(person.text) || full.has(person.surname)) continue;
    const first = persons.find((p) => p.surname === person.surname && p.form !== 'spoken');
    if (first === person) full.set(person.surname, new Set([person.text]));
    else person.value = first?.value ?? person.text;
  }
}
