import type { Mention, Span } from '../../../../../domain/index.js';
import { behindLastOf, firstOf, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention, type PositionMention } from '../../../names/index.js';
import type { Reading } from '../../informant.js';
import { type Holding, holdingOf } from '../holders.js';
import { isExcused } from './excuses.js';

/** One mention of a person with what stands around it. */
export interface Scene {
  mention: PersonMention;
  holding: Holding;
  /** Posts beside the name and within it (王主任). */
  posts: PositionMention[];
  /** Where the name begins with the unit and post before it. */
  styled: number;
  /** The 18 characters before the name. */
  before: string;
  /** What is said behind the name, to the next person or the end of the sentence. */
  after: string;
  /** The sentence that the name stands in, and how much of it stands before the name. */
  sentence: string;
  lead: number;
  /** The letter takes his part there. */
  innocent: boolean;
  /** A sum of money in the sentence. */
  sum: Mention | undefined;
}

/** Notes that a kind of evidence was seen, however often. */
export const see = (evidence: Evidence, what: string): void => void evidence.set(what, 1);

/** Characters of a sentence that are looked at on either side of a name. */
const reach = 60;
const stops = oneOf('。！？!?；;\n');

export function sceneOf(reading: Reading, mention: PersonMention): Scene {
  const { text, names, values, dictionary } = reading;
  const holding = holdingOf(text, mention, names, dictionary);
  const within = names.positions
    .slice(firstFrom(names.positions, mention.start + 1), firstFrom(names.positions, mention.end))
    .filter((p) => p.end <= mention.end);
  const start = behindLastOf(stops, text, Math.max(0, mention.start - reach), mention.start);
  const end = firstOf(stops, text, mention.end, mention.end + reach);
  return {
    mention,
    holding,
    posts: [...holding.positions, ...within],
    styled: Math.min(
      mention.start,
      holding.organisation?.start ?? mention.start,
      holding.positions[0]?.start ?? mention.start,
    ),
    before: text.slice(Math.max(0, mention.start - 18), mention.start),
    after: clauseAfter(text, rowEnd(text, mention, names.persons), names.persons),
    sentence: text.slice(start, end),
    lead: mention.start - start,
    innocent: isExcused(text, mention, names.persons),
    sum: values.slice(firstFrom(values, start), firstFrom(values, end)).find((v) => v.type === 'money'),
  };
}

/** The words from a person to the next person or the end of the sentence. */
function clauseAfter(text: string, from: number, persons: readonly PersonMention[]): string {
  const next = persons[firstFrom(persons, from)]?.start ?? text.length;
  const end = firstOf(stops, text, from, Math.min(next, from + 48));
  return text.slice(from, end);
}

/** Between two of a row of people stand a mark or 和, and the unit and post of the next. */
const joins = /^[、和与及][^，,。；;：:！!？?\n]{0,23}$/;
/** More people than this are in no row of which a sentence tells one thing. */
const mostInRow = 8;

/** Where the row of people ends that somebody stands in: 主任苏定国、会计屠丽华|涉嫌…. What is said there is said of each. */
export function rowEnd(text: string, mention: Span, persons: readonly PersonMention[]): number {
  let { end } = mention;
  for (let i = firstFrom(persons, end), n = 0; n < mostInRow && i < persons.length; i++, n++) {
    if (!joins.test(text.slice(end, persons[i]!.start))) break;
    end = persons[i]!.end;
  }
  return end;
}
