import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entityTypeKeys, offenceKeys, petitionClassKeys, relationKeys } from '../../domain/index.js';
import { itemsExpected, paperKinds, readExpectedFiles, sampleFormats } from '../../samples/expected.js';
import { papers } from '../../samples/letters/index.js';
import { expectedFileOf } from '../../samples/letters/paper.js';

const folder = join(import.meta.dirname, '../../samples');
const files = readdirSync(join(folder, 'files')).sort();
const expectedFiles = readExpectedFiles(folder);
const expected = expectedFiles.flatMap(itemsExpected);
const present = <T>(pick: (e: (typeof expected)[number]) => readonly T[]) => new Set(expected.flatMap(pick));

describe('the sample files', () => {
  it('are at least 70, each with one expectation, under 12 MB together', () => {
    expect(files.length).toBeGreaterThanOrEqual(70);
    expect(expectedFiles.map((e) => e.file)).toEqual(files);
    const size = files.reduce((sum, file) => sum + statSync(join(folder, 'files', file)).size, 0);
    expect(size).toBeLessThan(12_000_000);
  });

  it('cover every format, paper, class, relation, topic, offence and entity type', () => {
    const members = papers
      .flatMap((p) => ('items' in p ? (p.items ?? []) : []))
      .flatMap((i) => i.format ?? []);
    expect(new Set([...expectedFiles.map((e) => e.format), ...members])).toEqual(new Set(sampleFormats));
    expect(present((e) => [e.kind])).toEqual(new Set(paperKinds));
    expect(present((e) => [e.petitionClass])).toEqual(new Set(petitionClassKeys));
    expect(present((e) => [e.relation])).toEqual(new Set(relationKeys));
    expect(present((e) => e.offences)).toEqual(new Set(offenceKeys));
    expect(present((e) => e.entities.map((m) => m.type))).toEqual(new Set(entityTypeKeys));
    expect(present((e) => e.topics).size).toBe(22);
    expect(new Set(expected.map((e) => e.receivedOn.slice(0, 4))).size).toBeGreaterThanOrEqual(10);
  });

  it('are those that the letters describe', () => {
    const described = papers.map(expectedFileOf).sort((a, b) => (a.file < b.file ? -1 : 1));
    expect(expectedFiles).toEqual(described);
  });

  it('hold lists, mails, archives and files of several letters, and some that a person must see first', () => {
    const several = expectedFiles.filter((e) => 'items' in e);
    expect(several.length).toBeGreaterThanOrEqual(11);
    expect(expected.filter((e) => e.row !== null).length).toBeGreaterThanOrEqual(30);
    expect(new Set(expected.filter((e) => e.member !== null).map((e) => e.format))).toEqual(
      new Set(['eml', 'zip-gbk']),
    );
    expect(expectedFiles.flatMap((e) => ('review' in e ? [e.review] : []))).toEqual([
      'filing.handwritten',
      'items.classified',
    ]);
  });

  it('are the bytes that their relation says', () => {
    for (const paper of papers) {
      if (!('sameBytesAs' in paper)) continue;
      const [one, other] = [paper.file, paper.sameBytesAs!].map((f) =>
        readFileSync(join(folder, 'files', f)),
      );
      expect(one!.equals(other!)).toBe(true);
    }
  });
});

describe('the expectation of an item', () => {
  it.each(expected.map((e) => [e.file, e.ordinal, e] as const))(
    '%s %i contains every labelled text',
    (_, __, e) => {
      const alone = expected.filter((other) => other.file === e.file).length === 1;
      expect(e.text.length).toBeGreaterThanOrEqual(e.row !== null ? 70 : alone ? 190 : 90);
      expect(e.text.length).toBeLessThanOrEqual(1600);
      const labels = [
        ...e.entities.map((m) => m.text),
        ...e.informant.map((i) => i.value),
        ...e.accused.flatMap((a) => a.name ?? []),
      ];
      expect(labels.filter((label) => !e.text.includes(label))).toEqual([]);
      // A unit may be named in full where the paper gives its region apart: 市人防办, and 澜川 elsewhere.
      const units = e.accused.flatMap((a) => a.organisation ?? []);
      const inPieces = (unit: string) =>
        [...unit].some(
          (_, i) => i >= 2 && e.text.includes(unit.slice(0, i)) && e.text.includes(unit.slice(i)),
        );
      expect(units.filter((unit) => !e.text.includes(unit) && !inPieces(unit))).toEqual([]);
      expect(e.entities.filter((m) => m.value === 0 || Number.isNaN(m.value))).toEqual([]);
      expect(e.informant.filter((i) => e.entities.some((m) => m.text === i.value))).toEqual([]);
    },
  );

  it('gives each family one first paper, the earliest received', () => {
    for (const family of new Set(expected.map((e) => e.family))) {
      const members = expected.filter((e) => e.family === family);
      const firsts = members.filter((e) => e.relation === 'first');
      expect(firsts).toHaveLength(1);
      expect(members.every((e) => e.receivedOn >= firsts[0]!.receivedOn)).toBe(true);
    }
  });
});
