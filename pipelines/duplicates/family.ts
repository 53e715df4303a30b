import { createHash } from 'node:crypto';
import type { Relation, Sealed, Topics } from '../../domain/index.js';
import { comparableText } from './comparable.js';
import { nameDifference } from './confusables.js';
import { newFactsOf, sentencesOf } from './facts.js';
import { likeness } from './likeness.js';
import { saysSupplement } from './matter.js';
import { createMemo } from './memo.js';
import { type Alignment, alignTexts, cleanNoise } from './readings.js';
import { reason, sharedReasons } from './reasons.js';
import { compare } from './shingles.js';

/** One source of a clue, as the register keeps it. */
export interface FamilyMember {
  /** The sealed text of the item. */
  text: string;
  /** Of its fingerprint. */
  textHash: string;
  /** Of the file it came in. */
  sha256: string;
  /** ISO day. */
  receivedOn: string;
  /** Sequence number of the receipt: decides between papers of one day. */
  order: number;
  /** Read from an image. */
  recognised: boolean;
  sealed: Sealed;
  topics: Topics;
  file: string;
  member: string | null;
  row: number | null;
  /** A cover that hands other items of its document on, or one of these; null for a paper by itself. */
  coverage: 'cover' | 'covered' | null;
}

export interface FamilyRelation {
  relation: Relation;
  /** To the most similar earlier member, 0..1; 1 for the first. */
  similarity: number;
  /** Which that is, by its place in `order`; null for the first. */
  resembles: number | null;
  /** Why it belongs with that one: `accused:范明志`, `text`. */
  why: string[];
  /** What it adds to all members before it, as sentences of its text. */
  newFacts: string[];
}

/** Two papers with the same text whose days lie no further apart are one letter sent to several offices. */
const copyWindowDays = 60;
/** From this share in place, of both texts, two papers carry the same text. */
const sameText = 0.8;
/** From this share of the smaller text in place, one paper may stand within the other. */
const enclosedText = 0.6;
const forwardCue =
  /转去|转来|转给你|转你[委局办县市区]|转办|转送|转交|交办|随函|现将[^。]{1,60}(?:转|移送|送)|阅处|报送办理结果|移送[^。]{0,12}(?:处理|办理)/;

/** How the sources of one clue relate, whatever the order in which they were filed. */
export function relateFamily(members: readonly FamilyMember[]): {
  order: number[];
  relations: FamilyRelation[];
} {
  const order = members.map((_, i) => i).sort((i, j) => compareReceipt(members[i]!, members[j]!));
  const seen = new Map<string, Version>();
  return { order, relations: order.map((i, place) => relate(members[i]!, place, seen)) };
}

/** One text of the family with the earliest paper that has it. */
interface Version {
  first: FamilyMember;
  /** Where that paper stands in the order. */
  place: number;
  /** Files that the text came in. */
  files: Set<string>;
  /** Of all that a relation is told from. */
  digest: string;
}

/** Earlier texts that a member is laid beside, besides the principal one: those most like it. */
const mostCompared = 12;
/** `resembles` counts the earlier texts that the member was laid beside. */
const relationsKnown = createMemo<FamilyRelation & { resembles: number }>(2_000_000);

