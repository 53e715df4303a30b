import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';

import { type HandedIn, useOffice } from '../office-in-use.js';
import { list } from './papers.js';

const { office, problems, file, resultsOf, refile, recordsOf, query } = await useOffice('filing-lists');
describe('filing the rows of a list', () => {
  afterAll(() => expect(problems).toEqual([]));

  const fileOne = async (content: string, known: HandedIn = {}) => (await file(content, known)).documentId;

  it('makes a clue of every row, with its place, by the office that sends the list', async () => {
    const batch = randomUUID();
    const documentId = await fileOne(list(['樊立群', '谈文彬', '翁凤来']), { batch });
    const records = await recordsOf(documentId);
    expect(
      records.map((r) => [r.sources[0]!.row, r.accused[0]!.name, r.amount, r.source, r.signature]),
    ).toEqual([
      [2, '樊立群', 136_000, 'inspection', 'unit'],
      [3, '谈文彬', 236_000, 'inspection', 'unit'],
      [4, '翁凤来', 336_000, 'inspection', 'unit'],
    ]);
    expect(await office.register.receipts.summary(batch)).toMatchObject({ items: 3, newClues: 3, review: 0 });
  });

  it('puts many rows about one matter under one clue, in the order of the list, whenever it is worked out', async () => {
    const kinds = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
    const content = [...kinds].reduce(
      (text, kind, i) =>
        text
          .replace(`第${i + 7}号防空地下室`, `翠竹里二期防空地下室${kind}区`)
          .replace(`\t${i + 1}3.6`, '\t13.6'),
      list([...kinds].map(() => '连城璧')),
    );
    const documentId = await fileOne(content);
    const [record, ...others] = await recordsOf(documentId);
    expect(others).toEqual([]);
    expect(record!.sources.map((source) => source.row)).toEqual([...kinds].map((_, i) => i + 2));
    expect(record!.sources.map((source) => source.relation === 'first')).toEqual(
      [...kinds].map((_, i) => i === 0),
    );
    // What is worked out at once is written down for each row all the same.
    const named = await query(
      `select distinct i.id from items i join audit a on a.action = 'item.filed'
         and (a.details->'item' = to_jsonb(i.id) or a.details->'items' @> to_jsonb(i.id))
       where i.document_id = $1`,
      [documentId],
    );
    expect(named).toHaveLength(kinds.length);
  });

  it('takes rows that a later reading no longer finds out of counts and lists, and back again', async () => {
    const content = list(['孔繁林', '毕世昌', '娄景春']);
    const documentId = await fileOne(content);
    const before = await recordsOf(documentId);
    expect(before).toHaveLength(3);
    const all = await resultsOf(content);
    const total = (await office.register.records.list({})).total;
    await refile(content, all.slice(0, 2));
    const after = await recordsOf(documentId);
    expect(after.map((r) => r.clueNo)).toEqual(before.slice(0, 2).map((r) => r.clueNo));
    const gone = before[2]!.clueNo;
    expect(await office.register.records.show(gone)).toBeNull();
    expect((await office.register.records.list({})).total).toBe(total - 1);
    expect((await office.register.records.list({ words: ['娄景春'] })).total).toBe(0);
    const kept = await query('select state, text from items where document_id = $1 order by ordinal', [
      documentId,
    ]);
    expect(kept.map((r) => r.state)).toEqual(['filed', 'filed', 'superseded']);
    expect(kept[2]!.text).toContain('娄景春');
    const audit = await query("select action from audit where action = 'clue.withdrawn'");
    expect(audit).toHaveLength(1);
    // Found again, it stands under the number that it had.
    await refile(content, all);
    expect((await recordsOf(documentId)).map((r) => r.clueNo)).toEqual(before.map((r) => r.clueNo));
    expect((await office.register.records.list({})).total).toBe(total);
  });

  it('counts 零报告 and blank forms as recorded, without clue work', async () => {
    const batch = randomUUID();
    await fileOne(
      '问题线索收集表\n填报单位：峤山县自然资源局\n反映的主要问题：经认真组织自查，截至6月13日，本单位未发现、未收到涉及人防系统的问题线索。无问题，零报告。',
      { batch },
    );
    const nothing = ['1', '无', '无', '无', '0'].join('\t');
    await fileOne(list([]).replace('移交人', `${nothing}\n移交人`), { batch });
    const summary = await office.register.receipts.summary(batch);
    expect(summary).toMatchObject({ items: 2, newClues: 0, repeats: 0, outOfScope: 2, review: 0 });
  });
});
