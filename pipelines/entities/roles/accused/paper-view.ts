import type { Mention, Span } from '../../../../domain/index.js';
import { endingAt, firstFrom, type PersonMention, startingAt } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { type PostRun, postRuns } from './posts/index.js';

/** One unit under all the names that the paper has for it. */
export interface Unit {
  /** The fullest of its names, abbreviations written out. */
  full: string;
  mentions: Mention[];
  /** Its names as they may be put down, with how often each stands there; in the order of the text. */
  names: Map<string, number>;
}

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
  /** The region of that office. */
  region: string | null;
  /** Endings of a unit that is spoken of without its name: 我局, 该院, 处里. */
  implied: ReadonlySet<string>;
  /** Who stands directly behind the unit's name, with or without his post. */
  holders: ReadonlyMap<Mention, PersonMention>;
}

/** More units than this are in no paper about somebody; they cost time. */
const mostMentions = 300;

export function viewOf(reading: Reading): PaperView {
  const { text, lines, names, official, dictionary } = reading;
  const organisations = names.organisations.slice(0, mostMentions);
  const units: Unit[] = [];
  for (const mention of organisations) addUnit(units, mention, reading);
  for (const place of names.places.slice(0, mostMentions))
    if (/(?:[村镇乡]|街道|社区|小组)$/.test(place.text))
      addUnit(units, wholePlace(text, place, names.places), reading);
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
  const { persons } = names;
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
    implied: new Set(
      [...text.matchAll(spokenOf)].map(([, behind, within]) => (behind ?? within ?? '').slice(-1)),
    ),
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
  if (/^(?:领导|各位|党组|的?同志|:|：|并[报转])/.test(text.slice(end, end + 2))) return true;
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

/** 涪阳市|老君区|白鹤镇|石桥村: with the places it lies in, as far as they are written before it. */
function wholePlace(text: string, place: Mention, places: readonly Mention[]): Mention {
  let { start } = place;
  for (let higher = endingAt(places, start); higher !== undefined; higher = endingAt(places, start))
    start = higher.start;
  const written = text.slice(start, place.end);
  return { ...place, start, text: written, value: place.text };
}

/** Adds a mention to its unit, or as a new one. */
export function addUnit(units: Unit[], mention: Mention, { dictionary }: Reading): Unit {
  const name = String(mention.value ?? mention.text);
  const full = writtenOut(name, dictionary.aliases);
  let unit = units.find((u) => isSame(u.full, full));
  if (unit === undefined) {
    unit = { full, mentions: [], names: new Map() };
    units.push(unit);
  }
  if (full.length > unit.full.length) unit.full = full;
  if (!unit.mentions.includes(mention)) unit.mentions.push(mention);
  for (const form of new Set([name, mention.text])) unit.names.set(form, (unit.names.get(form) ?? 0) + 1);
  return unit;
}

/** One is the other without the places before it. */
function isSame(one: string, other: string): boolean {
  if (one.length < other.length) return isSame(other, one);
  return one === other || (other.length >= 3 && one.endsWith(other.replace(/^[省市县区州镇乡](?=.{3})/, '')));
}

function writtenOut(name: string, aliases: Reading['dictionary']['aliases']): string {
  const alias = aliases.find(([written, full]) => name.includes(written) && !name.includes(full));
  return alias === undefined ? name : name.replace(alias[0], alias[1]);
}

/** How many of the marks stand before an offset. */
function placesOf(text: string, mark: RegExp): (at: number) => number {
  const marks = [...text.matchAll(mark)].map(({ index }) => ({ start: index }) as Mention);
  return (at) => firstFrom(marks, at);
}
