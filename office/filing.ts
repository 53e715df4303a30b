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
import type { ClueRow, Filing, ItemResult, LookupKey, StoredSource } from '../register/index.js';
import type { Config } from './config.js';
import { dayIn } from './days.js';

/** Reasons of the pipeline for calling a person, as error codes with what to do. */
const reviewCodes: Record<string, ErrorCode> = {
  empty: 'filing.empty',
  unreadable: 'filing.unreadable',
  'too-short': 'filing.too_short',
  'low-confidence': 'filing.low_confidence',
};

/**
 * Files a document's items inside the register's transaction: a clue of its own, a further source of a clue
 * that is there, or a person's desk. What is filed already stays where it is and is only brought up to date.
 */
export async function fileItems(
  filing: Filing,
  office: { config: Config; lexicon: Lexicon },
  documentId: number,
  results: readonly ItemResult[],
): Promise<void> {
  const found = results.map((result) => ({ ...result, keys: keysOf(result, office) }));
  await filing.lock(found);
  const receipts = await filing.receiptsOf(documentId);
  for (const result of found) {
    const readable = decide(result, []);
    const review = readable.kind === 'review' ? (reviewCodes[readable.reason] ?? 'filing.unreadable') : null;
    const saved = await filing.saveItem(documentId, result, review);
    const target =
      saved.clueId ?? (review === null ? await chooseClue(filing, office, saved.itemId, result) : null);
    if (target === null) continue;
    for (const receipt of receipts) {
      const receivedOn = receipt.receivedOn ?? result.topics.statedReceivedOn ?? receipt.arrivedOn;
      const file = maskName(receipt.name, result.sealed.informant);
      await filing.addSource(target, saved.itemId, receipt.id, receivedOn, file);
    }
    const isNew = saved.clueId === null;
    await bringUpToDate(filing, office.lexicon, target, {
      action: isNew ? 'item.filed' : 'item.refiled',
      details: { item: saved.itemId, receipts: receipts.map((r) => r.id) },
    });
  }
}

async function chooseClue(
  filing: Filing,
  { config }: { config: Config },
  itemId: number,
  result: ItemResult & { keys: readonly LookupKey[] },
): Promise<number> {
  const candidates = (await filing.findCandidates(itemId, result.fingerprint, result.keys)).map((source) => ({
    clueId: String(source.clueId),
    member: memberOf(source),
  }));
  const decision = decide({ ...result, textHash: result.fingerprint.textHash }, candidates);
  if (decision.kind === 'join') return Number(decision.clueId);
  return filing.openClue(config.region, Number(dayIn(config.timeZone).slice(0, 4)));
}

/** What the item would be linked by if it were a clue of its own. */
function keysOf(result: ItemResult, { config, lexicon }: { config: Config; lexicon: Lexicon }): LookupKey[] {
  const alone = {
    sourceId: 0,
    clueId: 0,
    itemId: 0,
    receiptId: 0,
    sha256: '',
    receivedOn: dayIn(config.timeZone),
    file: '',
    textHash: result.fingerprint.textHash,
    item: result.item,
    sealed: result.sealed,
    topics: result.topics,
  };
  return linkKeys(assembleRecord([memberOf(alone)], { topicName: (code) => topicName(lexicon, code) }));
}

/** Derives the clue's record from all its sources anew. */
async function bringUpToDate(
  filing: Filing,
  lexicon: Lexicon,
  clueId: number,
  audit: { action: string; details: object },
): Promise<void> {
  const family = await filing.readFamily(clueId);
  const record = assembleRecord(family.map(memberOf), { topicName: (code) => topicName(lexicon, code) });
  const { order, sources, accused, topics, offences, entities, ...columns } = record;
  const clue: ClueRow = {
    ...columns,
    accused,
    topics,
    offences,
    entities,
    links: linkKeys(record),
    sources: sources.map(({ relation, similarity, newFacts }, i) => ({
      sourceId: family[order[i]!]!.sourceId,
      relation,
      similarity,
      newFacts,
    })),
  };
  await filing.saveClue(clueId, clue, audit);
}

function memberOf(source: StoredSource): RecordMember {
  return {
    text: source.sealed.text,
    textHash: source.textHash,
    sha256: source.sha256,
    receivedOn: source.receivedOn,
    order: source.receiptId,
    recognised: source.item.recognised,
    sealed: source.sealed,
    topics: source.topics,
    file: source.file,
    member: source.item.member,
    row: source.item.row,
    item: source.item,
  };
}
