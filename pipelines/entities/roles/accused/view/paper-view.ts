import type { Mention, Span } from '../../../../../domain/index.js';
import { firstFrom, type PersonMention, startingAt } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { type PostRun, postRuns } from '../posts/index.js';
import { type Unit, unitsOf } from './units.js';

/** What is seen of a paper's units and posts whoever is asked about. */
export interface PaperView {
  units: readonly Unit[];
  runs: readonly PostRun[];
  /** Number of the sentence, or of the line, in which an offset lies. */
  sentenceAt(at: number): number;
  lineAt(at: number): number;
  /** Somebody else than the person of that name is named there. */
  anotherBetween(start: number, end: number, name: string): boolean;
  /** Whose name the post is part of: 汤主任. */
  titled(run: Span): string | null;
  /** The line that says what the paper is about. */
  title: Span | null;
  /** The office that an official paper is from. */
  sender: Mention | null;
  /** To whom the letter is written: 澜川市纪委：. */
  addressed: ReadonlySet<Mention>;
  /** The unit named first, but for those that the letter is written to and that take in letters. */
  first: Mention | null;
  /** It stands within the name of another unit. */
  within(mention: Span): boolean;
  /** The region of that office. */
  region: string | null;
  /** Endings of a unit that is spoken of without its name: 我局, 该院, 处里. */
  implied: ReadonlySet<string>;
  /** Of everybody who is named. */
  surnames: ReadonlySet<string>;
  /** Who stands directly behind the unit's name, with or without his post. */
  holders: ReadonlyMap<Mention, PersonMention>;
}

/** More units than this are in no paper about somebody; they cost time. */
const mostMentions = 300;

export function viewOf(reading: Reading): PaperView {
  const { text, lines, names, official, dictionary } = reading;
  const organisations = names.organisations.slice(0, mostMentions);
  const units = unitsOf(reading, organisations);
  const head = lines.find((line) => text.slice(line.start, line.end).trim() !== '') ?? null;
  const title =
    head !== null && /关于|举报|反映|控告|检举|揭发|问题/.test(text.slice(head.start, head.end))
      ? head
      : null;
  const addressed = new Set(organisations.filter((o) => isAddressed(text, o)));
  const office = [...addressed].find(
    (o) => dictionary.petitionOffices.before(o.text, o.text.length) !== null,
  );
  const region = /^(?:中共)?(.{2,}?[市县区州])/.exec(String(office?.value ?? ''))?.[1] ?? null;
  const first = organisations[0];
  const named = units
    .flatMap((u) => u.mentions)
    .filter((m) => !addressed.has(m) && dictionary.petitionOffices.before(m.text, m.text.length) === null)
    .sort((one, other) => one.start - other.start);
  const { persons } = names;
  const within = (m: Span) => organisations.some((o) => o.start <= m.start && m.end < o.end);
  return {
    units,
    runs: postRuns(reading),
    anotherBetween(start, end, name) {
      for (let i = firstFrom(persons, start); i < persons.length && persons[i]!.start < end; i++)
        if (persons[i]!.value !== name) return true;
      return false;
    },
    titled(run) {
      const person = persons[firstFrom(persons, run.start) - 1];
      return person !== undefined && run.end <= person.end ? String(person.value) : null;
    },
    sentenceAt: placesOf(text, /[。！？；\n]/g),
    lineAt: placesOf(text, /\n/g),
    title,
    sender: official && first !== undefined && head !== null && first.start <= head.start + 1 ? first : null,
    addressed,
    region,
    first: named.find((m) => !within(m)) ?? null,
    within,
    implied: new Set(
      [...text.matchAll(spokenOf)].map(([, behind, within]) => (behind ?? within ?? '').slice(-1)),
    ),
    surnames: new Set(persons.map((p) => p.surname)),
    holders: new Map(
      organisations.flatMap((o) => {
        const holder = holderOf(reading, o);
        return holder === undefined ? [] : [[o, holder] as const];
      }),
    ),
  };
}

const spokenOf =
  /(?:我们?|本|该|咱们?|俺们?)(单位|公司|中心|集团|学校|医院|[局办委处站所队院校厂厅镇乡村县组])|(公司|中心|集团|学校|医院|[局办委处站所队院校厂厅镇乡村组])(?:里|内部|领导|职工)/g;

function isAddressed(text: string, { start, end }: Span): boolean {
  if (/^(?:领导|各位|党组(?!书记|成员|副书记|会)|的?同志|:|：|并[报转])/.test(text.slice(end, end + 2)))
    return true;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0] ?? '';
  return line.length <= 60 && /[:：]\s*$/.test(line) && !/反映|举报|如下/.test(line);
}

/** 县人防办|原|主任|某某. */
function holderOf({ text, names, dictionary }: Reading, unit: Mention): PersonMention | undefined {
  for (let at = unit.end, steps = 0; steps < 6; steps++) {
    const person = startingAt(names.persons, at);
    if (person !== undefined) return person;
    const next = startingAt(names.positions, at)?.end ?? dictionary.tense.at(text, at)?.end;
    if (next !== undefined) at = next;
    else if (/[的、兼]/.test(text.charAt(at))) at += 1;
    else return undefined;
  }
  return undefined;
}

/** How many of the marks stand before an offset. */
function placesOf(text: string, mark: RegExp): (at: number) => number {
  const marks = [...text.matchAll(mark)].map(({ index }) => ({ start: index }) as Mention);
  return (at) => firstFrom(marks, at);
}
