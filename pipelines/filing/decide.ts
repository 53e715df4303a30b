import type { FilingDecision, Item, Sealed, Topics } from '../../domain/index.js';
import { comparableText, type FamilyMember, sameMatter, textHashOf } from '../duplicates/index.js';

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

/**
 * Where an item goes: to a person where there is no text to trust, else under the clue of the best matching
 * stored paper, else under a clue of its own. The same candidates give the same decision in any order.
 */
export function decide(item: FilingItem, candidates: readonly FilingCandidate[]): FilingDecision {
  const reason = reviewReason(item);
  if (reason !== null) return { kind: 'review', reason };
  const paper = {
    text: item.sealed.text,
    textHash: item.textHash ?? textHashOf(item.sealed.text),
    recognised: item.item.recognised,
    sealed: item.sealed,
    topics: item.topics,
  };
  let best: { candidate: FilingCandidate; similarity: number } | null = null;
  // Copies of the very text make all other comparisons needless.
  const copies = candidates.filter((c) => c.member.textHash === paper.textHash);
  for (const candidate of copies.length > 0 ? copies : candidates) {
    const { same, similarity } = sameMatter(paper, candidate.member);
    if (same && (best === null || isBetter(similarity, candidate, best.similarity, best.candidate))) {
      best = { candidate, similarity };
    }
  }
  return best === null
    ? { kind: 'new' }
    : { kind: 'join', clueId: best.candidate.clueId, similarity: Math.round(best.similarity * 1000) / 1000 };
}

/** Why a person must look at an item before it is filed, or null. The reasons are keys, no text of the item. */
function reviewReason({ item, sealed }: FilingItem): string | null {
  const characters = comparableText(sealed.text).length;
  if (characters === 0) return item.flags.includes('unreadable_page') ? 'unreadable' : 'empty';
  if (item.flags.includes('unreadable_page') && characters < 5 * leastReadableCharacters) return 'unreadable';
  if (characters < leastReadableCharacters) return 'too-short';
  if (!item.recognised) return null;
  const least = item.flags.includes('damaged_text') ? leastConfidenceDamaged : leastConfidence;
  return item.confidence < least ? 'low-confidence' : null;
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
