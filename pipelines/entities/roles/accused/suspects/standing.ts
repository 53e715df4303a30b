import type { Span } from '../../../../../domain/index.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import type { Holding } from '../holders.js';
import { type Scene, see } from './scenes.js';

const staff = /(?:员|会计|出纳|文书|秘书|司机|保安|医生|护士|老师|教师|工程师|律师|记者)$/;
const firm = /(?:公司|厂|集团|酒店|宾馆|酒楼|饭店|商行|店|事务所|工程队|合作社)$/;

/** Which post and unit he has where he is named, and whether the sentence is about him. */
export function seeStanding(evidence: Evidence, reading: Reading, scene: Scene): void {
  const { text, dictionary } = reading;
  const { mention, holding, posts, innocent } = scene;
  const runs =
    posts.some((p) => p.kind === 'business' && !dictionary.callings.has(p.text)) &&
    isPublicUnit(reading, mention, holding);
  if (runs || posts.some((p) => p.kind === 'public')) {
    see(evidence, 'office');
    if (posts.some((p) => staff.test(p.text))) see(evidence, 'staff');
    if (posts.some((p) => /(?:长|主任|书记)$/.test(p.text))) see(evidence, 'head');
  } else if (posts.some((p) => p.kind === 'business')) see(evidence, 'business');
  else if (posts.some((p) => p.kind === 'other')) see(evidence, 'other post');
  // 二、副主任习志敏，…: an item of the list is about whom it begins with.
  if (beginsItem(text, mention, holding)) see(evidence, 'begins item');
  if (posts.length === 0) {
    seePostsNear(evidence, reading, mention);
    seeOrigin(evidence, reading, scene.styled);
  }
  if (posts.length > 0 && ofFirm.test(text.slice(Math.max(0, scene.styled - 10), scene.styled)))
    see(evidence, 'post in a firm');
  if (holding.organisation !== null) {
    const { text: unit, start } = holding.organisation;
    see(evidence, 'unit');
    if (firm.test(unit)) see(evidence, 'of a firm');
    if (dictionary.petitionOffices.before(unit, unit.length) !== null) see(evidence, 'of a petition office');
    if (start > mention.start && posts.length > 0) see(evidence, 'introduced');
  }
  // 他哥某某，县住建局副局长: he is in office himself.
  const official = holding.organisation !== null && holding.organisation.start > mention.start;
  if (dictionary.relatives.before(text, mention.start) !== null)
    see(evidence, official ? 'relative in office' : 'relative');
  if (!innocent && leadsClause(text, mention, holding)) see(evidence, 'leads');
}

/** 由公司|出纳某某, 顺风施工队，|队长某某: the post is one of a firm that is read as no unit, or stands apart. */
const ofFirm =
  /(?:公司|集团|[施工程]队|合作社|事务所|商行|酒店|工厂|厂家|厂里|我们厂|工地|项目部|监理|[店铺])(?:里|上)?[的，,]?(?:原|时任)?$/;

/** 就是向建疆，师里人防的主任: a post in the same sentence, before any other person. */
function seePostsNear(evidence: Evidence, { text, names }: Reading, mention: PersonMention): void {
  const behind = names.positions[firstFrom(names.positions, mention.end)];
  const next = names.persons[firstFrom(names.persons, mention.end)];
  if (
    behind !== undefined &&
    behind.kind === 'public' &&
    behind.start - mention.end <= 30 &&
    !(next !== undefined && next.start <= behind.end) &&
    !/[。；！？\n]/.test(text.slice(mention.end, behind.start).replace(/^。/, ''))
  )
    see(
      evidence,
      apart.test(text.slice(mention.end, behind.start)) ? 'post of another behind' : 'post behind',
    );
  const before = names.positions[firstFrom(names.positions, mention.start) - 1];
  const last = names.persons[firstFrom(names.persons, mention.start) - 1];
  if (
    before !== undefined &&
    before.kind === 'public' &&
    mention.start - before.end <= 14 &&
    !(last !== undefined && last.end > before.start) &&
    !/[。；！？\n]/.test(text.slice(before.end, mention.start))
  )
    see(evidence, 'post before');
}

