import { describe, expect, it } from '@jest/globals';
import { type Card, describeRecord } from '../../cli/record-card.js';
import { createTerminal } from '../../cli/terminal.js';
import { htmlText } from '../../console/api/html.js';
import { recordPage } from '../../console/api/pages/index.js';
import type { RegisterRecord } from '../../domain/index.js';

const text = '反映望川区人防办主任公治文出租防空洞。';
const source = {
  ...{ id: 7, receipt: 15, typed: false, file: '来信.png', member: null, label: null, row: null, page: 1 },
  ...{ sha256: '0'.repeat(64), receivedOn: '2018-09-20', relation: 'first' as const, similarity: 1 },
  ...{ resembles: null, why: [], newFacts: [], text },
} as const;
const record: RegisterRecord = {
  ...{ clueNo: '530400-XS-2026-0087', petitionClass: 'report', title: '反映出租防空洞', summary: text },
  ...{ receivedOn: '2018-09-20', source: 'petition', channel: 'letter', signature: 'anonymous' },
  ...{ status: 'registered', disposition: null, assignedTo: null, dueOn: null },
  sources: [
    { ...source, why: [], newFacts: [], doubtful: [{ start: 11, end: 12 }], engines: ['tesseract 5.3.0'] },
  ],
  accused: [{ name: '公治文', organisation: '望川区人防办', position: '主任', evidence: [] }],
  topics: [],
  offences: [],
  entities: [
    {
      ...{ type: 'person', text: '公治文', value: null, source: 0, page: 1, start: 10, end: 13 },
      confidence: 0.7,
      doubtful: [{ start: 11, end: 12 }],
    },
  ],
  ...{ amount: 23_000, actedFrom: '2015-04-01', actedTo: '2015-04-30', linked: [], decisions: [] },
  quality: { ocr: true, confidence: 0.8, flags: [] },
};

describe('a card', () => {
  const zh = (card: Card) => describeRecord(createTerminal('zh', false), card);

  it('tells the sum, the time, the receipt, and what was read with doubt', () => {
    const card = zh(record);
    expect(card).toContain('涉及金额: 2.3 万元（23000 元）');
    expect(card).toContain('行为时间: 2015-04-01 至 2015-04-30');
    expect(card).toContain('公治文（识别存疑：治） · 望川区人防办 · 主任');
    expect(card).toContain('S7  收件 R15  2018-09-20');
    const english = describeRecord(createTerminal('en', false), { ...record, amount: 500 });
    expect(english).toContain('sum: 500 yuan');
    expect(english).toContain('公治文 (read with doubt: 治)');
    expect(english).toContain('S7  receipt R15');
  });

  it('tells what was recognised, how surely, and by which engine', () => {
    const two = { ...record.sources[0]!, engines: ['tesseract.js 7.0.0', 'tesseract 5.3.0'] };
    const both = { ...record, sources: [record.sources[0]!, two] };
    expect(zh(both)).toContain('文字来源: 含文字识别（tesseract 5.3.0、tesseract.js 7.0.0），可信度 80%');
    expect(describeRecord(createTerminal('en', false), record)).toContain(
      'Text: partly recognised (tesseract 5.3.0), confidence 80%',
    );
    expect(htmlText(recordPage('zh', record))).toContain('含文字识别（tesseract 5.3.0），可信度 80%');
    const unknown = { ...record, sources: [{ ...record.sources[0]!, engines: [] }] };
    expect(zh(unknown)).toContain('文字来源: 含文字识别，可信度 80%');
    const text = { ...record, quality: { ...record.quality, ocr: false } };
    expect(zh(text)).not.toContain('文字来源');
  });

  it('says nothing of a sum or time that is not known', () => {
    expect(zh({ ...record, amount: null, actedFrom: null, actedTo: null })).not.toContain('金额与时间');
  });

  it('is marked in the same way by the console', () => {
    const page = htmlText(recordPage('zh', record));
    expect(page).toContain('>公<mark class="doubt" title="识别存疑，请核对原件">治</mark>文</a>');
    expect(page).toContain('<td>望川区人防办</td>');
    // In the running text, and in the legend, too.
    expect(page).toContain('<mark class="doubt" title="识别存疑，请核对原件">');
    expect(page).toMatch(/<mark class="entity doubt" title="[^"]+">治<\/mark>/);
    expect(page).toContain('<dt>收件编号</dt><dd>R15</dd>');
    const typed = { ...record, sources: [{ ...record.sources[0]!, typed: true }] };
    expect(htmlText(recordPage('zh', typed))).toContain('正文为人工录入');
    expect(page).not.toContain('正文为人工录入');
  });
});
