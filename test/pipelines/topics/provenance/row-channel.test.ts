import { describe, expect, it } from '@jest/globals';
import type { Channel } from '../../../../domain/index.js';
import { loadLexicon } from '../../../../lexicon/index.js';
import { readTopics } from '../../../../pipelines/topics/index.js';
import { sealedOf } from '../sealed.js';

const lexicon = loadLexicon();
const body = '被反映人：赵志刚\n单位职务：云泉区水务局局长\n主要问题：收受礼金3.2万元';
const read = (text: string, stated: Channel | null, isRow = true, context = '') =>
  readTopics({ ...sealedOf(text), context }, null, { receivedOn: null, channel: stated }, lexicon, {
    isRow,
    isBlank: false,
  }).channel;

describe('信访形式 of a row', () => {
  it.each<[string, Channel]>([
    ['信访形式：来访', 'visit'],
    ['信访形式：来电', 'phone'],
    ['信访形式：来信（匿名）', 'letter'],
    ['受理渠道：12388网络举报平台', 'online'],
    ['来信来访方式：电子邮件', 'email'],
    ['来源：群众来访', 'visit'],
    ['来源：县委书记信箱转办\n信访形式：来访', 'visit'],
  ])('is what its own column says, whatever was stated for the file: %s', (column, channel) => {
    expect(read(`${column}\n${body}`, 'letter')).toBe(channel);
    expect(read(`${column}\n${body}`, null)).toBe(channel);
  });

  it('is what was stated for the file where its column says nothing that is known', () => {
    expect(read(`信访形式：其他\n${body}`, 'phone')).toBe('phone');
    expect(read(`处置方式：来访约谈\n${body}`, 'phone')).toBe('phone');
  });

  it.each(['', '编号：7', '来源：群众反映', '处置方式：来访约谈'])(
    'is not stated where nothing says it: %s',
    (column) => {
      expect(read(`${column}\n${body}`, null)).toBe('unknown');
    },
  );

  it.each<[string, Channel]>([
    ['群众来信登记台账', 'letter'],
    ['来访登记表', 'visit'],
    ['2019年上半年信访件台账', 'unknown'],
  ])('is what the list %s is of', (context, channel) => {
    expect(read(body, null, true, context)).toBe(channel);
  });

  it('is a letter for a paper that is no row and says nothing of it', () => {
    expect(read(body, null, false)).toBe('letter');
  });

  it('is stated by the clerk for a paper that is no row', () => {
    expect(read(`信访形式：来访\n${body}`, 'letter', false)).toBe('letter');
  });
});
