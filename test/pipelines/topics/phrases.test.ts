import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const reader = createReader(loadLexicon());
const codes = (text: string) => {
  const { topics, offences } = reader.topics(text);
  return [...topics, ...offences].map((t) => t.code);
};

describe('deeds told in plain words', () => {
  it.each([
    [
      'E2',
      '县人防办收费股股长贺长林年年写“积极催收”，城南广场那笔人防费156万元到今天还挂着没人要，一份催款单都没收到过。',
    ],
    [
      'B1',
      '区人防办副主任耿长顺出主意让开发商把一个项目切成六个小地块分别来报，最后一个平方的人防都没有修。',
    ],
    ['C2', '老城区人防办主任段海涛把地下商场一年二十万就包给了他连襟，合同一签十五年，从没登报招租。'],
    ['D2', '幸福里地下人防被物业隔成出租屋，人防门拆下来卖废铁，区人防办监督科科长两年没来过，没人管。'],
    ['misappropriation', '县供销社主任温守义把社里账上的80万元借给他战友办养殖场，三年了一分没还回来。'],
    [
      'collusive-bidding',
      '县人防办的工程来了五家投标，标书连错别字都一样，保证金是从一个账户出去的，主任赵大川早就定好了。',
    ],
  ])('%s', (code, text) => {
    expect(codes(text)).toContain(code);
  });

  it.each(['按规定，未缴清易地建设费的不得核发许可证。', '小区停车位每月租金300元，物业收费都开了发票。'])(
    'and not where nothing is alleged: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );
});
