import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { QidiError } from '../domain/index.js';
import { type LexiconSection, mergeSection, sections } from './sections.js';

export { anyOf } from './any-of.js';
export type { PetitionSection } from './schemas/petition.js';
export type { TablesSection } from './schemas/tables.js';
export type { TagRule, TopicsSection } from './schemas/topics.js';
export type { Weights } from './schemas/weights.js';
export type { LexiconSection } from './sections.js';

/** Everything that an office may edit, each section read once by a process, when it is asked for. */
export type Lexicon = { readonly [S in LexiconSection]: z.output<(typeof sections)[S]> } & {
  /** SHA-256 of each section's content, whatever its file's layout: part of the stages' digests. */
  readonly digests: Readonly<Record<LexiconSection, string>>;
};

/** Where the packaged lexicon lies: beside this module, in the sources as in the build. */
const packagedFolder = import.meta.dirname;

/**
 * Reads `<section>.yaml` of the folder and adds the same-named files of every campaign pack
 * (`campaigns/<campaign>/<section>.yaml`) in the order of their names. A command that shows the register waits for none
 * of what only readers of letters need.
 *
 * @throws QidiError `config.lexicon_invalid` where a section's file is missing; a section, when it is first asked for,
 * naming the file and the place in it that is wrong: no section is read half.
 */
export function loadLexicon(folder: string = packagedFolder): Lexicon {
  for (const name of Object.keys(sections))
    if (!existsSync(join(folder, fileOf(name)))) throw invalid(`${join(folder, fileOf(name))}: missing`);
  const campaigns = join(folder, 'campaigns');
  const packs = existsSync(campaigns)
    ? readdirSync(campaigns, { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => join(campaigns, e.name))
        .sort()
    : [];
  const lexicon = {};
  const digests = {};
  for (const name of Object.keys(sections) as LexiconSection[]) {
    const section = once(() => readSection([folder, ...packs], name));
    const digest = once(() => createHash('sha256').update(JSON.stringify(section())).digest('hex'));
    Object.defineProperty(lexicon, name, { get: section, enumerable: true });
    Object.defineProperty(digests, name, { get: digest, enumerable: true });
  }
  return Object.freeze(
    Object.defineProperty(lexicon, 'digests', { value: digests, enumerable: true }),
  ) as Lexicon;
}

/**
 * Reads all of it now, for whoever must know that it is right before anything rests on it.
 *
 * @returns the names of its sections
 * @throws QidiError `config.lexicon_invalid`
 */
export function checkLexicon(lexicon: Lexicon): LexiconSection[] {
  const names = Object.keys(sections) as LexiconSection[];
  // Asking for a section is what reads it.
  for (const name of names) void lexicon[name];
  return names;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const invalid = (where: string, cause?: unknown) =>
  new QidiError('config.lexicon_invalid', { where }, { cause });

function readSection(folders: readonly string[], name: LexiconSection): unknown {
  const files = folders.map((folder) => join(folder, fileOf(name))).filter((file) => existsSync(file));
  const parts = files.map((file) => readPart(file, sections[name]));
  return parts.length === 1
    ? parts[0]!.checked
    : sections[name].parse(parts.map(({ raw }) => raw).reduce(mergeSection, {}));
}

/** What is learned is thousands of numbers: as JSON they cost a command no time to read. */
const fileOf = (section: string) => `${section}.${section.startsWith('weights/') ? 'json' : 'yaml'}`;

function readPart(file: string, schema: z.ZodType): { raw: Record<string, unknown>; checked: unknown } {
  let raw: unknown;
  try {
    const text = readFileSync(file, 'utf8');
    raw = file.endsWith('.json') ? JSON.parse(text) : (parse(text) ?? {});
  } catch (error) {
    throw invalid(`${file}: ${(error as Error).message.split('\n')[0]}`, error);
  }
  const checked = schema.safeParse(raw);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const place = issue?.path.join('.') ?? '';
    throw invalid([file, place, issue?.message ?? 'not readable'].filter((part) => part !== '').join(': '));
  }
  return { raw: raw as Record<string, unknown>, checked: checked.data };
}
