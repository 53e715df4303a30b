import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

const amountOf = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon)
    .amount;

describe('the sum at issue', () => {
  it.each([
    [
      'the bribe, not the contract',
      '该工程合同价860万元，施工方老板为了中标，送给柏川县人防办主任伏启明现金20万元。',
      200_000,
    ],
    [
      'the bribe, not what the project costs',
      '项目总投资3200万元，开工前伏启明收受开发商好处费15万元。',
      150_000,
    ],
    [
      'the bribe, not the relief given for it',
      '伏启明收受开发商8万元，为其违规减免易地建设费120万元。',
      80_000,
    ],
    ['the bribe, not the fine', '本该罚款50万元，伏启明收了3万元，就不罚了。', 30_000],
    [
      'what was diverted, not the fund',
      '上级下拨人防专项资金500万元，伏启明挪用其中的80万元给亲戚做生意。',
      800_000,
    ],
    ['what is called a bribe behind the sum', '老板转来12万元好处费，工程造价一下多算了90万元。', 120_000],
    ['what was asked for', '他开口索要5万元，说合同金额400万元的活不能白给。', 50_000],
    [
      'the total that the letter gives',
      '2016年春节送他2万元，2017年中秋送他3万元，2018年又送他5万元，前后共计送给他10万元。',
      100_000,
    ],
    ['gifts on separate days', '2016年春节送给他2万元，2017年中秋又送给他3万元。', 50_000],
    ['one gift told twice over', '他收受现金6万元，这6万元是装在信封里送给他的。', 60_000],
    ['rents that were kept', '车位租金36万元不入账，被他截留。', 360_000],
    ['fines that were shared out', '几个人私分罚款18万元。', 180_000],
    [
      'a relief where nobody took anything',
      '该小区应缴易地建设费200万元，只缴了40万元，少收160万元。',
      1_600_000,
    ],
    ['nothing but a price', '该工程造价700万元，验收走过场。', 7_000_000],
    [
      'what the writer knows, not what he heard',
      '他把应该交的96万元易地建设费给免了，听说老板送了他二十万元。',
      960_000,
    ],
    [
      'what it is put right to further down the sentence',
      '卖锅炉的钱不是11.3万元，锅炉一项就是9.6万元，空调、病床另有6万多元，总共在15.6万元以上，都被伏启明截留。',
      156_000,
    ],
    [
      'what it is put right to, where the wrong one was told before',
      '上次说伏启明卖锅炉的钱是21.3万元，不是21.3万元，总共在15.6万元以上。',
      156_000,
    ],
    [
      'what came in later, though it is as much as one put right',
      '2019年他不是收受5万元，而是收受8万元。2020年又收受5万元。',
      130_000,
    ],
    [
      'what was taken, not what was to do others good',
      '伏启明收受现金共计5万元。他说是为职工办好处，花费20万元。',
      50_000,
    ],
    [
      'what was moved elsewhere, as said behind the sums',
      '伏启明将2022年的转移支付53万元、2023年的61.5万元，以“借款”形式转到私人公司，至今未还。',
      1_145_000,
    ],
    [
      'what was paid each year of a row',
      '副校长王建军 食堂承包 收承包人好处 2021 2022 2023 每年三万 校长知道不管',
      90_000,
    ],
    [
      'what a firm paid for him, besides',
      '高山2019年收受宏远公司老板贿赂120万元。\n阮小七2021年其女儿出国留学，由宏远公司支付学费28万元。',
      1_480_000,
    ],
    [
      'what the accounts lack, besides',
      '2019年征地，集体土地补偿款186.4万元，账上只有151.4万元，差35万元；\n2021年虚报公益性岗位工资7.2万元进了他妻子的卡。',
      422_000,
    ],
    [
      'what so many gave each, counted ahead',
      '去年县一中高一招了60个择校生，每人交3万，一分没进学校账户。',
      1_800_000,
    ],
    [
      'what was due for each measure of land, and not paid',
      '屯长跟会计把秸秆补贴给眯了，一亩20块，全屯三千来亩地，一分没见着。',
      60_000,
    ],
    ['a bribe of more than so much', '该工程合同价860万元，伏启明受贿超过50万元。', 500_000],
    ['not what is bounded otherwise', '超过400万元的工程都要招标，老板送给他6万元。', 60_000],
    ['taxes that were diverted, and a bribe', '伏启明挪用税款50万元，又收受贿赂3万元。', 530_000],
    [
      'what was diverted with what was taken',
      '伏启明挪用堤防专项资金600万元给其弟的公司周转，收受施工方贿赂42万元，还收过购物卡3.2万元。',
      6_452_000,
    ],
    [
      'not what was sent back, though nothing else is told',
      '老板送给伏启明3万元，他没有收，当场退了回去。',
      null,
    ],
    ['a fee that nobody collected', '廖国强出具了免缴证明，131.4万元一分没有收。', 1_314_000],
    ['what was given in two parts', '他分两次给予其现金人民币叁拾万元整、贰拾伍万元。', 550_000],
    ['a loan of public money', '2012年，120万元汇给棉业公司，收来的易地建设费一共630万元。', 1_200_000],
    ['not what was looked into', '他主要了解过那个860万元的工程，2015年老板送给他3万元。', 30_000],
    ['not what was to be settled', '验收需要了结的尾款是40万元，老板送给他3万元。', 30_000],
    ['what he asked for', '他张口就要了4万元，工程造价700万元。', 40_000],
    ['not what he did not take', '2014年中秋送给伏启明2万元，他没有收。2016年端午送给他3万元。', 30_000],
    ['not what he refused', '老板送给伏启明5万元被他拒绝。后来老板送给副主任2万元。', 20_000],
    [
      'what he took in the end',
      '2015年老板送来3万元，他先是不肯收，后来还是收下了。2016年又送来4万元。',
      70_000,
    ],
    ['what he took without a receipt', '伏启明收受5万元，没有收条。2016年又收了3万元。', 80_000],
    ['what he took and denies', '伏启明收受5万元，拒不承认。', 50_000],
    ['not what he gave back of it', '2015年收了3万元，2016年退还他给的3万元好处费。', 30_000],
    ['what he ought to have given back', '伏启明截留应退还业主的押金20万元，工程造价500万元。', 200_000],
    [
      'one gift of which the title tells, too',
      '关于石涧县民防局局长张建国收受贿赂5万元的举报信\n尊敬的领导：\n2015年3月，老板送给张建国5万元。',
      50_000,
    ],
    [
      'one gift told again',
      '2015年3月，老板送给张建国5万元。我再说一遍：2015年3月，老板送给张建国5万元。',
      50_000,
    ],
    [
      'the total of the title',
      '关于伏启明受贿80余万元的举报信\n2015年，老板送给他3万元。2016年，老板又送给他5万元。',
      800_000,
    ],
    [
      'the total told beforehand',
      '我举报伏启明收受贿赂5万元。2015年3月，老板送给他3万元，2016年5月，又送给他2万元。',
      50_000,
    ],
    ['as many equal gifts as there are days', '2016年春节送给他2万元，2017年春节送给他2万元。', 40_000],
    ['as many equal gifts as there are feasts', '春节送给他2万元，中秋送给他2万元。', 40_000],
    ['an equal gift given again', '第一次送给他2万元，第二次送给他2万元。', 40_000],
    ['gifts in a row', '伏启明先后三次收受开发商2万元、3万元和5万元。', 100_000],
    [
      'dated gifts of which one comes to the others',
      '他2015年3月收受甲公司10万元，同年9月收受乙公司15万元，2016年收受丙公司5万元。',
      300_000,
    ],
    ['what was diverted in two years', '2016年套取维护费20万元，2017年套取维护费30万元。', 500_000],
    ['not a part once more', '2016年虚报工程款100万元，2017年将其中80万元私分。', 1_000_000],
    ['not the total of the works', '工程款共计860万元，老板送给伏启明20万元。', 200_000],
    [
      'not the price of a unit',
      '易地建设费每平方米2500元，应缴620万元，伏启明收了老板30万元，只让他缴了100万元。',
      300_000,
    ],
    ['gifts of several in a row', '他2014年收受王某2万元、李某3万元，2015年收受赵某4万元。', 90_000],
    ['gifts of two kinds', '中标价1680万元，他事后分得好处费84万元，另收受购物卡2万元。', 860_000],
    [
      'not what was sent back',
      '2018年中秋前，老板给局长送了两万元，局长让司机第二天退还给老板。2019年春节，局长收下了一万元。',
      10_000,
    ],
    [
      'what ended in his pocket',
      '合同价320万元，结算却付了410万元，多付的里面有15万元进了伏启明的口袋。',
      150_000,
    ],
    ['what was given him behind the sum', '公司账上支出招待费44万元，其中38万元实际送给了伏启明。', 380_000],
    [
      'the bribe of whom the sentence names, not the contract',
      '设备合同总价1180万元，中标以后，伏启明收供应商仇敏150万元。',
      1_500_000,
    ],
    ['as much as two got', '老板送给伏启明、段志强各2万元。', 40_000],
    ['as much as two gave', '伏启明办公室里，王建军、李志刚各送2万元，他都收了。', 40_000],
    ['as much as came in in two years', '2015年和2016年春节，老板来拜年，各送给他一万元。', 20_000],
    ['each its own', '伏启明两次收受王建军、李志刚各3万元、5万元。', 80_000],
    ['what came in by years', '伏启明每年收老板2万元，共收了6年。', 120_000],
    ['what came in from year to year', '2015年至2018年，老板每年送给伏启明2万元。', 80_000],
    ['what came in by months', '他每个月从账上报销3000元，连续10个月。', 30_000],
    ['what lay within', '老板给他爱人办了一张美容院的卡，里面5万元，CT合同1160万元。', 50_000],
    ['what got into no account', '工程造价800万元。废旧门窗卖了8万元，一分钱没进单位的账。', 80_000],
    ['not what one thing costs', '一吨多收640元。', null],
    ['not what somebody only heard of', '听说有人送了50万元，他开口要3万元。', 30_000],
    ['as much as two got in a year', '伏启明、段志强2018年各收2万元。', 40_000],
    ['as much as two got in years on end', '伏启明、段志强2015年和2016年各收2万元。', 40_000],
    ['as much as three gave', '三家施工方3人各送给他2万元。', 60_000],
    ['what came in in four years', '伏启明四年各收2万元。', 80_000],
    [
      'what came in by years, whatever else is counted',
      '2015年至2018年，老板以酬谢8万元工程的名义，每年送给伏启明2万元。',
      80_000,
    ],
    ['what was diverted to himself', '伏启明用公款20万元装修自己的房子，又收受老板3万元。', 230_000],
    ['what he himself drew, not the price', '伏启明套了维护费20万元，工程造价90万元。', 200_000],
    ['not less than the total', '伏启明收受甲公司20万元，前后共计收受10万元。', 200_000],
    ['no sum', '他上班打麻将。', null],
  ])('is %s', (_, text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });
});

