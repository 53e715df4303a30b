import type { Relation, Sealed, Topics } from '../../domain/index.js';
import { newFactsOf, sentencesOf } from './facts.js';
import { alignTexts } from './readings.js';
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
}

export interface FamilyRelation {
  relation: Relation;
  /** To the most similar earlier member, 0..1; 1 for the first. */
  similarity: number;
  /** What it adds to all members before it, as sentences of its text. */
  newFacts: string[];
}

/** Two papers with the same text whose days lie no further apart are one letter sent to several offices. */
export const copyWindowDays = 60;
/** From this share in place, of both texts, two papers carry the same text. */
const sameText = 0.8;
/** From this share of the smaller text, and this ratio of lengths, one paper stands within the other. */
const enclosedText = 0.75;
const enclosedRatio = 0.9;
const forwardCue =
  /转去|转来|转给你|转你[委局办县市区]|转办|转送|转交|交办|随函|现将[^。]{1,60}(?:转|移送|送)|阅处|报送办理结果|移送[^。]{0,12}(?:处理|办理)/;

/** How the sources of one clue relate, whatever the order in which they were filed. */
export function relateFamily(members: readonly FamilyMember[]): {
  order: number[];
  relations: FamilyRelation[];
} {
  const order = members.map((_, i) => i).sort((i, j) => compareReceipt(members[i]!, members[j]!));
  const sorted = order.map((i) => members[i]!);
  return { order, relations: sorted.map((member, i) => relate(member, sorted.slice(0, i))) };
}

function compareReceipt(a: FamilyMember, b: FamilyMember): number {
  return (
    compareStrings(a.receivedOn, b.receivedOn) ||
    a.order - b.order ||
    (a.row ?? 0) - (b.row ?? 0) ||
    compareStrings(a.member ?? '', b.member ?? '') ||
    compareStrings(a.sha256, b.sha256) ||
    compareStrings(a.textHash, b.textHash)
  );
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function relate(member: FamilyMember, earlier: readonly FamilyMember[]): FamilyRelation {
  if (earlier.length === 0) return { relation: 'first', similarity: 1, newFacts: [] };
  if (earlier.some((e) => e.sha256 === member.sha256 && e.textHash === member.textHash)) {
    return { relation: 'same-file', similarity: 1, newFacts: [] };
  }
  const nearest = earlier
    .map((e) => ({ e, ...closeness(member, e) }))
    .sort((x, y) => y.similarity - x.similarity)[0]!;
  const similarity = Math.round(nearest.similarity * 1000) / 1000;
  const forwarded = earlier.map((e) => forwards(member, e)).find((span) => span !== null);
  if (forwarded) {
    // Of a cover note only what stands within the enclosed letter can be news about the matter.
    const facts = newFactsOf(member, earlier).filter((fact) => forwarded.includes(fact));
    return { relation: 'enclosed', similarity, newFacts: facts };
  }
  const newFacts = newFactsOf(member, earlier);
  if (newFacts.length > 0) return { relation: 'supplement', similarity, newFacts };
  return {
    relation: nearest.both >= sameText ? sameTextRelation(member, nearest.e) : 'repeat',
    similarity,
    newFacts,
  };
}

function closeness(a: FamilyMember, b: FamilyMember): { similarity: number; both: number } {
  if (a.textHash === b.textHash) return { similarity: 1, both: 1 };
  const { coverage, a: x, b: y } = alignTexts(a.text, b.text);
  const ratio = Math.min(x.text.length, y.text.length) / Math.max(x.text.length, y.text.length, 1);
  const { jaccard, containment } = compare(a.text, b.text);
  return { similarity: Math.max(jaccard, containment), both: coverage * ratio };
}

/** The sentences of `member` that it shares with `other` where one of them forwards the other; else null. */
function forwards(member: FamilyMember, other: FamilyMember): string[] | null {
  const { a, b, to, coverage } = alignTexts(member.text, other.text);
  const [small, large] = a.text.length <= b.text.length ? [member, other] : [other, member];
  const ratio = Math.min(a.text.length, b.text.length) / Math.max(a.text.length, b.text.length, 1);
  if (coverage < enclosedText || ratio > enclosedRatio) return null;
  const covers = (paper: FamilyMember) => paper.topics.channel === 'transfer' || forwardCue.test(paper.text);
  if (!covers(large) || (covers(small) && ratio > 0.7)) return null;
  if (small === member) return sentenceTexts(member, 0, member.text.length);
  const placed = [...to.keys()].filter((i) => to[i]! >= 0);
  const [first, last] = [placed[0] ?? 0, placed.at(-1) ?? 0];
  return sentenceTexts(member, a.at[first] ?? 0, (a.at[last] ?? 0) + 1);
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

function sameTextRelation(member: FamilyMember, earlier: FamilyMember): Relation {
  const near = daysBetween(earlier.receivedOn, member.receivedOn) <= copyWindowDays;
  const signed = [earlier.sealed.signedOn, member.sealed.signedOn];
  const sameSigning = signed[0] !== null && signed[0] === signed[1];
  const otherSigning = signed[0] !== null && signed[1] !== null && signed[0] !== signed[1];
  const image = member.recognised || earlier.recognised;
  if (!sameAddressee(member.text, earlier.text, image)) return near || sameSigning ? 'copy' : 'repeat';
  if (image && (near || sameSigning)) return 'rescan';
  return near && !otherSigning ? 'copy' : 'repeat';
}

const salutation =
  /(?:^|\n)[ 　]*((?:尊敬的|敬爱的)?[^\n。，：:]{2,30}?)(?:领导|同志|负责人|办公室|委员会|[委局办室组]|先生)*[ 　]*[：:]/;

/** Whether two papers address the same office; papers without a salutation count as the same. */
function sameAddressee(a: string, b: string, noisy: boolean): boolean {
  const [x, y] = [salutation.exec(a.slice(0, 400))?.[1], salutation.exec(b.slice(0, 400))?.[1]];
  if (x === undefined || y === undefined || x === y) return true;
  const { containment } = compare(`__${x}`, `__${y}`);
  return noisy && (containment >= 0.3 || Math.abs(x.length - y.length) === 0);
}

function daysBetween(from: string, to: string): number {
  return Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000;
}
