import type { InformantField } from '../../../../domain/index.js';
import type { Found, Reading } from '../reading.js';
import { nameAt } from './name-at.js';

const exchange = /问[:：]\s?([^？?\n]{2,24}(?:[？?][^？?\n]{2,24}){0,2})[？?]\s*答[:：]\s?([^。\n问]{1,60})/g;
/** What a clerk asks whoever sits before him about himself. */
const questions: readonly [InformantField['kind'], RegExp][] = [
  ['name', /叫什么|什么名字|尊姓|贵姓|姓名|怎么称呼|名字/],
  ['address', /住(?:在)?(?:哪|什么)|住址|家在哪|哪里人|哪儿人/],
  ['organisation', /哪个单位|什么单位|工作单位|在哪(?:里|儿)?(?:上班|工作)|做什么工作|干什么(?:工作|的)/],
];
/** 你叫什么名字, 您家住哪里, 哪个单位: asked of whoever sits there, and of nobody else. */
const ofVisitor =
  /^(?:[^，,？?]{1,8}[，,])?(?:那|请问)?(?:请)?(?:你|您|来访人|举报人)|^(?:叫|什么名字|尊姓|贵姓|姓名|怎么称呼|名字|住|家|哪|什么|在哪|做什么|干什么|工作单位)/;
/** Whoever sits there may be called 大姐 or 老师傅: kin is another's only with whose it is. */
const ofOthers =
  /他|她|对方|谁|[舅爸媳]|[你您](?:(?:的|家的?|那)[大小二三]?)?[叔伯妈爹娘哥弟姐妹]|儿子|女儿|丈夫|妻子|老公|老婆|爱人|亲戚|邻居|朋友|[长任记计员板导]|师(?!傅)|你们|您们|公司|[你您](?:说|讲|反映|举报|指|讲)的|那个|这个|的人|打到|转到|交到/;
const lead =
  /^(?:我|俺|本人)?(?:的)?(?:名字|电话|手机|单位|家)?(?:现在|一直)?(?:就)?(?:叫|名叫|姓|是|系|住在|住|家住|在|于)*/;
const age =
  /^(?:我|俺)?(?:今年)?(?:[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)(?:岁|了)*(?=[，,。]|$)[，,]?/;
const working = /(?:上班|工作|当|做|干|站[柜岗]|看[大门]|教书|开车|退休).*$/;

/** Answers of a transcript to what the clerk asks about the visitor himself: 问：哪个单位？答：在…站柜台。 */
export function answered(reading: Reading): Found[] {
  const { text } = reading;
  const found: Found[] = [];
  for (const match of reading.text.matchAll(exchange)) {
    const [whole, question = '', answer = ''] = match;
    if (!ofVisitor.test(question) || ofOthers.test(question)) continue;
    const kind = questions.find(([, pattern]) => pattern.test(question))?.[0];
    const from = match.index + whole.length - answer.length;
    const years = /多大|年龄|几岁|岁数|年纪/.test(question) ? age.exec(answer) : null;
    if (years !== null) found.push({ kind: 'other', span: { start: from, end: from + years[0].length } });
    if (kind === undefined) continue;
    let start = from + (years?.[0].length ?? 0);
    start += lead.exec(text.slice(start, match.index + whole.length))?.[0].length ?? 0;
    if (kind === 'name') {
      const name = nameAt(reading, start, false);
      if (name !== null) found.push({ kind, span: name });
      continue;
    }
    const value = (reading.text.slice(start, match.index + whole.length).split(/[，,；;]/)[0] ?? '')
      .replace(kind === 'organisation' ? working : /的$/, '')
      .replace(/的$/, '');
    if (value.length >= 3) found.push({ kind, span: { start, end: start + value.length } });
  }
  return found;
}
