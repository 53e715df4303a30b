import { describe, expect, it } from '@jest/globals';
import { recordSchema } from '../../../domain/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import type { FamilyMember } from '../../../pipelines/duplicates/index.js';
import {
  applyCorrection,
  assembleRecord,
  linkKeys,
  type RecordMember,
} from '../../../pipelines/filing/index.js';
import { itemOf } from '../../../pipelines/items/index.js';
import { letter, misread, paper } from '../duplicates/papers.js';

const lexicon = loadLexicon();

function recordMember(member: FamilyMember, pages = [{ number: 1, start: 0 }]): RecordMember {
  const { text, recognised } = member;
  const item = itemOf(text, { pages, recognised, confidence: recognised ? 0.9 : 1 });
  return { ...member, item };
}
const complete = (record: ReturnType<typeof assembleRecord>) =>
  recordSchema.parse({
    ...record,
    sources: record.sources.map((source, i) => ({
      id: i + 1,
      receipt: i + 1,
      typed: false,
      engines: [],
      ...source,
    })),
    decisions: [],
    clueNo: '530400-XS-2020-0001',
    status: 'registered',
    disposition: null,
    assignedTo: null,
    dueOn: null,
    linked: [],
  });

describe('assembleRecord', () => {
  const first = letter({ order: 1, receivedOn: '2018-04-25' });
  const scan = {
    ...misread(letter({ order: 2 }), { 范明志: '范朋志', 积水: '积永' }),
    receivedOn: '2018-05-02',
  };

  it('gives everything of a record that follows from its sources', () => {
    const record = complete(assembleRecord([recordMember(scan), recordMember(first)], lexicon));
    expect(record.receivedOn).toBe('2018-04-25');
    expect(record.sources.map((s) => s.relation)).toEqual(['first', 'rescan']);
    expect(record.quality).toEqual({ ocr: true, confidence: 0.9, flags: [] });
    for (const entity of record.entities) {
      expect(record.sources[entity.source]!.text.slice(entity.start, entity.end)).toBe(entity.text);
    }
  });

  it('marks what may be a report until a person says what it is', () => {
    const topic = (code: string) => code;
    const member = (order: number, topics: Partial<FamilyMember['topics']>) => {
      const of = letter({ order });
      return recordMember({ ...of, topics: { ...of.topics, ...topics } });
    };
    const maybe = { petitionClass: 'out-of-scope', mayBeReport: true } as const;
    const marked = assembleRecord([member(1, { petitionClass: 'suggestion' }), member(2, maybe)], lexicon);
    expect(marked.quality.flags).toEqual(['possible_report']);
    const said = applyCorrection(complete(marked), { petitionClass: 'suggestion' }, topic);
    expect(said.quality).toEqual({ ...marked.quality, flags: [] });
    const elsewhere = applyCorrection(complete(marked), { title: '来信' }, topic);
    expect(elsewhere.quality).toEqual(marked.quality);
    expect(assembleRecord([member(1, {}), member(2, maybe)], lexicon).quality.flags).toEqual([]);
  });

  it('merges one person under several spellings and keeps the evidence of each source', () => {
    const { accused, sources } = assembleRecord([recordMember(first), recordMember(scan)], lexicon);
    expect(accused.map((p) => p.name)).toEqual(['范明志']);
    expect(new Set(accused[0]!.evidence.map((e) => e.source))).toEqual(new Set([0, 1]));
    for (const e of accused[0]!.evidence) expect(sources[e.source]!.text.slice(e.start, e.end)).toBe(e.quote);
    expect(accused[0]!.evidence.map((e) => e.quote)).toContain('范朋志');
  });

  it('merges 范某 with the only 范, and leaves other persons alone', () => {
    const text = '补充反映市人防办主任范某和副主任赵国强的问题，范某曾收下12万元。';
    const more = { ...paper({ text, accused: ['范某', '赵国强'], order: 3 }), receivedOn: '2018-06-01' };
    const { accused } = assembleRecord([recordMember(more), recordMember(first)], lexicon);
    expect(accused.map((p) => p.name)).toEqual(['范明志', '赵国强']);
  });

  it.each(['appeal', 'suggestion', 'out-of-scope'] as const)(
    'accuses nobody whom only an item of class %s names',
    (petitionClass) => {
      const other = { ...first, topics: { ...first.topics, petitionClass } };
      expect(assembleRecord([recordMember(other)], lexicon).accused).toEqual([]);
      const both = assembleRecord([recordMember(other), recordMember(scan)], lexicon).accused;
      expect(both.map((p) => p.name)).toEqual(['范朋志']);
      expect(both[0]!.evidence.every((e) => e.source === 1)).toBe(true);
    },
  );

  it('keeps two persons of one letter apart however alike their names', () => {
    const text = '反映市人防办主任李建国和科长李建军的问题，两人都收过钱，大家都看见了，请查一查。';
    const two = { ...paper({ text, accused: ['李建国', '李建军'] }), recognised: true };
    expect(assembleRecord([recordMember(two)], lexicon).accused).toHaveLength(2);
  });

  it('finds the page of a quote', () => {
    const second = first.text.indexOf('二、');
    const { accused } = assembleRecord(
      [
        recordMember(first, [
          { number: 1, start: 0 },
          { number: 2, start: second },
        ]),
      ],
      lexicon,
    );
    expect(accused[0]!.evidence.map((e) => e.page)).toEqual([1, 1, 2, 2]);
  });

  it('takes the best score of a topic with all its evidence, and the class of an accusing source', () => {
    const tag = (score: number) => [{ code: 'E1', score, evidence: [{ start: 0, end: 3 }] }];
    const suggestion = {
      ...first,
      topics: { ...first.topics, petitionClass: 'suggestion' as const, topics: tag(0.4) },
    };
    const report = { ...scan, topics: { ...scan.topics, topics: tag(0.9) } };
    const record = assembleRecord([recordMember(suggestion), recordMember(report)], lexicon);
    expect(record.petitionClass).toBe('report');
    expect(record.topics).toEqual([
      {
        code: 'E1',
        name: '违规减免缓',
        score: 0.9,
        evidence: [expect.objectContaining({ source: 0 }), expect.objectContaining({ source: 1 })],
      },
    ]);
  });

  it('widens sum and time by a supplement, not by a repeat', () => {
    const withFacts = (m: FamilyMember, amount: number, actedTo: string) => ({
      ...m,
      sealed: { ...m.sealed, amount, actedFrom: '2015-04-01', actedTo },
    });
    const supplement = letter({ more: '四、2017年11月他又收下12万元。', order: 5, receivedOn: '2019-05-08' });
    const record = assembleRecord(
      [
        recordMember(withFacts(first, 965_000, '2015-04-30')),
        recordMember(withFacts(scan, 9_650_000, '2025-04-30')),
        recordMember(withFacts(supplement, 1_085_000, '2017-11-30')),
      ],
      lexicon,
    );
    expect(record).toMatchObject({ amount: 1_085_000, actedFrom: '2015-04-01', actedTo: '2017-11-30' });
  });

  it('does not depend on the order of its sources', () => {
    const members = [first, scan, letter({ to: '省委巡视组', order: 3 })].map((m) => recordMember(m));
    const { order, ...record } = assembleRecord(members, lexicon);
    expect(order).toEqual([0, 1, 2]);
    expect(assembleRecord([...members].reverse(), lexicon)).toEqual({ ...record, order: [2, 1, 0] });
  });

  it('refuses a record without sources', () => {
    expect(() => assembleRecord([], lexicon)).toThrow(RangeError);
  });
});

