import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { jsonOf, putFile, runQidi, sampleFile, scans, useFolder } from '../support/index.js';

const folder = await useFolder('sweep');

describe('sweep', () => {
  it('does exactly what is due after a change of the lexicon, and names the clue', async () => {
    const lexicon = join(folder.path, 'lexicon');
    await cp(new URL('../../lexicon', import.meta.url), lexicon, {
      recursive: true,
      filter: (source) => !source.endsWith('.ts'),
    });
    const own = { QIDI_HOME: await folder.make(), QIDI_WORKERS: '1', QIDI_LEXICON: lexicon };
    const letters = await folder.make('letters');
    const letter = (what: string) =>
      `关于白石县人防办主任罗守成有关问题的举报信\n市纪委：\n2016年5月，罗守成在白石花园项目上多次拿了${what}，至今没有下文。\n一名知情群众\n2017年3月2日\n`;
    await putFile(join(letters, '2017-03-05-珠.txt'), letter('一颗夜明珠，说是祖传的夜明珠'));
    await putFile(
      join(letters, '2017-03-06-表.txt'),
      letter('一块手表').replaceAll('罗守成', '卫长河').replaceAll('白石', '青川'),
    );
    await putFile(join(letters, scans[0]!), await readFile(sampleFile(scans[0]!)));
    expect((await runQidi(['intake', letters], own, { seconds: 180 })).code).toBe(0);
    expect(jsonOf(await runQidi(['--json', 'sweep', '--dry-run'], own))).toMatchObject({
      documents: 3,
      due: 0,
    });
    const reread = await runQidi(['--json', 'sweep', '--reread-scans', '--dry-run'], own);
    expect(jsonOf(reread)).toMatchObject({
      documents: 3,
      due: 1,
      pages: 1,
      reasons: { asked: 1, outdated: 0 },
    });
    expect((await runQidi(['status'], own)).stdout).toMatch(/已识别 1 \(tesseract\S* \d[\d.]* 1\)/);

    const pack = join(lexicon, 'campaigns', 'own');
    await mkdir(pack);
    await writeFile(
      join(pack, 'topics.yaml'),
      'topics:\n  Z1:\n    name: 珠宝\n    strong:\n      - 夜明珠\n',
    );
    const plan = jsonOf(await runQidi(['--json', 'sweep', '--dry-run'], own));
    expect(plan).toMatchObject({ documents: 3, due: 3, pages: 0, reasons: { outdated: 3, failed: 0 } });
    expect(plan.files).toHaveLength(3);
    expect(plan.files[0]).toEqual({ papers: ['R1'], why: 'outdated', code: null, stages: ['entities'] });
    const told = (await runQidi(['sweep', '--dry-run'], own)).stdout;
    expect(told).toContain('原因: 词库或程序已变 3');
    expect(told).toMatch(/^ {2}收件 R1 {2}词库或程序已变：识别人和事$/m);
    const due = plan.stages.filter((s: { direct: number; following: number }) => s.direct + s.following > 0);
    // Words by which topics are known also tell who is accused.
    expect(due).toEqual([
      { stage: 'entities', direct: 3, following: 0 },
      { stage: 'sealing', direct: 0, following: 3 },
      { stage: 'topics', direct: 0, following: 3 },
      { stage: 'duplicates', direct: 0, following: 3 },
    ]);

    const swept = jsonOf(await runQidi(['--json', 'sweep'], own, { seconds: 180 }));
    expect(swept).toMatchObject({ unchanged: 2, added: [], withdrawn: [], failed: [] });
    const { records } = jsonOf(await runQidi(['--json', 'search', '夜明珠'], own));
    expect(swept.changed).toHaveLength(1);
    expect(swept.changed[0].clueNo).toBe(records[0].clueNo);
    const topics = swept.changed[0].changed.find((c: { field: string }) => c.field === 'topics');
    expect(topics.before).not.toContain('Z1');
    expect(topics.after).toContain('Z1');
    expect(jsonOf(await runQidi(['--json', 'sweep', '--dry-run'], own))).toMatchObject({ due: 0 });
  }, 400_000);
});
