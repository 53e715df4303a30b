import type { Expected } from '../expected.js';
import { expectedOf } from '../letters/paper.js';
import { report } from '../typed/paper.js';

/**
 * Papers of one or two sentences, marked as in `samples/letters`: forms of names that are rare in the longer papers.
 * Weights are learned from them too; nothing is measured on them.
 */
const bodies: readonly string[] = [
  // What is built, with the word behind that says so.
  '“{X云澜府}”小区的车位被卖了两次。',
  '“{X栖霞壹号}”小区的地下车库没有验收。',
  '我们买的是“{X汀兰雅苑}”的房子。',
  '其中{X望湖郡}、{X锦云阁}两个项目欠缴{M100万元=1000000}。',
  '{X听松里}、{X观澜台}和{X问月轩}三个项目都没有缴费。',
  '在{X桐阳宾馆改造}项目中少征易地建设费。',
  '{X鹤鸣酒店改造}项目的钱是他收的。',
  '{X城西医院扩建}项目没有招标。',
  '{X沿河路改造工程}都由他说了算。',
  '{X滨江路改造工程}的标是他定的。',
  '{X郿州大桥加固工程}由他管。',
  '{X石门大桥加固工程}花了不少钱。',
  '{X三岔河水库除险加固工程}由他一手操办。',
  '{X龙潭水库除险加固工程}的老板是他的亲戚。',
  '{X白龙江堤防加固工程}没有人验收。',
  '改造工程拖了三年。',
  '加固工程由他一手操办，老旧小区改造项目也由他管。',
  // Villages behind their town.
  '{L麓台县}{L马鞍镇}{L核桃庄}的水田被占了。',
  '{L澄江县}{L马店镇}的人都知道。',
  // Names that are words, and words that are none.
  '{O县纪委}：\n{O平河县水务局}{J局长}{P江山}收了包工头钱{M五万元=50000}，江山还把工程给了他表弟。\n群众',
  '{O县纪委}：\n{O临川县交通局}{J局长}{P平原}把工程给了他表弟，平原收了钱。\n群众',
  '{O县纪委}：\n名单上有个户主{P卢有福}，是{O平河县征收办}{J科长}{P高原}的姑父。高原虚报面积套取补偿款{M九十万元=900000}。\n群众',
  '{O县纪委}：\n有个老板{P庞大海}，是{O临川县民政局}{J股长}{P田园}的舅舅。田园虚报人数套取补助款。\n群众',
  '{J工程科科长}{P经纬}，{J办公室主任}{P敖广运}',
  '{J财务科科长}{P方圆}，{J副主任}{P边疆}',
  // Names with what seems to be the word behind them.
  '{O平河县纪委}：\n我是{!o红星村}村民{!n李有福}，身份证号{!i530400197001010014}。{O红星村}{J党支部书记}{P杨顺发}多报土地面积，冒领补偿款{M9万多元=90000}，装进了自己腰包。\n举报人：{!n李有福}（手印）\n{D2021年5月6日=2021-05-06}',
  '{O青山村}{J党支部书记}{P吕长发}多报人数，冒领补助款{M3万元=30000}。',
  '{O双桥村}{J村主任}{P贺满多}虚报面积，把钱装进了自己腰包。',
  '举报{P康永年}\n{O市纪委}：\n我反映{O临川县人防办}{J主任}{P康永年}收钱{M8万元=80000}。\n举报人：{!n康永泰}\n{D2018年5月6日=2018-05-06}',
  '{O市纪委}：\n我反映{O平河县民政局}{J局长}{P葛长年}收钱{M5万元=50000}。\n举报人：{!n葛长顺}\n{D2018年5月6日=2018-05-06}',
  '{O市纪委}：\n我是{!n叶尔夏提}，哈萨克族，{J科长}{P努尔兰}扣发我的绩效。',
  // Units.
  '{O涵陂县纪委}：{O涵陂三中}{J校长}{P嵇永亮}',
  '{O岚溪县纪委}：{O岚溪一中}{J校长}{P臧守田}收了钱。',
  '{O岑川市纪委}：桐阳{O岑川兴旺建材城开发有限公司}老板送了钱。',
];

/** What each of the short papers must give. */
export const shortPapers: readonly Expected[] = bodies.map((body, n) =>
  expectedOf({
    ...report,
    file: `2023-06-01-short-${n + 1}.txt`,
    format: 'txt-utf8',
    family: `short-${n + 1}`,
    relation: 'first',
    accused: [],
    topics: [],
    offences: [],
    body: `\n${body}`,
  }),
);
