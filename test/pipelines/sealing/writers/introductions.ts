import { type Case, charge, opening } from './case.js';

/** What the writer says of himself in the letter. */
export const introductions: Case[] = [
  opening('我叫高峰，今年五十三岁。', ['高峰']),
  opening('我叫方便，是腾达建材公司的会计。', ['方便', '腾达建材']),
  opening('我叫明白。', ['明白']),
  opening('我的名字叫逄大年，', ['逄大年']),
  opening('我是云泽县水泥厂的贲海。', ['云泽县水泥厂', '贲海']),
  opening('我是县第二小学的老师别世昌，', ['县第二小学', '别世昌']),
  opening('本人展红旗，中共党员。', ['展红旗']),
  opening('本人姓名方向，', ['方向']),
  opening('鄙人亓文，务农为生。', ['亓文']),
  opening('我啜玉民，今年六十一岁，', ['啜玉民']),
  opening('我，难得水，一个农民，', ['难得水']),
  opening('我姓仉，叫仉得胜，', ['仉得胜']),
  opening('俺叫王二麻子，', ['王二麻子']),
  opening('我是死者之父盍学民，我儿子在工地上摔死了。', ['盍学民']),
  opening('我是他的前妻禤亚水，', ['禤亚水']),
  opening('我丈夫文明在工地上干活。其母贠桂枝代书。', ['文明', '贠桂枝']),
  opening('我在云泽县腾达建材公司上班，', ['腾达建材']),
  opening('我在县第二招待所做饭，做了十年。', ['第二招待所']),
  opening('我退休前在云泽县粮食局供职，', ['粮食局']),
  opening('本人是云泽县水泥厂的退休职工，', ['水泥厂']),
  opening('我原是云泽县农机公司职工，后下岗。农机公司的老同事都知道。', ['农机公司']),
  opening('我现在金湖花园6栋1单元101室居住，', ['6栋1单元']),
  opening('我租住在东门街36号院，', ['东门街36号']),
  opening('我于1962年5月出生，', ['1962年5月']),
  opening('我叫高峰（住东门街36号），', ['高峰', '东门街36号']),
  opening('我叫张满仓，生于1962年5月，家住北关村二组。', ['张满仓', '1962年5月', '北关村']),
  opening('我叫库尔班·艾力，', ['库尔班·艾力']),
  opening('写信人系云泽县自来水公司抄表工褟永福，', ['自来水公司', '褟永福']),
  opening('我是金湖花园的业主温泉，', ['温泉']),
  opening('我和丈夫连续住在东门街36号，', ['东门街36号']),
  // The unit of the accused is the writer's too: what names the accused stays.
  opening('我叫方便，是云泽县住建局的一名职工。', ['方便'], ['云泽县住建局局长范明志']),
  opening('我在云泽县住建局上班，', [], ['云泽县住建局局长范明志']),
];

const record = (words: string, secrets: string[], shown: string[] = []): Case => ({
  text: `${words}\n${charge}`,
  secrets,
  shown: ['云泽县住建局局长范明志', '开发商伍大江', '80万元', ...shown],
});

/** Notes of calls and visits, told by a clerk. */
export const notes: Case[] = [
  record('来电人贲先生，13811110001，反映：', ['贲先生', '13811110001']),
  record('来电记录\n来电人展女士反映，', ['展女士']),
  record('2019年4月3日上午，来访人高峰到我委来访，反映：', ['高峰']),
  record('据方便来电反映：', ['方便']),
  record('来访人：明白、展望二人\n反映：', ['明白', '展望']),
  record('反映人贠桂枝（女，农民，住东门街36号）称：', ['贠桂枝', '东门街36号']),
  record('上午接到群众亓文电话，称：', ['亓文']),
  record('来电人自称姓仉，名得胜，不愿留电话。', ['得胜']),
  record('接访记录\n盍学民来访，陈述如下：', ['盍学民']),
  record('来电人（尾号6677，女）称：', []),
  record('来访者系云泽县腾达建材公司职工啜玉民，反映：', ['腾达建材', '啜玉民']),
];

/** Papers in which nobody, or nothing of the kind, is to be sealed. */
export const open: Case[] = [
  {
    text: `关于本人有关问题的主动说明\n县纪委：\n本人范明志，云泽县住建局局长，电话13811110001。2017年5月我收受开发商伍大江现金12万元。现主动说明。\n说明人：范明志\n2019年4月3日`,
    secrets: [],
    shown: ['范明志', '13811110001', '伍大江'],
    signature: 'named',
  },
  {
    text: `县纪委：\n我是听会计柏秀云说的，局长范明志收了12万元。我们是通过经理伍大江知道的。\n请查处！\n一名群众\n2019年4月3日`,
    secrets: [],
    shown: ['柏秀云', '范明志', '伍大江'],
    signature: 'anonymous',
  },
  {
    text: `县纪委：\n${charge}\n证人：柏秀云，电话可以查。\n被举报人：范明志\n行贿人：伍大江\n举报人：匿名\n2019年4月3日`,
    secrets: [],
    shown: ['柏秀云', '范明志', '伍大江'],
    signature: 'anonymous',
  },
  {
    text: `县纪委：\n${charge}\n我是从老板伍大江那里知道的，他在云泽县大华酒店上班，住在金湖花园8栋。\n知情者\n2019年4月3日`,
    secrets: [],
    shown: ['柏秀云', '范明志', '伍大江', '大华酒店', '金湖花园8栋'],
    signature: 'anonymous',
  },
];
