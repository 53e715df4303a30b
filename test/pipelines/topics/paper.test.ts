import { describe, expect, it } from '@jest/globals';
import type { InformantField } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { readTopics } from '../../../pipelines/topics/index.js';
import { accusedOf, sealedOf } from './sealed.js';

const lexicon = loadLexicon();
const none = { receivedOn: null, channel: null };
const named: InformantField[] = [{ kind: 'name', value: '某甲某', spans: [] }];
const act = '县人防办主任吴某2016年3月违规减免易地建设费30万元。';
const read = (
  text: string,
  informant: InformantField[] = [],
  receipt: Parameters<typeof readTopics>[2] = none,
) => readTopics(sealedOf(text, [accusedOf('县人防办', '主任', '吴某')], informant), null, receipt, lexicon);

describe('source and channel of a paper', () => {
  it.each([
    ['audit', 'transfer', `某市审计局审计移送处理书\n市纪委监委：\n${act}现移送你委。`],
    ['inspection', 'transfer', `市委巡察组问题线索移交表\n被反映人\t吴某\n反映主要问题\t${act}`],
    [
      'superior',
      'transfer',
      `省纪委信访室交办函\n现将反映吴某问题的信访件转去，请于5月1日前书面报送办理结果。\n${act}`,
    ],
    ['finance', 'transfer', `市财政局关于移送问题线索的函\n${act}`],
    ['judicial', 'transfer', `县人民检察院问题线索移送函\n${act}`],
    ['enforcement', 'transfer', `县市场监督管理局案件线索移送函\n${act}`],
    ['organisation', 'transfer', `县委组织部关于移交问题线索的函\n${act}`],
    ['subordinate', 'transfer', `派驻纪检监察组关于报送问题线索的报告\n${act}`],
    ['self-check', 'form', `人防领域问题线索收集表\n填报单位：县住建局\n反映主要问题：${act}`],
    [
      'self-report',
      'letter',
      `关于本人有关问题的主动说明\n本人吴某主动向组织说明：2016年3月违规减免易地建设费30万元。`,
    ],
    ['petition', 'visit', `来访登记表\n来访时间：2018年4月2日\n主要问题：${act}\n接访人：甲`],
    ['petition', 'phone', `电话举报记录单\n来电时间：2018年4月2日\n反映内容：${act}`],
    ['petition', 'online', `12388网络举报登记表\n查询码\tA1\t提交时间\t2018-04-02 10:11\n主要问题\t${act}`],
    ['petition', 'email', `发件人：▇▇▇▇\n收件人：县纪委\n主题：举报吴某\n${act}`],
    ['petition', 'letter', `尊敬的县纪委领导：\n${act}`],
  ])('%s by %s', (source, channel, text) => {
    const topics = read(text);
    expect([topics.source, topics.channel]).toEqual([source, channel]);
  });

  it('does not take an office that a letter writes about for its sender', () => {
    expect(read(`举报信\n县纪委：\n${act}此事县审计局、检察院都知道，财政局也查过。`).source).toBe(
      'petition',
    );
  });

  it.each([
    `市纪委派驻住建局纪检监察组：\n${act}请派专案组来查。`,
    `县纪委：\n有领导批示，媒体报道过，自查自纠走过场。${act}`,
    `关于吴某问题的情况反映\n市委巡察组领导：\n${act}`,
  ])('takes a letter for a letter: %#', (text) => {
    const { source, channel } = read(text);
    expect([source, channel]).toEqual(['petition', 'letter']);
  });

  it('believes the clerk about the channel', () => {
    expect(read(`来访登记表\n${act}`, [], { receivedOn: null, channel: 'letter' }).channel).toBe('letter');
  });
});

