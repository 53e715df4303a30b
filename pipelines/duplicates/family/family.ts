import { createHash } from 'node:crypto';
import type { Relation } from '../../../domain/index.js';
import type { UnitForm } from '../units/index.js';
import { compare, createMemo, likeness } from '../wording/index.js';
import { sameAddressee } from './addressee.js';
import { coverOf } from './cover.js';
import { newFactsOf } from './facts.js';
import { saysSupplement } from './matter.js';
import type { FamilyMember, FamilyRelation } from './member.js';
import { alignTexts } from './readings.js';
import { reason, sharedReasons } from './reasons.js';

/** Two papers with the same text whose days lie no further apart are one letter sent to several offices. */
const copyWindowDays = 60;
/** From this share in place, of both texts, two papers carry the same text. */
const sameText = 0.8;
/** From this share of the smaller text in place, one paper may stand within the other. */
const enclosedText = 0.6;
/** How the sources of one clue relate, whatever the order in which they were filed. */
export function relateFamily(
  members: readonly FamilyMember[],
  form: UnitForm,
): {
  order: number[];
  relations: FamilyRelation[];
} {
  const signed = signingDays(members);
  const order = members.map((_, i) => i).sort((i, j) => compareReceipt(members[i]!, members[j]!, signed));
  const seen = new Map<string, Version>();
  return { order, relations: order.map((i, place) => relate(members[i]!, place, seen, form)) };
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

/**
 * The earliest day on which a letter of each receipt was signed. An archive that is taken in at once has one day of receipt:
 * the day below the letters tells which came first.
 */
function signingDays(members: readonly FamilyMember[]): Map<number, string> {
  const days = new Map<number, string>();
  for (const { order, sealed, coverage } of members)
    if (sealed.signedOn !== null && coverage !== 'cover' && !(sealed.signedOn > (days.get(order) ?? '9')))
      days.set(order, sealed.signedOn);
  return days;
}

function compareReceipt(a: FamilyMember, b: FamilyMember, signed: ReadonlyMap<number, string>): number {
  return (
    compareStrings(a.receivedOn, b.receivedOn) ||
    compareStrings(signed.get(a.order) ?? '9', signed.get(b.order) ?? '9') ||
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
function relate(
  member: FamilyMember,
  place: number,
  seen: Map<string, Version>,
  form: UnitForm,
): FamilyRelation {
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
  const digest = digestOf(member, form);
  const before = [...seen.values()];
  // A cover says nothing of the matter by itself: other papers are laid beside what it covers.
  const papers = before.filter((v) => v.first.coverage !== 'cover');
  const earlier = mostAlike(member, papers.length > 0 ? papers : before);
  seen.set(member.textHash, { first: member, place, files: new Set([member.sha256]), digest });
  if (earlier.length === 0)
    return { relation: 'first', similarity: 1, resembles: null, why: [], newFacts: [] };
  if (member.coverage === 'cover') {
    const { version, similarity } = mostLike(member, earlier);
    const why = [reason('cover'), ...sharedReasons(member, version.first, form)];
    return { relation: 'enclosed', similarity, resembles: version.place, why, newFacts: [] };
  }
  const key = [digest, ...earlier.map((e) => e.digest)].join();
  const others = earlier.map((e) => e.first);
  const known = relationsKnown(key, key.length + member.text.length, () => relateText(member, others, form));
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

function digestOf({ text, receivedOn, recognised, sealed }: FamilyMember, form: UnitForm): string {
  const accused = sealed.accused.map(({ name, organisation }) => [name, form(organisation ?? '')]);
  const facts = JSON.stringify([text, receivedOn, recognised, sealed.signedOn, sealed.mentions, accused]);
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
  form: UnitForm,
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
      ...sharedReasons(member, closest.other, form),
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

function daysBetween(from: string, to: string): number {
  return Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000;
}