describe('linkKeys', () => {
  const keysOf = (member: FamilyMember) => linkKeys(assembleRecord([recordMember(member)], lexicon), lexicon);

  it('links by accused with unit, project and company, each once', () => {
    const keys = keysOf(letter());
    expect(keys.map((k) => `${k.kind}:${k.label}`)).toEqual([
      'accused:范明志',
      'project:翠云苑二期',
      'company:云岭恒固置业有限公司',
    ]);
  });

  it('knows an office under the name that it had before or has since', () => {
    const accusedKey = (organisation: string) =>
      keysOf(letter({ organisation })).find((k) => k.kind === 'accused')!.key;
    for (const name of ['云岭市民防局', '云岭市国动办', '云岭市国防动员办公室', '云岭市人防局'])
      expect(accusedKey(name)).toBe(accusedKey('云岭市人民防空办公室'));
    expect(accusedKey('云岭市住建局')).not.toBe(accusedKey('云岭市人防办'));
  });

  it('knows a person by a post that a paper says he had, and by a misread name', () => {
    const text = '现反映市住建局副局长范朋志（原云岭市民防局局长）的问题，他在任时收过好处，请查一查。';
    const later = paper({
      text,
      accused: ['范朋志'],
      organisation: '市住建局',
      terms: { organisation: ['市住建局', '云岭市民防局'] },
    });
    const keys = (member: FamilyMember) => keysOf(member).filter((k) => k.kind === 'accused');
    expect(keys(later)).toHaveLength(2);
    expect(keys(later).map((k) => k.key)).toContain(keys(letter())[0]!.key);
  });

  it('meets by a sum with its month where one sentence says both', () => {
    const at = (text: string, money: [string, number][], date: [string, string]) => {
      const member = paper({ text, terms: { money: money.map(([m]) => m), date: [date[0]] } });
      const values = new Map<string, string | number>([...money, date]);
      const mentions = member.sealed.mentions.map((m) => ({ ...m, value: values.get(m.text) ?? m.value }));
      return keysOf({ ...member, sealed: { ...member.sealed, mentions } })
        .filter((k) => k.kind === 'sum-and-date')
        .map((k) => k.key);
    };
    expect(
      at(
        '2016年4月底，老板送来20万元，又送烟酒折合800元。',
        [
          ['20万元', 200_000],
          ['800元', 800],
        ],
        ['2016年4月底', '2016-04'],
      ),
    ).toEqual(['200000@2016-04']);
    expect(
      at(
        '2016年4月20日开工。老板送来20万元现金，大家看见了。',
        [['20万元', 200_000]],
        ['2016年4月20日', '2016-04-20'],
      ),
    ).toEqual([]);
  });

  it('meets through the forms of a unit, and not through the name alone', () => {
    const accusedKey = (organisation: string) =>
      keysOf(letter({ organisation })).find((k) => k.kind === 'accused')!.key;
    expect(accusedKey('云岭市人民防空办公室')).toBe(accusedKey('市人防办'));
    expect(accusedKey('云岭市松华区人防办')).toBe(accusedKey('松华区人防办'));
    expect(accusedKey('松华区人防办')).not.toBe(accusedKey('龙潭区人防办'));
    expect(keysOf(letter({ organisation: undefined, name: '范某' })).some((k) => k.kind === 'accused')).toBe(
      false,
    );
  });

  it('links nothing by what only names a kind', () => {
    const text = '防空地下室项目由建筑公司施工，大家都知道这个人防工程有问题，请上级派人来看一看。';
    expect(
      keysOf(paper({ text, terms: { project: ['防空地下室项目', '人防工程'], organisation: ['建筑公司'] } })),
    ).toEqual([]);
  });
});
