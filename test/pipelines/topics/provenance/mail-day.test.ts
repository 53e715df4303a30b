import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readTopics } from '../../../../pipelines/topics/index.js';
import { sealedOf } from '../sealed.js';

const lexicon = loadLexicon();
const head =
  '发件人：▇▇▇ <▇▇▇>\n收件人：jubao@example.cn\n主题：举报某县水务局局长\n日期：2023-03-06 09:12\n';
const body = '局长赵志刚2021年5月3日收受承包商好处费3万元。';
const dayOf = (text: string, context = '') =>
  readTopics({ ...sealedOf(text), context }, null, { receivedOn: null, channel: null }, lexicon)
    .statedReceivedOn;

describe('the day on which a mail came', () => {
  it('is that of its header, for the mail and for what is attached to it', () => {
    expect(dayOf(`${head}${body}`)).toBe('2023-03-06');
    expect(dayOf(body, head)).toBe('2023-03-06');
  });

  it('gives way to a day of receipt that a paper states', () => {
    expect(dayOf(`来访登记表\n来访时间：2022年5月6日\n${body}`, head)).toBe('2022-05-06');
  });

  it('is not a 日期 of a paper that is no mail', () => {
    expect(dayOf(`日期：2023-03-06\n${body}`)).toBeNull();
  });
});
