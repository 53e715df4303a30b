import type { ErrorCode } from '../domain/index.js';
import type { Lexicon } from '../lexicon/index.js';
import {
  assembleRecord,
  decide,
  linkKeys,
  maskName,
  type RecordMember,
  topicName,
} from '../pipelines/index.js';
import type {
  ClueContent,
  FiledReceipt,
  Filing,
  ItemResult,
  LookupKey,
  StoredSource,
} from '../register/index.js';
import type { Config } from './config.js';
import { dayIn } from './days.js';

/** Reasons of the pipeline for calling a person, as error codes with what to do. */
const reviewCodes: Record<string, ErrorCode> = {
  empty: 'filing.empty',
  unreadable: 'filing.unreadable',
  handwritten: 'filing.handwritten',
  'too-short': 'filing.too_short',
  'low-confidence': 'filing.low_confidence',
};

interface Office {
  config: Config;
  lexicon: Lexicon;
}

/**
 * Files a document's items inside the register's transaction: a clue of its own, a further source of a clue
 * that is there, or a person's desk. What is filed already stays where it is and is only brought up to date.
 */
export async function fileItems(
  filing: Filing,
  office: Office,
  documentId: number,
  results: readonly ItemResult[],
): Promise<void> {
  const items = results.map((result) => ({ ...result, keys: keysOf(result, office) }));
  const receipts = await filing.begin(documentId, items);
  for (const item of items) {
    const readable = decide(item, []);
    const review = readable.kind === 'review' ? (reviewCodes[readable.reason] ?? 'filing.unreadable') : null;
    const saved = await filing.saveItem(documentId, item, review);
    if (saved.clueId === null && review !== null) continue;
    const clueId = saved.clueId ?? (await findClue(filing, saved.itemId, item));
    const sources = receipts.map((receipt) => sourceOf(receipt, item, saved.itemId));
    const others = clueId === null ? [] : await filing.readFamily(clueId);
    const family = [...others.filter((s) => s.itemId !== saved.itemId), ...sources];
    await filing.saveClue(
      clueId === null
        ? { region: office.config.region, year: Number(today(office).slice(0, 4)) }
        : { clueId },
      contentOf(family, office.lexicon),
      {
        action: saved.clueId === null ? 'item.filed' : 'item.refiled',
        details: { item: saved.itemId, receipts: receipts.map((r) => r.id) },
      },
    );
  }
}

async function findClue(
  filing: Filing,
  itemId: number,
  item: ItemResult & { keys: readonly LookupKey[] },
): Promise<number | null> {
  const candidates = await filing.findCandidates(itemId, item.fingerprint, item.keys);
  const decision = decide(
    { ...item, textHash: item.fingerprint.textHash },
    candidates.map((source) => ({ clueId: String(source.clueId), member: memberOf(source) })),
  );
  return decision.kind === 'join' ? Number(decision.clueId) : null;
}

/** The item as it came with one receipt. */
function sourceOf(receipt: FiledReceipt, result: ItemResult, itemId: number): StoredSource {
  const { item, sealed, topics, fingerprint } = result;
  return {
    clueId: 0,
    itemId,
    sha256: receipt.sha256,
    receiptId: receipt.id,
    receivedOn: receipt.receivedOn ?? topics.statedReceivedOn ?? receipt.arrivedOn,
    file: maskName(receipt.name, sealed.informant),
    textHash: fingerprint.textHash,
    item,
    sealed,
    topics,
  };
}

/** What the item would be linked by if it were a clue of its own. */
function keysOf(result: ItemResult, office: Office): LookupKey[] {
  const receipt = {
    id: 0,
    sha256: '',
    name: '',
    receivedOn: null,
    basis: 'arrival',
    arrivedOn: today(office),
  } as const;
  return linkKeys(assemble([sourceOf(receipt, result, 0)], office.lexicon));
}

/** Derives the clue from all its sources. */
function contentOf(family: readonly StoredSource[], lexicon: Lexicon): ClueContent {
  const { order, sources, ...record } = assemble(family, lexicon);
  return {
    ...record,
    links: linkKeys(record),
    sources: sources.map(({ relation, similarity, newFacts }, i) => {
      const { itemId, receiptId, receivedOn, file } = family[order[i]!]!;
      return { itemId, receiptId, receivedOn, file, relation, similarity, newFacts };
    }),
  };
}

function assemble(family: readonly StoredSource[], lexicon: Lexicon) {
  return assembleRecord(family.map(memberOf), { topicName: (code) => topicName(lexicon, code) });
}

function memberOf(source: StoredSource): RecordMember {
  const { sealed, topics, textHash, sha256, receivedOn, file, item } = source;
  return {
    text: sealed.text,
    textHash,
    sha256,
    receivedOn,
    order: source.receiptId,
    recognised: item.recognised,
    sealed,
    topics,
    file,
    member: item.member,
    row: item.row,
    item,
  };
}

function today({ config }: Office): string {
  return dayIn(config.timeZone);
}