describe('what stands beside gifts of 3 and 5 万元', () => {
  it.each([
    '银行放贷500万元给公司',
    '公款100万元修了路',
    '县里打去工程款100万元',
    '单位用公款300万元建了办公楼',
    '单位列支办公费40万元',
    '我的医药费报销了12万元',
    '我2019年举报了50万元虚假发票的问题',
    '收集证据我花了8万元',
    '收拾房子花了9万元',
    '收治病人花了9万元',
    '收编民兵花了9万元',
    '收藏的字画值90万元',
    '收尾工程80万元',
    '粮食丰收50万元',
    '税收下降300万元',
  ])('is not taken: %s', (words) => {
    expect(amountOf(`2015年老板送给伏启明3万元。${words}。2016年老板又送给伏启明5万元。`)).toBe(80_000);
  });

  it.each(['老板王建军', '王建军', '一个姓王的老板', '某公司经理', ''])('is taken from %s', (giver) => {
    expect(
      amountOf(`王建军是老板。2015年他送给伏启明3万元。2016年伏启明收${giver}5万元，工程造价90万元。`),
    ).toBe(80_000);
  });

  it('is added to a bribe only where it is told as a further gift', () => {
    expect(amountOf('伏启明收受贿赂5万元，老板送给他3万元。')).toBe(50_000);
    expect(amountOf('伏启明收受贿赂5万元，老板又送给他3万元。')).toBe(80_000);
  });
});
