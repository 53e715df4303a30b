import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';
import { readTopics } from '../../../../pipelines/topics/index.js';
import { accusedOf, sealedOf } from '../sealed.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string, accused: Parameters<typeof sealedOf>[1] = []) =>
  readTopics(sealedOf(text, accused), segmenter.words(text), { receivedOn: null, channel: null }, lexicon);
const head = '电话记录\n来电时间：2023年4月6日10时20分接听人：赵敏\n';

describe('papers that an office booked in', () => {
  it.each([
    [
      '校长',
      '来电人反映：青山镇中心小学校长周文斌，每月把8000元食堂结余不入账，一共37个月，还与下属女老师保持不正当关系。',
    ],
    [
      '校长',
      '内容：中心小学校长周文斌每个月收食堂承包人8000元不入学校账，三年多收了37次，学校老师和家长都知道。',
    ],
    ['院长', '镇卫生院院长周文斌2021年把医院的药品折扣款3万元装进自己的口袋，投诉多次，医院职工都知道。'],
    ['村支书', '村支书周文斌2020年把征地补偿款12万元扣下没有入账，小区业主和村民问他要安置补偿，他不说。'],
  ])('is a report: a %s who diverts public money', (post, body) => {
    const topics = read(head + body, [accusedOf('青山镇某单位', post, '周文斌')]);
    expect(topics.petitionClass).toBe('report');
    expect(topics.offences.map((o) => o.code)).toContain('embezzlement');
    expect(topics.title).toContain(`${post}周文斌`);
    for (const words of [topics.title, topics.summary])
      expect(words).not.toMatch(/来电时间|接听人|赵敏|10时20分/);
  });

  it.each([
    [`${head}小区门口路灯坏了三个月没人修。`, '小区门口路灯坏了三个月没人修。'],
    [
      '来访登记表\n编号：12\n接访人：赵敏\n反映内容：村里水渠三年没修，请帮助解决。',
      '村里水渠三年没修，请帮助解决。',
    ],
    ['举报编号20230406\n请问退休手续怎么办理？', '请问退休手续怎么办理？'],
    ['编号：12\n接听人：赵敏', '未写明事由的来件'],
  ])('takes its title from what is told: %s', (text, title) => {
    const topics = read(text);
    expect(topics.title).toBe(title);
    expect(topics.summary).not.toContain('赵敏');
  });

  it.each(['市纪委你们好，管管吧。', '领导好，请管一管！'])('says nothing: %s', (text) => {
    expect(read(text).petitionClass).toBe('no-substance');
  });

  it.each(['村里水渠坏了，管管吧。', '某培训机构校长刘某收了8000元学费不退费，请帮忙退款。'])(
    'is no report and not empty: %s',
    (text) => {
      expect(read(text, [accusedOf(null, '校长', '刘某')]).petitionClass).toBe('out-of-scope');
    },
  );
});
