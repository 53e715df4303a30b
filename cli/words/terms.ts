import { InvalidArgumentError, Option } from 'commander';
import { language, say } from './usage.js';

type Terms = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** 检举控告 and report, 涉嫌受贿 and 受贿 and bribery: a word of the field or its key gives the key. */
function termOf<T extends Terms>(terms: T, text: string): (keyof T & string) | null {
  const wanted = text.trim().toLowerCase();
  const found = Object.entries(terms).find(([key, { zh, en }]) =>
    [key, zh, zh.replace(/^涉嫌/, ''), en].some((name) => name.toLowerCase() === wanted),
  );
  return found?.[0] ?? null;
}

/** All words that may be written, for people. */
export const termNames = (terms: Terms): string =>
  Object.entries(terms)
    .map(([key, { zh }]) => (language === 'en' ? key : `${zh.replace(/^涉嫌/, '')} (${key})`))
    .join(', ');

/** @throws {InvalidArgumentError} which names the words that may be written. */
export function readTerm<T extends Terms>(terms: T) {
  return (text: string): keyof T & string => {
    const key = termOf(terms, text);
    if (key === null)
      throw new InvalidArgumentError(say(`可用 ${termNames(terms)}`, `one of ${termNames(terms)}`));
    return key;
  };
}

/** An option whose value is a word of the field or its key. */
export const termOption = (flags: string, description: string, terms: Terms): Option =>
  new Option(flags, `${description}: ${termNames(terms)}`).argParser(readTerm(terms));

/** The code of a topic, which may be given by its name. What is neither is left for the register to refuse. */
export const topicCode = (topics: Readonly<Record<string, { name: string }>>, text: string): string =>
  Object.hasOwn(topics, text)
    ? text
    : (Object.entries(topics).find(([, { name }]) => name === text.trim())?.[0] ?? text.toUpperCase());
