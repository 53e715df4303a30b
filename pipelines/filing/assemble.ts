import {
  type Evidence,
  type Item,
  type Offence,
  offences,
  type QualityFlag,
  type RegisterRecord,
  type Span,
  type Tag,
} from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { type FamilyMember, type FamilyRelation, relateFamily, unitFormOf } from '../duplicates/index.js';
import { topicName } from '../topics/index.js';
import { accusedIn, mergeAccused } from './accused.js';

/** A source of a clue with the item it comes from (pages, confidence, flags). */
export interface RecordMember extends FamilyMember {
  item: Item;
  /** What it says was typed by a person; absent where machines read it. */
  typed?: boolean;
}

/** All of a register record that follows from its sources; the rest is the register's and people's. */
export type AssembledRecord = Omit<
  RegisterRecord,
  'clueNo' | 'status' | 'disposition' | 'assignedTo' | 'dueOn' | 'linked' | 'decisions' | 'sources'
> & {
  sources: Omit<RegisterRecord['sources'][number], 'id' | 'receipt' | 'typed' | 'engines'>[];
  /** For each of `sources`, its place in the members that were given. */
  order: number[];
};

/** Sources whose facts count for the whole matter; the others only say again what these say. */
const contributing: readonly FamilyRelation['relation'][] = ['first', 'enclosed', 'supplement'];

/** Share below which two papers are said to resemble each other in nothing. */
const leastLikeness = 0.01;

/**
 * Puts the record of a clue together from all its sources: the principal one (received first) gives title,
 * class and origin, every source gives its evidence.
 *
 * @param members at least one, in any order; only `order` depends on it.
 */
export function assembleRecord(members: readonly RecordMember[], lexicon: Lexicon): AssembledRecord {
  const { order, relations } = relateFamily(members, unitFormOf(lexicon));
  const sources = order.map((i) => members[i]!);
  const principal = sources[0];
  if (principal === undefined) throw new RangeError('a record needs at least one source');
  const telling = sources.filter((_, i) => contributing.includes(relations[i]!.relation));
  const petitionClass = sources.some((s) => s.topics.petitionClass === 'report')
    ? 'report'
    : principal.topics.petitionClass;
  // Of what a person typed no machine's reading is left to be doubted.
  const read = sources.filter((s) => !s.typed);
  const mayBeReport = petitionClass !== 'report' && read.some((s) => s.topics.mayBeReport);
  return {
    order,
    petitionClass,
    title: principal.topics.title,
    summary: principal.topics.summary,
    receivedOn: principal.receivedOn,
    source: principal.topics.source,
    channel: principal.topics.channel,
    signature: principal.topics.signature,
    sources: sources.map(({ file, member, row, sha256, receivedOn, text, item, typed }, i) => {
      const { relation, similarity, why, newFacts } = relations[i]!;
      // What a person put here may share nothing with the others.
      const resembles = similarity >= leastLikeness ? relations[i]!.resembles : null;
      const doubtful = typed ? [] : item.doubtful;
      const place = { file, member, label: item.label, row, page: pageOf(item, 0) };
      return { ...place, sha256, receivedOn, relation, similarity, resembles, why, newFacts, text, doubtful };
    }),
    accused: mergeAccused(
      sources.map((s, i) =>
        accusedOf(s).map((person) => ({
          person,
          evidence: person.evidence.map((span) => evidenceOf(s, i, span)),
          recognised: s.recognised,
        })),
      ),
      unitFormOf(lexicon),
    ),
    topics: mergeTags(
      sources,
      (s) => s.topics.topics,
      (code: string) => topicName(lexicon, code),
    ),
    offences: mergeTags(
      sources,
      (s) => s.topics.offences,
      (code: Offence) => offences[code].zh,
    ),
    entities: sources.flatMap((s, source) =>
      s.sealed.mentions.map(({ type, text, value, start, end, confidence, doubtful }) => ({
        type,
        text,
        value,
        source,
        page: pageOf(s.item, start),
        start,
        end,
        confidence,
        ...(doubtful && { doubtful }),
      })),
    ),
    amount: amountOf(telling, sources),
    actedFrom: extreme(telling, sources, 'actedFrom', (a, b) => a < b),
    actedTo: extreme(telling, sources, 'actedTo', (a, b) => a > b),
    quality: qualityOf(read, mayBeReport ? ['possible_report'] : []),
  };
}

/** Whom a source reports; whom a person typed in is accused whatever the class. */
const accusedOf = ({ topics, sealed, typed }: RecordMember) =>
  typed ? sealed.accused : accusedIn(sealed, topics.petitionClass);

function evidenceOf(source: RecordMember, index: number, { start, end }: Span): Evidence {
  return {
    source: index,
    page: pageOf(source.item, start),
    start,
    end,
    quote: source.text.slice(start, end),
  };
}

function qualityOf(
  read: readonly RecordMember[],
  ofClass: readonly QualityFlag[],
): RegisterRecord['quality'] {
  return {
    ocr: read.some((s) => s.recognised),
    confidence: Math.min(1, ...read.map((s) => s.item.confidence)),
    flags: [...new Set([...ofClass, ...read.flatMap((s) => s.item.flags)])],
  };
}

/** The page of its file on which an offset of the item's text lies. */
function pageOf(item: Item, offset: number): number {
  let page = item.pages[0]?.number ?? 1;
  for (const { number, start } of item.pages) if (start <= offset) page = number;
  return page;
}

function mergeTags<Code extends string>(
  sources: readonly RecordMember[],
  tagsOf: (source: RecordMember) => readonly Tag<Code>[],
  nameOf: (code: Code) => string,
) {
  const merged = new Map<Code, { code: Code; name: string; score: number; evidence: Evidence[] }>();
  sources.forEach((source, index) => {
    for (const { code, score, evidence } of tagsOf(source)) {
      const tag = merged.get(code) ?? { code, name: nameOf(code), score: 0, evidence: [] };
      tag.score = Math.max(tag.score, score);
      tag.evidence.push(...evidence.map((span) => evidenceOf(source, index, span)));
      merged.set(code, tag);
    }
  });
  return [...merged.values()].sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

/** The principal's sum, raised by what supplements add; a repeat's reading only fills a gap. */
function amountOf(telling: readonly RecordMember[], all: readonly RecordMember[]): number | null {
  const sums = telling.map((s) => s.sealed.amount).filter((n): n is number => n !== null);
  return sums.length > 0
    ? Math.max(...sums)
    : (all.find((s) => s.sealed.amount !== null)?.sealed.amount ?? null);
}

function extreme(
  telling: readonly RecordMember[],
  all: readonly RecordMember[],
  field: 'actedFrom' | 'actedTo',
  wins: (a: string, b: string) => boolean,
): string | null {
  const days = telling.map((s) => s.sealed[field]).filter((d): d is string => d !== null);
  if (days.length > 0) return days.reduce((best, day) => (wins(day, best) ? day : best));
  return all.find((s) => s.sealed[field] !== null)?.sealed[field] ?? null;
}