describe('signature', () => {
  it.each([
    ['anonymous', `${act}\n一名知情群众`, []],
    ['anonymous', `${act}\n全体业主`, []],
    ['named', `${act}\n举报人：▇▇▇`, named],
    ['named', `${act}\n▇▇▇\n2018年4月2日`, named],
    ['joint', `${act}\n举报人：▇▇▇、▇▇▇、▇▇▇`, [...named, { kind: 'name' as const, value: '乙', spans: [] }]],
    ['joint', `${act}\n▇▇▇等12人`, named],
    [
      'unit',
      `${act}\n▇▇▇▇▇▇▇▇`,
      [
        {
          kind: 'organisation' as const,
          value: '某某县水泥制品厂',
          spans: [{ start: act.length + 1, end: act.length + 9 }],
        },
      ],
    ],
    ['unit', `某市审计局审计移送处理书\n${act}现移送你委。`, []],
  ])('%s', (signature, text, informant) => {
    expect(read(text, informant).signature).toBe(signature);
  });

  it.each(['申建国', '来永福', '地红梅'])('takes %s for a name', (value) => {
    const text = `我叫▇▇▇，是该局职工。${act}\n请查处。`;
    expect(read(text, [{ kind: 'name', value, spans: [] }]).signature).toBe('named');
  });

  it('never calls a signature verified', () => {
    expect(read(`${act}\n本人实名举报，举报人：▇▇▇，电话▇▇▇▇▇▇▇▇▇▇▇`, named).signature).toBe('named');
  });
});

describe('day of receipt printed in the paper', () => {
  it.each([
    ['2018-04-02', `来访登记表\n来访时间：2018年4月2日9时\n${act}`],
    ['2018-04-02', `编号\t7\t来电时间\t2018-04-02 10:00\n${act}`],
    ['2018-04-02', `${act}\n收件日期：二〇一八年四月二日`],
    ['2018-12-20', `县纪委收文专用章\n2018.12.20\n${act}`],
    [null, `${act}\n2018年4月2日`],
    [null, `收件日期：\n${act}`],
    [null, `登记日期：2018年2月31日\n${act}`],
    // What the office says of it, not when somebody wrote, reported or did something.
    ['2018-04-05', `举报时间：2018年4月2日\n${act}\n收到日期：2018年4月5日`],
    ['2018-04-05', `澜川市纪委信访室收件\n2018年4月5日\n${act}`],
    ['2018-04-05', `${act}\n信访收件日期：2018年4月5日`],
    ['2018-04-05', `12388网络举报\n留言时间：2018年4月5日 09:12\n${act}`],
    ['2018-04-05', `电话举报记录\n时间：2018年4月5日 09:12\n${act}`],
    // White space between fields is no part of the reading, and who took it in may stand before the label.
    ['2018-04-05', `来访登记表\n接访人：王某 接访时间：2018年4月5日\n${act}`],
    ['2018-04-05', `登记人 王某 登记时间 2018年4月5日\n${act}`],
    ['2018-04-05', `群众来访时间：2018年4月5日\n${act}`],
    ['2018-04-05', `信访受理日期：2018年4月5日\n${act}`],
    ['2018-04-05', `网上提交时间：2018年4月5日\n${act}`],
    ['2018-04-05', `电话接听时间：2018年4月5日\n${act}`],
    [null, `${act}\n结婚登记日期：2018年4月2日`],
    [null, `来访登记表\n反映内容：\n时间：2016年4月5日，地点：办公室\n${act}`],
    [null, `举报时间：2018年4月2日\n${act}`],
    [null, `举报日期：2018年4月2日\n${act}`],
    [null, `反映时间：2018年4月2日\n${act}`],
    [null, `来访登记表\n反映时间：2018年4月2日\n${act}`],
    [null, `来访登记表\n问题发生时间：2018年4月2日\n${act}`],
    [null, `举报信\n时间：2018年4月2日\n地点：办公室\n${act}`],
    [null, `填表时间：2018年4月2日\n${act}`],
    [null, `移送时间：2018年4月2日\n${act}`],
    [null, `${act}\n不动产登记日期：2018年4月2日`],
  ])('%s', (day, text) => {
    expect(read(text).statedReceivedOn).toBe(day);
  });
});

