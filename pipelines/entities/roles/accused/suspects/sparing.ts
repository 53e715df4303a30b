import type { Span } from '../../../../../domain/index.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention } from '../../../names/index.js';
import type { Reading } from '../../informant.js';
import { type Scene, see } from './scenes.js';

/** What tells that the letter means him no harm. */
export function seeSparing(evidence: Evidence, reading: Reading, scene: Scene): void {
  const { mention, after, sentence, lead, innocent } = scene;
  if (innocent) see(evidence, 'excused');
  if (vouched.test(sentence.slice(0, lead))) see(evidence, 'vouched for');
  if (reading.dictionary.witnesses.before(reading.text, mention.start) !== null) see(evidence, 'witness');
  if (confesses(reading, mention)) see(evidence, 'confesses');
  if (suffers.test(after)) see(evidence, 'suffers');
}

const suffers =
  /^[^，。；]{0,3}(?:因为?|由于)?[^，。；]{0,12}(?:被(?:逼|打|骂|调|撤|免|辞退|开除|穿小鞋|刁难|排挤|停职|调离|带走|触电|砸)|受伤|住院|触电|落选|被从)/;
const admits = /^[^，。；：:]{0,6}(?:供述|供称|供认|交代|交待|陈述|证实|指证|当庭|称[:：，,]|如实|说明情况)/;
const party =
  /(?:犯罪嫌疑人|嫌疑人|被告人?|原告|当事人|证人|行贿人|投诉人|知情人|线索提供人)[^，。；]{0,12}$/;

/** 当事人|某某供述: whose words give the matter away is not whom the paper accuses. */
function confesses({ text, official }: Reading, mention: Span): boolean {
  const before = text.slice(Math.max(0, mention.start - 18), mention.start);
  const after = text.slice(mention.end, mention.end + 14);
  return party.test(before) || (official && admits.test(after));
}

const excuse =
  /(?:虽然|虽|只是|不过是?|仅仅)[^。\n]{0,30}(?:签|盖章|经手|跑腿)[^。\n]{0,40}(?:按|听|要求|指示|安排|照办|不签就)|被迫|奉命|不得不(?!举报|反映|写)|不敢不|不签就|并?不知情|蒙在鼓里|(?:多次|曾经?|一再)?(?:提出(?:过)?[^。，]{0,6}(?:异议|反对|不行|不妥|不同意)|劝阻|反对)|坚持(?:原则|不)|拒绝(?:签字|办理)|按程序(?:办理|签字)|没有(?:拿过?|得到|收过?)(?:一分|任何|半点|好处)|清清楚楚|没有?收过|从来?不收|从没收过|两袖清风|清正廉洁|作风正派|好干部|为人正直|服气|认真负责|一丝不苟|口碑|公道|有口皆碑|兢兢业业|与(?:他|她|此事|以上|上述|这些)[^，。]{0,6}无[关涉]|没有?(?:掺和|参与|沾边|插手)|^[^，。]{0,3}只好|秉公|好同志|不要误会|(?:提(?:出)?过?|有)(?:书面)?(?:的)?不同意见|仗义执言|老实人|提过[^，。]{0,4}意见|(?:曾经?)?(?:提出过?|提过)[^，。]{0,4}意见/;

/** 村里也有好干部，某某; 替几个人说句公道话：某某; 可以证明：某某. */
const vouched =
  /(?:(?:公道话|可以(?:作证|证明)|能(?:作证|证明)|(?:不要|别)冤枉)[：:][^。]*|也有好(?:干部|人|同志)[：:，,][^。，,]*)$/;

/** The letter itself takes the person's part: he only signed as told, spoke against it, was an honest man. */
export function isExcused(text: string, mention: Span, persons: readonly PersonMention[]): boolean {
  const sentence = text.slice(mention.end, mention.end + 90).split(/[。！!\n]/)[0] ?? '';
  const hit = excuse.exec(sentence);
  if (hit === null || /早年|以前|从前|过去|当年|原来|本来|曾经是|刚来时/.test(sentence.slice(0, hit.index)))
    return false;
  const between = persons.slice(firstFrom(persons, mention.end), firstFrom(persons, mention.end + hit.index));
  // 甲和乙虽然签了字: what is said behind a row of names is said of all of them.
  return between.every((p) => text.slice(mention.end, p.start).length <= 14);
}
