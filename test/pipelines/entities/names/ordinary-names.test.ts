import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';
import { seededRandom } from '../../../../samples/rendering/seeded-random.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const personsOf = (text: string) =>
  new Set(
    readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon)
      .mentions.filter((m) => m.type === 'person')
      .map((m) => m.text),
  );

const surnames =
  '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 蔡 潘 田 董 袁 余 蒋 杜'.split(
    ' ',
  );
const givenNames =
  '建国 建军 志强 志刚 国强 国平 明华 明辉 永强 永贵 卫东 文斌 晓东 晓燕 海涛 春梅 秀英 桂兰 玉珍 丽华 淑芬 爱国 红霞 金凤 德明 福生 立新 学军 世杰 家明 长江 宝林 庆华 振东 俊杰 浩然 思远 婷婷 伟 芳 敏 静 强 磊 军 勇 艳 杰 涛 霞 玉 玲 芬 彬 波 健 鹏 浩 龙 梅 琴 倩 莹'.split(
    ' ',
  );

/** Places at which no sentence that names are learned from has them in these words. */
const sentences = [
  '{A}时任县交通局局长，签字同意。',
  '2015年4月，{A}时任市水务局副局长。',
  '{A}时任工程科科长期间多次收钱。',
  '当时{A}任镇长，{B}任副镇长。',
  '{A}原任粮食局会计。',
  '{A}现任住建局党组书记。',
  '据了解，{A}时任党组成员。',
  '局长{A}时常不在单位。',
  '科长{A}任由老板违规施工。',
  '主任{A}自行决定免收。',
  '站长{A}开会时说过。',
  '会计{A}管钱，出纳{B}管账。',
  '书记{A}有一套房子。',
  '老板{A}给{B}送了五万元。',
  '原所长{A}到龄退休。',
  '{A}与{B}共同出资。',
  '{A}让{B}去办。',
  '{A}将公章交给{B}。',
  '{A}被县纪委约谈。',
  '{A}在家请客。',
  '{A}时隔两年才退钱。',
  '{A}应该清楚。',
  '{A}安排人做假账。',
  '{A}经手这笔钱。',
  '{A}曾于2018年受过处分。',
  '反映{A}、{B}等人违纪',
  '由{A}负责验收。',
  '钱交给{A}。',
  '听{A}说要改。',
  '当天{A}不在。',
  '其弟{A}开公司。',
  '司机{A}接的人。',
  '县教育局{A}收了钱。',
  '村民{A}、{B}作证。',
  '同事{A}也看见了。',
  '邻居{A}可以证明。',
];

describe('people with the names that most people have, at the usual places of a letter', () => {
  it('are nearly all found, and hardly any word is taken for one', () => {
    const random = seededRandom(7);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
    const count = { wanted: 0, found: 0, right: 0 };
    for (const sentence of sentences)
      for (let n = 0; n < 12; n++) {
        const wanted = new Set<string>();
        const names: Record<string, string> = { A: pick(surnames) + pick(givenNames) };
        names.B = pick(surnames) + pick(givenNames);
        const filled = sentence.replace(/\{([AB])\}/g, (_, place: string) => {
          wanted.add(names[place]!);
          return names[place]!;
        });
        const found = personsOf(`我们反映如下情况。\n${filled}\n请查处。`);
        count.wanted += wanted.size;
        count.found += found.size;
        count.right += [...found].filter((name) => wanted.has(name)).length;
      }
    expect(count.right / count.wanted).toBeGreaterThan(0.96);
    expect(count.right / count.found).toBeGreaterThan(0.98);
  });

  it.each([
    '时任领导批准了这个项目。',
    '任时不到一年。',
    '原任会计交接不清。',
    '在任时间太短。',
    '任职时没有登记。',
    '石油管道从村里过。',
    '全村人平安无事。',
    '时间定在下午三点。',
    '安排了三个人值班。',
    '成绩不错。',
    '我住青岩镇石塘村王家庄。',
    '他与开发商勾结。',
    '主任时间紧。',
    '局长任务重。',
    '住建局时任局长。',
  ])('are not seen where nobody is named: %s', (text) => {
    expect([...personsOf(text)]).toEqual([]);
  });
});
