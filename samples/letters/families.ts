import { arcade, arcadeLetter } from './assets.js';
import type { Paper } from './paper.js';
import { falseSurvey, splitApplication } from './projects.js';

/** Further papers of families that are there: every rung of the ladder in more than one format. */
export const familyPapers: Paper[] = [
  {
    ...falseSurvey,
    file: '2018-11-20-虚假地勘（再次导入）.pdf',
    sameBytesAs: falseSurvey.file,
    relation: 'same-file',
  },
  {
    ...splitApplication,
    file: '2014-04-10-匿名信-拆分报建（寄巡察办）.docx',
    format: 'docx',
    relation: 'copy',
    body: splitApplication.body.replace('{O纪委}的同志们', '{O市委巡察办}的同志们'),
  },
  {
    ...arcade,
    kind: 'letter',
    source: 'petition',
    channel: 'letter',
    signature: 'anonymous',
    relation: 'supplement',
    file: '2019-06-20-补充反映-地下商业街.txt',
    format: 'txt-utf8',
    topics: ['C2', 'C3', 'D3'],
    offences: ['bribery', 'embezzlement'],
    body: `
关于人民广场地下商业街问题的补充反映
{O青麓区纪委监委}：
此前有人举报过{O青麓区人防办}{J主任}{P谷守仓}把{X人民广场地下商业街}低价出租给{O澜川聚贤商贸有限公司}的事，现补充反映两条新线索。
一、{D2018年9月=2018-09}，谷守仓以维修通风设备的名义，从人防维护经费里套取{M26.8万元=268000}，活是{O聚贤公司}的人干的，通风机还是旧的。
二、{D2019年1月=2019-01}，聚贤公司的{P冉龙}送给谷守仓一辆轿车，价值{M19.6万元=196000}，登记在冉龙的司机名下，谷守仓的儿子在开。
请一并查清。
一名商户
{D2019年6月12日=2019-06-12}`,
  },
  {
    ...arcade,
    kind: 'letter',
    source: 'petition',
    channel: 'letter',
    signature: 'named',
    relation: 'repeat',
    file: '2020-04-13-再次实名举报-地下商业街.pdf',
    format: 'pdf-text',
    body: arcadeLetter
      .replace('才晓得里面的名堂。', '才晓得里面的名堂。我寄过一封举报信，一年过去没有回音，只好再寄一次。')
      .replace('{D2019年3月4日=2019-03-04}', '{D2020年4月6日=2020-04-06}'),
  },
];
