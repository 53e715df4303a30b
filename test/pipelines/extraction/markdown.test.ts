import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { withoutMarks } from '../../../pipelines/extraction/markdown.js';
import { readFile } from '../../../pipelines/extraction/read-file.js';
import { itemsStage } from '../../../pipelines/items/index.js';
import { normalisationStage } from '../../../pipelines/normalisation/index.js';
import { processorTime } from '../../support/index.js';
import { cellsOf } from './tables.js';

const read = async (text: string, extension = 'md') => {
  const { parts, pages } = await readFile(Buffer.from(text), extension);
  return { format: parts[0].format, text: pages.map((page) => page.text).join('\n'), page: pages[0]! };
};

const letter = `# 关于**伏启明**有关问题的举报信

尊敬的县纪委领导：

> 他说“不给钱不办”。

3. 2017年收受**现金**20万元；
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
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
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

  it.each([
    ['marks in one another', '> - ## **举报** *王某某* ##', '举报 王某某'],
    ['a label in bold', '**金额：**3万元，__属实__。', '金额：3万元，属实。'],
    ['words in bold behind one character', '# 对**王某**的举报', '对王某的举报'],
    ['a link in bold', '**见[合同](a.jpg)**', '见合同（a.jpg）'],
    ['escaped marks', '王\\*\\*和李\\*\\*，1\\. 收钱', '王**和李**，1. 收钱'],
    ['a tag at the beginning', '<div>金额<5万元 实为>3万', '金额<5万元 实为>3万'],
    ['tags of an editor', '<div align="right">举报人&emsp;<u>钱某</u></div>', '举报人 钱某'],
  ])('loses %s', async (_, written, expected) => {
    expect((await read(written)).text.trim()).toBe(expected);
  });

  it.each([
    ['what the standard takes for the name of a link', '[举报人]: 张三\n[被反映人]: 李四\n\n正文'],
    ['comparisons that look like a tag', '<div 金额<5万元 实为>3万'],
    ['comparisons that no tag has', '金额<5万元 实为>3万'],
    ['an amount behind a sign', '>5万元的有三笔'],
    ['names behind one star', '举报王*和李*一起收钱'],
    ['names behind two stars', '王**和李**一起收钱，伏**和冉**知情，举报张**和赵**'],
    ['numbers behind stars', '电话138****1234，车牌苏A**12和苏B**34'],
    ['places behind stars', '举报**镇**村村支书'],
    ['blanks of a form', '__年__月__日，姓名__张三__电话__'],
    ['comments', '<!-- 举报人张三 -->'],
    ['what was struck out', '~~张三~~李四'],
    ['empty lines and indents', '尊敬的领导：\n\n    我叫张三。\n\n　　特此举报'],
  ])('keeps %s', async (_, text) => {
    expect((await read(text)).text).toBe(text);
  });

  it('keeps the words behind a fence, and marks within it', async () => {
    const { text } = await read('```张三举报\n2017年**3万**\n```\n**属实**');
    expect(text).toBe('张三举报\n2017年**3万**\n属实');
  });

  it('gives its tables with their cells, with bars at the edges or without', async () => {
    const { page } = await read('台账\n\n序号 | 反映\n--- | ---\n1 | 张三\\|李四**收钱**\n2 |\n\n完');
    expect(page.text).toBe('台账\n\n序号\t反映\n1\t张三|李四收钱\n2\n\n完');
    expect(cellsOf(page)).toEqual([['序号', '反映'], ['1', '张三|李四收钱'], ['2']]);
    const quoted = await read('> | 时间 | | 金额 |\n> |---|---|---|\n> | - | 王** | 3万元 |');
    expect(cellsOf(quoted.page)).toEqual([
      ['时间', '', '金额'],
      ['-', '王**', '3万元'],
    ]);
  });

  it("is parted into clues where it is an office's list, as a table in csv is", async () => {
    const rows = [
      ['序号', '被反映人姓名', '被反映人单位', '反映主要问题', '办理状态'],
      ...['王某', '李某', '张某'].map((name, i) => [
        `${i + 1}`,
        name,
        '红星县人防办',
        `涉嫌违规减免易地建设费，收受现金${i + 3}万元。`,
        '在办',
      ]),
    ];
    const itemsOf = async (text: string, extension: string) => {
      const extraction = await readFile(Buffer.from(text), extension);
      const context = { lexicon: loadLexicon() };
      const normalised = await normalisationStage.run({ extraction, recognition: [] }, context);
      return itemsStage.run({ extraction, recognition: [], normalised }, context);
    };
    const bars = rows.map((row) => `| ${row.join(' | ')} |`).toSpliced(1, 0, '|---|---|---|---|---|');
    const listed = await itemsOf(bars.join('\n'), 'md');
    expect(listed).toHaveLength(3);
    expect(listed).toEqual(await itemsOf(rows.map((row) => row.join(',')).join('\n'), 'csv'));
  });

  it('loses no character and no figure, whatever marks meet', () => {
    const pieces =
      '张 三 王 3 7 ， \\ | || *  ** *** _ __ ` `` ``` ~~~ # ## > - + 1. [ ] ( ) ]( ]: ! < > </ <b> <br> & &lt; : = --- === |-|-|'
        .split(' ')
        .concat(' ', '\n', '\n\n', '\n|-|-|\n', '\n- ', '\n> ');
    let state = 1;
    const next = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return pieces[(state >> 8) % pieces.length]!;
    };
    const wordsIn = (text: string) => text.match(/[\p{Script=Han}\d，]/gu)?.join('');
    for (let run = 0; run < 3_000; run++) {
      const source = Array.from({ length: 40 }, next).join('');
      expect([source, wordsIn(withoutMarks(source).text)]).toEqual([source, wordsIn(source)]);
    }
  });

  it('counts what stands outside its tables', async () => {
    await expect(read(`${'很'.repeat(200_001)}\n\n|a|b|\n|-|-|`)).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
  });

  it('is told by its name alone: the same marks in a plain letter stay', async () => {
    expect(await read('# 王**\n收了钱', 'txt')).toMatchObject({ format: 'text', text: '# 王**\n收了钱' });
  });

  const deeper = Array.from({ length: 60 }, (_, i) => `${' '.repeat(46 * i)}${'- '.repeat(23)}a`);
  it.each([
    ['quotes in quotes', '>'.repeat(100_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['lists in lists over many lines', `${deeper.join('\n')}${'\n'.repeat(110_000)}`],
    ['links without an end', '[a]('.repeat(25_000)],
    ['brackets', '['.repeat(100_000)],
    ['names of links', '[a]: b\n'.repeat(28_000)],
    ['emphasis', '**a '.repeat(25_000)],
    ['stars', '*a_ '.repeat(25_000)],
    ['backticks', '`'.repeat(100_000)],
    ['backticks that do not meet', '`a``b'.repeat(20_000)],
    ['spaces', `#${' '.repeat(100_000)}#${' '.repeat(50_000)}x`],
    ['a tag without an end', `<p${' style=""'.repeat(11_000)}${' '.repeat(100_000)}`],
    ['a long list', '1. a\n'.repeat(20_000)],
    ['rows of a table', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(9_000)}`],
    ['heads of tables', '|a|\n|-|\n\n'.repeat(9_000)],
    ['tags', '<'.repeat(100_000)],
  ])('takes no longer for %s', (_, text) => {
    expect(processorTime(() => withoutMarks(text))).toBeLessThan(1_000);
  });
});
