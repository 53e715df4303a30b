import { describe, expect, it } from '@jest/globals';
import { buildWordTree } from '../../pipelines/word-tree.js';

describe('word tree', () => {
  const words = ['人防', '人防办', '', '办', '易地建设费', '人防'];
  const tree = buildWordTree(words);
  const find = (text: string) => {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      node = tree.next(node, text.charCodeAt(i));
      if (node === 0) return null;
    }
    return tree.wordAt(node);
  };

  it('finds its words, the last one of those spelt alike', () => {
    expect(['人防', '人防办', '办', '易地建设费'].map(find)).toEqual([5, 1, 3, 4]);
  });

  it.each(['人', '易地'])('goes on through %s, which is no word', (text) => expect(find(text)).toBe(-1));

  it.each(['防', '人防局', '办办', 'x'])('leads nowhere for %s', (text) => expect(find(text)).toBeNull());

  it('has a node for each beginning, and none behind the text', () => {
    expect(tree.size).toBe(1 + 3 + 1 + 5);
    expect(tree.next(0, ''.charCodeAt(0))).toBe(0);
    expect(buildWordTree([]).next(0, 0x4eba)).toBe(0);
  });
});
