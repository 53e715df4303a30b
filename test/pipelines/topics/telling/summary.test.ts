import { beforeAll, describe, expect, it } from '@jest/globals';
import { createTextReader, type ReadText } from '../../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';

const read = createTextReader(loadLexicon());

describe('what a card of the register says of a letter', () => {
  let letter: ReadText;

  beforeAll(async () => {
    letter = await read(
      '云门市纪委监委：\n2018年5月，望湖县人防办主任陆正南在御景华府项目的请示上签字同意缓缴，该项目核定易地建设费310万元，至今一分钱没有收回。' +
        '同年中秋，开发商邱大海在停车场交给陆正南一个纸袋，里面装着现金12万元。\n有人去问，他拍着桌子说：“这件事到此为止，谁再提就让谁走人！”\n一名职工\n2020年3月2日',
      '2020-03-10',
    );
  });

  it('tells who did what, when and for how much', () => {
    const { summary } = letter.topics[0]!;
    expect(summary).toMatch(/^反映望湖县人防办主任陆正南：/);
    expect(summary).toContain('现金12万元');
    expect(summary).toContain('缓缴');
    expect(summary).toMatch(/涉嫌[^。]*受贿[^。]*。$/);
  });

  it('cuts no quotation in the middle', () => {
    const { summary } = letter.topics[0]!;
    expect(summary.split('“')).toHaveLength(summary.split('”').length);
  });

  it('does not take the lawful fee for the sum of the matter', () => {
    expect(letter.sealed[0]!.amount).toBe(120_000);
  });
});
