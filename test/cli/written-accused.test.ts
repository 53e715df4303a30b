import { describe, expect, it } from '@jest/globals';
import { InvalidArgumentError } from 'commander';
import { editsOf, readAccused } from '../../cli/words/written-accused.js';

const read = (...words: string[]) =>
  words.reduce<ReturnType<typeof readAccused> | undefined>(
    (before, text) => readAccused(text, before),
    undefined,
  )!;
const person = (name: string) => ({ name, organisation: null, position: null });

describe('the accused as a person writes them', () => {
  it('are a whole list, or nobody', () => {
    expect(read('钟离远/澜川市人防办/会计', '/澜川市人防办')).toEqual([
      { name: '钟离远', organisation: '澜川市人防办', position: '会计' },
      { name: null, organisation: '澜川市人防办', position: null },
    ]);
    expect(read(' 无 ')).toEqual([]);
  });

  it('or what is to become of one', () => {
    expect(editsOf({ accused: read('+钟离远', '卓立新=卓立欣', '储国安=无') })).toEqual([
      { who: null, to: person('钟离远') },
      { who: '卓立新', to: person('卓立欣') },
      { who: '储国安', to: null },
    ]);
  });

  it.each([
    ['+无'],
    ['+none/澜川市人防办'],
    ['+甲=乙'],
    ['甲=+乙'],
    ['甲＝＋乙'],
    ['甲=乙=丙'],
    ['=乙'],
    [' =乙'],
    ['无', '+钟离远'],
    ['无', '钟离远'],
    ['无', '无'],
    ['钟离远', '无'],
    ['+钟离远', '无'],
    ['无=钟离远', '无'],
  ])('are refused where it is nonsense: %j', (...words) => {
    expect(() => read(...words)).toThrow(InvalidArgumentError);
  });
});
