import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { headingOf } from '../../../pipelines/topics/heading.js';
import { readTopics } from '../../../pipelines/topics/index.js';
import { accusedOf, sealedOf } from './sealed.js';

const lexicon = loadLexicon();
const { titleEndings } = lexicon.petition;
const headed = (text: string) =>
  headingOf(text, titleEndings).map(({ start, end }) => text.slice(start, end));

describe('title and salutation', () => {
  it.each([
    ['关于柏川县人防办易地建设费被挪用的举报信\n尊敬的县纪委领导：\n我反映……', 2],
    ['县纪委监委：\n我是一名群众。', 1],
    ['各位领导，你们好！\n我要反映一件事。', 1],
    ['主任收了两万元现金，没有开票。\n会计也知道。', 0],
    ['反映人防办主任：\n他收了钱。', 0],
    ['尊敬的领导\n我反映一件事。', 1],
    ['尊敬的县纪委、县监委领导：您好！\n我反映一件事。', 1],
    ['尊敬的省委第3巡视组\n我反映一件事。', 1],
    ['尊敬的胡局长，您好\n我反映一件事。', 1],
    ['市纪委的各位领导：\n我反映一件事。', 1],
    ['柏川县纪委尊敬的领导：\n我反映一件事。', 1],
    ['县里的领导：\n我反映一件事。', 1],
    ['尊敬的领导伏启明收受贿赂五万元\n他还打麻将。', 0],
    ['尊敬的领导收受贿赂的是副局长\n他还打麻将。', 0],
    ['2015年收受5万元的汤主任：\n他还打麻将。', 0],
    ['贪污公款的是副局长：\n他还打麻将。', 0],
    ['老板在办公室骂局长：\n他还打麻将。', 0],
    ['施工方得到的好处：\n他还打麻将。', 0],
    ['吃喝成风的汤主任：\n他还打麻将。', 0],
  ])('%s', (text, lines) => {
    expect(headed(text)).toEqual(text.split('\n').slice(0, lines));
  });

  it('are not quoted where the letter tells the same', () => {
    const title = '关于柏川县人防办主任伏启明收受贿赂、违规减免易地建设费的举报信';
    const greeting = '尊敬的县纪委领导：';
    const text = `${title}\n${greeting}\n2017年，伏启明收受开发商好处费8万元，给该楼盘违规减免易地建设费120万元。\n他还多次收受贿赂，在减免易地建设费时打招呼。`;
    const { topics, offences } = readTopics(
      sealedOf(text, [accusedOf('柏川县人防办', '主任', '伏启明')]),
      null,
      { receivedOn: null, channel: null },
      lexicon,
    );
    const quotes = [...topics, ...offences].flatMap((tag) => tag.evidence);
    expect(quotes.length).toBeGreaterThan(1);
    for (const { start } of quotes) expect(start).toBeGreaterThan(title.length + greeting.length);
  });

  it('are quoted where nothing else proves a topic', () => {
    const text =
      '关于柏川县人防办主任伏启明违规减免易地建设费的举报信\n2017年的事情，大家都清楚，请领导去那里看一看。';
    const { topics } = readTopics(
      sealedOf(text, [accusedOf('柏川县人防办', '主任', '伏启明')]),
      null,
      { receivedOn: null, channel: null },
      lexicon,
    );
    expect(topics.map(({ code }) => code)).toContain('E1');
  });
});
