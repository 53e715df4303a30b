import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorCatalogue } from '../../domain/index.js';
import { loadLexicon } from '../../lexicon/index.js';
import { settings } from '../../office/index.js';

const english = readFileSync('README.md', 'utf8');
const chinese = readFileSync('README.zh-CN.md', 'utf8');
const pages = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/使用手册.md',
  'docs/运维手册.md',
  'docs/operations.md',
  'docs/libraries.md',
];

/** The rows of the table whose first column holds names of variables. */
function configurationOf(readme: string) {
  return [...readme.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| (.+?) \|$/gm)].map((m) => ({
    name: m[1]!,
    fallback: m[2]!,
    meaning: m[3]!,
  }));
}

const isCode = (text: string) =>
  Object.keys(errorCatalogue).some((c) => c.split('.')[0] === text.split('.')[0]);

describe('the READMEs', () => {
  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('%s: the configuration table is the schema', (language, readme) => {
    const rows = configurationOf(readme);
    expect(rows.map((row) => row.name)).toEqual(Object.keys(settings));
    for (const { name, fallback, meaning } of rows) {
      const schema = settings[name as keyof typeof settings];
      const value = schema.parse(undefined);
      const unset = language === 'English' ? 'unset' : '不设';
      const processors = language === 'English' ? 'processors' : '处理器数';
      // The only default that depends on the machine.
      const expected = name === 'QIDI_WORKERS' ? processors : value === undefined ? unset : `\`${value}\``;
      expect({ name, fallback }).toEqual({ name, fallback: expected });
      if (language === 'English') expect(meaning.startsWith(schema.description ?? '?')).toBe(true);
    }
  });

  it('have the same headings, pictures and blocks in the same order', () => {
    const shape = (readme: string) => readme.match(/^(#+ |!\[|```|\| `[A-Z_a-z.]+`)/gm);
    expect(shape(chinese)).toEqual(shape(english));
    expect(shape(english)!.length).toBeGreaterThan(30);
  });

  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('%s: names every command', (_, readme) => {
    const declared = readdirSync('cli/declarations').map((file) =>
      readFileSync(join('cli/declarations', file), 'utf8'),
    );
    const commands = declared.flatMap((text) =>
      [...text.matchAll(/program\s*\.command\('([a-z]+)'\)/g)].map((m) => m[1]!),
    );
    expect(commands.length).toBeGreaterThan(20);
    for (const command of commands) expect(readme).toContain(`qidi ${command}`);
  });
});

it('the manual names every topic of every campaign as the lexicon does', () => {
  const named = [...readFileSync('docs/使用手册.md', 'utf8').matchAll(/^\| ([A-Z]\d) \| (.+?) \|$/gm)];
  const topics = Object.entries(loadLexicon().topics.topics).map(([code, { name }]) => [code, name]);
  expect(named.map(([, code, name]) => [code, name])).toEqual(topics);
});

describe('every page', () => {
  it.each(pages)('%s names only error codes that exist', (page) => {
    const named = [...readFileSync(page, 'utf8').matchAll(/`([a-z]+\.[a-z_]+)`/g)].map((m) => m[1]!);
    for (const code of named.filter(isCode).filter((c) => !/\.(?:ts|md|yml|json|log|key|mjs)$/.test(c)))
      expect(Object.keys(errorCatalogue)).toContain(code);
  });

  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|<)([^)#\s]+)/g)].map(
      (m) => m[1]!,
    );
    for (const link of links) {
      const file = join(dirname(page), decodeURI(link));
      expect({ file, there: existsSync(file) }).toEqual({ file, there: true });
    }
  });

  it.each(pages)('%s names only files of this repository', (page) => {
    const named = [
      ...readFileSync(page, 'utf8').matchAll(
        /`((?:domain|lexicon|pipelines|queues|register|vault|office|workers|console|cli|samples|bench|tools|test)\/[\w./-]*)`/g,
      ),
    ].map((m) => m[1]!);
    for (const file of named) expect({ file, there: existsSync(file) }).toEqual({ file, there: true });
  });
});
