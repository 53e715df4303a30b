import type { ErrorCode } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { decide, linkKeys, readEach } from '../../pipelines/index.js';
import type {
  FiledReceipt,
  Filing,
  ItemResult,
  LookupKey,
  Review,
  StoredSource,
} from '../../register/index.js';
import type { Config } from '../config.js';
import { dayIn } from '../days.js';
import { assemble, memberOf, saveDerived } from './deriving.js';
import { hiddenName, type Mask, maskerOf, withMaskedPlace } from './masked-names.js';

/** Reasons of the pipeline for calling a person, as error codes with what to do. */
const reviewCodes: Record<string, ErrorCode> = {
  empty: 'filing.empty',
  unreadable: 'filing.unreadable',
  handwritten: 'filing.handwritten',
  'too-short': 'filing.too_short',
  'low-confidence': 'filing.low_confidence',
};

/**
 * A clue that many rows of one list join is worked out anew when its family has grown by this share, and at the end:
 * to read and write it again for each of them would take the square of their number.
 */
const growth = 1 / 8;

export interface FilingOffice {
  config: Config;
  lexicon: Lexicon;
}

/**
 * Files a document's items inside the register's transaction: a clue of its own, a further source of a clue
 * that is there, or a person's desk. What is filed already stays where it is and is only brought up to date; what
 * an earlier reading found and this one does not is taken out of counts and lists.
 */
export async function fileItems(
  filing: Filing,
  office: FilingOffice,
  documentId: number,
  results: readonly ItemResult[],
): Promise<void> {
  // Names of files, members and sheets may name the informant of any of the document's items.
  const mask = maskerOf(
    results.flatMap(({ sealed }) => sealed.informant),
    office.lexicon,
  );
  const items = await readEach(results, undefined, (result) => {
    const review = reviewOf(result, office.lexicon);
    const placed = withMaskedPlace(result, mask, review !== null);
    return { ...placed, review, keys: keysOf(result, office) };
  });
  const receipts = await filing.begin(documentId, items);
  const filed = [];
  for (const [i, item] of items.entries()) {
    const { review } = item;
    const { member } = results[i]!.item;
    const shown = member === null ? null : mask(member);
    filed.push({ item, review, ...(await filing.saveItem(documentId, item, review, shown)) });
  }
  const classified = filed.filter(({ review }) => review?.code === 'items.classified');
  const shrunk = await filing.supersede(
    documentId,
    items.length,
    classified.map(({ itemId }) => itemId),
    classified.length > 0,
  );
  const growing = new Map<number, { size: number; waiting: number[] }>();
  // A cover joins the clue of what it covers, so it comes after it.
  for (const one of [...filed.filter((f) => !f.item.item.cover), ...filed.filter((f) => f.item.item.cover)]) {
    const { item, review, itemId } = one;
    if (classified.includes(one) || (one.clueId === null && review !== null)) continue;
    const known = one.clueId ?? companionClue(item, filed);
    const clueId = known ?? (await findClue(filing, office.lexicon, itemId, item));
    // What a person typed stands for a paper that no machine could read.
    const shown = one.typed === null && review === null ? mask : hiddenName;
    const sources = receipts.map((receipt) => ({
      ...sourceOf(receipt, item, itemId, shown),
      typed: one.typed,
    }));
    const grown = clueId === null ? undefined : growing.get(clueId);
    if (clueId !== null && one.clueId === null && grown && grown.waiting.length + 1 < grown.size * growth) {
      await filing.joinClue(clueId, sources);
      grown.waiting.push(itemId);
      one.clueId = clueId;
      continue;
    }
    const others = clueId === null ? [] : await filing.readFamily(clueId);
    const family = [...others.filter((s) => s.itemId !== itemId), ...sources];
    const action = one.clueId === null ? 'item.filed' : 'item.refiled';
    const target = clueId === null ? newClue(office) : { clueId };
    const items =
      grown && grown.waiting.length > 0 ? { items: [...grown.waiting, itemId] } : { item: itemId };
    const details = { ...items, receipts: receipts.map((r) => r.id) };
    const fresh = [...(grown?.waiting ?? []), itemId];
    one.clueId = await saveDerived(filing, office, target, family, { action, details }, fresh);
    growing.set(one.clueId, { size: family.length, waiting: [] });
  }
  for (const [clueId, { waiting }] of growing) {
    if (waiting.length === 0) continue;
    const details = { items: waiting, receipts: receipts.map((r) => r.id) };
    const audit = { action: 'item.filed', details };
    await saveDerived(filing, office, { clueId }, await filing.readFamily(clueId), audit, waiting);
  }
  for (const clueId of shrunk) {
    const family = await filing.readFamily(clueId);
    if (family.length === 0) await filing.withdrawClue(clueId);
    else {
      const audit = { action: 'item.superseded', details: { document: documentId } };
      await saveDerived(filing, office, { clueId }, family, audit, []);
      await filing.keepOpened(clueId);
    }
  }
}

