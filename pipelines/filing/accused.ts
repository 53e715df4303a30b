import type { Accused, Evidence, PetitionClass, RegisterRecord, Sealed } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import {
  foldConfusables,
  isFullName,
  nameDifference,
  toldParts,
  type UnitForm,
  unitFormOf,
  unitsAgree,
} from '../duplicates/index.js';

export type RecordAccused = RegisterRecord['accused'][number];

/** The accused of one source with its evidence already placed in the record. */
export interface SourceAccused {
  person: Accused;
  evidence: Evidence[];
  /** The source was read from an image: its spelling of a name may be wrong. */
  recognised: boolean;
}

type Named = Pick<RecordAccused, 'name' | 'organisation'>;

interface Entry extends RecordAccused {
  /** How often each spelling stands in the sources; typed sources weigh more. */
  spellings: Map<string, number>;
  recognisedOnly: boolean;
}

/** Papers of these classes are written against somebody, whether or not they tell anything that can be checked. */
export const accusing: ReadonlySet<PetitionClass> = new Set(['report', 'no-substance']);

/** Whom a paper reports: an appeal, a suggestion or a quarrel names officials without accusing them. */
export const accusedIn = ({ accused }: Pick<Sealed, 'accused'>, petitionClass: PetitionClass): Accused[] =>
  accusing.has(petitionClass) ? accused : [];

/**
 * Merges the accused of several sources: one person once, whichever way each source writes the name
 * (in full, as 范某, by title alone, or misread). Persons of one source stay apart.
 */
export function mergeAccused(
  sources: readonly (readonly SourceAccused[])[],
  form: UnitForm,
): RecordAccused[] {
  const entries: Entry[] = [];
  // Full names first: 范某 can only be told whom it means once all of them are known.
  for (const pass of [isNamed, (p: SourceAccused) => !isNamed(p)]) {
    for (const source of sources) {
      const taken = new Set<Entry>();
      for (const accused of source.filter(pass)) {
        const known = find(entries, accused, pass === isNamed ? taken : new Set(), form);
        const entry = known ?? newEntry(accused);
        if (!known) entries.push(entry);
        taken.add(entry);
        add(entry, accused, form);
      }
    }
  }
  return entries
    .map(({ spellings, recognisedOnly: _, ...entry }) => ({
      ...entry,
      name: commonest(spellings) ?? entry.name,
    }))
    .sort((a, b) => firstPlace(a) - firstPlace(b));
}

/** A surname with a post instead of a name: 王局长. */
const called =
  /^[\u3400-\u9fff]{1,2}(?:[局处科院校镇乡县区市州省站队所部厅股组馆行厂村社班会园]长|书记|主任|主席|经理|老板|会计|总|工)$/;

/** Whether a hidden name may mean whom the other one names: in full, or in the same way. 王局长 is nobody's full name. */
function isMeant(hidden: string, name: string | null): boolean {
  if (name === null || !isFullName(name) || called.test(name)) return hidden === name;
  const [surname = '', ...further] = toldParts(hidden);
  const end = further.at(-1) ?? '';
  const told = surname.length + end.length;
  return surname !== '' && name.startsWith(surname) && name.endsWith(end) && name.length > told;
}

/**
 * Whether two entries may mean one person or, without a name, one unit: a look-alike is no news. Of two names that tell
 * little, only equal ones are taken for one: 王某 beside 王局长 may be somebody of whom nothing else is known.
 */
export function mayBeSame(a: Named, b: Named, lexicon: Pick<Lexicon, 'organisations'>): boolean {
  const form = unitFormOf(lexicon);
  if (a.name === null || b.name === null)
    return a.name === b.name && form(a.organisation ?? '') === form(b.organisation ?? '');
  const whole = [a.name, b.name].filter(isFullName);
  if (whole.length === 2) return nameDifference(a.name, b.name).beyondConfusion === 0;
  if (!unitsAgree(a.organisation, b.organisation, form)) return false;
  return whole[0] === a.name ? isMeant(b.name, a.name) : isMeant(a.name, b.name);
}

function isNamed({ person }: SourceAccused): boolean {
  return person.name !== null && isFullName(person.name);
}

function find(
  entries: readonly Entry[],
  accused: SourceAccused,
  taken: ReadonlySet<Entry>,
  form: UnitForm,
): Entry | undefined {
  const { recognised } = accused;
  const { name, organisation, position } = accused.person;
  const free = entries.filter((e) => !taken.has(e));
  const open = free.filter((e) => unitsAgree(e.organisation, organisation, form));
  if (name !== null && isFullName(name)) {
    const near = free.filter((e) =>
      unitsAgree(e.organisation, organisation, form, recognised || e.recognisedOnly),
    );
    const exact = near.find((e) => e.spellings.has(name));
    return exact ?? near.find((e) => misread(e, name, recognised));
  }
  if (name !== null) {
    const alike = open.filter((e) => isMeant(name, e.name) && positionsAgree(e.position, position));
    return alike.length === 1 ? alike[0] : open.find((e) => e.name === name);
  }
  const alike = open.filter((e) => organisation !== null && position !== null && e.position === position);
  return alike.length === 1 ? alike[0] : undefined;
}

/** One unit of three may be misread; of two only by a look-alike. */
function misread(entry: Entry, name: string, recognised: boolean): boolean {
  // 王局长 and 王科长 are two posts, not two readings of one name.
  if ((!recognised && !entry.recognisedOnly) || called.test(name)) return false;
  return [...entry.spellings.keys()].some((known) => {
    if (foldConfusables(known) === foldConfusables(name)) return true;
    const { all, beyondConfusion } = nameDifference(known, name);
    return beyondConfusion === 0 || (known.length >= 3 && all === 1 && known[0] === name[0]);
  });
}

function positionsAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b || a.includes(b) || b.includes(a);
}

function newEntry({ person, recognised }: SourceAccused): Entry {
  const { name, organisation, position } = person;
  return { name, organisation, position, evidence: [], spellings: new Map(), recognisedOnly: recognised };
}

function add(entry: Entry, { person, evidence, recognised }: SourceAccused, form: UnitForm): void {
  if (person.name !== null && isFullName(person.name)) {
    const weight = recognised ? 1 : 100;
    entry.spellings.set(person.name, (entry.spellings.get(person.name) ?? 0) + weight);
  }
  entry.organisation = longer(entry.organisation, person.organisation, form);
  entry.position ??= person.position;
  entry.recognisedOnly &&= recognised;
  entry.evidence.push(...evidence);
  entry.evidence.sort((a, b) => a.source - b.source || a.start - b.start);
}

/** Of two names of one unit the fuller; of equal ones the earlier. */
function longer(a: string | null, b: string | null, form: UnitForm): string | null {
  if (a === null || b === null) return a ?? b;
  return b.length > a.length && form(b).includes(form(a)) ? b : a;
}

function commonest(spellings: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [name, count] of spellings) if (best === null || count > spellings.get(best)!) best = name;
  return best;
}

function firstPlace({ evidence }: RecordAccused): number {
  const first = evidence[0];
  return first === undefined ? Number.MAX_SAFE_INTEGER : first.source * 1e9 + first.start;
}
