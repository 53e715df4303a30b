import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, it } from '@jest/globals';
import { loadLexicon } from '../../lexicon/index.js';

const packaged = fileURLToPath(new URL('../../lexicon', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'qidi-lexicon-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => cpSync(packaged, folder, { recursive: true }));

const wrongIn = (file: string) =>
  expect.objectContaining({
    code: 'config.lexicon_invalid',
    params: { where: expect.stringContaining(join(folder, file)) },
  });

it.each([
  ['people.yaml', 'surnames: 主任\n', 'people'],
  ['people.yaml', 'surnames: [主任\n', 'people'],
  ['campaigns/grain-purchase/topics.yaml', 'topics: 5\n', 'topics'],
  ['weights/names.json', '{ "weights": { "alone": "much" } }', 'weights/names'],
  ['weights/names.json', '{ "weights": {} }', 'weights/names'],
] as const)(
  'names the file and what is wrong in it, of the section that is asked for: %s %s',
  (file, content, section) => {
    writeFileSync(join(folder, file), content);
    const lexicon = loadLexicon(folder);
    expect(lexicon.places.divisions.length).toBeGreaterThan(0);
    expect(() => lexicon[section]).toThrow(wrongIn(file));
    expect(() => lexicon.digests[section]).toThrow(wrongIn(file));
  },
);

it('misses a section at once', () => {
  rmSync(join(folder, 'topics.yaml'));
  expect(() => loadLexicon(folder)).toThrow(wrongIn('topics.yaml'));
});
