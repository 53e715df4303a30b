import { describe, expect, it } from '@jest/globals';
import { outlineOf } from '../../office/index.js';
import { processorTime } from '../support/index.js';

describe('the outline of a name', () => {
  it.each([
    ['2019-10-08-李某来信.docx', '2019-10-08-▇▇▇▇.docx'],
    ['20191008李某/3号信.pdf', '20191008▇▇/3▇▇.pdf'],
    ['2019.10.8 (2).jpg', '2019.10.8 (2).jpg'],
    ['20191008-20191012 来信.zip', '20191008-20191012 ▇▇.zip'],
    ['3-2019_10_08.7z', '3-2019_10_08.7z'],
  ])('%s keeps its days and short numbers', (name, outline) => {
    expect(outlineOf(name)).toBe(outline);
  });

  it.each([
    ['李某139-8765-4321举报.docx', '▇▇▇▇▇-▇▇▇▇-▇▇▇▇▇▇.docx'],
    ['138 0013 8000.txt', '▇▇▇ ▇▇▇▇ ▇▇▇▇.txt'],
    ['（0877）201-9321.txt', '（▇▇▇▇）▇▇▇-▇▇▇▇.txt'],
    ['139、8765、4321.txt', '▇▇▇▇▇▇▇▇▇▇▇▇▇.txt'],
    ['李某139.8765.4321', '▇▇▇▇▇.▇▇▇▇.▇▇▇▇'],
    ['138 20191008.txt', '▇▇▇ ▇▇▇▇▇▇▇▇.txt'],
    ['20198765.txt', '▇▇▇▇▇▇▇▇.txt'],
    ['8765-43-21.txt', '▇▇▇▇-▇▇-▇▇.txt'],
    ['123456.txt', '▇▇▇▇▇▇.txt'],
    ['2019-10-08 139-8765-4321.txt', '2019-10-08 ▇▇▇-▇▇▇▇-▇▇▇▇.txt'],
  ])('%s shows no number of a telephone', (name, outline) => {
    expect(outlineOf(name)).toBe(outline);
  });

  it('is drawn in time', () => {
    for (const seed of ['1', '1-', '-', '2019-10-08 ', '1-----------', '20191008-'])
      expect(processorTime(() => outlineOf(seed.repeat(100_000 / seed.length)))).toBeLessThan(250);
  });
});
