import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2019-06-01', channel: null };
const read = (text: string) => readEntities(itemOf(text), segmenter.words(text), receipt, lexicon);
const accused = (text: string) => read(text).accused.map((a) => [a.name, a.organisation, a.position]);
const texts = (text: string, type: string) => [
  ...new Set(read(text).mentions.flatMap((m) => (m.type === type ? [m.text] : []))),
];

describe('whom a letter accuses', () => {
  it.each([
    [
      'a name that is a word',
      '县纪委：\n平河县水务局局长江山收了包工头钱五万元，江山还把工程给了他表弟。\n群众',
      [['江山', '平河县水务局', '局长']],
    ],
    [
      'a name that only one sentence tells',
      '区纪委：\n临江区人防办有个姓褚的，大笔一挥就给免了八十万。告诉你们，姓褚的大名叫褚云飞，副主任。\n一个住户',
      [['褚云飞', '临江区人防办', '副主任']],
    ],
    [
      'each item of a list about another person of another unit',
      '县纪委：\n一、平河县住建局副局长田野，2018年收了开发商三万元。\n二、平河县财政局会计米兰，虚报冒领二十万元。\n知情人',
      [
        ['田野', '平河县住建局', '副局长'],
        ['米兰', '平河县财政局', '会计'],
      ],
    ],
    [
      'a predecessor who is spared and the one who is meant',
      '县纪委：\n这封信并非举报平河县人防办主任余光，余主任去年才来，以前的事与他无关。我要说的是副主任海涛。海涛挪用了三十万元。\n老职工',
      [['海涛', '平河县人防办', '副主任']],
    ],
    [
      'the manager of a granary, not the man he lent to',
      '县纪委：\n平河县粮食购销公司经理谷满仓把储备粮卖了，钱借给老板贺大发放贷，利息进了谷满仓的腰包。\n下岗职工',
      [['谷满仓', '平河县粮食购销公司', '经理']],
    ],
    [
      'who was bribed and not who confesses it',
      '平河县市场监督管理局\n涉嫌职务违法线索移送书\n平河县监察委员会：\n我局在查处平河立信检测有限公司一案中，当事人负责人施恩供述：每季度向平河县质量监督站检测室主任水清支付技术服务费1.2万元。现移送你委。\n2021年3月1日',
      [['水清', '平河县质量监督站', '检测室主任']],
    ],
    [
      'officers of a village',
      '反映对象：平河县青山镇柳湾村村委会主任马得胜、村文书石小满\n反映内容：二人冒领补助款八万元。',
      [
        ['马得胜', '平河县青山镇柳湾村', '村委会主任'],
        ['石小满', '平河县青山镇柳湾村', '村文书'],
      ],
    ],
    [
      'the head of a hospital that is named without its place',
      '纪委领导：\n实名反映县医院设备科科长高伟。2021年采购彩超机，高伟拿了康瑞医疗器械公司的回扣8万元。\n一名医生',
      [['高伟', '县医院', '设备科科长']],
    ],
    [
      'a post whose section is called by what it is for',
      '县纪委：\n平河县第三中学总务处主任许志强管食堂的钱，每学期拿回扣两万元。\n家长',
      [['许志强', '平河县第三中学', '总务处主任']],
    ],
    [
      'the head of the bureau, whichever unit stands nearer',
      '县纪委：\n平河县林业局把标给了平河绿源苗木公司。改条件是局长林森一句话的事，林森收了公司二十万。\n群众',
      [['林森', '平河县林业局', '局长']],
    ],
    [
      'a relative of an accused is none',
      '县纪委：\n名单上有个户主卢有福，是平河县征收办科长高原的姑父。高原虚报面积套取补偿款九十万元。\n群众',
      [['高原', '平河县征收办', '科长']],
    ],
    [
      'who objected is none',
      '县纪委：\n平河县人防办主任严松违规减免易地建设费六十万元。法规科科长冉静提过书面不同意见，不久就被调走。\n群众',
      [['严松', '平河县人防办', '主任']],
    ],
    [
      'a question asked and answered tells unit and post',
      '县纪委：\n单子是严松叫人签的。严松是啥人？平河县人防办的工程队队长，一个电瓶报三个。\n群众',
      [['严松', '平河县人防办', '工程队队长']],
    ],
    [
      'each of two, and no part of what each took',
      '县纪委：\n平河县中医院副院长水清、平河县财政局会计石小各收受好处费五万元。\n群众',
      [
        ['水清', '平河县中医院', '副院长'],
        ['石小', '平河县财政局', '会计'],
      ],
    ],
    [
      'one of a unit that no list knows, beside one of another',
      '市纪委：\n招标文件由业主代表、城东医院设备科科长欧阳春指定厂家，他收了回扣五万元。市住建局副局长水清收了三万元。\n群众',
      [
        ['欧阳春', '城东医院', '设备科科长'],
        ['水清', '市住建局', '副局长'],
      ],
    ],
    [
      'another of a unit that no list knows',
      '市纪委：\n平河县中医院副院长水清、城西医院总务科科长钱永贵收受好处费五万元。\n群众',
      [
        ['水清', '平河县中医院', '副院长'],
        ['钱永贵', '城西医院', '总务科科长'],
      ],
    ],
    [
      'who stand in a list, with names that are words',
      '市纪委：\n反映以下几个人侵吞粮款：\n1、平河县粮食局局长 欧阳春；\n2、平河县供销社副主任 时运来；\n3、平河县粮食局会计 白云飞（女）。\n2014年欧阳春虚报收购稻谷套取补贴款三十万元。时运来违规放贷，从中拿了15万元。白云飞做假账，分得2.5万元。\n事情是这样的：当年秋粮收购时，库里安排人以陈粮顶新粮，验收单上的数字是后来填的，入库的磅单也对不上，我们几个老职工都可以作证。\n以上情况请上级派人到库里查账，把国家的损失追回来，给全县粮农一个交代。\n群众\n2015年1月20日',
      [
        ['欧阳春', '平河县粮食局', '局长'],
        ['时运来', '平河县供销社', '副主任'],
        ['白云飞', '平河县粮食局', '会计'],
      ],
    ],
    [
      'one whose post stands right behind the salutation',
      '举报信\n市纪委：一把手钱永贵搞一言堂，把438万元工程直接给了同学。市国动办其他领导不敢说话。\n群众',
      [['钱永贵', '市国动办', '一把手']],
    ],
    [
      'one of no unit that is named',
      '举报信\n县监委：局长欧阳春收了老板五万元。\n群众',
      [['欧阳春', null, '局长']],
    ],
    [
      'whose post stands in quotation marks',
      '县纪委：\n近年来平河县水务局问题突出，现反映如下：\n一是“一把手”欧阳春搞“一言堂”，未经集体研究将河堤工程交给其同学的公司承建。\n二是办公室主任水清虚列会议费套取资金十二万元。\n干部',
      [
        ['欧阳春', '平河县水务局', '一把手'],
        ['水清', '平河县水务局', '办公室主任'],
      ],
    ],
    [
      'whose post stands in quotation marks behind its unit',
      '县纪委：\n平河县粮食局“二把手”钱永贵收了粮商八万元。\n干部',
      [['钱永贵', '平河县粮食局', '二把手']],
    ],
    [
      'a pronoun that still means him tells unit and post',
      '县纪委：\n县里搞验收的曾凡松，验一个收一个的钱，地下室渗水也写无渗漏。这个人在平河县人防办当工程股股长。\n群众',
      [['曾凡松', '平河县人防办', '工程股股长']],
    ],
    [
      'whom the letter vouches for is none',
      '县纪委：\n平河县人防办主任严松违规减免易地建设费六十万元。替一个人说句公道话：副主任冉静从来不掺和。\n群众',
      [['严松', '平河县人防办', '主任']],
    ],
    [
      '同上 repeats the unit of the field before',
      '被反映人1：解静\n所在单位1：平河县人防办\n职务1：主任\n被反映人2：严松\n所在单位2：同上\n职务2：工程股股长\n反映内容：两人违规减免。',
      [
        ['解静', '平河县人防办', '主任'],
        ['严松', '平河县人防办', '工程股股长'],
      ],
    ],
  ])('%s', (_, text, wanted) => expect(accused(text)).toEqual(wanted));

  it.each([
    ['经县住建局质安站站长高远签字。', ['质安站站长']],
    ['签收人综合股副股长项前让我补签。', ['综合股副股长']],
    ['我们问是谁，答曰工程股负责人张某某。', ['工程股负责人']],
    ['康复科主任连翘安排挂床。', ['康复科主任']],
    ['第三次工程管理科科长石岩对我说不行。', ['工程管理科科长']],
    ['局里的纪检组长洪亮去现场。', ['纪检组长']],
  ])('takes the section with the post: %s', (text, wanted) =>
    expect(texts(text, 'position')).toEqual(wanted),
  );

  it.each([
    ['局长范明志在任时收了钱。范明志以此敛财。', ['范明志']],
    ['副主任吕敬之徇私签批。吕敬之之子在公司任职。', ['吕敬之']],
    ['科长柏长林管着全区的警报器。', ['柏长林']],
    ['校长万里收了三万元。', ['万里']],
    ['主任利用职务便利多次收受礼金。', []],
    ['局长办公室的门锁着，书记安排去查。', []],
  ])('names behind posts: %s', (text, wanted) => expect(texts(text, 'person')).toEqual(wanted));
});

