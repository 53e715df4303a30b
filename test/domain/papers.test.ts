import { describe, expect, it } from '@jest/globals';
import { cardValues, paperName, readPaperName } from '../../domain/index.js';

describe('the number of a receipt', () => {
  it('is read as it is written', () => {
    for (const [receiptId, ordinal] of [
      [1, null],
      [15, 0],
      [204, 1999],
    ] as const)
      expect(readPaperName(paperName(receiptId, ordinal))).toEqual({ receiptId, ordinal });
    expect(readPaperName(' r15-2 ')).toEqual({ receiptId: 15, ordinal: 1 });
    for (const text of ['15', 'R', 'R0', 'R15-0', 'R15-', '#15', 'S15', 'R1.5'])
      expect(readPaperName(text)).toBeNull();
  });
});

describe('what was set on a card', () => {
  it('is said in the words of the field', () => {
    const card = {
      petitionClass: 'appeal',
      topics: ['E1', 'Z9'],
      offences: ['bribery'],
      amount: null,
      accused: [
        { name: '范明志', organisation: '澜川市人防办', position: null },
        { name: null, organisation: '澜川市人防协会', position: null },
        { name: '尚可为', organisation: null, position: '主任' },
      ],
    } as const;
    const words = cardValues(
      { ...card, topics: [...card.topics], offences: [...card.offences], accused: [...card.accused] },
      'zh',
      (code) => (code === 'E1' ? '违规减免缓' : null),
    );
    expect(Object.fromEntries(words.map(({ field, values }) => [field, values]))).toEqual({
      petitionClass: ['申诉'],
      topics: ['E1 违规减免缓', 'Z9'],
      offences: ['涉嫌受贿'],
      amount: [],
      accused: ['范明志/澜川市人防办', '—/澜川市人防协会', '尚可为/—/主任'],
    });
  });
});
