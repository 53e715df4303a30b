import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { createSegmenter } from '../../../pipelines/segmentation/index.js';
import { readTopics } from '../../../pipelines/topics/index.js';
import { accusedOf, sealedOf } from './sealed.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
/** A plain accusation in front makes each paper a report, so that its tags are kept; it has the tag A4 only. */
const base = '举报县人防办主任吴某：2016年5月公款旅游，花费3万元。\n';
const accused = [accusedOf('县人防办', '主任', '吴某')];

const tags = (text: string) => {
  const got = readTopics(
    sealedOf(text, accused),
    segmenter.words(text),
    { receivedOn: null, channel: null },
    lexicon,
  );
  expect(got.petitionClass).toBe('report');
  return [...got.topics, ...got.offences];
};
/** Codes that the sentence adds to the plain accusation. */
const added = (sentence: string): string[] => {
  const read = (text: string) => tags(text).map((t) => t.code);
  const before = read(base);
  return read(base + sentence).filter((code) => !before.includes(code));
};

describe('what is not alleged', () => {
  it.each([
    ['negation', '经排查，该办不存在违规减免、缓缴易地建设费的问题。'],
    ['negation before a subject', '未发现该同志收受礼金、礼品。'],
    ['negation behind', '小金库问题经核查不存在。'],
    ['negation of several things', '从未收受任何礼金，也没有参与围标串标。'],
    ['found untrue', '反映其收受开发商现金20万元的问题查无实据。'],
    ['denial', '吴某否认收受开发商现金20万元。'],
    ['flat denial', '他矢口否认曾经收受贿赂。'],
    ['prohibition over a list', '严禁收受礼品礼金，大操大办婚丧喜庆事宜，私设小金库。'],
    ['prohibition', '不得减免、缓缴人防易地建设费，不得以缴代建。'],
    ['prevention', '我们要防止截留挪用、坐收坐支易地建设费。'],
    ['pledge', '全体人员郑重承诺不收受红包礼金，不参与围标串标。'],
    ['quoted rule', '根据《人防工程管理办法》第九条规定，学校、幼儿园易地建设费减半收取。'],
    ['rule of a document', '文件规定，对中小学校舍免收防空地下室易地建设费。'],
    ['statutory exemption', '该项目为幼儿园，依法减半收取易地建设费。'],
    ['duty', '重大事项应当集体研究，不得搞一言堂。'],
    ['condition', '如果有人违规减免易地建设费，我们将予以查处。'],
    ['question', '请核查是否存在围标串标、挂靠等行为。'],
    ['in case', '万一截留挪用了易地建设费怎么办。'],
    ['name of a document', '学习了《关于减免易地建设费有关问题的通知》。'],
    ['boxes not ticked', '□违规减免 □截留挪用 □围标串标 □小金库'],
    ['empty brackets', '违规减免（ ）截留挪用（ ）围标串标（ ）'],
    ['fields with no value', '违规减免：无\n截留挪用：否\n小金库：0'],
    ['row of a form with no value', '易地建设费减免\t无\t截留挪用\t0'],
    ['head of a table', '违规减免\t截留挪用\t小金库'],
    ['instructions', '举报须知：\n1. 举报受贿、贪污等问题应写明时间地点。\n2. 围标串标应附标书。'],
    ['how to fill in', '填表说明：\n1、小金库是指账外账、私设账户。'],
    ['boilerplate of a transfer', '请注意保密，不得将举报材料转给被举报单位。'],
    ['fear of the writer', '因怕打击报复，不敢留名。'],
    ['false accusation', '有人诬告副局长张建国受贿30万元。'],
    ['hearsay taken back', '有人说副局长张建国收受现金30万元，那是假的。'],
    ['hearsay taken back in two clauses', '外面传言副局长收了30万元，还说他贪污公款，纯属造谣。'],
    ['a deed denied with its object', '吴某没有把人防门拆下来卖过。'],
    ['a deed denied with its object, by another', '老板说吴某没有把公款借给他。'],
    ['a deed denied with whom it was for', '吴某没有给亲戚违规减免过易地建设费。'],
    ['no report of his', '我不是要举报副局长收受现金30万元。'],
  ])('%s', (_, sentence) => {
    expect(added(sentence)).toEqual([]);
  });

  it.each([['parking place without shelter', '地下停车位每月租金300元，该商场有三百个停车位。']])(
    'is at most a doubtful tag: %s',
    (_, sentence) => {
      const codes = added(sentence);
      for (const { code, score } of tags(base + sentence))
        if (codes.includes(code)) expect(score).toBeLessThan(0.5);
      expect(codes.length).toBeLessThanOrEqual(1);
    },
  );
});

