import { describe, expect, it } from '@jest/globals';
import { containerOf, split } from './papers.js';

const head =
  '发件人：mailto@lanchuan.example\n收件人：xfs@lanchuan.example\n日期：2019年3月26日\n主题：材料\n';
const attached = [
  {
    member: '附件1.txt',
    format: 'text' as const,
    pages: [{ text: '反映市人防办设备管理科科长窦振华2017年3月收受供应商现金3万元。' }],
  },
  {
    member: '附件2.doc',
    format: null,
    failure: { code: 'extraction.damaged', params: { kind: 'doc' } } as const,
  },
];
const mail = (body: string) => containerOf({ format: 'eml', text: `${head}\n${body}` }, attached);

describe('a mail with attachments', () => {
  it('is no item where its body says nothing', async () => {
    const items = await split(mail('见附件。'));
    expect(items.map((i) => [i.member, i.coveredBy, i.context.includes('主题：材料')])).toEqual([
      ['附件1.txt', null, true],
      ['附件2.doc', null, true],
    ]);
  });

  it('is the cover of what it forwards', async () => {
    const items = await split(
      mail(
        '青麓区纪委：现将群众来信一件（附件）转去，请按有关规定认真核查处理，并于四月底前反馈办理结果。市纪委信访室',
      ),
    );
    expect(items.map((i) => [i.member, i.coveredBy, i.cover])).toEqual([
      [null, null, true],
      ['附件1.txt', 0, false],
      ['附件2.doc', 0, false],
    ]);
  });

  it('is a letter of its own where it accuses somebody', async () => {
    const items = await split(
      mail(
        '市纪委领导：我举报设备管理科科长窦振华收受好处，他多次向我索要现金，前后一共三万元，证据见附件，请你们查一查。',
      ),
    );
    expect(items.map((i) => [i.member, i.coveredBy, i.cover])).toEqual([
      [null, null, false],
      ['附件1.txt', null, false],
      ['附件2.doc', null, false],
    ]);
  });

  it('without attachments is an item however short', async () => {
    const items = await split(containerOf({ format: 'eml', text: `${head}\n见附件。` }, []));
    expect(items).toHaveLength(1);
  });
});
