import type { Paper } from './paper.js';

const cuiyunFacts = `一、大笔一挥减免{M96.5万元=965000}。{D2015年3月=2015-03}，{O澜川翠屏房地产开发有限公司}开发的{X翠云苑二期}报建，地上建筑面积{A38,600平方米=38600}，应建防空地下室{A1,930平方米=1930}。该公司以地质条件不宜修建为由申请易地建设，应缴易地建设费{M193万元=1930000}。范明志没有上会研究，一个人在报告上签了“同意减半收取”，当月就出了免缴证明。翠云苑二期是商品房，既不是学校医院，也不是廉租房，请问减半的依据在哪里？
二、收受现金。{D2015年4月底=2015-04}，{O翠屏公司}老板{P曹旺生}通过司机把{M20万元=200000}现金装在茶叶盒里，送到范明志在{L青麓区}{L桂湖路}的家中。{D2015年9月=2015-09}中秋节前，又在{O澜江大酒店}送了{M伍万元整=50000}。
三、批文号是{N澜人防〔2015〕17号}，一查便知。减免以后党组会才补的会议记录，{P刘素芬}当时是{J办公室主任}，她可以证明。`;

const cuiyunLetter = (salutation: string, opening: string, closing: string) => `
关于{O澜川市人防办}主任范明志有关问题的举报信
${salutation}：
${opening}现反映澜川市人防办{J党组书记}、{J主任}{P范明志}违规减免易地建设费、收受开发商好处的问题：
${cuiyunFacts}
${closing}`;

const cuiyun = {
  kind: 'letter',
  petitionClass: 'report',
  source: 'petition',
  channel: 'letter',
  signature: 'anonymous',
  family: 'cuiyun-reduction',
  accused: [['范明志', '澜川市人防办', '党组书记、主任']],
  topics: ['E1', 'E4'],
  offences: ['bribery', 'abuse-of-power'],
} satisfies Partial<Paper>;

const firstCuiyun = cuiyunLetter(
  '尊敬的{O市纪委}领导',
  '我们是了解内情的干部群众，因怕打击报复，不敢留名。',
  '恳请市纪委派人核查，还人防系统一片清朗。\n一群知情干部群众\n{D2017年4月15日=2017-04-15}',
);

const arrears = (o: {
  who: string;
  org: string;
  project: string;
  company: string;
  area: string;
  sum: string;
  paid: string;
  rest: string;
}) => `
关于易地建设费长期欠缴问题的情况反映
{O澜川市纪委监委}：
现反映${o.org}{J主任}${o.who}对易地建设费应收未收、放任企业欠缴的问题。${o.project}由${o.company}开发，核定应缴面积${o.area}，应缴防空地下室易地建设费${o.sum}，至今只缴了${o.paid}，尚欠${o.rest}。按规定先缴费后办证，可是建设工程规划许可证早在{D2016年10月=2016-10}就发了，楼也卖完了，房主都住进去了，钱还挂在账上。
{O人防办}年年发催缴通知，发完锁进抽屉，从来没有申请法院强制执行。是忘了，还是不敢收，还是另有原因？国家的钱就这样变成烂账，请查一查有没有失职渎职、利益输送。
关心人防事业的人
{D2019年5月12日=2019-05-12}`;

const arrearsLabels = {
  kind: 'letter',
  petitionClass: 'report',
  source: 'petition',
  channel: 'letter',
  signature: 'anonymous',
  relation: 'first',
  topics: ['E2'],
  offences: ['dereliction'],
} satisfies Partial<Paper>;

const anlan = `
反映{O安澜县人防办}违规缓缴的问题
{O县纪委}、{O监察局}：
{X鑫泰广场}的老板{P钱立本}要交防空地下室易地建设费{M118.4万元=1184000}，应建面积{A1184平方米=1184}。安澜县人防办{J副主任}{P孟广田}打了个招呼，{D2014年8月=2014-08}让他写了一张承诺书就算数，说等完工后缴纳，证先发了。
到{D2015年底=2015-11/2015-12}商场都开业了，一分钱也没有缴。有人去问，孟广田讲是县里招商引资优惠，拿不出文件。群众都晓得，钱立本给孟广田家白送装修，光木料就{M6万多元=60000}。
这笔钱到底还收不收？请领导查明。
{L安澜县}几名居民
{D2016年6月28日=2016-06-28}`;

const anlanLabels = {
  kind: 'letter',
  petitionClass: 'report',
  source: 'petition',
  channel: 'letter',
  signature: 'anonymous',
  family: 'anlan-deferral',
  accused: [['孟广田', '安澜县人防办', '副主任']],
  topics: ['E1', 'E2', 'D3'],
  offences: ['bribery'],
} satisfies Partial<Paper>;

