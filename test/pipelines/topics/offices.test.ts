import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { readTopics } from '../../../pipelines/topics/index.js';
import { growth } from '../../support/index.js';
import { sealedOf } from './sealed.js';

const lexicon = loadLexicon();
const receipt = { receivedOn: null, channel: null };

describe('those who hold an office', () => {
  it.each(['局长', '给了局长', '局的老张老', '站长收了'])(
    'are found in linear time in %s over and over',
    (unit) => {
      const run = (length: number) => {
        readTopics(sealedOf(unit.repeat(Math.ceil(length / unit.length))), null, receipt, lexicon);
      };
      expect(growth(run, 10_000, 50_000)).toBeLessThan(12);
    },
  );

  it('are not the reader who is greeted', () => {
    const { petitionClass } = readTopics(
      sealedOf('尊敬的王局长：我丢了一个信封，里面有两千元钱。'),
      null,
      receipt,
      lexicon,
    );
    expect(petitionClass).toBe('out-of-scope');
  });
});