describe('the unit of the writer', () => {
  const letter = (unit: string) =>
    `县纪委：\n我叫谷小满，在${unit}管账十一年，电话13800000021。我们单位主任罗宗岳把四十万元借给县农村信用联社的亲戚。罗宗岳还叫我把票撕了。\n谷小满`;

  it('is shown where it is clearly the one of the accused', () => {
    const found = sealItem(itemOf(letter('平河县人防办')), read(letter('平河县人防办')));
    expect(found.accused.map((a) => a.organisation)).toEqual(['平河县人防办']);
    expect(found.text).toContain('平河县人防办');
    expect(found.text).not.toContain('谷小满');
  });

  it('is sealed where the accused is of another', () => {
    const text =
      '县纪委：\n我叫谷小满，在平河县第二幼儿园上班，电话13800000021。平河县人防办主任罗宗岳收了开发商十万元。\n谷小满';
    const found = sealItem(itemOf(text), read(text));
    expect(found.accused.map((a) => a.organisation)).toEqual(['平河县人防办']);
    expect(found.text).not.toContain('第二幼儿园');
  });
});

describe('whom a letter does not show', () => {
  it('cards and plates behind the signature', () => {
    const letter =
      '县纪委：\n反映平河县人防办主任王建国收钱。\n钱是2018年送的。\n举报人：周大勇\n卡号6226388000000418　车牌云F00817\n2019年5月1日';
    const values = read(letter).informant.map((f) => f.value);
    expect(values).toEqual(expect.arrayContaining(['6226388000000418', '云F00817']));
  });
});
