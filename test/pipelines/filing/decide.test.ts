import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import type { FamilyMember } from '../../../pipelines/duplicates/index.js';
import {
  decide as decideBy,
  type FilingCandidate,
  type FilingItem,
} from '../../../pipelines/filing/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { letter, misread, paper } from '../duplicates/papers.js';

function filingItem(member: FamilyMember, item: Partial<Item> = {}): FilingItem {
  return {
    item: itemOf(member.text, { recognised: member.recognised, confidence: 0.93, ...item }),
    sealed: member.sealed,
    topics: member.topics,
    textHash: member.textHash,
  };
}
const lexicon = loadLexicon();
const decide = (item: FilingItem, candidates: readonly FilingCandidate[]) =>
  decideBy(item, candidates, lexicon);
const candidate = (clueId: string, member: FamilyMember) => ({ clueId, member });

describe('decide', () => {
  const first = letter({ order: 1 });

  it('files a letter that nothing resembles as new', () => {
    expect(decide(filingItem(first), [])).toEqual({ kind: 'new' });
    expect(decide(filingItem(first), [candidate('a', letter({ name: '赵国强' }))])).toEqual({ kind: 'new' });
  });

  it('joins the clue of the most similar paper, in any order of candidates', () => {
    const candidates = [
      candidate('other', letter({ name: '赵国强', order: 3 })),
      candidate(
        'far',
        letter({ order: 4, more: '四、2017年11月他又收下12万元，另外还有几件事情大家都在议论。' }),
      ),
      candidate('near', misread(letter({ order: 5 }), { 积水: '积永' })),
    ];
    const scan = misread(letter({ order: 6 }), { 积水: '积永', 到处: '到外' });
    for (const list of [candidates, [...candidates].reverse()]) {
      expect(decide(filingItem(scan), list)).toMatchObject({ kind: 'join', clueId: 'near' });
    }
    expect(decide(filingItem(first), [candidate('far', candidates[1]!.member)])).toMatchObject({
      clueId: 'far',
    });
  });

  it('joins the earliest of equal copies', () => {
    const copies = [candidate('b', letter({ order: 8 })), candidate('a', letter({ order: 2 }))];
    expect(decide(filingItem(first), copies)).toEqual({ kind: 'join', clueId: 'a', similarity: 1 });
  });

  it('finds the clue of the accused among many form letters about others', () => {
    const others = Array.from({ length: 40 }, (_, i) =>
      candidate(
        `other-${i}`,
        letter({ name: `赵国${'强军民平安'[i % 5]}${'甲乙丙丁戊己庚辛'[i >> 3]}`, order: i + 2 }),
      ),
    );
    const more = '四、2017年11月他又收下12万元，另外还有几件事情大家都在议论。';
    const own = candidate('own', letter({ more, order: 50 }));
    expect(decide(filingItem(first), [...others, own])).toMatchObject({ kind: 'join', clueId: 'own' });
    expect(decide(filingItem(first), others)).toEqual({ kind: 'new' });
  });

  it.each<[string, FamilyMember, Partial<Item>]>([
    ['empty', paper({ text: ' \n▇▇▇' }), {}],
    ['unreadable', paper({ text: '。' }), { flags: ['unreadable_page'] }],
    ['handwritten', paper({ text: '。' }), { flags: ['unreadable_page', 'handwritten'] }],
    ['handwritten', { ...first, recognised: true }, { confidence: 0.6, flags: ['handwritten'] }],
    ['too-short', paper({ text: '请查。' }), {}],
    ['low-confidence', { ...first, recognised: true }, { confidence: 0.31 }],
  ])('sends %s text to a person', (reason, member, item) => {
    expect(decide(filingItem(member, item), [candidate('a', first)])).toEqual({ kind: 'review', reason });
  });

  it.each(['out-of-scope', 'no-substance', 'suggestion'] as const)(
    'never settles as %s what was read badly, unless it only covers other papers',
    (petitionClass) => {
      const poor = { ...first, recognised: true, topics: { ...first.topics, petitionClass } };
      const badly: Partial<Item> = { confidence: 0.61, flags: ['low_confidence'] };
      expect(decide(filingItem(poor, badly), [])).toEqual({ kind: 'review', reason: 'low-confidence' });
      expect(decide(filingItem(poor, { ...badly, cover: true }), [])).toEqual({ kind: 'new' });
      expect(decide(filingItem(poor, { confidence: 0.8 }), [])).toEqual({ kind: 'new' });
    },
  );

  it('files a report that was read badly: somebody looks at it anyway', () => {
    const poor = { ...first, recognised: true };
    expect(decide(filingItem(poor, { confidence: 0.61, flags: ['low_confidence'] }), [])).toEqual({
      kind: 'new',
    });
  });

  it('does not doubt text that was not recognised', () => {
    expect(decide(filingItem(first, { confidence: 0.1 }), [])).toEqual({ kind: 'new' });
  });
});
