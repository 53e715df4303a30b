import { describe, expect, it } from '@jest/globals';
import { type Actual, actualOf, createTextReader, evaluate } from '../../bench/evaluation/index.js';
import { rates } from '../../domain/index.js';
import { loadLexicon } from '../../lexicon/index.js';
import { type Expected, expectedFileSchema, itemsExpected } from '../../samples/expected.js';
import { papers } from '../../samples/letters/index.js';
import { expectedFileOf, expectedOf, type Paper } from '../../samples/letters/paper.js';
import { typedPapers } from '../../samples/typed/index.js';
import { unseenPapers } from '../../samples/unseen/index.js';
import { freshPapers } from '../pipelines/entities/fresh/index.js';

/** What must not be known from elsewhere: persons, informants, projects, companies and number of what is written. */
const invented = (list: readonly Pick<Expected, 'entities' | 'informant'>[]) =>
  new Set(
    list.flatMap(({ entities, informant }) => [
      ...entities
        .filter(({ type, text }) => type === 'person' || type === 'project' || /公司|厂$/.test(text))
        .map((m) => m.text),
      ...informant.map((i) => i.value),
    ]),
  );

const sets = { typed: typedPapers, unseen: unseenPapers };
/** Of what is sealed as the informant's, the least share that is his, and of what is his, the least share that is sealed. */
const leastInformant = {
  typed: { precision: 0.83, recall: 0.985 },
  unseen: { precision: 0.8, recall: 0.98 },
};

describe.each(Object.entries(sets))('the %s papers', (name, set) => {
  it('are at least fifty, each of the schema and with a name of its own', () => {
    expect(set.length).toBeGreaterThanOrEqual(50);
    for (const { ordinal: _, member: __, row: ___, ...paper } of set)
      expect(() => expectedFileSchema.parse(paper)).not.toThrow();
    expect(new Set(set.map((p) => p.file)).size).toBe(set.length);
  });

  it.each(set.map((p) => [p.file, p] as const))('%s contains every labelled text', (_, paper) => {
    const labels = [
      ...paper.entities.map((m) => m.text),
      ...paper.informant.map((i) => i.value),
      ...paper.accused.flatMap((a) => [a.name, a.organisation]).filter((v) => v !== null),
    ];
    expect(labels.filter((label) => !paper.text.includes(label))).toEqual([]);
    expect(paper.text).not.toMatch(/[{}=]/);
    expect(paper.informant.filter((i) => paper.entities.some((m) => m.text === i.value))).toEqual([]);
    // No accused is to be sealed with the informant.
    expect(paper.accused.filter((a) => paper.informant.some((i) => i.value === a.name))).toEqual([]);
    expect(paper.entities.filter((m) => m.value === 0 || Number.isNaN(m.value))).toEqual([]);
  });

  it('share no person, company or project with the papers that rules were written on', () => {
    const body = freshPapers.map(({ name: file, ...paper }) => ({
      ...paper,
      file: `2024-06-01-${file}`,
      format: 'txt-utf8' as const,
      kind: 'letter' as const,
      source: 'petition' as const,
      channel: 'letter' as const,
      signature: 'named' as const,
      family: file,
      relation: 'first' as const,
      offences: [],
    }));
    const seen = invented([
      ...papers.filter((p): p is Paper => !('review' in p)).flatMap((p) => itemsExpected(expectedFileOf(p))),
      ...body.map(expectedOf),
      ...(name === 'unseen' ? typedPapers : []),
    ]);
    expect(seen.size).toBeGreaterThan(300);
    expect([...invented(set)].filter((name) => seen.has(name))).toEqual([]);
  });

  it('never show who wrote them', async () => {
    const read = createTextReader(loadLexicon());
    const actual: Actual[] = [];
    for (const { file, text, receivedOn } of set)
      actual.push(...actualOf(file, await read(text, receivedOn), 1));
    expect(actual).toHaveLength(set.length);
    const { leaks, counts } = evaluate(actual, set);
    expect(leaks).toEqual([]);
    // Whoever seals everything leaks nothing, and shows nothing either.
    const { precision, recall } = rates(counts.informant!);
    expect(precision).toBeGreaterThan(leastInformant[name as keyof typeof sets].precision);
    expect(recall).toBeGreaterThan(leastInformant[name as keyof typeof sets].recall);
  });
});
