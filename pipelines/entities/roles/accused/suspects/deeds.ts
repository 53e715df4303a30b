import { relationBehindName } from '../../../../family-words.js';
import { firstOf, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { type Scene, see } from './scenes.js';

const takes =
  /(?:收受|索要|索取|收取|收了|接受|收到|拿了|拿到|借了|借|吃了|要求|让|叫|安排|指使|找|逼|强迫|要)[^，,。；;\n、]{0,16}$/;
const givesTo =
  /(?:送给|送到|送了|塞给|转给|打给|交给|给了|行贿|贿赂|孝敬|宴请|请|送|给|向)(?:时任|原)?[^，,。；;\n、]{0,14}$/;
/** 移送, 报送, 客情: what is sent thus is no gift. */
const noGift = oneOf('移报转遣护投呈抄发输接客情定批划');
const endsSentence = oneOf('。；;！!\n');
const neutral = /(?:找到|联系|问|听|据|对|跟|问过|认识|告诉|同|陪)$/;

/**
 * What he does, has done and is given where he is named.
 *
 * @returns whether he is shown in an act
 */
export function seeDeeds(evidence: Evidence, reading: Reading, scene: Scene): boolean {
  const { text, dictionary } = reading;
  const { mention, before, after, innocent } = scene;
  let shown = false;
  if (takes.test(before)) see(evidence, 'taken from');
  const told =
    /(?:叫|让|要求|指使|授意|安排|逼|派)(?:时任|原)?[^，,。；;\n、]{0,14}$/.test(before) &&
    !/(?:的是|由)[^，。]{0,10}$|(?:名字?|姓名|长|任|记|[他她人姓，,])叫个?$/.test(before);
  // Who forges at another's word has forged; who only signs at it has not.
  if (told) see(evidence, firstOfWords(after, dictionary.misdeeds.at) === null ? 'told to' : 'obeys gravely');
  if (!innocent && ofHis.test(text.slice(mention.end, mention.end + 12))) see(evidence, 'family');
  if (!innocent && through.test(before) && hand.test(after)) see(evidence, 'by his hand');
  if (!innocent && actsAsHe(reading, mention)) see(evidence, 'acts as he');
  if (scene.row.end > mention.end) see(evidence, 'in a row');
  if (inCharge.test(text.slice(Math.max(0, mention.start - 30), mention.start))) see(evidence, 'in charge');
  const act = firstOfWords(after, dictionary.acts.at);
  const favour = favours.test(after);
  const gift = favour
    ? null
    : firstOfWords(after, (clause, at) =>
        // 用于请客送礼 is what public money was spent on, no gift to somebody.
        noGift(clause, at - 1) ? null : dictionary.gives.at(clause, at),
      );
  if (gift !== null && (act === null || gift < act) && !/(?:索|让|要求|逼)/.test(after.slice(0, gift)))
    see(evidence, 'gives');
  else if (!innocent && (favour || (act !== null && act <= 30)) && !neutral.test(before)) {
    see(evidence, 'acts');
    shown = true;
  }
  if (givesTo.test(before) && !neutral.test(before)) {
    see(evidence, 'is given');
    shown = true;
  }
  return shown;
}

const inCharge =
  /(?:经手|办理|审批|签字|签的|收钱|负责|盖章|批准|拍板|主管|分管|经办)[^，。；\n]{0,8}(?:的?是|:|：)[^，。；\n]{0,14}$/;
/** 把工程给了他表弟: what an official has to give is no bribe. */
const favours =
  /^[^。；]{0,8}把[^，。；]{0,10}(?:工程|项目|标段?|活|业务|地块?|房子?|指标|名额|铺面|商铺|门面|单子|合同|货款|公款|钱)[^，。；]{0,4}(?:给|交给|包给|租给|借给)/;

/** 由秘书长鄢某|保管, 经副主任水某|签批. */
const through = /(?:由|经|是|系|都是|叫|让)[^，,。；;、]{0,16}$/;
const hand =
  /^[^，。；]{0,4}?(?:保管|经手|经办|签批|签字|签发|审批|批准|审核|掌握|掌管|收取|负责|管着?|办理|定的|说了算|拍板|一手|做的|拿着|收着|造册|验收)/;
/** What a letter tells of somebody's family and driver, it tells against him. */
const ofHis = new RegExp(`^${relationBehindName}(?!长|[\\u4e00-\\u9fa5]{0,2}(?:举报|反映|来访))`);
const pronoun =
  /(?:^|[，,。；;！!：:“\s])(?:而|但|后来|随后|现在|当时)?(?:他自己|她自己|他本人|[他她](?!们|人)|此人|该人|该同志|这个人)/g;
/** How far, in characters, a pronoun still means the person named before it. */
const pronounReach = 160;

/** In some sentence behind a mention, up to the next person, 他 or 此人 acts. */
function actsAsHe({ text, names, dictionary }: Reading, mention: PersonMention): boolean {
  // No further than the pronoun reaches: the list of a whole register is not gone through for each of its names.
  const near = names.persons.slice(
    firstFrom(names.persons, mention.end),
    firstFrom(names.persons, mention.end + pronounReach),
  );
  const next = near.find((p) => p.value !== mention.value);
  const stretch = text.slice(mention.end, Math.min(next?.start ?? text.length, mention.end + pronounReach));
  return [...stretch.matchAll(pronoun)].some((match) => {
    const from = match.index + match[0].length;
    const clause = stretch.slice(from, firstOf(endsSentence, stretch, from, from + 26));
    return firstOfWords(clause, dictionary.acts.at) !== null;
  });
}

function firstOfWords(text: string, at: (text: string, at: number) => unknown): number | null {
  for (let i = 0; i < text.length; i++) if (at(text, i) !== null) return i;
  return null;
}
