import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';

const { entities } = createReader(loadLexicon());
const accused = (text: string) => entities(text).accused.map((a) => [a.name, a.organisation, a.position]);

describe('a vice post that is written with 付', () => {
  it.each([
    [
      '县纪委：\n我要举报平河县人防办的付主任江山，他收了开发商三万元。\n群众',
      [['江山', '平河县人防办', '副主任']],
    ],
    [
      '县纪委：\n平河县水务局局长马得胜、付局长田野把河堤工程包给亲戚，各收好处费五万元。\n群众',
      [
        ['马得胜', '平河县水务局', '局长'],
        ['田野', '平河县水务局', '副局长'],
      ],
    ],
    ['县纪委：\n青山镇付镇长欧阳春虚报冒领补助款八万元。\n群众', [['欧阳春', '青山镇', '副镇长']]],
  ])('is read as one: %s', (text, wanted) => {
    expect(accused(text)).toEqual(wanted);
  });

  it('is quoted as it was written', () => {
    const text = '县纪委：\n平河县人防办付主任江山收了开发商三万元。\n群众';
    const post = entities(text).mentions.find((m) => m.type === 'position');
    expect(post).toMatchObject({ text: '付主任', value: '副主任' });
  });

  it('is none where somebody is called Fu', () => {
    const text =
      '县纪委：\n平河县人防办主任付大勇收了开发商三万元。我们找过付主任，付主任张口就要五万。\n群众';
    expect(accused(text)).toEqual([['付大勇', '平河县人防办', '主任']]);
  });
});
