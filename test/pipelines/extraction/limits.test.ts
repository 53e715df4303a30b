import { describe, expect, it } from '@jest/globals';
import { extract as read } from '../extractions.js';

const extract = (text: string) => read(Buffer.from(text), 'txt');

describe('the length of a text', () => {
  it('is held to two hundred thousand characters', async () => {
    const sentence = '请上级派人核查此事。';
    expect((await extract(sentence.repeat(20_000))).pages[0]!.text).toHaveLength(200_000);
    for (const times of [20_001, 60_000]) {
      await expect(extract(sentence.repeat(times))).rejects.toMatchObject({
        code: 'extraction.too_much_text',
        params: { limit: 200_000 },
      });
    }
  });
});
