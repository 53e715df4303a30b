import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);

/** Units with their sections and posts, one post a word; what a section and its head share is written once or twice. */
const held: Readonly<Record<string, string>> = {
  霁州市财政局: '预算科长 预算科科长 国库科副科长 党组书记 一级调研员 总会计师',
  霁州市人防办: '工程科科长 工程科长 综合科副科长 办公室副主任 四级调研员',
  霁州市住房和城乡建设局: '建管科科长 人防科长 副局长 二级主任科员',
  涵陂县教育局: '财务股长 财务股股长 基教股副股长 办公室主任 督学 党组成员',
  涵陂县水利局: '工程股长 河道管理股股长 防汛办主任 总工程师 局长',
  涵陂县公安局: '治安大队大队长 法制大队副大队长 政委 户政股长',
  涵陂县人民检察院: '检察长 办公室主任 政治部主任',
  涵陂县人民法院: '执行局局长 院长 民一庭庭长',
  青岩镇: '民政所长 财政所长 司法所长 党委副书记 人大主席 镇长',
  青岩镇财政所: '所长 副所长 会计',
  青岩镇农业服务中心: '主任 副主任',
  柳沟乡: '财政所长 武装部长 党委书记 乡长',
  石塘村: '党支部书记 村委会主任 会计 文书',
  涵陂县第一中学: '校长 总务主任 教务处主任 德育处副主任 会计 年级组长',
  涵陂县人民医院: '院长 药剂科科长 药剂科长 设备科主任 骨科主任 护士长',
  霁州农商银行: '行长 信贷科长 信贷部经理',
  霁州市城投公司: '总经理 财务部部长 财务部长 工程部经理 党委委员',
  霁州市自来水公司: '经理 抄收科长 营业部主任',
};
const forms = Object.entries(held).flatMap(([unit, posts]) =>
  posts.split(' ').map((post) => [unit, post] as const),
);

/** With the person behind and before, without and with a word for when. */
const sentences: readonly (readonly [string, (unit: string, post: string) => string])[] = [
  ['the person behind', (unit, post) => `反映${unit}${post}马国强收受贿赂5万元。`],
  ['the person before', (unit, post) => `马国强，${unit}${post}，收受贿赂5万元。`],
  ['原', (unit, post) => `${unit}原${post}马国强收受老板现金5万元。`],
  ['时任', (unit, post) => `2019年5月，时任${unit}${post}的马国强收受老板现金5万元。`],
  ['现任', (unit, post) => `马国强现任${unit}${post}，收受老板现金5万元。`],
];

describe('an accused of whom unit, section and post are told', () => {
  it.each(sentences)('nearly always has all three: %s', (_, write) => {
    const missed = forms.flatMap(([unit, post]) => {
      const [first] = read(write(unit, post)).accused;
      const said = `${first?.organisation}|${first?.position}|${first?.name}`;
      return said === `${unit}|${post}|马国强` ? [] : [`${unit}${post}: ${said}`];
    });
    expect(forms.length).toBeGreaterThan(60);
    expect(missed.length).toBeLessThan(5);
  });

  it.each([
    ['反映涵陂县教育局财务股长期不入账。', '涵陂县教育局财务股'],
    ['反映青岩镇民政所长年克扣低保金。', '青岩镇民政所'],
  ])('has no post where the section goes on with a word of time: %s', (text, unit) => {
    const { mentions } = read(text);
    expect(mentions.filter((m) => m.type === 'organisation').map((m) => m.text)).toEqual([unit]);
    expect(mentions.filter((m) => m.type === 'position')).toEqual([]);
  });
});