/** The clue of the cover that an item lies under, or of the first item that a cover has under it. */
function companionClue(
  { item }: ItemResult,
  filed: readonly { item: ItemResult; clueId: number | null }[],
): number | null {
  const under = (cover: number) => filed.filter((f) => f.item.item.coveredBy === cover);
  if (item.cover) return under(item.ordinal).find((f) => f.clueId !== null)?.clueId ?? null;
  // Read as one item before: the clue is that of the letter, of which the cover is a source.
  if (item.coveredBy === null || under(item.coveredBy)[0]?.item.item !== item) return null;
  return filed.find((f) => f.item.item.ordinal === item.coveredBy)?.clueId ?? null;
}

function reviewOf(item: ItemResult, lexicon: Lexicon): Review | null {
  if (item.item.review !== null) return item.item.review;
  const readable = decide(item, [], lexicon);
  if (readable.kind !== 'review') return null;
  return { code: reviewCodes[readable.reason] ?? 'filing.unreadable', params: {} };
}

async function findClue(
  filing: Filing,
  lexicon: Lexicon,
  itemId: number,
  item: ItemResult & { keys: readonly LookupKey[] },
): Promise<number | null> {
  const candidates = await filing.findCandidates(itemId, item.fingerprint, item.keys);
  const decision = decide(
    { ...item, textHash: item.fingerprint.textHash },
    candidates.map((source) => ({ clueId: String(source.clueId), member: memberOf(source) })),
    lexicon,
  );
  return decision.kind === 'join' ? Number(decision.clueId) : null;
}

/** The item as it came with one receipt. */
function sourceOf(receipt: FiledReceipt, result: ItemResult, itemId: number, mask: Mask): StoredSource {
  const { item, sealed, topics, fingerprint } = result;
  return {
    clueId: 0,
    itemId,
    sha256: receipt.sha256,
    receiptId: receipt.id,
    receivedOn: receivedOf(receipt, topics),
    file: mask(receipt.name),
    textHash: fingerprint.textHash,
    item,
    sealed,
    topics,
    typed: null,
  };
}

/** The day of receipt: as the clerk or the file's name says, else the paper, else that of its arrival. */
export function receivedOf(receipt: FiledReceipt, topics: StoredSource['topics']): string {
  return receipt.receivedOn ?? topics.statedReceivedOn ?? receipt.arrivedOn;
}

/** What the item would be linked by if it were a clue of its own. */
function keysOf(result: ItemResult, office: FilingOffice): LookupKey[] {
  const receipt = {
    id: 0,
    sha256: '',
    name: '',
    receivedOn: null,
    basis: 'arrival',
    arrivedOn: today(office),
  } as const;
  return linkKeys(assemble([sourceOf(receipt, result, 0, (name) => name)], office.lexicon), office.lexicon);
}

/** Where a clue is opened: region and year of its number. */
export function newClue(office: FilingOffice): { region: string; year: number } {
  return { region: office.config.region, year: Number(today(office).slice(0, 4)) };
}

function today({ config }: FilingOffice): string {
  return dayIn(config.timeZone);
}