/** 老板说|副院长不要现金, 不是|干部, 走后门找|科长: between a name and a post that is not his. */
const apart =
  /说|讲|告诉|不是|没有|[给送找叫让替帮请骂打跟]|[两三几]位?$|各位?$|(?:老婆|妻子|丈夫|弟|兄|哥|姐|妹|儿|女|爹|父|舅|叔|戚)[^，]{0,4}是/;
/** 县住建局管人防|那个|老鄢, 建设口|的|颜如琢, 计生办|的|老蒯. */
const fromThere =
  /(?:里|上|那边)?(?:分?管[\u3400-\u9fff]{1,5}|负责[\u3400-\u9fff]{1,5})?(?:的|那个|有个|一个)(?:一个|叫个?|外号叫?|人称|喊做?){0,2}$/;

/** Of which kind of unit he comes, where his post is not told. */
function seeOrigin(evidence: Evidence, { text, dictionary }: Reading, styled: number): void {
  const match = fromThere.exec(text.slice(Math.max(0, styled - 14), styled));
  if (match === null) return;
  const end = styled - match[0].length;
  const unit = dictionary.unitKinds.before(text, end);
  if (unit !== null) see(evidence, `from a ${unit.tag}`);
  else if (text.charAt(end - 1) === '口') see(evidence, 'from a line of offices');
}

/** Names of firms that belong to the public. */
export const publicFirm =
  /城投|国投|交投|水投|农投|文投|旅投|建投|国有|建设投资|投资建设|开发投资|城市建设|公共交通|热力|供热|供暖|环卫|房管|港务|铁路|矿务|国资|资产经营|资产管理|[省市县区][\u4e00-\u9fa5]{2,4}集团|粮食|粮油|储备|供销|供电|供水|自来水|水务|公交|烟草|盐业|城建集团|协会|学会|商会/;
const publicUnit = new RegExp(
  `${publicFirm.source}|林场|农场|种子公司|水务|医院|学校|中学|小学|学院|中心|[局办委站所院校]$|信用社|农商|银行|支行|邮政|电信|燃气集团|供热|热力|平台公司|征迁|园区`,
);

/** The head of a firm that belongs to the public (粮食购销公司经理) holds an office. */
function isPublicUnit({ text, names }: Reading, mention: Span, { organisation }: Holding): boolean {
  if (organisation !== null) return publicUnit.test(organisation.text);
  const last = firstFrom(names.organisations, mention.start);
  return names.organisations
    .slice(Math.max(0, last - 4), last)
    .some(
      (unit) =>
        mention.start - unit.end < 400 &&
        publicFirm.test(unit.text) &&
        !/老板|开发商|承包商/.test(text.slice(Math.max(unit.end, mention.start - 20), mention.start)),
    );
}

/** What makes the person that follows the object of somebody else's doing. */
const notLeading =
  /(?:向|给|找|对|被|把|叫|让|送|请|为|与|和|跟|同|从|的|到|问|认识|听|告诉|说是|陪|替|帮|求|是|系|找到|联系|据|经|由|及|等|老|前任|接任|前)$/;

/** 二、县人防办副主任某某，…: unit, post and name begin a clause, and something is told of him. */
function leadsClause(text: string, mention: Span, holding: Holding): boolean {
  const start = Math.min(
    mention.start,
    holding.organisation?.end === undefined || holding.organisation.start > mention.start
      ? mention.start
      : holding.organisation.start,
    ...holding.positions.map((p) => p.start),
  );
  const before = text
    .slice(Math.max(0, start - 8), start)
    .replace(/(?:原|时任|现任|分管[\u4e00-\u9fa5]{1,6}的)$/, '');
  const begins = !notLeading.test(before);
  return begins && /^(?:同志)?[\u4e00-\u9fa5\d，,（(]/.test(text.slice(mention.end, mention.end + 3));
}

function beginsItem(text: string, mention: Span, holding: Holding): boolean {
  const line = text.lastIndexOf('\n', mention.start - 1) + 1;
  const start = Math.min(
    mention.start,
    holding.organisation?.start ?? mention.start,
    holding.positions[0]?.start ?? mention.start,
  );
  return /^\s*(?:[一二三四五六七八九十]{1,2}[、.．是]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[、.．)）]|[①-⑩]|第[一二三四五六七八九十][,，、])\s?(?:原|时任|现任)?$/.test(
    text.slice(line, Math.max(line, start)),
  );
}
