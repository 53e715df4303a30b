import {
  addCount,
  type Count,
  compareSets,
  type EntityType,
  entityTypeKeys,
  plain,
} from '../../domain/index.js';
import type { Expected } from '../../samples/expected.js';
import { distance, lettersOnly } from '../edit-distance.js';

/** What the pipeline made of one item of a file; `outside` is all of it that the sealed store does not hold, as JSON. */
export interface Actual
  extends Pick<
    Expected,
    'file' | 'ordinal' | 'petitionClass' | 'source' | 'channel' | 'signature' | 'accused' | 'entities'
  > {
  text: string;
  topics: readonly string[];
  offences: readonly string[];
  informant: readonly string[];
  outside: string;
}

interface Miss {
  file: string;
  what: string;
  missing: string[];
  wrong: string[];
}
export interface Scores {
  files: number;
  /** Expected files of which nothing came out. */
  absent: string[];
  /** Sets compared file by file: accused in four strictnesses, entities by type, topics, offences, informant. */
  counts: Record<string, Count>;
  /** Of the entities found rightly and labelled with a value, those whose value is right. */
  values: Record<string, Count>;
  accuracy: Record<'class' | 'source' | 'channel' | 'signature', Count>;
  /** Sealed values found outside the sealed store: file and kind, never the value. */
  leaks: { file: string; kind: string }[];
  /** Characters wrong and characters in all, of the recognised files, with and without punctuation. */
  recognition: Record<'all' | 'letters', { errors: number; characters: number }>;
  misses: Miss[];
}

/** Scores what came out against what must come out, item by item of the files of one name; nothing is read or written. */
export function evaluate(actual: readonly Actual[], expected: readonly Expected[]): Scores {
  const keyOf = ({ file, ordinal }: Pick<Expected, 'file' | 'ordinal'>) => `${ordinal} ${file}`;
  const byItem = new Map(actual.map((a) => [keyOf(a), a]));
  const scores: Scores = {
    files: new Set(expected.map((e) => e.file)).size,
    absent: [],
    counts: {},
    values: {},
    accuracy: { class: zero(), source: zero(), channel: zero(), signature: zero() },
    leaks: [],
    recognition: { all: { errors: 0, characters: 0 }, letters: { errors: 0, characters: 0 } },
    misses: [],
  };
  for (const wanted of expected) {
    const found = byItem.get(keyOf(wanted));
    if (!found) scores.absent.push(wanted.file);
    scoreSets(scores, wanted, found);
    scoreWords(scores, wanted, found);
    if (!found) continue;
    scoreValues(scores, wanted, found);
    const outside = plain(found.outside);
    for (const { kind, value } of wanted.informant)
      if (outside.includes(plain(value))) scores.leaks.push({ file: wanted.file, kind });
    if (wanted.ocr) {
      addErrors(scores.recognition.all, plain(found.text), plain(wanted.text));
      addErrors(scores.recognition.letters, lettersOnly(found.text), lettersOnly(wanted.text));
    }
  }
  return scores;
}

const zero = (): Count => ({ right: 0, found: 0, wanted: 0 });

function countOf(counts: Record<string, Count>, what: string): Count {
  const count = counts[what] ?? zero();
  counts[what] = count;
  return count;
}

function scoreSets(scores: Scores, wanted: Expected, found: Actual | undefined): void {
  const compare = (what: string, out: readonly string[], want: readonly string[], listed = true) => {
    const { count, missing, wrong } = compareSets(out, want);
    addCount(countOf(scores.counts, what), count);
    if (listed && missing.length + wrong.length > 0)
      scores.misses.push({ file: wanted.file, what, missing, wrong });
  };
  const accused = found?.accused ?? [];
  const names = (list: Expected['accused']) => list.flatMap((a) => (a.name ? [a.name] : []));
  const units = (list: Expected['accused']) => list.map((a) => `${a.name ?? '—'}@${a.organisation ?? '—'}`);
  compare('accused: name', names(accused), names(wanted.accused));
  compare('accused: name + organisation', units(accused), units(wanted.accused), false);
  const lenient = accused.map((a) => ({ ...a, organisation: asLabelled(a, wanted.accused) }));
  compare('accused: name + organisation, lenient', units(lenient), units(wanted.accused), false);
  const full = (list: Expected['accused']) => list.map((a) => `${units([a])[0]}@${a.position ?? '—'}`);
  compare('accused: name + organisation + position', full(accused), full(wanted.accused));
  const all: Record<'out' | 'want', string[]> = { out: [], want: [] };
  for (const type of entityTypeKeys) {
    const out = textsOf(found?.entities ?? [], type);
    const want = textsOf(wanted.entities, type);
    compare(`entity: ${type}`, out, want);
    all.out.push(...out.map((t) => `${type} ${t}`));
    all.want.push(...want.map((t) => `${type} ${t}`));
  }
  compare('entities, micro average', all.out, all.want, false);
  compare('topics', found?.topics ?? [], wanted.topics);
  compare('offences', found?.offences ?? [], wanted.offences);
  // What it sealed is no secret to the reader of these samples, but a real folder may be measured too.
  compare(
    'informant',
    found?.informant ?? [],
    wanted.informant.map((i) => i.value),
    false,
  );
}

/** The labelled organisation of the same name where either of the two contains the other. */
function asLabelled(a: Expected['accused'][number], labels: Expected['accused']): string | null {
  const label = labels.find((l) => l.name === a.name)?.organisation;
  if (!label || !a.organisation) return a.organisation;
  const [one, other] = [plain(label), plain(a.organisation)];
  return one.includes(other) || other.includes(one) ? label : a.organisation;
}

function textsOf(entities: Expected['entities'], type: EntityType): string[] {
  return entities.filter((e) => e.type === type).map((e) => e.text);
}

function scoreWords(scores: Scores, wanted: Expected, found: Actual | undefined): void {
  const fields = {
    class: 'petitionClass',
    source: 'source',
    channel: 'channel',
    signature: 'signature',
  } as const;
  for (const [what, field] of Object.entries(fields) as [
    keyof typeof fields,
    (typeof fields)[keyof typeof fields],
  ][]) {
    const count = scores.accuracy[what];
    count.wanted++;
    if (found) count.found++;
    if (found?.[field] === wanted[field]) count.right++;
    else
      scores.misses.push({
        file: wanted.file,
        what,
        missing: [wanted[field]],
        wrong: found ? [found[field]] : [],
      });
  }
}

function scoreValues(scores: Scores, wanted: Expected, found: Actual): void {
  for (const label of wanted.entities.filter((e) => e.value !== null)) {
    const same = found.entities.filter((e) => e.type === label.type && plain(e.text) === plain(label.text));
    if (same.length === 0) continue;
    const count = countOf(scores.values, label.type);
    count.wanted++;
    count.found++;
    if (same.some((e) => sameValue(e.value, label.value))) count.right++;
    else
      scores.misses.push({
        file: wanted.file,
        what: `value: ${label.type}`,
        missing: [`${label.text} = ${label.value}`],
        wrong: same.map((e) => `${e.text} = ${e.value}`),
      });
  }
}

function sameValue(a: number | string | null, b: number | string | null): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= Math.abs(b) * 1e-6;
  return plain(String(a)) === plain(String(b));
}

function addErrors(sum: { errors: number; characters: number }, out: string, want: string): void {
  sum.errors += distance(out, want);
  sum.characters += [...want].length;
}
