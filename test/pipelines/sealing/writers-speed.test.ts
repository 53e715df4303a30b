import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { homeOnly } from '../../../pipelines/entities/roles/home-only.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { maskName } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { growth, processorTime } from '../../support/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

/** Four times the text takes some four times as long; a loop within a loop would take sixteen times. */
function expectProportion(prepare: (length: number) => () => void, length: number): void {
  const [quarter, whole] = [prepare(length / 4), prepare(length)];
  quarter();
  // Collecting garbage falls into one of two runs, seldom into both.
  const shortest = (act: () => void) => Math.min(processorTime(act), processorTime(act));
  expect(shortest(whole)).toBeLessThan(Math.max(1500, 10 * shortest(quarter)));
}

const inNames = [...'伟芳娜敏静丽强磊军勇艳杰娟涛超兰霞平刚桂英华玉梅红云海春秋根旺福'];
/** Of names of two characters there are a thousand, then rarer ones that a list may hold, too. */
const nameCharacter = (n: number) => inNames[n] ?? String.fromCharCode(0x4e00 + 7 * n);

const prepareLetter = (text: string) => {
  const words = segmenter.words(text);
  return () => {
    readEntities(itemOf(text), words, { receivedOn: null, channel: null }, lexicon);
  };
};

describe('texts written to stop the reader', () => {
  it.each([
    ['我是', ''],
    ['我在', ''],
    ['我叫', '，'],
    ['本人', '，男，'],
    ['来访群众高', '、'],
    ['据高峰', ''],
    ['我，', ''],
    ['我家在住', '的'],
    ['（', '：'],
    ['签名：高 ', '、'],
    ['高 峰 ', '\n'],
    ['5栋', '号'],
    // Labels of forms, rows of names, homes without a number, names behind a calling.
    ['提供线索的群众现在的住处', '：'],
    ['举报人姓名及单位\t', '\n'],
    ['来访人：张三', '、李四（手印）'],
    ['来访人：张三\u3000', '，'],
    ['平河县青山镇柳湾村五组', ' '],
    ['地址平河县青山镇', '\n'],
    ['我是会计', '，高山'],
    ['我是高山', '，汉族'],
    ['申诉人高山、', '均系'],
  ])('%s %s', (one, two) => {
    const prepare = (length: number) =>
      prepareLetter(
        `县纪委：\n举报局长范明志。\n${(one + two).repeat(Math.floor(length / (one + two).length))}`,
      );
    expectProportion(prepare, 16_000);
  });

  it.each([
    ['families', () => '我姓强，'],
    ['ties', () => '我是范明志的前妻，'],
    ['homes', () => '村民王五（柳林村3组）反映，'],
    ['neighbours', () => '我家隔壁就是范明志家，'],
    [
      'joint signers',
      (n: number) => `${n % 2 ? '、李' : '、张'}${nameCharacter(n >> 5)}${nameCharacter(n & 31)}`,
    ],
  ] as const)('a letter of nothing but %s', (_name, word) => {
    const prepare = (length: number) => {
      const words = Array.from({ length: length / word(0).length }, (_, n) => word(n)).join('');
      return prepareLetter(`县纪委：\n举报局长范明志收钱。\n举报人：李春华${words}`);
    };
    expectProportion(prepare, 48_000);
  });

  it.each([' ', '\u3000', '，', '、', ' ，'])('a letter and an address with a run of "%s"', (mark) => {
    for (const lead of ['我是卖菜的。', '联系地址：石涧县东门街8号']) {
      const prepare = (length: number) =>
        prepareLetter(`县纪委：\n举报局长范明志。\n${lead}${mark.repeat(length / mark.length)}`);
      expectProportion(prepare, 66_000);
    }
  });

  it.each(['，', ' ', '、'])('a home with a run of "%s" behind it', (mark) => {
    const read = (length: number) => {
      const text = `东门街8号${mark.repeat(length)}`;
      expect(homeOnly(text, { start: 0, end: text.length }).start).toBe(0);
    };
    expect(growth(read, 20_000, 100_000)).toBeLessThan(12);
  });

  it.each(['张三举报信', '举报人张三', '举报人：', '张三等'])('a file name of %s', (seed) => {
    const prepare = (length: number) => () => {
      const name = seed.repeat(Math.floor(length / seed.length));
      expect(maskName(name, [], lexicon)).toHaveLength(name.length);
    };
    expectProportion(prepare, 16_000);
  });
});
