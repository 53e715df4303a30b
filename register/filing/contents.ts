import type {
  Channel,
  Correction,
  ErrorCode,
  Fingerprint,
  Item,
  RegisterRecord,
  Sealed,
  Topics,
  TypedCard,
} from '../../domain/index.js';
import type { ReceivedBasis } from '../receipts/index.js';

/** What the pipeline made of one item. */
export interface ItemResult {
  item: Item;
  sealed: Sealed;
  topics: Topics;
  fingerprint: Fingerprint;
}

/** A source as stored: everything that comparing and assembling need, the informant masked already. */
export interface StoredSource {
  clueId: number;
  itemId: number;
  sha256: string;
  receiptId: number;
  receivedOn: string;
  file: string;
  textHash: string;
  item: Item;
  sealed: Sealed;
  topics: Topics;
  /** What a person typed of the paper: it stands for what machines read of it. */
  typed: TypedCard | null;
}

/** What people set right on the card of a clue. */
export interface KeptCorrection {
  correction: Correction;
  /** Items of the clue when it was last said whom it accuses; null where that was not kept. */
  seen: number[] | null;
}

/** A paper that waits for a person; without an item where its document failed altogether. */
export interface WaitingPaper extends Review {
  documentId: number;
  itemId: number | null;
  /** Its place in the document, from 0. */
  ordinal: number | null;
  /** By which the clerk said that it came. */
  channel: Channel | null;
}

export interface FiledReceipt {
  id: number;
  sha256: string;
  name: string;
  receivedOn: string | null;
  basis: ReceivedBasis;
  arrivedOn: string;
}

/** Why an item waits for a person. */
export interface Review {
  code: ErrorCode;
  params: Readonly<Record<string, string | number>>;
}

/** What two papers of one matter share besides their text. */
export interface LookupKey {
  kind: string;
  key: string;
}

/** A clue as derived from its sources, and these in their order, principal first. */
export interface ClueContent
  extends Pick<
    RegisterRecord,
    | 'petitionClass'
    | 'title'
    | 'summary'
    | 'receivedOn'
    | 'source'
    | 'channel'
    | 'signature'
    | 'amount'
    | 'actedFrom'
    | 'actedTo'
    | 'quality'
    | 'entities'
    | 'accused'
    | 'topics'
    | 'offences'
  > {
  links: readonly (LookupKey & { label: string })[];
  sources: readonly {
    itemId: number;
    receiptId: number;
    receivedOn: string;
    file: string;
    relation: string;
    similarity: number;
    newFacts: readonly string[];
    why: readonly string[];
    resembles: number | null;
  }[];
}
