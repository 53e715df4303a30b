import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type Trie } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { type Scene, see } from './scenes.js';

const says =
  /^(?:同志)?(?:就|却|还|也|又|都|直接|当场|当面|在?电话里?|一开始|后来|只|总是?|老是?|笑着|拍着桌子|跟[^，。]{1,4})?(?:说|讲|答|回答|回复|称|骂|表示|告诉|答复|口头|解释|话[：:，“])/;
const asked = /(?:找到?|去?问|求|打(?:电话)?给|拦住|堵住|向|跟|同)(?:了|过|到)?$/;
const called = /(?:叫|名叫|姓名是|就是|(?<![可但就还总倒只正都])是|系)(?:做|作|个)?$/;
/** 批的叫|倪世昌, 业主评委是|员建勋, 他叫|骆成栋: what was done, or the man it was told of, is given a name. */
const byDeed =
  /[收签批提办带来验管写定拿开卖租经发盖放点抽花领][^，,。；;！!？?：:\n我]{0,6}的(?:(?:那个?)?人|那[个位]|就)?(?:名?叫|是)(?:个|做)?$/;
const thatMan = /(?:^|[^我俺])(?:[他她]|[这那此]个?人|那[位个])(?:就)?(?:名?叫|名字[叫是])(?:个|做)?$/;
const object =
  /(?:的|和|与|及|、|跟|给|向|找|对|被|由|让|叫|请|送|(?<![可但])是|问|把|替|帮|陪|同|听|据|经|到|为)$/;
const subject =
  /^(?:同志)?(?:，|,|涉嫌|违规|违纪|利用|在任|在担任|身为|作为|[不没就却还也又一把将收拿要批签带用指让叫竟居每多长从到以用])/;
const doer =
  /^[^，。；]{0,4}(?:签|批|定|收|拿|办|管|经手|做|领|花|用|租|卖|包|验|点头|拍板)(?:的|了|走|掉|过|字|死)/;
const decides =
  /^(?:同志)?[^，。；：“]{0,5}(?:[收抽扣卖租包压吞占骗捞赚贪改瞒批签免减挪填盖开罚]|拿走|点头|拍板|定下)/;
const refuses =
  /^(?:同志)?[^，。；：“]{0,3}(?:不(?:收|肯|想|愿|敢|同意|签|干|答应|赞成|让)|没有?(?:收|签|同意|拿|答应|批)|拒|反对|劝|提出|提过|要求|坚持)/;
const doing = /(?:由|被|是|都是|全是|经|让|归|凭|系)(?:时任|原)?$/;

const asksReader = /[，,](?:请|恳请|望|盼)/;

/** 甲和乙都是好人, 甲、乙等人. */
const joined = /^[、和与及][^，。；]{0,12}[都等均全]/;

/** How the sentence speaks of him, whatever is told: as its subject, as one who was asked, with a sum. */
export function seeTelling(evidence: Evidence, reading: Reading, scene: Scene): void {
  const { text, names, dictionary } = reading;
  const { mention, styled, after, sentence, lead, sum } = scene;
  const before = text.slice(Math.max(0, styled - 12), styled);
  const at = firstFrom(names.persons, mention.start);
  const earlier = names.persons[at - 1];
  if (says.test(after)) see(evidence, 'says');
  if (asked.test(before)) see(evidence, 'is asked');
  if (called.test(before)) see(evidence, 'called');
  if (byDeed.test(before)) see(evidence, 'named by deed');
  if (thatMan.test(before)) see(evidence, 'named late');
  if (doing.test(before) && doer.test(after)) see(evidence, 'doer');
  if (refuses.test(after)) see(evidence, 'refuses');
  else if (decides.test(after)) see(evidence, 'takes or decides');
  const paragraph = text.slice(text.lastIndexOf('\n', mention.start - 1) + 1, mention.start);
  if (earlier === undefined || earlier.end <= mention.start - paragraph.length)
    see(evidence, 'first of paragraph');
  if (sum !== undefined) see(evidence, sum.start > mention.start ? 'sum behind' : 'sum before');
  const first = earlier === undefined || earlier.end <= mention.start - lead;
  if (!first) see(evidence, 'later of several');
  if (/(?:^|[，,：:、“”（(\s])$/.test(before)) {
    if (subject.test(text.slice(mention.end, mention.end + 5))) see(evidence, 'subject');
  } else if (object.test(before)) see(evidence, 'object');
  if (/^的/.test(text.charAt(mention.end))) see(evidence, 'owner');
  const rest = sentence.slice(lead + mention.text.length);
  // 甲定了价，监理乙不肯签: what is said behind another's name is said of the other.
  // …，请按规定办理: what the reader is asked for is told of nobody.
  const [own = ''] = (joined.test(rest) ? rest : after).split(asksReader);
  for (const [what, words] of [
    ['praised', dictionary.praises],
    ['objects', dictionary.dissents],
    ['wronged', dictionary.harms],
    ['harsh', dictionary.harsh],
    ['gains', dictionary.gains],
  ] as const)
    if (contains(own, words)) see(evidence, what);
  if (
    evidence.has('praised') ||
    evidence.has('objects') ||
    evidence.has('wronged') ||
    evidence.has('excused') ||
    evidence.has('suffers')
  )
    evidence.set('spared', 1);
}

function contains(text: string, words: Trie<true>): boolean {
  for (let at = 0; at < text.length; at++) if (words.at(text, at) !== null) return true;
  return false;
}
