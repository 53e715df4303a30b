import type { Span } from '../../../domain/index.js';
import { isEveryday } from './everyday.js';
import type { Reading } from './reading.js';
import { beginsWithSurname } from './writer/index.js';

const calling = /(?:[员工民户贩家长师人兵]|妇女|同事|学生)$/;

/**
 * What stands for a name in the last lines and is none: 一个|明白人, 夜市摊贩, 提交日期. A word that a family name begins stays,
 * for it may be one.
 */
export function isNobody(reading: Reading, { start, end }: Span): boolean {
  const { map, names, dictionary } = reading;
  if (names.organisations.some((o) => o.start < end && start < o.end)) return false;
  // Whoever is counted is not named.
  if (/一[个名位群]$/.test(reading.text.slice(Math.max(0, start - 2), start))) return true;
  if (names.persons.some((p) => p.start === start && p.end === end && p.form !== 'titled')) return false;
  if (isReached(reading, { start, end })) return false;
  const last = map.words[map.indexAt(end - 1)];
  if (last === undefined || last.end !== end || last.start < start) return false;
  const called =
    last.tag === 'n' && end - last.start >= 2 && calling.test(reading.text.slice(last.start, end));
  const family = dictionary.surnames.has(reading.text.charAt(start));
  if (called && last.start === start && !family) return true;
  // 建设 and 开心 alone may be what somebody is called.
  const phrase = end - start >= 3 && isEveryday(map, start);
  return beginsWithSurname(reading.text, start, reading) === 0 && (called || phrase);
}

/** 介子期，154…: a word alone on its line but for the number behind it signs, whatever else it means. */
function isReached({ text, dictionary }: Reading, { start, end }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const name = text.slice(start, end);
  return (
    line.trim() === '' &&
    /^[，,：: \u3000]{1,4}1[3-9]\d{9}[ \u3000]*(?:\n|$)/.test(text.slice(end, end + 24)) &&
    [...name].every((char) => dictionary.nameCharacters.grade[char.charCodeAt(0)] !== -4)
  );
}
