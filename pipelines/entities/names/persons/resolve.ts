import type { PersonMention } from './index.js';

/** Between what somebody is called and what his papers say. */
const properly = /^儿?[，,（(](?:他|她)?的?(?:大名|本名|真名|学名|原名)(?:叫|是)?$/;

/** Partial names take the full name of the same surname where the letter has exactly one. */
export function fullNames(persons: PersonMention[], text: string): PersonMention[] {
  const full = new Map<string, Set<string>>();
  for (const person of persons) {
    if (person.form !== 'full') continue;
    full.set(person.surname, (full.get(person.surname) ?? new Set()).add(person.text));
  }
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

/** 匡什么林: as much of a name as anybody knows is what he is called, unless the letter has called him 小匡 before. */
function nameByHalf(persons: PersonMention[], full: Map<string, Set<string>>): void {
  for (const person of persons) {
    if (person.form !== 'masked' || !/什么|啥/.test(person.text) || full.has(person.surname)) continue;
    const first = persons.find((p) => p.surname === person.surname && p.form !== 'spoken');
    if (first === person) full.set(person.surname, new Set([person.text]));
    else person.value = first?.value ?? person.text;
  }
}
