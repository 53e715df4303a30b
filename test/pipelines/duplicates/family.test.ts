import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import {
  type FamilyMember,
  relateFamily as relateFamilyBy,
  unitFormOf,
} from '../../../pipelines/duplicates/index.js';
import { processorTime } from '../../support/index.js';
import { letter, letterText, misread, paper } from './papers.js';

const form = unitFormOf(loadLexicon());
const relateFamily = (members: readonly FamilyMember[]) => relateFamilyBy(members, form);
const first = letter({ order: 1, receivedOn: '2018-04-25' });
const relationOf = (later: FamilyMember, ...before: FamilyMember[]) =>
  relateFamily([...before, later]).relations.at(-1)!;

describe('relateFamily', () => {
  it('calls the same bytes the same file', () => {
    const again = { ...first, order: 9, receivedOn: '2019-01-02' };
    expect(relationOf(again, first)).toEqual({
      relation: 'same-file',
      similarity: 1,
      resembles: 0,
      why: ['bytes', 'days:252'],
      newFacts: [],
    });
  });

  it('goes by the day below the letters where all were received on one day, whichever was taken in first', () => {
    const signed = (member: FamilyMember, signedOn: string | null, order: number) => ({
      ...member,
      order,
      sealed: { ...member.sealed, signedOn },
    });
    const more = letter({ more: '四、2017年11月他又收下12万元。', receivedOn: '2018-04-25' });
    const later = signed(more, '2018-04-20', 1);
    const earlier = signed(first, '2017-12-01', 2);
    expect(relateFamily([later, earlier]).order).toEqual([1, 0]);
    expect(relateFamily([later, earlier]).relations.map((r) => r.relation)).toEqual(['first', 'supplement']);
    expect(relateFamily([later, signed(first, null, 2)]).order).toEqual([0, 1]);
    expect(relateFamily([later, { ...earlier, receivedOn: '2018-04-26' }]).order).toEqual([0, 1]);
  });

  it('tells two rows of one file apart', () => {
    const row = {
      ...letter({ order: 2, more: '四、2017年11月他又收下12万元。' }),
      sha256: first.sha256,
      row: 2,
    };
    expect(relationOf(row, first).relation).toBe('supplement');
  });

  it('calls the same paper read from an image a rescan, in either order', () => {
    const scan = misread(
      { ...letter({ order: 2 }), receivedOn: '2018-04-27' },
      { 积水: '积永', 到处: '到外', 范明志: '范朋志' },
    );
    expect(relationOf(scan, first)).toMatchObject({ relation: 'rescan', newFacts: [] });
    expect(relationOf({ ...first, receivedOn: '2018-05-01', order: 3 }, scan)).toMatchObject({
      relation: 'rescan',
    });
  });

  it('calls the same text to another office within weeks a copy', () => {
    const copy = letter({ to: '省委巡视组', order: 2, receivedOn: '2018-05-03' });
    expect(relationOf(copy, first)).toMatchObject({ relation: 'copy', newFacts: [] });
    const scan = misread(copy, { 积水: '积永', 到处: '到外', 质监站: '质监姑' });
    expect(relationOf(scan, first)).toMatchObject({ relation: 'copy', newFacts: [] });
  });

  it('tells why each joined, and which paper it is most like', () => {
    const copy = letter({ to: '省委巡视组', order: 2, receivedOn: '2018-05-03' });
    const more = '四、2017年11月，范明志在办公室收下老板送的12万元，经手人愿意作证，账上也查得到这笔钱。';
    const supplement = letter({ more, order: 3, receivedOn: '2018-06-01' });
    const scan = {
      ...misread(supplement, { 积水: '积永', 经手: '经于' }),
      order: 4,
      receivedOn: '2018-06-02',
    };
    const { relations } = relateFamily([scan, supplement, copy, first]);
    expect(relations.map((r) => [r.relation, r.resembles])).toEqual([
      ['first', null],
      ['copy', 0],
      ['supplement', 0],
      ['rescan', 2],
    ]);
    expect(relations[0]!.why).toEqual([]);
    expect(relations[1]!.why).toEqual([
      ...['wording', 'addressee', 'accused:范明志', 'project:翠云苑二期', 'money:96.5万元', 'date:2015年4月'],
      'days:8',
    ]);
    expect(relations[2]!.why).toEqual(expect.arrayContaining(['accused:范明志', 'days:37']));
    expect(relations[3]!.why).toEqual(expect.arrayContaining(['wording', 'image', 'days:1']));
    expect(relations.map((r) => r.newFacts)).toEqual([[], [], [more], []]);
  });

  it('takes no addressee for a new fact, however it is addressed', () => {
    const to = (office: string, order: number) => {
      const text = letterText().replace(/^.*\n/, `${office}的同志们你们管不管？！\n`);
      return paper({ text, accused: ['范明志'], terms: { organisation: [office] }, order });
    };
    const later = { ...to('市委巡察办', 2), receivedOn: '2018-05-09' };
    expect(relationOf(later, to('市纪委', 1))).toMatchObject({ relation: 'copy', newFacts: [] });
  });

  it('calls the same text a year later a repeat', () => {
    const later = letter({
      signed: '2019年5月6日',
      signedOn: '2019-05-06',
      receivedOn: '2019-05-08',
      order: 2,
    });
    expect(relationOf(later, first)).toMatchObject({ relation: 'repeat', newFacts: [] });
  });

  it('calls a page whose title ran into the misread salutation a rescan', () => {
    const scan = misread(
      { ...letter({ order: 2 }), receivedOn: '2018-04-27' },
      { 积水: '积永', 到处: '到外', 质监站: '质监姑' },
    );
    const joined = scan.text.replace('\n', '').replace('尊敬的', '尊才的');
    expect(joined).not.toBe(scan.text);
    expect(relationOf({ ...scan, text: joined }, first)).toMatchObject({ relation: 'rescan' });
  });

  it('takes words about the earlier letter for no new fact', () => {
    const later = letter({
      more: '2018年4月我们寄过一封信，一年过去了石沉大海，只好再写一次。这一次再没有结果，我们就到省里去反映。',
      signed: '2019年5月6日',
      signedOn: '2019-05-06',
      receivedOn: '2019-05-08',
      order: 2,
    });
    expect(relationOf(later, first)).toMatchObject({ relation: 'repeat', newFacts: [] });
  });

  it('shows only the new fact of a supplement', () => {
    const more = '四、2017年11月，范明志在办公室收下老板送的12万元。';
    const later = letter({
      more,
      signed: '2019年5月6日',
      signedOn: '2019-05-06',
      receivedOn: '2019-05-08',
      order: 2,
    });
    expect(relationOf(later, first)).toMatchObject({ relation: 'supplement', newFacts: [more] });
    const scan = misread(later, { 积水: '积永', 到处: '到外', 范明志: '范朋志', 质监站: '质监姑' });
    expect(relationOf(scan, first).newFacts).toEqual([more.replace('范明志', '范朋志')]);
  });

  it('sees a new sum within a known sentence', () => {
    const later = letter({ sum: '196.5万元', order: 2, receivedOn: '2019-05-08' });
    const { relation, newFacts } = relationOf(later, first);
    expect(relation).toBe('supplement');
    expect(newFacts).toHaveLength(1);
    expect(newFacts[0]).toContain('196.5万元');
  });

  it('calls the letter behind a cover note enclosed, whichever came first', () => {
    const note =
      '云岭市信访局转办函\n松华区纪委监委：\n现将反映市人防办范明志问题的来信一件转去，请按规定办理，并于2018年8月1日前报送办理结果。\n';
    const forwarded = {
      ...paper({ text: note + letterText(), accused: ['范明志'], channel: 'transfer', order: 2 }),
      receivedOn: '2018-06-01',
    };
    expect(relationOf(forwarded, first)).toMatchObject({ relation: 'enclosed', newFacts: [] });
    expect(relationOf({ ...first, receivedOn: '2018-07-01', order: 3 }, forwarded)).toMatchObject({
      relation: 'enclosed',
    });
    const copy = letter({ to: '省委巡视组', order: 4, receivedOn: '2018-06-05' });
    expect(relationOf(copy, first, forwarded).relation).toBe('copy');
  });

  it('does not depend on the order of filing', () => {
    const family = [
      first,
      letter({ to: '省委巡视组', order: 2, receivedOn: '2018-05-03' }),
      letter({ more: '四、2017年11月他又收下12万元。', order: 3, receivedOn: '2019-05-03' }),
      misread(letter({ order: 4, receivedOn: '2018-05-03' }), { 积水: '积永' }),
    ];
    const named = (members: FamilyMember[]) => {
      const { order, relations } = relateFamily(members);
      return order.map((i, place) => [members[i]!.order, relations[place]]);
    };
    const expected = named(family);
    expect(expected.map(([order]) => order)).toEqual([1, 2, 4, 3]);
    for (const members of [[...family].reverse(), [family[2]!, family[0]!, family[3]!, family[1]!]]) {
      expect(named(members)).toEqual(expected);
    }
  });

  it('relates a mass petition at the price of its new members', () => {
    const copies = Array.from({ length: 40 }, (_, n) =>
      letter({ more: `四、门牌${n * 37}号的住户也看见了。`, order: n, receivedOn: '2018-04-25' }),
    );
    const first = processorTime(() => relateFamily(copies));
    const again = structuredClone([
      ...copies,
      ...copies.map((c) => ({ ...c, order: 100 + c.order, sha256: `${c.order}` })),
    ]);
    let relations: ReturnType<typeof relateFamily>['relations'] = [];
    const second = processorTime(() => {
      ({ relations } = relateFamily(again));
    });
    expect(second).toBeLessThan(Math.max(200, first));
    expect(relations.slice(40).map((r) => [r.relation, r.similarity])).toEqual(
      Array.from({ length: 40 }, () => ['copy', 1]),
    );
  });

  it('stays quick on long and hostile texts', () => {
    const hostile = [
      '请查处'.repeat(20_000),
      '　'.repeat(60_000),
      '现将反映'.repeat(15_000),
      `${'多次反映未'.repeat(12_000)}。`,
    ];
    const spent = processorTime(() => {
      for (const text of hostile) relateFamily([first, { ...paper({ text, order: 2 }) }]);
    });
    expect(spent).toBeLessThan(8000);
  });
});
