import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Actual, evaluate, evaluateRelations } from '../../bench/evaluation/index.js';
import type { RegisterRecord } from '../../domain/index.js';
import { type Expected, readExpected } from '../../samples/expected.js';

const expected = readExpected(join(import.meta.dirname, '../../samples'));

const perfect = (e: Expected): Actual => ({ ...e, informant: e.informant.map((i) => i.value), outside: '' });

const masked = ({ text, informant }: Expected) =>
  informant.reduce((covered, { value }) => covered.replaceAll(value, '▇'.repeat(value.length)), text);

const recordOf = (clueNo: string, members: Expected[], text = ''): RegisterRecord => ({
  clueNo,
  petitionClass: members[0]!.petitionClass,
  title: '',
  summary: '',
  receivedOn: members[0]!.receivedOn,
  source: members[0]!.source,
  channel: members[0]!.channel,
  signature: members[0]!.signature,
  status: 'registered',
  disposition: null,
  assignedTo: null,
  dueOn: null,
  sources: members.map((m, i) => ({
    id: i + 1,
    receipt: 1,
    file: `in/${m.file}`,
    member: null,
    label: null,
    row: m.row,
    page: 1,
    sha256: '0'.repeat(64),
    receivedOn: m.receivedOn,
    relation: m.relation,
    similarity: 1,
    resembles: null,
    why: [],
    newFacts: [],
    text: text || masked(m),
    typed: false,
    engines: [],
    doubtful: [],
  })),
  accused: [],
  topics: [],
  offences: [],
  entities: [],
  amount: null,
  actedFrom: null,
  actedTo: null,
  linked: [],
  decisions: [],
  quality: { ocr: false, confidence: 1, flags: [] },
});

const families = [...new Set(expected.map((e) => e.family))].map((f) =>
  expected.filter((e) => e.family === f),
);

describe('evaluate', () => {
  it('gives full marks to what was labelled', () => {
    const scores = evaluate(expected.map(perfect), expected);
    for (const count of [...Object.values(scores.counts), ...Object.values(scores.values)]) {
      expect(count.wanted).toBeGreaterThan(0);
      expect(count).toEqual({ right: count.wanted, found: count.wanted, wanted: count.wanted });
    }
    expect(Object.values(scores.accuracy).map((c) => c.right)).toEqual(Array(4).fill(expected.length));
    expect(scores.recognition.all.characters).toBeGreaterThan(2000);
    expect(scores.recognition.all.errors).toBe(0);
    expect([scores.absent, scores.leaks, scores.misses]).toEqual([[], [], []]);
  });

  it('counts what is missing, what is wrong, and a wrong value', () => {
    const label = expected.find((e) => e.file === '2017-04-18-举报信-翠云苑减免.docx')!;
    const money = label.entities.filter((m) => m.type === 'money');
    const actual: Actual = {
      ...perfect(label),
      accused: [
        { name: '范明志', organisation: '市人防办', position: '主任' },
        { name: '刘素芬', organisation: null, position: null },
      ],
      entities: [{ ...money[0]!, value: 1 }, ...money.slice(2)],
      petitionClass: 'suggestion',
    };
    const { counts, values, accuracy } = evaluate([actual], [label]);
    expect(counts['accused: name']).toEqual({ right: 1, found: 2, wanted: 1 });
    expect(counts['accused: name + organisation']).toEqual({ right: 0, found: 2, wanted: 1 });
    expect(counts['accused: name + organisation, lenient']).toEqual({ right: 1, found: 2, wanted: 1 });
    expect(counts['entity: money']).toEqual({
      right: money.length - 1,
      found: money.length - 1,
      wanted: money.length,
    });
    expect(values.money).toEqual({
      right: money.length - 2,
      found: money.length - 1,
      wanted: money.length - 1,
    });
    expect(accuracy.class).toEqual({ right: 0, found: 1, wanted: 1 });
  });

  it('sees a sealed value through spaces and full-width forms', () => {
    const label = expected.find((e) => e.informant.some((i) => i.kind === 'phone'))!;
    const phone = label.informant.find((i) => i.kind === 'phone')!.value;
    const wide = [...phone].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(' ');
    expect(evaluate([{ ...perfect(label), outside: wide }], [label]).leaks).toEqual([
      { file: label.file, kind: 'phone' },
    ]);
  });

  it('counts a file of which nothing came out as missed', () => {
    const scores = evaluate([], expected);
    expect(scores.absent).toHaveLength(expected.length);
    expect(scores.counts.topics).toMatchObject({ right: 0, found: 0 });
    expect(scores.accuracy.class).toMatchObject({ right: 0, wanted: expected.length });
  });
});

describe('evaluateRelations', () => {
  it('gives full marks to the labelled families', () => {
    const records = families.map((members, i) => recordOf(`c${i}`, members));
    const scores = evaluateRelations(records, expected);
    expect(scores.pairs.wanted).toBeGreaterThan(10);
    expect(scores.pairs.right).toBe(scores.pairs.wanted);
    expect(scores.relation.right).toBe(expected.length);
    expect([scores.absent, scores.leaks, scores.misses]).toEqual([[], [], []]);
  });

  it('names pairs apart, pairs wrongly together, absent files and leaks', () => {
    const [first, ...rest] = families.find((f) => f.length === 2)!;
    const other = expected.find((e) => e.family !== first!.family && e.informant.length > 0)!;
    const wrong = recordOf('c1', [first!, other], other.informant[0]!.value);
    const scores = evaluateRelations([wrong], [first!, ...rest, other]);
    expect(scores.pairs).toEqual({ right: 0, found: 1, wanted: 1 });
    expect(scores.misses).toHaveLength(2);
    expect(scores.absent).toEqual(rest.map((r) => r.file));
    expect(scores.leaks).toEqual([{ file: other.file, kind: other.informant[0]!.kind }]);
  });
});
