import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readEntities } from '../../../../pipelines/entities/index.js';
import { itemOf } from '../../../../pipelines/items/index.js';
import { createSegmenter } from '../../../../pipelines/segmentation/index.js';

const lexicon = loadLexicon();
const segmenter = createSegmenter(lexicon);
const read = (text: string) =>
  readEntities(itemOf(text), segmenter.words(text), { receivedOn: '2023-06-01', channel: null }, lexicon);

const firsts = ['迪里夏提', '古丽巴哈尔', '阿卜杜拉', '买买提', '艾尔肯', '帕提古丽'];
const lasts = ['阿不都外力', '买买提', '吐尔逊', '阿不都热合曼', '艾山', '库尔班'];
const names = firsts.flatMap((first) => lasts.map((last) => [first, last] as const));

describe('a name of two parts', () => {
  it.each([
    ['·', 0],
    ['•', 0],
    ['・', 0],
    ['.', 14],
    ['．', 14],
  ])('is one accused around %s, but for %d of them', (dot, most) => {
    const missed = names.flatMap(([first, last]) => {
      const { accused } = read(`举报涵陂县水利局局长${first}${dot}${last}收受贿赂5万元。`);
      const [found] = accused;
      const parts = found?.name?.split(/[·•・.．]/);
      return accused.length === 1 && parts?.[0] === first && parts[1] === last ? [] : [found?.name];
    });
    expect(missed.length).toBeLessThanOrEqual(most);
  });

  it.each([['1.买买提收了钱。', '买买提']])(
    'is none where the point ends a sentence or a number: %s',
    (text, name) => {
      expect(
        read(text)
          .mentions.filter((m) => m.type === 'person')
          .map((m) => m.text),
      ).toEqual([name]);
    },
  );
});

describe('words of a list before a signature', () => {
  it('are nobody who signs', () => {
    const { informant } = read(
      '我有三点建议：一是公开招标，二是出租要公示，三是收费透明。\n\n招标\n出租\n收费\n一名市民',
    );
    expect(informant.filter(({ kind }) => kind === 'name').map(({ value }) => value)).toEqual([]);
  });
});
