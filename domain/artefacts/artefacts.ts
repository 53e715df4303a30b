import type { DocumentRuling } from '../rulings.js';
import type { Extraction, Original, ReceiptFacts } from './extraction.js';
import type { Fingerprint, Topics } from './findings.js';
import type { Entities, Item, Sealed, Words } from './items.js';
import type { Normalised, Recognition } from './recognition.js';

/** What each artefact holds; one entry an item where the artefact is an array behind `items`. */
export interface Artefacts {
  original: Original;
  receipt: ReceiptFacts;
  rulings: readonly DocumentRuling[];
  extraction: Extraction;
  recognition: Recognition[];
  normalised: Normalised;
  items: Item[];
  words: Words[];
  entities: Entities[];
  sealed: Sealed[];
  topics: Topics[];
  fingerprints: Fingerprint[];
}
export type ArtefactName = keyof Artefacts;
