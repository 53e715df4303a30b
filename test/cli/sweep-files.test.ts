import { describe, expect, it } from '@jest/globals';
import { describeFiles } from '../../cli/commands/upkeep/sweep.js';
import { createTerminal } from '../../cli/terminal.js';
import type { DueFile } from '../../office/index.js';

const [zh, en] = [createTerminal('zh', false), createTerminal('en', false)];
const due = (...papers: string[]): DueFile => ({
  ...{ papers, why: 'failed', code: 'extraction.archive', stages: ['topics'] },
});

describe('what is due, file by file', () => {
  it('names the receipts of each, and of many how many there are', () => {
    expect(describeFiles(zh, [due('R1', 'R2')])).toEqual([
      '  收件 R1、R2  上次失败 [extraction.archive]：判断类别',
    ]);
    const many = due(...Array.from({ length: 5000 }, (_, i) => `R${i + 1}`));
    expect(describeFiles(zh, [many])).toEqual([
      '  收件 R1、R2、R3、R4、R5…（共 5000 次）  上次失败 [extraction.archive]：判断类别',
    ]);
    expect(describeFiles(en, [many])[0]).toContain('R5… (5000 in all)  failed before');
  });

  it('lists so many files, and says where all are', () => {
    const files = Array.from({ length: 202 }, () => due('R1'));
    expect(describeFiles(zh, files)).toHaveLength(201);
    expect(describeFiles(en, files).at(-1)).toContain('--json lists all');
  });
});