/** Letters about the fee for building elsewhere (E1–E4), with every relation between papers. */
export const feeLetters: Paper[] = [
  {
    ...cuiyun,
    file: '2017-04-18-举报信-翠云苑减免.docx',
    format: 'docx',
    relation: 'first',
    body: firstCuiyun,
  },
  {
    ...cuiyun,
    file: '2017-04-20-翠云苑减免（再次导入）.docx',
    format: 'docx',
    relation: 'same-file',
    body: firstCuiyun,
    sameBytesAs: '2017-04-18-举报信-翠云苑减免.docx',
  },
  {
    ...cuiyun,
    file: '2017-05-03-扫描件-翠云苑来信.pdf',
    format: 'pdf-scan',
    relation: 'rescan',
    body: firstCuiyun,
  },
  {
    ...cuiyun,
    file: '2017-06-12-省委巡视组转来-翠云苑.txt',
    format: 'txt-utf8',
    relation: 'copy',
    body: cuiyunLetter(
      '尊敬的{O省委巡视组}各位领导',
      '我们是了解内情的干部群众，因怕打击报复，不敢留名。',
      '恳请巡视组派人核查，还人防系统一片清朗。\n一群知情干部群众\n{D2017年4月15日=2017-04-15}',
    ),
  },
  {
    ...cuiyun,
    file: '2018-05-21-再次反映翠云苑二期减免.txt',
    format: 'txt-gb18030',
    relation: 'repeat',
    body: cuiyunLetter(
      '{O市纪委监委}领导',
      '{D2017年4月=2017-04}我们寄过一封信，一年过去了石沉大海，范明志照样坐在台上作报告，我们只好再写一次。',
      '这一次再没有结果，我们就到省里去反映。\n还是那群知情干部群众\n{D2018年5月16日=2018-05-16}',
    ),
  },
  {
    ...cuiyun,
    file: '2018-09-06-补充材料-范明志与翠云苑.docx',
    format: 'docx',
    relation: 'supplement',
    accused: [
      ['范明志', '澜川市人防办', '党组书记、主任'],
      ['金国梁', '澜川市人防办', '工程科科长'],
    ],
    body: `
关于范明志翠云苑二期问题的补充材料
{O市纪委监委}领导：
我们先后两次反映过{O澜川市人防办}{J党组书记}、{J主任}{P范明志}违规减免{X翠云苑二期}易地建设费{M96.5万元=965000}的事，现在又了解到新情况，补充如下：
1、经手办理减免手续的是{J工程科科长}{P金国梁}。{D2015年6月=2015-06}，{O澜川翠屏房地产开发有限公司}财务从公户转出{M12万元=120000}，打到金国梁岳父的卡上，卡号{B6216261000000000026}。
2、{D2016年春节前=2016-01-24/2016-02-08}，{O翠屏公司}给范明志的妻子买了一辆越野车，车牌{V云F00000}，价值{M叁拾贰万捌仟元=328000}，登记在别人名下。
3、老板{P曹旺生}酒后亲口说过，减掉的钱三家分。
以上有转账截图两张，随信附上。
知情干部群众
{D2018年9月3日=2018-09-03}`,
  },
  {
    kind: 'letter',
    petitionClass: 'report',
    source: 'petition',
    channel: 'letter',
    signature: 'anonymous',
    family: 'fan-supervisors',
    relation: 'first',
    file: '2017-08-15-反映范明志指定监理.txt',
    format: 'txt-utf16le',
    accused: [['范明志', '市人防办', '主任']],
    topics: ['B6', 'D3'],
    offences: ['abuse-of-power', 'bribery'],
    body: `
{O市纪委信访室}：
{O市人防办}{J主任}{P范明志}的小舅子{P邵云峰}，{D2013年=2013}以前在农贸市场卖鱼，{D2014年2月=2014-02}忽然当起了{O澜川固盾工程监理有限公司}的{J总经理}。从此以后，市里凡有防空地下室的项目，去办手续先问一句“监理找好没有”，不是固盾的，资料就挑毛病，压一两个月。
{X紫金名门}、{X学府佳园}、{X滨江一号}都是这样换的监理。监理费每平方米收{M8元=8}，派来的人连图纸都看不懂，挂个名、盖个章，一个项目下来{M四十余万元=400000}就到手了。范明志妻子在公司占三成干股，年年分红。
这叫什么监理？这叫收过路费！`,
  },
  {
    ...anlanLabels,
    file: '2016-07-05-来信-安澜县缓缴.png',
    format: 'png-tilted',
    relation: 'first',
    body: anlan,
  },
  {
    ...anlanLabels,
    file: '2016-07-19-安澜县缓缴-手机拍照.jpg',
    format: 'jpg-photo',
    relation: 'rescan',
    body: anlan,
  },
  {
    ...arrearsLabels,
    file: '2019-05-20-欠缴反映-碧水湾.txt',
    format: 'txt-utf16le',
    family: 'arrears-bishuiwan',
    accused: [['鲁长庚', '青麓区人防办', '主任']],
    body: arrears({
      who: '{P鲁长庚}',
      org: '{O青麓区人防办}',
      project: '{X碧水湾}',
      company: '{O澜川泓源置业有限公司}',
      area: '{A2360平方米=2360}',
      sum: '{M236万元=2360000}',
      paid: '{M50万元=500000}',
      rest: '{M186万元=1860000}',
    }),
  },
  {
    ...arrearsLabels,
    file: '2019-05-20-欠缴反映-锦绣华庭.txt',
    format: 'txt-gb18030',
    family: 'arrears-jinxiu',
    accused: [['庹正业', '石涧县人防办', '主任']],
    body: arrears({
      who: '{P庹正业}',
      org: '{O石涧县人防办}',
      project: '{X锦绣华庭}',
      company: '{O石涧县永盛房地产开发有限责任公司}',
      area: '{A874.5平方米=874.5}',
      sum: '{M874,500元=874500}',
      paid: '{M12万元=120000}',
      rest: '{M754,500元=754500}',
    }),
  },
  {
    kind: 'letter',
    petitionClass: 'report',
    source: 'petition',
    channel: 'letter',
    signature: 'anonymous',
    family: 'qiaoshan-diversion',
    relation: 'first',
    file: '2015-11-02-传真-峤山县截留易地费.tif',
    format: 'tiff-fax',
    accused: [
      ['普正才', '峤山县人防办', '主任'],
      ['李桂仙', '峤山县人防办', '出纳'],
    ],
    topics: ['E3', 'C1'],
    offences: ['misappropriation', 'private-division'],
    body: `
关于{O峤山县人防办}截留挪用易地建设费的举报
{O市纪委监察局}领导：
我是机关里的一名普通干部，良心过不去，写这封信。
{D2012年至2014年=2012/2014}，峤山县人防办{J主任}{P普正才}伙同{J出纳}{P李桂仙}，把收来的防空地下室易地建设费不缴国库，用过期的往来收据开票，转入{O峤山县人防协会}账户，体外循环，前后共{M213.6万元=2136000}。账号所在支行就在{O县政府}对面。
这些钱的去向我知道三笔：第一笔，{D2013年5月=2013-05}借给普正才的同学{P白文俊}的{O峤山聚丰矿业有限公司}周转，{M80万元=800000}，月息二分，利息没有进账；第二笔，{D2013年=2013}、{D2014年=2014}两年春节，以“下乡补助”的名义给全办十一个人发钱，每人{M8,000元=8000}，合计{M17.6万元=176000}；第三笔，修普正才老家门口的路，花了{M9万7千元=97000}，票开的是警报器维修。
收支两条线的规定年年学，学完照样坐支。{O财政局}来查过一次，普正才请吃了一顿饭，就没有下文了。
县里查不动他，因为他的姐夫是县领导。请市里直接派人来，封存{D2012年=2012}以来协会的账，一查就清楚。
一名有良心的干部
{D2015年10月27日=2015-10-27}`,
  },
  {
    kind: 'letter',
    petitionClass: 'report',
    source: 'petition',
    channel: 'letter',
    signature: 'named',
    family: 'agent-fees',
    relation: 'first',
    file: '2020-08-11-实名举报-代办少交易地费.txt',
    format: 'txt-utf8',
    accused: [['段炳坤', '石涧县住建局', '人防股股长']],
    topics: ['E4', 'E2'],
    offences: ['bribery'],
    body: `
实名举报{O石涧县住建局}{J人防股股长}{P段炳坤}
{O石涧县纪委监委}：
我叫{!n汤绍祖}，身份证号{!i530400197509110315}，在{!a石涧县北门街47号}做建材生意，电话{!t13800138000}。
{D2019年11月=2019-11}我和亲戚合伙盖{X祥瑞综合楼}，六层，按县里算要交易地建设费{M43万2千元=432000}。段炳坤叫我不要去窗口，找{P龙某}代办，说可以少交，省下来的对半分。我前后付给龙某{M15万元=150000}，微信转账{M5万=50000}，现金{M10万=100000}，最后窗口只开了{M18万元=180000}的票，面积从{A4,320㎡=4320}改成了{A1,800㎡=1800}。
{D2020年6月3日=2020-06-03}我当面问段炳坤，他说“大家都是这样办的，辛苦费嘛”。后来晓得，找龙某代办的有二十多家。我愿意把聊天记录交出来，少交的钱我也愿意补缴。我说的句句属实，愿负法律责任。
举报人：汤绍祖
{D2020年8月7日=2020-08-07}`,
  },
];
