import type { Mention, Span } from '../../../../../domain/index.js';
import { behindLastOf, firstOf, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention, type PositionMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
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
  /** The row of people that he stands in. */
  row: Row;
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
  const row = rowOf(reading, mention);
  return {
    mention,
    holding,
    posts: [...holding.positions, ...within],
    styled: styledFrom(mention, holding),
    row,
    before: text.slice(Math.max(0, mention.start - 18), mention.start),
    after: clauseAfter(text, row.end, names.persons),
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

/** Where the row ends of which one thing is said, and whether it is said of somebody else who does it to them. */
export interface Row {
  end: number;
  isObject: boolean;
}

/** 账上有|会计屠丽华、出纳…的签名; 还有 only goes on with the row. */
const thereIs = /(?<![还具共中人员者])有$/;
/** 主任苏定国和会计屠丽华|谈话, 主任苏定国、会计屠丽华|举报他: what is said behind them is said of one to the other. */
const parts =
  /^(?:多次|曾经?|实名|一起)?(?:谈(?:话|了|过|心)|(?:举报|检举|控告|揭发|反映)(?:了|过)?[他她其])/;

/**
 * The row of people that somebody stands in: 主任苏定国、会计屠丽华|涉嫌…. What is said there is said of each, unless
 * the first of them is only whom somebody else deals with (冒充|主任苏定国、会计屠丽华).
 */
export function rowOf(reading: Reading, mention: PersonMention): Row {
  const { text, names, dictionary } = reading;
  const { persons } = names;
  const joined = (i: number) => joins.test(text.slice(persons[i - 1]!.end, persons[i]!.start));
  const own = firstFrom(persons, mention.start);
  let [first, last] = [own, own];
  while (first > 0 && own - first < mostInRow && joined(first)) first -= 1;
  while (last + 1 < persons.length && last - own < mostInRow && joined(last + 1)) last += 1;
  const head = persons[first] ?? mention;
  const lead = styledFrom(head, holdingOf(text, head, names, dictionary));
  const isObject =
    dictionary.objectMarks.before(text, lead) !== null ||
    thereIs.test(text.slice(Math.max(0, lead - 2), lead));
  const end = persons[last]?.end ?? mention.end;
  const isOne = !isObject && !parts.test(text.slice(end, end + 10));
  return { end: isOne ? end : mention.end, isObject };
}

const styledFrom = ({ start }: Span, { organisation, positions }: Holding): number =>
  Math.min(start, organisation?.start ?? start, positions[0]?.start ?? start);
