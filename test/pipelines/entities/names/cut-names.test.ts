import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const receipt = { receivedOn: '2024-12-01', channel: null };
const read = (text: string) => readEntities(itemOf(text), segmenter.words(text), receipt, lexicon);
const accused = (text: string) => read(text).accused.map((a) => [a.name, a.position]);

describe('where a name ends, and what is none', () => {
  it.each([
    [
      'a name of which a character is forgotten',
      '县纪委：\n县教育局管招生的那个副局长姓匡，叫匡什么林，记不清了。招了60多个择校生，每人交3万。这公司是匡局长老婆开的。\n家长',
      [['匡什么林', '副局长']],
    ],
    [
      'before what is done with somebody',
      '县纪委：\n今年国庆，县林业局办公室主任纪大海带着局长次仁央金一家开公车去旅游，报销了八千元。\n职工',
      [
        ['纪大海', '办公室主任'],
        ['次仁央金', '局长'],
      ],
    ],
    [
      'before a misdeed that begins as a name ends',
      '县纪委：\n县民政局副局长高远强占了敬老院两间房。高远霸占了食堂，高远克扣老人伙食费5万元。\n群众',
      [['高远', '副局长']],
    ],
    [
      'of several whose families are told and explained',
      '县纪委：\n就是我们县文化馆，馆长和副馆长，两个人，馆长姓章，章得胜，副馆长姓荆，荆棘的荆，荆小青，两个人去年公款旅游花了四万多。\n群众',
      [
        ['章得胜', '馆长'],
        ['荆小青', '副馆长'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(accused(text)).toEqual(expected);
  });
});
