import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';

const { entities } = createReader(loadLexicon());

describe('a sum in another currency', () => {
  it.each([
    ['老板付给江山港币十万元，才拿到批文。', '港币十万元', null],
    ['江山另收美元3万元。', '美元3万元', null],
    ['老板给江山汇了USD 3万，分两次。', 'USD 3万', null],
    ['江山收受现金五万元，又收了八千英镑。', '八千英镑', 50_000],
  ])('is no yuan: %s', (text, written, amount) => {
    const read = entities(text);
    expect(read.mentions.find((m) => m.text === written)).toMatchObject({ type: 'money', value: null });
    expect(read.amount).toBe(amount);
  });
});

describe('what each of many has', () => {
  it.each([
    ['国家拨的占地款每亩补三万二，到我们手头每亩只有一万八，村支书江山说不清。', null],
    ['副乡长江山收村民批宅基地的手续费每户500元至2000元不等，没有开票。', null],
    ['大队长江山向沿街商户收取卫生保证金每户2000元，共收37户，不开收据。', 74_000],
    ['园长江山向家长收取赞助费每人800元，全园共120人。', 96_000],
    ['村主任江山每户收2000元危房改造手续费，全村1200人，谁不交就不给办。', null],
    ['村主任江山每户收2000元手续费，全村1200人，共300户，都交了。', 600_000],
    ['校长江山每人收50元试卷费，全校40个班、共900名学生。', 45_000],
    ['补偿款每亩3万元，村主任江山虚报面积，多领了9万元。', 90_000],
  ])('is not the sum at issue: %s', (text, amount) => {
    expect(entities(text).amount).toBe(amount);
  });
});

describe('a day that is none of the acts', () => {
  it.each([
    ['江山（男，1969年生）2018年3月收受现金五万元。', '2018-03-01', '2018-03-31'],
    ['江山，1971年8月生，2017年收了老板六万元。', '2017-01-01', '2017-12-31'],
    [
      '我在2021年4月9日曾向县纪委举报江山，没有答复。江山2020年5月收受现金五万元。',
      '2020-05-01',
      '2020-05-31',
    ],
    ['2022年9月1日我们给市里写信反映过，江山2020年5月收受现金五万元的事没人管。', '2020-05-01', '2020-05-31'],
    ['2017年5月3日我又去江山办公室投诉，江山当场收受我1万元。', '2017-05-03', '2017-05-03'],
    ['2019年5月3日我们向江山投诉，他又索要2万元。', '2019-05-03', '2019-05-03'],
    [
      '2019年3月5日我给江山写信求情，他索要3万元。2018年6月1日，我向江山举报矿老板偷采，他收了矿老板2万元。',
      '2018-06-01',
      '2019-03-05',
    ],
    ['2021年4月9日我向县水利局投诉，没有人管。江山2020年5月收受现金五万元。', '2020-05-01', '2020-05-31'],
  ])('%s', (text, actedFrom, actedTo) => {
    expect(entities(text)).toMatchObject({ actedFrom, actedTo });
  });
});
