import type { InformantField, Span } from '../../../../domain/index.js';
import type { Reading } from '../informant.js';
import { nameAt } from './name-at.js';

type Found = { kind: InformantField['kind']; span: Span };

const exchange = /问[:：]\s?([^？?\n]{2,24})[？?]\s*答[:：]\s?([^。\n问]{1,60})/g;
/** What a clerk asks whoever sits before him about himself. */
const questions: readonly [InformantField['kind'], RegExp][] = [
  ['name', /叫什么|什么名字|尊姓|贵姓|姓名|怎么称呼|名字/],
  ['address', /住(?:在)?(?:哪|什么)|住址|家在哪|哪里人|哪儿人/],
  ['organisation', /哪个单位|什么单位|工作单位|在哪(?:里|儿)?(?:上班|工作)|做什么工作|干什么(?:工作|的)/],
  ['phone', /电话|手机|号码|怎么联系/],
];
const lead =
  /^(?:我|俺|本人)?(?:的)?(?:名字|电话|手机|单位|家)?(?:现在|一直)?(?:就)?(?:叫|名叫|姓|是|系|住在|住|家住|在|于)*/;
const working = /(?:上班|工作|当|做|干|站[柜岗]|看[大门]|教书|开车|退休).*$/;

/** Answers of a transcript to what the clerk asks about the visitor himself: 问：哪个单位？答：在…站柜台。 */
export function answered(reading: Reading): Found[] {
  const found: Found[] = [];
  for (const match of reading.text.matchAll(exchange)) {
    const [whole, question = '', answer = ''] = match;
    if (/他|她|对方|举报谁|反映谁|局长|主任|书记|领导/.test(question)) continue;
    const kind = questions.find(([, pattern]) => pattern.test(question))?.[0];
    if (kind === undefined || kind === 'phone') continue;
    const start = match.index + whole.length - answer.length + (lead.exec(answer)?.[0].length ?? 0);
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
