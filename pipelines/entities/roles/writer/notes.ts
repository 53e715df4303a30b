import type { Span } from '../../../../domain/index.js';
import type { Reading } from '../informant.js';
import { beginsWithSurname, canBeName, nameAt } from './name-at.js';

const crowd = '(?:群众|村民|居民|业主|市民|职工|员工|住户|商户|租户|党员|干部|教师|一名|一位|自称)*';
const deed =
  '(?:来电|来访|来信|来函|致电|打来电话|打电话|电话|上门|到访|走访|[到来][我本][委局处室办](?:来访)?)';
const heard = new RegExp(
  `(?:来访|来电|来信|上访|信访)(?:群众|村民|居民|业主|市民|职工|员工)(?=[\\u3400-\\u9fff·]{2,4}(?:[、,，(（]|等|[二两三四五六七八九十]人|反映|称|到))|(?:据|接到?|接听|接待)(?:到|了)?${crowd}(?=[\\u3400-\\u9fff·]{2,12}${deed})`,
  'g',
);
const came = new RegExp(
  `(?:^|\\n|[,，。]|的|日|上午|下午|时|许)[ \\u3000]*${crowd}(?=[\\u3400-\\u9fff·]{2,9}(?:先生|女士|同志)?${deed}[,，:：]?(?:反映|举报|控告|投诉|陈述|口述|诉称|称|说|检举))`,
  'g',
);
const company = /^[,，、和及与\s]{1,2}/;

/** Names that a clerk wrote down of callers and visitors in running words: 据某某来电反映. */
export function noted(reading: Reading): Span[] {
  const { text } = reading;
  const found: Span[] = [];
  for (const pattern of [heard, came])
    for (const match of text.matchAll(pattern)) {
      const first = nameAt(reading, match.index + match[0].length, true);
      if (first === null) continue;
      found.push(first);
      for (let at = first.end; ; ) {
        const step = company.exec(text.slice(at, at + 2))?.[0].length ?? 0;
        const next =
          step > 0 && beginsWithSurname(text, at + step, reading) > 0
            ? nameAt(reading, at + step, true)
            : null;
        if (next === null || !canBeName(text.slice(next.start, next.end))) break;
        found.push(next);
        at = next.end;
      }
    }
  return found;
}
