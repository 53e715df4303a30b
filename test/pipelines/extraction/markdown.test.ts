import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../../../pipelines/extraction/markdown.js';
import { readFile } from '../../../pipelines/extraction/read-file.js';
import { processorTime } from '../../support/index.js';

const read = async (text: string, extension = 'md') => {
  const { parts, pages } = await readFile(Buffer.from(text), extension);
  return { format: parts[0].format, text: pages.map((page) => page.text).join('\n') };
};

const letter = `# 关于**伏启明**有关问题的举报信

尊敬的县纪委领导：

> 他说“不给钱不办”。

3. 2017年收受*现金*20万元；
4. 违规减免易地建设费

- 会计知情
- 出纳知情

| 时间 | 金额 |
|---|:--|
| 2017年 | 3万元 |

每层面积2*3=6，见[照片](http://a.example/1.jpg)<br>另附\`合同\`。

---
举报人：钱某`;

describe('a letter in Markdown', () => {
  it('is read without its marks', async () => {
    const { format, text } = await read(letter);
    expect(format).toBe('markdown');
    expect(text.split('\n')).toEqual([
      '关于伏启明有关问题的举报信',
      '尊敬的县纪委领导：',
      '他说“不给钱不办”。',
      '3. 2017年收受现金20万元；',
      '4. 违规减免易地建设费',
      '会计知情',
      '出纳知情',
      '时间\t金额',
      '2017年\t3万元',
      '每层面积2*3=6，见照片（http://a.example/1.jpg）',
      '另附合同。',
      '举报人：钱某',
    ]);
  });

  it('is told by its name alone: the same marks in a plain letter stay', async () => {
    expect(await read('# 王**\n收了钱', 'txt')).toEqual({ format: 'text', text: '# 王**\n收了钱' });
  });

  it.each([
    ['quotes in quotes', '>'.repeat(100_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['links without an end', '[a]('.repeat(25_000)],
    ['brackets', '['.repeat(100_000)],
    ['emphasis', '**a '.repeat(25_000)],
    ['a long list', '1. a\n'.repeat(20_000)],
    ['tags', '<'.repeat(100_000)],
  ])('takes no longer for %s', (_, text) => {
    expect(processorTime(() => wordsOf(text))).toBeLessThan(1_000);
  });
});
