import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { maskName } from '../../../pipelines/sealing/index.js';

const lexicon = loadLexicon();

describe('a name in the name of a file whose text names nobody', () => {
  it.each([
    ['张三来信.pdf', '▇▇来信.pdf'],
    ['2019年3月5日王强举报信.docx', '2019年3月5日▇▇举报信.docx'],
    ['王强、李四举报信.txt', '▇▇、▇▇举报信.txt'],
    ['举报信（王强）.doc', '举报信（▇▇）.doc'],
    ['实名举报材料-王强.docx', '实名举报材料-▇▇.docx'],
    ['王强(实名)举报信.doc', '▇▇(实名)举报信.doc'],
    ['县人防办干部韦立群来信2022.txt', '▇▇▇▇▇▇▇▇▇来信2022.txt'],
    ['2021年柳林村村民王强举报信.txt', '2021年▇▇▇▇▇▇▇举报信.txt'],
    [
      '举报人韦立群_13512345678_身份证530400196802290023.txt',
      '举报人▇▇▇_▇▇▇▇▇▇▇▇▇▇▇_身份证▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇.txt',
    ],
    ['0877-2012345来电.txt', '▇▇▇▇▇▇▇▇▇▇▇▇来电.txt'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name, [], lexicon)).toBe(masked);
  });

  it.each([
    '2013-12-30-信访举报台账.xls',
    '举报张三.doc',
    '反映柳林村村干部高远的来信.docx',
    '群众举报县人防办干部高远来信材料.docx',
    '2016-07-05-来信-安澜县缓缴.png',
    '群众来信.docx',
    '实名举报-虚假地勘以缴代建.pdf',
    '施工队来信.jpg',
    'IMG_20190804_123456.jpg',
    '20190804123456.pdf',
    '2019-000123-1.docx',
  ])('%s stays', (name) => {
    expect(maskName(name, [], lexicon)).toBe(name);
  });
});