describe('title and summary', () => {
  it('keeps the title of the letter', () => {
    expect(read(`关于县人防办主任吴某有关问题的举报信\n县纪委：\n${act}`).title).toBe(
      '关于县人防办主任吴某有关问题的举报信',
    );
  });

  it.each([
    [
      '楼下烧烤店每天营业到凌晨两点，噪音很大，老人孩子都睡不着觉。',
      '市纪委领导：\n你们好！我是幸福里小区的居民，住在3栋。楼下烧烤店每天营业到凌晨两点，噪音很大，老人孩子都睡不着觉。打了12345好几次都没人管。\n居民',
    ],
    [
      '包工头刘老板欠我们工资18万元，到现在一分没给。',
      '县纪委：\n我叫▇▇▇，是四川来的农民工，12个人。包工头刘老板欠我们工资18万元，到现在一分没给。求领导帮我们把血汗钱要回来。\n▇▇▇',
    ],
    ['我们小区的车位能不能办产权证？', '领导好，我想问一下我们小区的车位能不能办产权证？'],
    [
      '包工头蒲老七欠我们工钱31.8万元。',
      '县纪委的领导：\n我们是在改造工程做木工的，二十七个人，从2021年3月干到9月，包工头蒲老七欠我们工钱31.8万元。',
    ],
    [
      '邻居占用楼道堆放杂物，多次沟通无果，要求清理。',
      '来访登记表\n来访时间：2020年5月6日\n来访人：▇▇▇\n反映事项：邻居占用楼道堆放杂物，多次沟通无果，要求清理。',
    ],
    ['哥哥一个人占了爹的老屋。', '领导，我家住村东。哥哥一个人占了爹的老屋。'],
    ['我不服给我的警告处分', '我叫▇▇▇，红石小学唯一的音乐老师，丈夫去年病故，我不服给我的警告处分'],
    [
      '摊位费一年收费两次。',
      '我叫▇▇。\n四川来的裁缝，在东门菜市场口摆摊。\n摊位费一年收费两次。我是那里唯一的裁缝。',
    ],
    ['未写明事由的来件', '我是四川来的裁缝，叫▇▇，在东门菜市场口摆摊，大家都叫我王裁缝，靠这个养活一家人'],
    ['未写明事由的来件', '我在石涧县水泥厂烧窑被拖欠工资'],
  ])('titles a paper that accuses nobody by its matter: %s', (title, text) => {
    const told = read(text);
    expect(told.petitionClass).not.toBe('report');
    expect(told.title).toBe(title);
    expect(told.summary).not.toMatch(/▇|我|裁缝|老师/);
    if (!title.includes('我')) expect(told.summary).not.toBe('');
  });

  it('makes a title of the accused and the matter, which are not the words of the letter', () => {
    expect(read(`县纪委：\n${act}`).title).toBe('反映县人防办主任吴某有关问题（违规减免缓）');
  });

  it('tells who, what, when and how much, with suspected offences', () => {
    const { summary } = read(`举报信\n县纪委：\n${act}同年5月，老板罗某送给吴某现金5万元。我家住在他楼下。`);
    expect(summary).toMatch(/^反映县人防办主任吴某：/);
    expect(summary).toContain('违规减免易地建设费30万元');
    expect(summary).toContain('现金5万元');
    expect(summary).toMatch(/涉嫌/);
    expect(summary.length).toBeLessThanOrEqual(130);
  });

  it('never speaks of the informant', () => {
    const text = `我是▇▇▇，在县人防办做过出纳。\n${act}我亲眼看见老板送给吴某现金5万元。\n举报人：▇▇▇，电话：▇▇▇▇▇▇▇▇▇▇▇`;
    const { title, summary } = read(text, named);
    expect(title + summary).not.toMatch(/▇|出纳|我/);
  });
});

describe('whole clauses in a summary', () => {
  const people = [accusedOf('县水利局', '局长', '赵大军')];
  const summary = (text: string) => readTopics(sealedOf(text, people), null, none, lexicon).summary;

  it('tells a clause with the beginning of its sentence, and parts sentences', () => {
    const text =
      '关于赵大军的举报信\n县水利局局长赵大军主管北河堤防工程招标，合同价1260万元，招标前透露标底给老板。这几年天气不好。2020年又收受购物卡3万元。';
    expect(summary(text)).toContain(
      '主管北河堤防工程招标，合同价1260万元，招标前透露标底给老板；2020年又收受购物卡3万元。',
    );
  });

  it('leaves out what the writer disclaims', () => {
    const text = '我不是要举报副局长李文，有人诬告李文受贿30万元，那是假的，我要反映的是赵大军收了12万元。';
    expect(summary(text)).not.toMatch(/李文|30万元|假的/);
    expect(summary(text)).toMatch(/^反映县水利局局长赵大军：收了12万元。/);
  });
});
