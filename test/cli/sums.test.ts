import { describe, expect, it } from '@jest/globals';
import { InvalidArgumentError } from 'commander';
import { createTerminal } from '../../cli/terminal.js';
import { readSum, sumInWords } from '../../cli/words/sums.js';
import { jsonOf, runQidi, useFolder } from '../support/index.js';

const folder = await useFolder('written-sum');
const env = { QIDI_HOME: await folder.make() };

describe('a sum as a person writes it', () => {
  it.each([
    ['28万', 280_000],
    ['28 万元', 280_000],
    ['96.5万元', 965_000],
    ['1.2亿', 120_000_000],
    ['28元', 28],
    ['280000元', 280_000],
    ['280,000元', 280_000],
    ['２８万元', 280_000],
    [' 1,280,000.5 元 ', 1_280_000.5],
    ['280000 yuan', 280_000],
    ['100000亿', 1e13],
    ['965000', 965_000],
    ['10000', 10_000],
    ['0', 0],
    ['0.3元', 0.3],
    ['无', 'none'],
    ['none', 'none'],
  ] as const)('reads %s', (written, yuan) => {
    expect(readSum(written)).toBe(yuan);
  });

  it.each(['28', '9999', '96.5', '9,999', '0.5'])('does not guess the unit of %s', (written) => {
    const refused = expect(() => readSum(written));
    refused.toThrow(InvalidArgumentError);
    refused.toThrow(/没有写单位.*万元 或 /);
  });

  it.each([
    ...['', '万', '2十', '-3元', '1e5', '28万28', '1,2万', `${'9'.repeat(40)}元`],
    ...['2 8 万', '28.123,456元', '1234,567元', '280,0000元', '999999999999亿', '100001亿', '28 y uan'],
  ])('refuses %j', (written) => {
    expect(() => readSum(written)).toThrow(InvalidArgumentError);
  });

  it('is told in words', () => {
    const [zh, en] = [createTerminal('zh', false), createTerminal('en', false)];
    expect([sumInWords(zh, 280_000), sumInWords(en, 280_000)]).toEqual([
      '28 万元（280000 元）',
      '280000 yuan',
    ]);
    expect([sumInWords(zh, 28), sumInWords(zh, null), sumInWords(en, null)]).toEqual(['28 元', '无', 'none']);
  });

  it('without a unit is wrong usage, with what to write instead, in both languages', async () => {
    const words = ['correct', '1', '--amount', '28', '--reason', 'x'];
    const [plain, english, register] = await Promise.all([
      runQidi(words, env),
      runQidi(['--json', ...words], { ...env, QIDI_LANG: 'en' }),
      runQidi(['register', 'R1', '--amount', '28', '--reason', 'x'], env),
    ]);
    expect([plain.code, plain.stdout]).toEqual([2, '']);
    expect(plain.stderr).toContain('28万元 或 28元');
    expect(english.code).toBe(2);
    expect(jsonOf(english).error).toMatchObject({
      code: 'cli.usage',
      message: expect.stringContaining('it has no unit'),
    });
    expect(english.stdout + english.stderr).not.toMatch(/[\u4e00-\u9fff]{3}/);
    expect([register.code, register.stderr]).toEqual([2, expect.stringContaining('28万元 或 28元')]);
  });
});
