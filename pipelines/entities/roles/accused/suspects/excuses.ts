import type { Span } from '../../../../../domain/index.js';
import { firstOf, oneOf } from '../../../../one-of.js';
import { firstFrom, type PersonMention } from '../../../names/index.js';

const excuse =
  /(?:虽然|虽|只是|不过是?|仅仅)[^。\n]{0,30}(?:签|盖章|经手|跑腿)[^。\n]{0,40}(?:按|听|要求|指示|安排|照办|不签就)|被迫|奉命|不得不(?!举报|反映|写)|不敢不|不签就|并?不知情|蒙在鼓里|(?:多次|曾经?|一再)?(?:提出(?:过)?[^。，]{0,6}(?:异议|反对|不行|不妥|不同意)|劝阻|反对)|坚持(?:原则|不)|拒绝(?:签字|办理)|按程序(?:办理|签字)|没有(?:拿过?|得到|收过?)(?:一分|任何|半点|好处)|清清楚楚|没有?收过|从来?不收|从没收过|两袖清风|清正廉洁|作风正派|好干部|为人正直|服气|认真负责|一丝不苟|口碑|公道|有口皆碑|兢兢业业|与(?:他|她|此事|以上|上述|这些)[^，。]{0,6}无[关涉]|没有?(?:掺和|参与|沾边|插手)|^[^，。]{0,3}只好|秉公|好同志|不要误会|(?:提(?:出)?过?|有)(?:书面)?(?:的)?不同意见|仗义执言|老实人|(?:人|为人)(?:很|挺|不)(?:好|错|老实)|老实[娃孩]|(?:不要|别)(?:难为|为难|冤枉)[他她]|(?:没有?|未)发现[他她]?(?:有|本人)?(?:拿|收|参与)|(?:查|搞|弄)错了|在[^，。]{1,6}(?:做手术|住院)|从来没有?(?:多拿|拿过|收过|要过)|提过[^，。]{0,4}意见|(?:曾经?)?(?:提出过?|提过)[^，。]{0,4}意见/;

/** 审计未发现|某某参与. */
const cleared = /(?:未|没有?)(?:发现|查到|证据(?:证明|表明))(?:现任|时任)?[^，。；\n]{0,4}$/;
const endsSentence = oneOf('。！!\n');

/** The letter itself takes the person's part: he only signed as told, spoke against it, was an honest man. */
export function isExcused(text: string, mention: Span, persons: readonly PersonMention[]): boolean {
  if (cleared.test(text.slice(Math.max(0, mention.start - 8), mention.start))) return true;
  const sentence = text.slice(mention.end, firstOf(endsSentence, text, mention.end, mention.end + 90));
  const hit = excuse.exec(sentence);
  if (hit === null || /早年|以前|从前|过去|当年|原来|本来|曾经是|刚来时/.test(sentence.slice(0, hit.index)))
    return false;
  const between = persons.slice(firstFrom(persons, mention.end), firstFrom(persons, mention.end + hit.index));
  // 甲和乙虽然签了字: what is said behind a row of names is said of all of them.
  return between.every((p) => text.slice(mention.end, p.start).length <= 14);
}
