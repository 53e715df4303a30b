import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../../../lexicon/index.js';
import { unitFormOf } from '../../../pipelines/duplicates/index.js';
import { mergeAccused, type SourceAccused } from '../../../pipelines/filing/accused.js';
import { mayBeSame } from '../../../pipelines/filing/index.js';
import { growth } from '../../support/index.js';

const lexicon = loadLexicon();
const unitForm = unitFormOf(lexicon);
const who = (name: string | null, organisation: string | null = null) => ({ name, organisation });

describe('whether two accused may be one', () => {
  it.each([
    ['a name misread', who('冯守明'), who('冯守朋')],
    ['a full name and the surname of it', who('王建国'), who('王某')],
    ['the same with units of one office', who('王建国', '澜川市人防办'), who('王某', '市人民防空办公室')],
    ['a name with its middle hidden', who('王建国'), who('王*国')],
    ['a name of two surnames with its middle hidden', who('欧阳建国'), who('欧阳△国')],
    ['a name hidden by circles', who('王建国'), who('王○○')],
    ['one of several hidden by a number', who('王建国'), who('王某甲')],
    ['one surname hidden twice', who('王某', '澜川市人防办'), who('王某')],
    ['one unit without a name', who(null, '澜川市人防办'), who(null, '澜川市人民防空办公室')],
  ])('it may: %s', (_, a, b) => {
    expect(mayBeSame(a, b, lexicon)).toBe(true);
    expect(mayBeSame(b, a, lexicon)).toBe(true);
  });

  it.each([
    ['two names hidden otherwise', who('王某'), who('王局长')],
    ['two posts', who('王局长', '澜川市人防办'), who('王科长', '澜川市人防办')],
    ['one surname hidden twice in two offices', who('王某', '澜川市人防办'), who('王某', '石涧县教育局')],
    ['a full name elsewhere', who('王建国', '澜川市人防办'), who('王某', '石涧县教育局')],
    ['another surname', who('王某'), who('黄建国')],
    ['another end of the name', who('王*国'), who('王建华')],
    ['another end of the name behind a triangle', who('王△国'), who('王建华')],
    ['two names hidden by triangles and circles', who('王△△'), who('王○○')],
    ['a surname that begins another', who('欧阳某'), who('欧建国')],
    ['a name of which nothing is told', who('某某'), who('王建国')],
    ['two firms', who('王某', '宏达建筑公司'), who('王建国', '宏远建筑公司')],
    ['a person and a unit', who('王某', '澜川市人防办'), who(null, '澜川市人防办')],
  ])('it may not: %s', (_, a, b) => {
    expect(mayBeSame(a, b, lexicon)).toBe(false);
    expect(mayBeSame(b, a, lexicon)).toBe(false);
  });
});

describe('the accused of several papers', () => {
  type Person = readonly [name: string | null, organisation: string | null, position: string | null];
  /** Each list is a paper; but for the first they were recognised where `scans` says so. */
  const merged = (papers: readonly (readonly Person[])[], scans = false) =>
    mergeAccused(
      papers.map((people, source) =>
        people.map(([name, organisation, position], i): SourceAccused => {
          const evidence = { source, page: 1, start: i * 10, end: i * 10 + 3, quote: name ?? '' };
          return {
            person: { name, organisation, position, evidence: [] },
            evidence: [evidence],
            recognised: scans && source > 0,
          };
        }),
      ),
      unitForm,
    ).map((a) => `${a.name}@${a.organisation}`);

  it('are not one where each is called otherwise and nobody is named', () => {
    expect(merged([[['王局长', '澜川市人防办', '局长']], [['王某', null, null]]])).toEqual([
      '王局长@澜川市人防办',
      '王某@null',
    ]);
    expect(
      merged([[['王局长', '澜川市人防办', null]], [['王科长', '澜川市人防办', null]]], true),
    ).toHaveLength(2);
  });

  it('are not one where their firms differ by a character, in typed papers', () => {
    const firms = (name: string | null): Person[][] => [
      [[name, '宏达建筑公司', '经理']],
      [[name, '宏远建筑公司', '经理']],
    ];
    expect(merged(firms('赵宏图'))).toHaveLength(2);
    expect(merged(firms('赵宏图'), true)).toHaveLength(1);
    for (const name of ['赵某', null]) expect(merged(firms(name), true)).toHaveLength(2);
  });

  it('are one where a hidden name can only mean one who is named', () => {
    expect(merged([[['王建国', '澜川市人防办', '局长']], [['王某', '市人民防空办公室', null]]])).toEqual([
      '王建国@澜川市人防办',
    ]);
    expect(merged([[['欧建国', null, null]], [['欧阳某', null, null]]])).toHaveLength(2);
    expect(merged([[['王某', '澜川市人防办', null]], [['王某', '澜川市人防办', null]]])).toHaveLength(1);
  });
});

describe('the form by which units are compared', () => {
  it.each([
    ['澜川市人民防空办公室', '澜川市国动办'],
    ['澜川市民防局', '澜川市人防办公室'],
    ['宏达置业有限责任公司', '宏达置业公司'],
    ['宏达建设集团有限公司', '宏达建设集团公司'],
    ['宏达建设集团股份有限公司', '宏达建设公司'],
    ['宏达建设集团有限责任公司', '宏达建设有限公司'],
    ['石桥村村民委员会', '石桥村村委会'],
    ['澜川市住房和城乡建设局', '澜川市住建局'],
    ['澜川市纪律检查委员会', '澜川市纪委'],
    ['澜川市发展和改革委员会', '澜川市发改委'],
    ['云岭市教育局（本级）', '云岭市教育局 本级'],
  ])('is that of %s and %s', (a, b) => {
    expect(unitForm(a)).toBe(unitForm(b));
  });

  it('tells other units apart, and is of the lexicon in force', () => {
    expect(unitForm('澜川市住建局')).not.toBe(unitForm('澜川市人防办'));
    const organisations = {
      ...lexicon.organisations,
      aliases: [{ name: '市场监督管理局', also: ['市监局'], formerly: [{ name: '工商局', until: '' }] }],
    };
    const own = unitFormOf({ organisations });
    expect(own('澜川市工商局')).toBe(own('澜川市市监局'));
    expect(own('澜川市人防办')).not.toBe(own('澜川市国动办'));
    expect(unitFormOf({ organisations })).toBe(own);
  });

  it('takes no longer for a long name of the same few words', () => {
    expect(growth((length) => unitForm('人民防空办公'.repeat(length / 6)), 24_000, 120_000)).toBeLessThan(12);
  });
});
