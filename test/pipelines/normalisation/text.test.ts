import { describe, expect, it } from '@jest/globals';
import { normaliseText } from '../../../pipelines/normalisation/index.js';
import { processorTime } from '../../support/index.js';

const print = (text: string) => normaliseText(text, { layout: 'print' }).text;
const typed = (text: string) => normaliseText(text, { layout: 'typed' }).text;
const read = (text: string) => normaliseText(text, { layout: 'print', lines: [] }).text;

describe('characters', () => {
  it.each([
    ['full-width figures and letters become half-width', 'Ａ１２３号，５％', 'A123号，5%'],
    ['Chinese punctuation stays Chinese', '，。：；（）〔〕《》“”！？', '，。：；（）〔〕《》“”！？'],
    ['square metres keep their square', '1,286.50㎡、30m²', '1,286.50m²、30m²'],
    ['circled figures do not run into the next figure', '①2016年', '①2016年'],
    ['the Han zero stays', '二〇一六年', '二〇一六年'],
    ['radicals of PDF fonts become characters', '⻓江⺠政⼈防', '长江民政人防'],
    ['half a surrogate pair is a character lost', '人\ud83d防', '人\ufffd防'],
    ['dots in names are one dot', '阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['zero-width and control characters go', '人\u200B防\uFEFF办\u0007公\u00AD室', '人防办公室'],
    ['line ends of every system are one', '甲\r\n乙。\r丙。\u2028丁', '甲\n乙。\n丙。\n丁'],
    [
      'Traditional becomes Simplified by phrases',
      '乾隆年間著名幹部舉報，哪裡的臺賬',
      '乾隆年间著名干部举报，哪里的台账',
    ],
    [
      'what is good Simplified is no Traditional phrase',
      `${'他把防护门打坏了。土坏，不能种。'.repeat(9)}葉股長`,
      `${'他把防护门打坏了。土坏，不能种。'.repeat(9)}叶股长`,
    ],
    [
      'keeps characters that Simplified has in names',
      '粮库经理麴新民、科长王昇和会计魏徵收了钱。',
      '粮库经理麴新民、科长王昇和会计魏徵收了钱。',
    ],
  ])('%s', (_, source, expected) => {
    expect(normaliseText(source, { layout: 'paragraphs' }).text).toBe(expected);
  });

  it('takes pinyin out of the middle of words, and no other brackets', () => {
    expect(typed('徹查(chèchá)九縣(市、區)，深挖（shēnwā）黨委(黨組)、(王晨秋)、甲方(abc)')).toBe(
      '彻查九县(市、区)，深挖党委(党组)、(王晨秋)、甲方(abc)',
    );
  });
});

describe('a Latin O', () => {
  it.each([
    ['二O一七年九月', '二〇一七年九月'],
    ['二OO八年', '二〇〇八年'],
    ['O一七', 'O一七'],
    ['甲O乙', '甲O乙'],
  ])('is a zero between Chinese figures of a scan only: %s', (source, expected) => {
    expect(read(source)).toBe(expected);
    expect(print(source)).toBe(source);
  });
});

describe('spaces', () => {
  it.each([
    ['玉 溪 市 人 防 办 2016 年 3 月 5 日 ， 收 受', '玉溪市人防办2016年3月5日，收受'],
    ['Qidi register 2 of 3', 'Qidi register 2 of 3'],
    ['联系人：周工 电话：0870-2210000', '联系人：周工 电话：0870-2210000'],
  ])('are taken out of print: %s', (source, expected) => {
    expect(print(source)).toBe(expected);
  });

  it('are kept between typed words, and closed up inside names', () => {
    expect(typed('姓　名：张　三')).toBe('姓名：张三');
    expect(typed('范明志 杨桂兰 李国强')).toBe('范明志 杨桂兰 李国强');
  });

  it('keep table cells apart', () => {
    expect(normaliseText('姓 名\t张 三\n单位 \t 红山县人防办', { layout: 'paragraphs' }).text).toBe(
      '姓名\t张三\n单位\t红山县人防办',
    );
  });
});

describe('lines', () => {
  it('joins dates, names and sums that go over a line end', () => {
    expect(print('他于2016年\n3月收受现金')).toBe('他于2016年3月收受现金');
    expect(
      print('县人防办原主任贺\n连生收受五十\n万元，又于次年春节前后多次在县\n城一家茶楼收受他人财物。'),
    ).toContain('次年春节前后多次在县城一家茶楼');
  });

  it('keeps paragraphs, headings, salutations and forms', () => {
    const text = [
      '关于河源区人防办的反映',
      '尊敬的市纪委监委领导：',
      '一、违规减免。他在没有会议纪要的情况',
      '下签字同意减半收取，后来也没有收齐。',
      '二、收受财物。',
      '此致',
      '2019年3月5日',
    ].join('\n');
    expect(print(text)).toBe(text.replace('情况\n下', '情况下'));
    const form =
      '填报单位：白马镇人民政府办公室\n项目名称：白马新城商住小区一期\n审批文号：河人防〔2014〕19号';
    expect(print(form)).toBe(form);
  });

  it('leaves typed paragraphs alone, and joins text wrapped at a fixed width', () => {
    const paragraphs = '现反映以下问题\n第二段没有句号\n第三段';
    expect(typed(paragraphs)).toBe(paragraphs);
    const wrapped = [
      '我们反映小区地下人防工程的问题小区地下',
      '室规划图上写明有人防工程一处面积三千平',
      '方米交房时我们发现地下室没有安装防护密',
      '闭门。',
    ];
    expect(typed(wrapped.join('\n'))).toBe(wrapped.join(''));
  });

  it('keeps Latin words apart where it joins them', () => {
    expect(print('the quick brown\nfox jumps over')).toBe('the quick brown fox jumps over');
  });

  it('uses the place of lines on a recognised page', () => {
    const lines = [
      { text: '关于某人的举报', box: [300, 0, 600, 30] },
      { text: '他在任职期间多次违规减免易地建设', box: [160, 50, 900, 80] },
      { text: '费', box: [100, 100, 130, 130] },
      { text: '他还收受他人财物数额较大影响恶劣', box: [160, 150, 900, 180] },
      { text: '群众反映强烈', box: [100, 200, 400, 230] },
    ] as const;
    let at = 0;
    const recognised = lines.map(({ text, box }) => {
      const start = at;
      at += text.length + 1;
      return {
        start,
        end: start + text.length,
        confidence: 1,
        box: [...box] as [number, number, number, number],
      };
    });
    const { text } = normaliseText(lines.map((line) => line.text).join('\n'), { lines: recognised });
    expect(text).toBe(
      '关于某人的举报\n他在任职期间多次违规减免易地建设费\n他还收受他人财物数额较大影响恶劣群众反映强烈',
    );
  });
});

describe('marks that recognition misreads', () => {
  it.each([
    ['标题 : 穆某 ,与收入不符(见附件)', '标题：穆某，与收入不符（见附件）'],
    ['欠缴6]万元，2018年]月9日', '欠缴61万元，2018年1月9日'],
    ['青审移 (2020] 7号', '青审移〔2020〕7号'],
    ['共1,286.50元，见[2]。', '共1,286.50元，见[2]。'],
  ])('%s', (source, expected) => {
    expect(read(source)).toBe(expected);
  });

  it('are left alone in typed text', () => {
    expect(typed('标题: 穆某,与收入不符')).toBe('标题: 穆某,与收入不符');
  });
});

it('stays quick on adversarial text', () => {
  const hostile = [
    '(ā'.repeat(50_000),
    '一、'.repeat(33_000),
    '['.repeat(100_000),
    ' '.repeat(100_000),
    `甲${'（a'.repeat(50_000)}`,
  ];
  for (const text of hostile) {
    expect(processorTime(() => normaliseText(text, { layout: 'print', lines: [] }))).toBeLessThan(2_000);
  }
});

it.each(['1', '举', '檢'])('reads a line of 190,000 times %s', (character) => {
  const { length } = typed(character.repeat(190_000));
  expect(length).toBe(190_000);
});
