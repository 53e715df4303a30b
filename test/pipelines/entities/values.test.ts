import { describe, expect, it } from '@jest/globals';
import { isBankCard, isCreditCode, isIdentityNumber } from '../../../pipelines/entities/values/checksums.js';
import { readValues } from '../../../pipelines/entities/values/index.js';

const cases: [written: string, type: string, value: string | number | null][] = [
  ['2019年春节前后', 'date', '2019-01-21/2019-02-20'],
  ['2018年中秋节前', 'date', '2018-09-09/2018-09-24'],
  ['2016年国庆节', 'date', '2016-09-16/2016-10-16'],
  ['2018年2、3月份', 'date', '2018-02/2018-03'],
  ['2O16年1O月15日', 'date', '2016-10-15'],
  ['1l0万元', 'money', 1_100_000],
  ['十二三万', 'money', 120_000],
  ['三万七千多块', 'money', 37_000],
  ['南纪举2018第2206号', 'document-number', '南纪举2018第2206号'],
  ['澜财监函（2021）15号', 'document-number', '澜财监函〔2021〕15号'],
  ['5,618万元', 'money', 56_180_000],
  ['1.2亿', 'money', 120_000_000],
  ['300元', 'money', 300],
  ['3万', 'money', 30_000],
  ['￥5000', 'money', 5000],
  ['人民币伍拾万元整', 'money', 500_000],
  ['叁佰贰拾捌万陆仟元整', 'money', 3_286_000],
  ['壹仟零伍万元', 'money', 10_050_000],
  ['三四十万', 'money', 300_000],
  ['十几万', 'money', 100_000],
  ['近百万', 'money', 1_000_000],
  ['一百二十余万', 'money', 1_200_000],
  ['8千块钱', 'money', 8000],
  ['九万二千元', 'money', 92_000],
  ['九万二', 'money', 92_000],
  ['2O万', 'money', 200_000],
  ['20-30万元', 'money', 200_000],
  ['3元5角', 'money', 3.5],
  ['2块8', 'money', 2.8],
  ['2019～2021年', 'date', '2019/2021'],
  ['2018~2020年期间', 'date', '2018/2020'],
  ['几万元', 'money', null],
  ['二〇一七年五月四日', 'date', '2017-05-04'],
  ['2016.3.5', 'date', '2016-03-05'],
  ['16年3月', 'date', '2016-03'],
  ['2015年上半年', 'date', '2015-01/2015-06'],
  ['2015年年初', 'date', '2015-01/2015-02'],
  ['去年底', 'date', '2016-11/2016-12'],
  ['2014年至今', 'date', '2014/2017-04-18'],
  ['前几年', 'date', null],
  ['2012年4月至2014年12月', 'date', '2012-04/2014-12'],
  ['2016年至2018年', 'date', '2016/2018'],
  ['2013-2016年', 'date', '2013/2016'],
  ['2015年3月5日至9日', 'date', '2015-03-05/2015-03-09'],
  ['1,286.50平方米', 'area', 1286.5],
  ['1.2万平方米', 'area', 12_000],
  ['三亩', 'area', 2000],
  ['玉人防〔2016〕12号', 'document-number', '玉人防〔2016〕12号'],
  ['云政发(2013)第15号', 'document-number', '云政发〔2013〕15号'],
  ['计价格[2000]474号', 'document-number', '计价格〔2000〕474号'],
  ['（2019）滨0481民初316号', 'document-number', '滨0481民初〔2019〕316号'],
  ['〔2019〕纪信12号', 'document-number', '〔2019〕纪信12号'],
  ['53040019880806005X', 'identity-number', '53040019880806005X'],
  ['530400700101001', 'identity-number', '530400197001010014'],
  ['6216261000000000018', 'bank-card', '6216261000000000018'],
  ['91530400MA0000015R', 'credit-code', '91530400MA0000015R'],
  ['云F·A0000', 'plate', '云FA0000'],
  ['云FD00000', 'plate', '云FD00000'],
  ['0877-12388', 'phone', '0877-12388'],
  ['138-0013-8000', 'phone', '13800138000'],
];

describe('values', () => {
  it.each(cases)('%s is %s %s', (written, type, value) => {
    const text = `据查，${written}，属实。`;
    const found = readValues(text)('2017-04-18');
    expect(found).toEqual([
      expect.objectContaining({ type, text: written, value, start: 3, end: 3 + written.length }),
    ]);
  });

  it.each(['20万平方米', '千万保密', '100余份', '三万人', '一个人', '2号楼', '第三条', '一百多户'])(
    '%s is no money',
    (text) => {
      expect(readValues(`共${text}。`)(null).filter((m) => m.type === 'money')).toEqual([]);
    },
  );

  it.each(['三万保密费', '两万小心意'])('counts %s as what was paid', (paid) => {
    expect(readValues(`收了${paid}。`)(null).map((m) => m.type)).toEqual(['money']);
  });

  it('takes a missing year from the date before', () => {
    const found = readValues('2015年3月收了一次，同年8月又收一次，10月5日还收了一次。')(null);
    expect(found.map((m) => m.value)).toEqual(['2015-03', '2015-08', '2015-10-05']);
  });

  it('checks numbers by their standards', () => {
    expect(isIdentityNumber('530400197001010014')).toBe(true);
    expect(isIdentityNumber('530400197001010015')).toBe(false);
    expect(isIdentityNumber('530400197002300019')).toBe(false);
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isBankCard('6226388000000095')).toBe(true);
    expect(isBankCard('6226388000000096')).toBe(false);
  });
});
