import type { Span } from '../../../../domain/index.js';
import { startingAt, unseen } from '../../names/index.js';
import { isEveryday } from '../everyday.js';
import type { Reading } from '../reading.js';
import { canBeName } from './name-at.js';

const word = '([\\u3400-\\u9fff·]{2,4})';
const callings =
  '(?:职工|员工|工人|[\\u3400-\\u9fff]工|人员|[\\u3400-\\u9fff]员|老师|教师|[医律技厨]师|医生|护士|会计|出纳|司机|保安|村民|居民|农民|牧民|市民|业主|住户|租户|商户|大户|个体户|老兵|学生|家长|股东|干部)';
/** What people say of themselves behind their name: their age, what they were before, what they are. */
const particulars = `(?:[男女][，,。]|[\\u3400-\\u9fff]{1,3}族|今年|现年|[1-9]\\d岁|(?:19|20)\\d{2}年|生于|家住|现住|(?:退休|离休|下岗|退伍|转业)(?:之?前|后|[，,。])|身份证|[^，,。；;！\\n]{0,16}${callings}[，,。])`;
/** 本人冬生，退休前在地质队. */
const itself = new RegExp(`(?<![\\u3400-\\u9fff])(?:本人|鄙人|在下)${word}(?=[，,]${particulars})`, 'g');
/** 我是某公司下岗的，来福。: whoever has said what he does is named behind it, and nothing else in the sentence. */
const doing = new RegExp(
  `(?<![\\u3400-\\u9fff])(?:我|本人|俺)[是系]([^，,。；;！!？?\\n他她其]{1,30}的)[，,](?:名?叫)?(?!名?叫)${word}(?=[。；\\n])`,
  'g',
);
/** 这件事我乌兰其其格最清楚: a name right behind 我, and what he does. */
const beside =
  /(?<=(?:^|[，,。；;！!\n]|[事情点话账])[ \u3000]?)(?:我|俺)([\u3400-\u9fff·]{2,10}?)(?=(?:最|都|也|就|可以|愿意?|敢|亲|知道|不怕|保证|清楚|记得|担保))/g;
const otherwise = /[从听跟替给被因由看说]|举报|反映|为了|知道|认识|发现|不是|怎么|真的|的.*的.*的/;
/** Too seldom in a given name for any name to hold it: 没, 过, 苦. */
const neverGiven = -4;

/** Names that begin with no known family's name, where the sentence asks for the writer's and goes on as behind one. */
export function givenNames(reading: Reading): Span[] {
  const { text } = reading;
  const found: Span[] = [];
  for (const pattern of [itself, doing])
    for (const match of text.matchAll(pattern)) {
      const name = match.at(-1) ?? '';
      const end = match.index + match[0].length;
      if (pattern === doing && otherwise.test(match[1] ?? '')) continue;
      if (isCalled(reading, { start: end - name.length, end })) found.push({ start: end - name.length, end });
    }
  for (const match of text.matchAll(beside)) {
    const name = match[1]!;
    const start = match.index + match[0].length - name.length;
    const end = start + name.length;
    const isPerson = startingAt(reading.names.persons, start)?.end === end;
    if (isPerson || reading.dictionary.nameParts.at(text, start) !== null) found.push({ start, end });
  }
  return found;
}

/** A word may be what somebody is called: made of characters of names, and no word of the language. */
function isCalled(reading: Reading, { start, end }: Span): boolean {
  const { text, map, names, dictionary } = reading;
  const name = text.slice(start, end);
  if (!canBeName(name, dictionary) || dictionary.notNames.at(name, 0) !== null) return false;
  if (dictionary.collectives.all(name).length > 0 || dictionary.posts.before(name, name.length) !== null)
    return false;
  if (names.persons.some((p) => p.start === start && p.end === end && p.form !== 'titled')) return true;
  const grades = [...name].map((char) => dictionary.nameCharacters.grade[char.charCodeAt(0)] ?? 0);
  // A family's name that no list holds is in no given name either.
  const known = grades.filter((grade) => grade !== unseen);
  const worst = Math.min(...known);
  const whole = map.words[map.indexAt(start)];
  const isWord = isEveryday(map, start) || (whole?.end === end && /^a/.test(whole.tag));
  if (!isWord) return worst > neverGiven;
  // 铁柱, 荞麦|根: a thing that is made of characters of names. What people do or are like is nobody's name.
  return whole?.tag === 'n' && worst >= -1 && known.reduce((sum, grade) => sum + grade, 0) >= 0;
}