describe('what is alleged all the same', () => {
  it.each([
    ['a rule broken', '违反《人防工程管理办法》规定，擅自减免易地建设费。', 'E1'],
    ['a rule, then the deed', '根据规定应缴易地建设费120万元，但主任吴某违规减免80万元。', 'E1'],
    ['no reason is no negation', '没有任何依据就减免了易地建设费50万元。', 'E1'],
    ['not decided together', '未经集体研究，主任擅自免收易地建设费。', 'E1'],
    ['could not but', '他不得不承认违规减免易地建设费。', 'E1'],
    ['box ticked', '☑违规减免易地建设费 □截留', 'E1'],
    ['brackets ticked', '违规减免易地建设费（√）', 'E1'],
    ['extortion told as a condition', '如果不送钱，他就拖着不办人防手续，卡着不批。', 'B1'],
    ['not collected by the rule', '未按规定征收易地建设费，漏征300万元。', 'E2'],
    ['not only', '不仅少算面积，而且截留挪用易地建设费。', 'E3'],
    ['refuses to mend', '他拒不整改，截留易地建设费发奖金。', 'E3'],
    ['a line broken by the paper', '二〇一八年以后收取的防空地下室易地建\n设费被他们截留挪用了。', 'E3'],
    ['what ought to have been done', '吴某没有把收取的易地建设费入账，截留了80万元。', 'E3'],
    ['what nobody was given', '吴某没有给大家公开过账目，小金库里有30万元。', 'C1'],
    ['name of a letter', '《关于吴某违规减免易地建设费问题的举报信》', 'E1'],
  ])('%s', (_, sentence, code) => {
    expect(added(sentence)).toContain(code);
  });

  it('halves what is only suspected', () => {
    const scoreOf = (sentence: string) => tags(base + sentence).find(({ code }) => code === 'C1')?.score ?? 0;
    expect(added('他设了小金库。')).toContain('C1');
    expect(scoreOf('怀疑有小金库。')).toBeLessThan(scoreOf('他设了小金库。'));
  });

  it.each([
    ['听说他收受开发商现金8万元。', '他收受开发商现金8万元。', 'bribery'],
    ['据说他收受开发商现金8万元。', '他收受开发商现金8万元。', 'bribery'],
    ['有人反映他收受开发商现金8万元。', '他收受开发商现金8万元。', 'bribery'],
    ['另外听别人讲，他过年收过茅台。', '另外，他过年收过茅台。', 'A5'],
    ['有人说他设了小金库。', '他设了小金库。', 'C1'],
  ])('counts less what was only heard, and keeps it: %s', (heard, known, code) => {
    const of = (sentence: string) => tags(base + sentence).find((t) => t.code === code)?.score ?? 0;
    expect(of(heard)).toBeGreaterThan(0);
    expect(of(heard)).toBeLessThan(0.8 * of(known));
  });

  it('quotes what the writer saw before what he heard, which then takes nothing from it', () => {
    const saw = '我亲眼看见他收受开发商现金8万元。';
    const of = (text: string) => tags(text).find(({ code }) => code === 'bribery')!;
    const text = `${base}听说他收受老板现金20万元。${saw}`;
    const { score, evidence } = of(text);
    expect(score).toBeGreaterThanOrEqual(0.9 * of(base + saw).score);
    expect(evidence.map(({ start, end }) => text.slice(start, end)).join()).toContain('亲眼看见');
  });
});
