import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const { entities } = createReader(loadLexicon());
const accused = (text: string) => entities(text).accused.map((a) => [a.name, a.organisation, a.position]);

describe('the unit of an accused', () => {
  it.each([
    [
      'is the office, not the section that his post tells already',
      '县纪委：\n我在平河县人民防空办公室执法大队开车。罚多少由执法大队大队长马得胜一个人定，他收了老板三万元，我亲眼看见。\n一名司机',
      ['马得胜', '平河县人民防空办公室', '执法大队大队长'],
    ],
    [
      'is the one he was moved to',
      '县纪委：\n关于马得胜的反映。马得胜在平河县人防办当主任时收了开发商三万元，去年9月转任平河县应急管理局二级调研员。\n群众',
      ['马得胜', '平河县应急管理局', '二级调研员'],
    ],
    [
      'is told with the section that stands apart from his post',
      '市纪委：\n办案的是平河区纪委三室的主任马得胜，他收了被查单位三万元，把举报信给了别人。\n群众',
      ['马得胜', '平河区纪委三室', '主任'],
    ],
    [
      'is told before the verb of his post',
      '县纪委：\n马得胜在平河县水务局当局长，收了包工头三万元。\n群众',
      ['马得胜', '平河县水务局', '局长'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(accused(text)).toContainEqual(wanted);
  });

  it('is the town for its head, though only an office of the town is named', () => {
    const text =
      '市纪委：\n举报黄埠镇财政所所长马得胜，将转移支付53万元转到私人公司。镇长江山知情不管，且在这家公司有干股。\n群众';
    expect(accused(text)).toEqual([
      ['马得胜', '黄埠镇财政所', '所长'],
      ['江山', '黄埠镇', '镇长'],
    ]);
  });
});
