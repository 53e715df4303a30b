import type { Span } from '../../../../../domain/index.js';
import { firstFrom } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { beginsWithSurname, canBeName } from '../name-at.js';
import { isOfficeHolder, namesOther } from './reported.js';

const start = '(?<=^|[\\n。！!？?；;，,：:][ \\u3000]{0,4})';
const name = '([\\u3400-\\u9fff·]{2,12}?)';
const now = '(?:[（(][^（）()\\n]{0,40}[）)])?(?:现在?|今|特此?|谨|兹|在此|郑重|再次|多次|[，,]){0,4}';
const telling = '(?:反映|举报|控告|检举|投诉|申诉|揭发|状告)';
/** 某某实名举报某某, 某某向您反映: nobody but who writes says so of a name. */
const speaking = new RegExp(
  `${start}${name}(?=${now}(?:(?:向|给|跟)(?:您|你|贵|各位|尊敬的)[^，。\\n]{0,10}?(?:实名)?${telling}|(?:实名|署名|具名)(?:向[^，。\\n]{1,12}?)?${telling}(?!者|人|信|件)))`,
  'g',
);
/** 某某向县纪委反映某某: so a letter begins; later on it tells so of others. */
const appealing = new RegExp(
  `(?<=(?:^|[\\n。！!]|好[，,])[ \\u3000]{0,4})${name}(?=(${now}(?:向|给)[^，。\\n]{1,14}?(?:实名)?${telling})(?!者|人|信|件))`,
  'g',
);
/** 某某：领导您好: in a chat the name of who writes stands before what he writes. */
const chatting = new RegExp(
  `(?<=(?:^|\\n)[ \\u3000]{0,20})${name}(?=[:：][ \\u3000]?(?:各位|尊敬的)?(?:领导|您好|你好)[，,。！!：: 您你\\n])`,
  'g',
);
/** What is told follows. */
const matter = /^(?:以下|下列|如下|有关|关于|一[下个件]|本[村单]|我|其|[:：，,])/;
/** 某某举报某某: a title. */
const title = new RegExp(`^[ \\u3000]*${name}(?=(${now}${telling}))`);
/** Lines in which a letter says who speaks. */
const opening = 4;

/** Names of writers who speak of themselves by name: 某某实名举报某某, 领导您好，某某向您反映…. */
export function spokenNames(reading: Reading): Span[] {
  const { text, lines } = reading;
  const filled = lines.filter((line) => text.slice(line.start, line.end).trim() !== '');
  const head = filled.slice(0, opening).at(-1)?.end ?? 0;
  const begun = [...text.slice(0, head).matchAll(appealing)].filter(
    ({ index, 1: word = '', 2: deed = '' }) => {
      const after = index + word.length + deed.length;
      return namesOther(reading, after) || matter.test(text.slice(after, after + 3));
    },
  );
  const found = [...text.matchAll(speaking), ...text.matchAll(chatting), ...begun].map((match) => ({
    start: match.index,
    end: match.index + (match[1] ?? '').length,
  }));
  const [first] = filled;
  const match = first && title.exec(text.slice(first.start, Math.min(first.end, first.start + 80)));
  if (first !== undefined && match) {
    const [whole, word = '', deed = ''] = match;
    const end = first.start + whole.length;
    if (namesOther(reading, end + deed.length)) found.push({ start: end - word.length, end });
  }
  return found.filter((span) => isOneName(reading, span) && !isOfficeHolder(reading, span));
}

/** A name that was read there or can be one, and nothing else: 群众 and 王局长 are none. */
function isOneName(reading: Reading, span: Span): boolean {
  const { text, names, dictionary } = reading;
  const word = text.slice(span.start, span.end);
  const person = names.persons[firstFrom(names.persons, span.start)];
  if (person?.start === span.start && person.end === span.end) return person.form !== 'titled';
  return (
    canBeName(word, dictionary) &&
    beginsWithSurname(text, span.start, reading) > 0 &&
    dictionary.notNames.at(word, 0) === null &&
    dictionary.posts.before(word, word.length) === null &&
    dictionary.collectives.all(word).length === 0
  );
}
