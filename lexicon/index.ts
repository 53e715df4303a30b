import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type LexiconSection, mergeSection, sections } from './sections.js';

export { anyOf } from './any-of.js';
export type { PetitionSection } from './schemas/petition.js';
export type { TablesSection } from './schemas/tables.js';
export type { TagRule, TopicsSection } from './schemas/topics.js';
export type { Weights } from './schemas/weights.js';
export type { LexiconSection } from './sections.js';

/** Everything that an office may edit, read once by a process and never changed while it runs. */
export type Lexicon = { readonly [S in LexiconSection]: z.output<(typeof sections)[S]> } & {
  /** SHA-256 of each section's content, whatever its file's layout: part of the stages' digests. */
  readonly digests: Readonly<Record<LexiconSection, string>>;
};

/** Where the packaged lexicon lies: beside this module, in the sources as in the build. */
const packagedFolder = import.meta.dirname;

/**
 * Reads `<section>.yaml` of the folder and adds the same-named files of every campaign pack
 * (`campaigns/<campaign>/<section>.yaml`) in the order of their names.
 *
 * @throws {Error} naming the file and the place in it that is wrong; nothing is read half.
 */
export function loadLexicon(folder: string = packagedFolder): Lexicon {
  for (const name of Object.keys(sections))
    if (!existsSync(join(folder, fileOf(name)))) throw new Error(`${join(folder, fileOf(name))}: missing`);
  const campaigns = join(folder, 'campaigns');
  const packs = existsSync(campaigns)
    ? readdirSync(campaigns, { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => join(campaigns, e.name))
        .sort()
    : [];
  const lexicon: Record<string, unknown> = {};
  const digests: Record<string, string> = {};
  for (const name of Object.keys(sections) as LexiconSection[]) {
    const files = [folder, ...packs].map((f) => join(f, fileOf(name))).filter((f) => existsSync(f));
    const parts = files.map((file) => readPart(file, sections[name]));
    const merged =
      parts.length === 1
        ? parts[0]!.checked
        : sections[name].parse(parts.map(({ raw }) => raw).reduce(mergeSection, {}));
    lexicon[name] = merged;
    digests[name] = createHash('sha256').update(JSON.stringify(merged)).digest('hex');
  }
  return Object.freeze({ ...lexicon, digests }) as Lexicon;
}

/** What is learned is thousands of numbers: as JSON they cost a command no time to read. */
const fileOf = (section: string) => `${section}.${section.startsWith('weights/') ? 'json' : 'yaml'}`;

function readPart(file: string, schema: z.ZodType): { raw: Record<string, unknown>; checked: unknown } {
  let raw: unknown;
  try {
    const text = readFileSync(file, 'utf8');
    raw = file.endsWith('.json') ? JSON.parse(text) : (parse(text) ?? {});
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
  const checked = schema.safeParse(raw);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new Error(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}`);
  }
  return { raw: raw as Record<string, unknown>, checked: checked.data };
}
