import { describe, expect, it } from '@jest/globals';
import { describeMisses } from '../../bench/evaluation/index.js';
import { loadLexicon } from '../../lexicon/index.js';

describe('what differs from the labels', () => {
  it('is said in the words of the field', () => {
    const file = '2019-07-09-来信.txt';
    const lines = describeMisses(
      [
        { file, what: 'class', missing: ['report'], wrong: ['out-of-scope'] },
        { file, what: 'topics', missing: ['E1'], wrong: [] },
        { file, what: 'offences', missing: [], wrong: ['bribery'] },
        { file, what: 'accused: name', missing: ['范明志'], wrong: [] },
        { file, what: 'entity: money', missing: ['3万元'], wrong: [] },
        { file, what: 'value: money', missing: ['3万元 = 30000'], wrong: [] },
      ],
      loadLexicon(),
    );
    expect(lines.map((line) => line.slice(file.length + 2))).toEqual([
      '类别 (class)  漏 missing: 检举控告  误 wrong: 业务范围外',
      '问题类别 (topics)  漏 missing: E1 违规减免缓  误 wrong: —',
      '涉嫌职务违法犯罪 (offences)  漏 missing: —  误 wrong: 涉嫌受贿',
      '被反映人姓名 (accused: name)  漏 missing: 范明志  误 wrong: —',
      '金额 (entity: money)  漏 missing: 3万元  误 wrong: —',
      '金额折算值 (value: money)  漏 missing: 3万元 = 30000  误 wrong: —',
    ]);
  });
});
