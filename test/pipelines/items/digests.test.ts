import { describe, expect, it } from '@jest/globals';
import { extractionOf } from '../extractions.js';
import { split } from './papers.js';

const paperOf = (text: string) => extractionOf([{ text }], { format: 'docx' });

const digests: [string, string, string[]][] = [
  [
    '一、 with the sender in brackets',
    `群众来信摘要
（2023年第7期）
澜川县纪委监委信访室
2023年7月14日
一、反映县水务局副局长穆长林收受管材商现金。来信称，2022年4月穆长林收受现金8万元。（来信人：县水务局职工 纪小满）
二、反映青桥镇财政所所长申屠海虚列开支。来信反映，2021年虚列办公费3.6万元。（来信人：匿名）
三、建议公开村级账目。来信人希望每季度张榜。（来信人：退休教师 庾怀仁）`,
    ['纪小满', '匿名', '庾怀仁'],
  ],
  [
    '1. with fields below',
    `信访摘报
1. 关于县粮食公司经理简大同的问题
反映人：方可为（县粮食公司工人）
主要内容：简大同2020年把差价2万元装进自己口袋。
2. 关于学校食堂的问题
反映人：尚小梅
主要内容：县三中校长岑立本收承包人1.5万元。`,
    ['方可为', '尚小梅'],
  ],
  [
    '（一） with where it came from',
    `县纪委监委信访举报动态
第3期
2024年3月1日
（一）匿名信反映北关社区主任葛天民把低保给了自己的岳母。
（二）城南村村民来信反映村会计石磊收取工本费每户50元。
（三）网上举报称县一中教导主任凌志远违规补课。`,
    ['葛天民', '石磊', '凌志远'],
  ],
  [
    '1、 behind a salutation of the office that it goes to',
    `青桥镇纪委：
现将8月来信来访摘要转去，请研究。
1、来访人乔木生反映村支书阚大山侵占集体鱼塘租金4万元。
2、来信人不详，反映镇农技站站长臧文秀报销私人加油费。`,
    ['乔木生', '臧文秀'],
  ],
  [
    '第一件：',
    `一周来信来电汇总
第一件：来电人褚女士反映县医院采购科科长习广收回扣12万元。
第二件：来信人郁大年，反映县交通局运管所所长屠国强乱罚款。`,
    ['褚女士', '郁大年'],
  ],
];

const letters: [string, string][] = [
  [
    'points of one letter',
    `举报信
县纪委：
现反映县水务局局长穆长林的问题：
一、收受管材商现金8万元。
二、公车私用，节假日开公车回老家。
三、为其弟承揽工程。
举报人：纪小满
2023年7月1日`,
  ],
  [
    'points that tell of other petitions',
    `关于城南村村干部问题的反映
1. 支书阚大山侵占鱼塘租金4万元。
2. 村民多次来信反映，镇里不管。
3. 会计石磊收取工本费。
反映人：乔木生`,
  ],
  [
    'sections of a report on one matter',
    `关于反映岑立本问题的初核报告
一、基本情况
岑立本，县三中校长。
二、反映的主要问题
来信反映其收受承包人1.5万元。
三、核查情况
经核查，不属实。
四、处理建议
予以了结。`,
  ],
  [
    'a summary of one letter with its parts',
    `举报材料摘要
1、被举报人：简大同，县粮食公司经理。
2、举报内容：2020年把差价2万元装进自己口袋。
3、举报人：方可为，电话另附。`,
  ],
  [
    'numbered evidence',
    `反映葛天民的材料
我是北关社区居民，反映主任葛天民把低保给了岳母。
证据如下：
（一）低保公示照片。
（二）2023年发放表复印件。
（三）邻居证言。
反映人：聂红`,
  ],
];

describe('a digest of several letters', () => {
  it.each(digests)('numbered %s is an item for each letter', async (_, text, told) => {
    const items = await split(paperOf(text));
    expect(items).toHaveLength(told.length);
    for (const [i, item] of items.entries()) {
      expect(told.filter((name) => item.text.includes(name))).toEqual([told[i]]);
      expect(item.context).toBe(text.slice(0, text.indexOf(items[0]!.text)).trim());
      expect(item.flags).toEqual([]);
    }
  });

  it.each([
    [
      'a letter that names no sender',
      `来信摘要
一、来信人纪小满反映穆长林收受现金8万元。
二、来信人庾怀仁建议公开账目。
三、县三中食堂价格高。`,
    ],
    [
      'letters under the offices that they go to',
      `来信摘要
一、转县水务局来信
1. 来信人纪小满反映穆长林收受现金8万元。
2. 来信人方可为反映简大同公车私用。
二、转教育局
1. 来信人庾怀仁反映岑立本补课。`,
    ],
    [
      'letters with a sender each under no title of a digest',
      `七月份材料
一、穆长林收受现金8万元。反映人：纪小满
二、简大同公车私用。反映人：方可为`,
    ],
  ])('with %s stays whole, and a person should look', async (_, text) => {
    const items = await split(paperOf(text));
    expect(items).toHaveLength(1);
    expect(items[0]!.flags).toContain('split_uncertain');
  });

  it.each(letters)('is not what has %s', async (_, text) => {
    const items = await split(paperOf(text));
    expect(items).toHaveLength(1);
    expect(items[0]!.flags).not.toContain('split_uncertain');
  });
});