function compareReceipt(a: FamilyMember, b: FamilyMember): number {
  return (
    compareStrings(a.receivedOn, b.receivedOn) ||
    a.order - b.order ||
    Number(a.coverage === 'cover') - Number(b.coverage === 'cover') ||
    (a.row ?? 0) - (b.row ?? 0) ||
    compareStrings(a.member ?? '', b.member ?? '') ||
    compareStrings(a.sha256, b.sha256) ||
    compareStrings(a.textHash, b.textHash)
  );
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How a member relates to the texts seen before it, to which it adds its own. */
function relate(member: FamilyMember, place: number, seen: Map<string, Version>): FamilyRelation {
  const copy = seen.get(member.textHash);
  if (copy) {
    // The very same letters and digits have no news, whatever else was received between.
    const again = copy.files.has(member.sha256);
    copy.files.add(member.sha256);
    const twin = { other: copy.first, similarity: 1, both: 1, coverage: 1, noise: 0, cover: null };
    const relation = again ? 'same-file' : asEnclosed(member, sameTextRelation(member, twin));
    const why = [reason(again ? 'bytes' : 'text'), ...circumstances(member, copy.first, relation)];
    return { relation, similarity: 1, resembles: copy.place, why, newFacts: [] };
  }
  const digest = digestOf(member);
  const before = [...seen.values()];
  // A cover says nothing of the matter by itself: other papers are laid beside what it covers.
  const papers = before.filter((v) => v.first.coverage !== 'cover');
  const earlier = mostAlike(member, papers.length > 0 ? papers : before);
  seen.set(member.textHash, { first: member, place, files: new Set([member.sha256]), digest });
  if (earlier.length === 0)
    return { relation: 'first', similarity: 1, resembles: null, why: [], newFacts: [] };
  if (member.coverage === 'cover') {
    const { version, similarity } = mostLike(member, earlier);
    const why = [reason('cover'), ...sharedReasons(member, version.first)];
    return { relation: 'enclosed', similarity, resembles: version.place, why, newFacts: [] };
  }
  const key = [digest, ...earlier.map((e) => e.digest)].join();
  const others = earlier.map((e) => e.first);
  const known = relationsKnown(key, key.length + member.text.length, () => relateText(member, others));
  const closest = earlier[known.resembles]!;
  const relation = asEnclosed(member, known.relation);
  return {
    relation,
    similarity: known.similarity,
    resembles: closest.place,
    why: [...known.why, ...circumstances(member, closest.first, relation)],
    newFacts: [...known.newFacts],
  };
}

/** What beside the text tells the rungs of one text apart. */
function circumstances(member: FamilyMember, other: FamilyMember, relation: Relation): string[] {
  const days = daysBetween(other.receivedOn, member.receivedOn);
  return [
    ...(relation === 'enclosed' ? [reason('cover')] : []),
    ...(relation === 'rescan' ? [reason('image')] : []),
    ...(days > 0 ? [reason('days', days)] : []),
  ];
}

/** A letter under a cover that says what was received before is the letter inside a 转办函, however it reads. */
function asEnclosed({ coverage }: FamilyMember, relation: Relation): Relation {
  return coverage === 'covered' && relation !== 'supplement' ? 'enclosed' : relation;
}

function mostLike(
  member: FamilyMember,
  earlier: readonly Version[],
): { version: Version; similarity: number } {
  const views = earlier.map((version) => {
    const { jaccard, containment } = compare(member.text, version.first.text);
    return { version, similarity: Math.round(Math.max(jaccard, containment) * 1000) / 1000 };
  });
  return views.reduce((best, view) => (view.similarity > best.similarity ? view : best));
}

function digestOf({ text, receivedOn, recognised, sealed }: FamilyMember): string {
  const facts = JSON.stringify([text, receivedOn, recognised, sealed.signedOn, sealed.mentions]);
  return createHash('sha256').update(facts).digest('base64');
}

/** The principal paper and those most like the member, in the order of their receipt. */
function mostAlike(member: FamilyMember, earlier: readonly Version[]): readonly Version[] {
  if (earlier.length <= mostCompared + 1) return earlier;
  const chosen = earlier
    .slice(1)
    .map((version, i) => ({ i: i + 1, alike: likeness(member.text, version.first.text) }))
    .sort((x, y) => y.alike - x.alike || x.i - y.i)
    .slice(0, mostCompared)
    .map(({ i }) => i);
  return [0, ...chosen.sort((x, y) => x - y)].map((i) => earlier[i]!);
}

/** @param earlier papers with other texts, at least one. */
function relateText(
  member: FamilyMember,
  earlier: readonly FamilyMember[],
): FamilyRelation & { resembles: number } {
  const views = earlier.map((e) => viewOf(member, e)).sort((x, y) => y.both - x.both);
  const closest = views.reduce((best, view) => (view.similarity > best.similarity ? view : best));
  const twin = views.find((v) => v.both >= sameText && v.cover === null);
  const cover = views.find((v) => v.cover !== null)?.cover;
  const answer = (relation: Relation, newFacts: string[]) => ({
    relation,
    similarity: Math.round(closest.similarity * 1000) / 1000,
    resembles: earlier.indexOf(closest.other),
    why: [
      ...(closest.coverage >= enclosedText ? [reason('wording')] : []),
      ...(twin && relation === 'copy' && !sameAddressee(member.text, twin.other.text, twin.noise)
        ? [reason('addressee')]
        : []),
      ...(relation === 'supplement' && saysSupplement(member.text) ? [reason('supplement')] : []),
      ...sharedReasons(member, closest.other),
    ],
    newFacts,
  });
  const news = newFactsOf(member, earlier);
  // Of a cover note only what stands within the enclosed letter can be news about the matter.
  if (!twin && cover)
    return answer(
      'enclosed',
      news.filter((fact) => cover.includes(fact)),
    );
  if (news.length > 0) return answer('supplement', news);
  return answer(twin ? sameTextRelation(member, twin) : 'repeat', news);
}

/** A later paper beside one earlier paper. */
interface View {
  other: FamilyMember;
  similarity: number;
  /** Share of the longer text that both have, in place. */
  both: number;
  /** Share of the shorter text that stands in the longer one. */
  coverage: number;
  noise: number;
  /** Where one of the two forwards the other: the sentences of the later one that are of the letter itself. */
  cover: string[] | null;
}

function viewOf(member: FamilyMember, other: FamilyMember): View {
  const alignment = alignTexts(member.text, other.text, member.sealed.mentions);
  const { a, b, coverage, noise } = alignment;
  const ratio = Math.min(a.text.length, b.text.length) / Math.max(a.text.length, b.text.length, 1);
  const { jaccard, containment } = compare(member.text, other.text);
  const cover = coverage < enclosedText ? null : coverOf(member, other, alignment);
  return {
    other,
    similarity: Math.max(jaccard, containment),
    both: coverage * ratio,
    coverage,
    noise,
    cover,
  };
}

/** Fewer letters and digits than this before the letter are no cover note. */
const shortestCover = 30;

/** The letter's own sentences in `member` where it is a cover note with that letter, or is the letter; else null. */
function coverOf(member: FamilyMember, other: FamilyMember, { a, b, to }: Alignment): string[] | null {
  const places = [...to.keys()].filter((i) => inRun(to, i));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  const head = member.text.slice(0, a.at[first]);
  const otherHead = other.text.slice(0, b.at[to[first]!]);
  const isCover = (text: string, length: number) => length >= shortestCover && forwardCue.test(text);
  if (isCover(head, first)) return sentenceTexts(member, a.at[first]!, a.at[last]! + 1);
  return isCover(otherHead, to[first]!) ? sentenceTexts(member, 0, member.text.length) : null;
}

/** Single aligned units far from others are chance; five in a row are the letter. */
function inRun(to: Int32Array, i: number): boolean {
  for (let k = 0; k < 5; k++) if (to[i]! < 0 || to[i + k] !== to[i]! + k) return false;
  return true;
}

function sentenceTexts(member: FamilyMember, from: number, to: number): string[] {
  return sentencesOf(member.text, member.recognised)
    .filter((s) => s.end > from && s.start < to)
    .map((s) =>
      member.text
        .slice(s.start, s.end)
        .replace(/\s*\n\s*/g, '')
        .trim(),
    );
}

function sameTextRelation(member: FamilyMember, { other, noise }: View): Relation {
  const near = daysBetween(other.receivedOn, member.receivedOn) <= copyWindowDays;
  const signed = [other.sealed.signedOn, member.sealed.signedOn];
  const sameSigning = signed[0] !== null && signed[0] === signed[1];
  const otherSigning = signed[0] !== null && signed[1] !== null && signed[0] !== signed[1];
  const image = member.recognised || other.recognised;
  if (!sameAddressee(member.text, other.text, noise)) return near || sameSigning ? 'copy' : 'repeat';
  if (image && (sameSigning || (near && !otherSigning))) return 'rescan';
  return near && !otherSigning ? 'copy' : 'repeat';
}

const salutation =
  /(?:^|\n)[ 　]{0,8}(?:尊敬的|敬爱的)?([^\n。，：:]{2,30}?)(?:领导|同志|负责人|先生){0,2}[ 　]{0,4}[：:]/;
const levels = /[省市县区州镇乡]/g;

/** Whether two papers address the same office; papers without a salutation count as the same. */
function sameAddressee(a: string, b: string, noise: number): boolean {
  const [x, y] = [addresseeOf(a), addresseeOf(b)];
  if (x === null || y === null || x === y) return true;
  if (noise <= cleanNoise) return false;
  // A recognised page may have run the title and the salutation together.
  if (beforeColon(a).endsWith(y) || beforeColon(b).endsWith(x)) return true;
  const { all, beyondConfusion } = nameDifference(x, y);
  if (beyondConfusion === 0) return all * 2 <= x.length;
  // A level of government tells two offices apart, a misread character does not.
  if (x.replace(levels, '').length !== y.replace(levels, '').length && x.length !== y.length) return false;
  return all <= Math.max(1, Math.floor(x.length / 4));
}

function beforeColon(text: string): string {
  const colon = text.slice(0, 600).search(/[：:]/);
  return comparableText(
    text.slice(0, Math.max(0, colon)).replace(/(?:领导|同志|负责人|先生){0,2}\s{0,4}$/, ''),
  );
}

function addresseeOf(text: string): string | null {
  const written = salutation.exec(text.slice(0, 600))?.[1];
  return written === undefined ? null : comparableText(written.replace(/^.{1,3}的/, ''));
}

function daysBetween(from: string, to: string): number {
  return Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000;
}
