import type { FilingDecision, Item, PetitionClass, Sealed, Topics } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import {
  comparableText,
  type FamilyMember,
  foldConfusables,
  likeness,
  sameMatter,
  textHashOf,
  unitFormOf,
} from '../duplicates/index.js';

/** What filing knows of the item that it decides on. */
export interface FilingItem {
  item: Item;
  sealed: Sealed;
  topics: Topics;
  /** Of its fingerprint; computed where it is missing. */
  textHash?: string;
}

/** A stored item that shares a hash, a band or a key with the item, and the clue that it belongs to. */
export interface FilingCandidate {
  clueId: string;
  member: FamilyMember;
  /** Where the index knows it: estimate or exact; only used to look at likely candidates first. */
  jaccard?: number;
}

/** Letters and digits that a text must have to be tagged and compared. */
const leastReadableCharacters = 8;
/** Mean confidence of recognition below which a text is not trusted to say whom it accuses. */
const leastConfidence = 0.5;
/** The same for a page with damaged text. */
const leastConfidenceDamaged = 0.6;

/** A printed letter with a handwritten sheet behind it stays above this. */
const mostlyHandwritten = 0.75;

/**
 * Classes that nobody follows up: the word that accuses may be among those that were misread, so that a poor reading
 * must not settle them.
 */
const settledUnread: ReadonlySet<PetitionClass> = new Set(['suggestion', 'out-of-scope', 'no-substance']);

/** Papers that an item is laid beside at most once its matter is found among them. */
const mostCompared = 12;
/** And while it is not: of many form letters about others, the one of this accused may be a worse copy. */
const mostTried = 36;

/**
 * Where an item goes: to a person where there is no text to trust, else under the clue of the best matching
 * stored paper, else under a clue of its own. The same candidates give the same decision in any order.
 */
export function decide(
  item: FilingItem,
  candidates: readonly FilingCandidate[],
  lexicon: Pick<Lexicon, 'organisations'>,
): FilingDecision {
  const reason = reviewReason(item);
  if (reason !== null) return { kind: 'review', reason };
  const paper = {
    text: item.sealed.text,
    textHash: item.textHash ?? textHashOf(item.sealed.text),
    recognised: item.item.recognised,
    sealed: item.sealed,
    topics: item.topics,
  };
  const form = unitFormOf(lexicon);
  let best: { candidate: FilingCandidate; similarity: number; alike: number } | null = null;
  for (const [i, candidate] of worthComparing(paper, candidates).entries()) {
    if (i >= mostCompared && best !== null) break;
    const { same, similarity, jaccard } = sameMatter(paper, candidate.member, form);
    // Where a person split a supplement off, its copy holds the first letter, too: it goes with what it is a copy of.
    const alike = similarity + jaccard;
    if (same && (best === null || isBetter(alike, candidate, best.alike, best.candidate))) {
      best = { candidate, similarity, alike };
    }
  }
  return best === null
    ? { kind: 'new' }
    : { kind: 'join', clueId: best.candidate.clueId, similarity: Math.round(best.similarity * 1000) / 1000 };
}

/**
 * The candidates that can decide, likely ones first: copies of the very text make all others needless, and the
 * earliest of them speaks for all; else each clue's best one before any clue's second, those that accuse the
 * same person first.
 */
function worthComparing(
  paper: Pick<FamilyMember, 'text' | 'textHash' | 'sealed'>,
  candidates: readonly FilingCandidate[],
): FilingCandidate[] {
  const sorted = [...candidates].sort((a, b) => (isBetter(0, a, 0, b) ? -1 : 1));
  const copy = sorted.find((c) => c.member.textHash === paper.textHash);
  if (copy) return [copy];
  const versions = new Map(sorted.toReversed().map((c) => [`${c.clueId} ${c.member.textHash}`, c]));
  const distinct = sorted.filter((c) => versions.get(`${c.clueId} ${c.member.textHash}`) === c);
  if (distinct.length <= mostCompared) return distinct;
  const names = new Set(accusedOf(paper.sealed));
  const ranked = distinct
    .map((candidate) => ({
      candidate,
      named: accusedOf(candidate.member.sealed).some((name) => names.has(name)) ? 1 : 0,
      alike: likeness(paper.text, candidate.member.text),
    }))
    .sort((x, y) => y.named - x.named || y.alike - x.alike);
  const rounds = new Map<string, number>();
  return ranked
    .map(({ candidate }) => {
      const round = rounds.get(candidate.clueId) ?? 0;
      rounds.set(candidate.clueId, round + 1);
      return { candidate, round };
    })
    .sort((x, y) => x.round - y.round)
    .slice(0, mostTried)
    .map(({ candidate }) => candidate);
}

function accusedOf({ accused }: Sealed): string[] {
  return accused.flatMap(({ name }) => (name === null ? [] : [foldConfusables(name)]));
}

/** Why a person must look at an item before it is filed, or null. The reasons are keys, no text of the item. */
function reviewReason({ item, sealed, topics }: FilingItem): string | null {
  if (item.review !== null) return item.review.code;
  const characters = comparableText(sealed.text).length;
  if (item.flags.includes('handwritten') && (characters === 0 || item.confidence < mostlyHandwritten)) {
    return 'handwritten';
  }
  if (characters === 0) return item.flags.includes('unreadable_page') ? 'unreadable' : 'empty';
  if (item.flags.includes('unreadable_page') && characters < 5 * leastReadableCharacters) return 'unreadable';
  // A blank form is recorded as what it is, however few words are printed on it.
  if (characters < leastReadableCharacters && !item.flags.includes('blank_form')) return 'too-short';
  if (!item.recognised) return null;
  const least = item.flags.includes('damaged_text') ? leastConfidenceDamaged : leastConfidence;
  if (item.confidence < least) return 'low-confidence';
  // A cover settles nothing: it goes with what it covers.
  const poor = item.flags.includes('low_confidence') && !item.cover;
  return poor && settledUnread.has(topics.petitionClass) ? 'low-confidence' : null;
}

function isBetter(
  similarity: number,
  a: FilingCandidate,
  bestSimilarity: number,
  b: FilingCandidate,
): boolean {
  if (similarity !== bestSimilarity) return similarity > bestSimilarity;
  if (a.member.receivedOn !== b.member.receivedOn) return a.member.receivedOn < b.member.receivedOn;
  if (a.member.order !== b.member.order) return a.member.order < b.member.order;
  return a.clueId < b.clueId;
}
