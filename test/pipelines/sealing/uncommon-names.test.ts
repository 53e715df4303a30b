import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readEntities } from '../../../pipelines/entities/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { sealItem } from '../../../pipelines/sealing/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { seededRandom } from '../../../samples/rendering/seeded-random.js';
import { charge } from './forms/forms.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);

function seal(text: string) {
  const item = itemOf(text);
  const facts = { receivedOn: '2019-07-01', channel: null };
  const { informant: _, ...rest } = sealItem(item, readEntities(item, segmenter.words(text), facts, lexicon));
  return { ...rest, json: JSON.stringify(rest) };
}

const common = [...'王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗宋郑谢韩唐冯于董萧程曹袁许傅沈曾彭吕苏'];
const rare = [...'钭归介漆荞乜仉眭逄缑亓昝仝郗禤佴芮亢阙璩蔺笪逯揭'];
const given = [...'伟芳娜敏静丽强磊军勇艳杰娟涛超兰霞平刚桂英华玉梅红云志海春秋根旺福禄寿喜松竹菊荷莲'];
/** Given names alone, as people are called in a village. */
const alone = [
  ...['冬生', '来福', '春来', '铁柱', '秋菊', '麦根', '经纬', '凌云', '长生', '腊梅', '有根', '水生'],
  ...['金锁', '天佑', '小满', '谷雨', '立夏', '路遥', '海燕', '向东', '卫国'],
];

/** A writer drawn at random: {N} with a family's name, often a rare one; {G} any of these, or a given name alone. */
function writer(random: () => number): Record<string, string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const name = () => pick(random() < 0.5 ? rare : common) + pick(given) + (random() < 0.7 ? pick(given) : '');
  return {
    N: name(),
    G: random() < 0.6 ? pick(alone) : name(),
    T: `154${digits(8)}`,
    V: `${pick(['石涧县', '茂云县', '青石镇', ''])}${pick(['上坝村', '大洼村', '柳树屯', '桥头寨', '西河沿村'])}${pick(['', '四组'])}`,
    P: pick(['石堰塘', '柳树湾', '黄泥坡', '沔阳坡', '桥头村', '乌拉屯']),
  };
}

const day = '2019年6月3日';
const forms = [
  `县纪委：\n${charge}\n请组织核对是谁的亲属。\n华北磐石设备有限公司\n授权代表{N}　{T}\n${day}`,
  `县纪委：\n${charge}\n请核查。\n委托代表{N}，{T}\n${day}`,
  `来访登记表\n来访时间：${day}　来访人数：3人\n来访人代表：{G}　电话：{T}\n反映对象：石涧县民防局局长郝长顺\n反映情况：${charge}`,
  `来访登记表\n来访代表：{G}　电话：{T}\n反映对象：石涧县民防局局长郝长顺\n反映情况：${charge}`,
  `接访登记单\n接访日期：${day}\n来访人：{N}　男　51岁\n电话：{T}　住：{V}\n被反映人：郝长顺，石涧县民防局局长\n问题概述：${charge}`,
  `县纪委：\n${charge}\n买画以后，名单上多了我们院，还有一句话没有说完，大家都知道是怎么回事。\n{G}，{T}\n${day}`,
  `县纪委：\n${charge}\n{G}　{T}\n${day}`,
  `县纪委：\n我是石涧县民防工程公司下岗的，{G}。下岗之前在设备科。\n${charge}`,
  `县纪委：\n我是石涧县供销社退休的，{G}。\n${charge}`,
  `县纪委：\n我是在大洼村卖水产的，叫{G}。\n${charge}`,
  `县纪委：\n我是在大洼村种苹果的，{G}。\n${charge}`,
  `县纪委：\n本人{G}，退休前在地质队，一辈子和石头打交道。\n${charge}`,
  `县纪委：\n本人{G}，种地大户。我想买一台玉米收割机。\n${charge}`,
  `县纪委：\n本人{G}，石涧县大洼村村民。\n${charge}`,
  `县纪委：\n我叫{G}，种地的。\n${charge}`,
  `县纪委：\n我叫{G}。\n${charge}`,
  `涧纪信交〔2019〕41号\n石涧县纪委监委：\n现将郝长顺有关问题的实名信访举报件交你委办理，请核查处理，并于2019年10月10日前书面报送结果。\n严禁将材料转给被举报单位和个人。\n中共云泽市纪律检查委员会信访室\n2019年6月27日\n附：来信1件\n……\n${charge}锹还没有放下，就对老板说先干起来。\n{G}　{T}\n2019年5月30日`,
  `县纪委：\n${charge}\n我用竹竿量过，盖板下面照样是明水。照片、录像都有。\n{P}{N}，65岁，{T}\n${day}`,
  `县纪委：\n${charge}\n照片、录像都有。\n{P}{N}，65岁\n${day}`,
];

describe('writers of uncommon names', () => {
  it.each(forms.map((form, n) => [form.replaceAll('\n', ' / '), form, n] as const))(
    '%s',
    (_name, form, n) => {
      const random = seededRandom(n + 101);
      const readable: string[] = [];
      for (let i = 0; i < 40; i++) {
        const own = writer(random);
        const used = new Set<string>();
        const text = form.replace(/\{(\w)\}/g, (_, key: string) => {
          if (key !== 'P') used.add(own[key]!);
          return own[key]!;
        });
        const { json } = seal(text);
        readable.push(...[...used].filter((secret) => json.includes(secret)));
        expect(json).toContain('郝长顺');
      }
      expect(readable).toEqual([]);
    },
  );
});

describe('what is no name', () => {
  it.each([
    ['本人文化低，写得不好。', '文化低'],
    ['本人农民，不懂法。', '农民'],
    ['本人无奈，只好写信。', '无奈'],
    ['本人愿意，随时作证。', '愿意'],
    ['本人退休，没事可做。', '退休'],
    ['本人不服，请求复查。', '不服'],
    ['本人残疾，走不动路。', '残疾'],
    ['本人瓦匠，退休前在建筑队。', '瓦匠'],
    ['本人单身，住大洼村。', '单身'],
    ['本人老实，大洼村村民。', '老实'],
    ['本人初中，石涧县大洼村村民。', '初中'],
    ['我是看门的，就这样。', '就这样'],
    ['我是种地的，没读过书。', '没读过书'],
    ['本人亲眼所见，绝无虚言。', '亲眼所见'],
    ['我是厂里下岗的，没办法。', '没办法'],
    ['我是厂里下岗的，老百姓。', '老百姓'],
    ['我是供销社退休的，不怕。', '不怕'],
    ['我是种地的，老实人。', '老实人'],
    ['我是当兵的，说话直。', '说话直'],
    ['我是看门的，夜班。', '夜班'],
    ['我叫苦，他不理。', '叫苦'],
    ['他们住：宾馆、酒店。', '宾馆'],
  ])('is left readable: %s', (words, shown) => {
    expect(seal(`县纪委：\n${words}\n${charge}\n${day}`).text).toContain(shown);
  });
});
