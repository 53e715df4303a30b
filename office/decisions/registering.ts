import { PermanentError, paperName, type TypedCard } from '../../domain/index.js';
import { fingerprintOf } from '../../pipelines/index.js';
import type { FiledReceipt, Filing, ItemResult, StoredSource, WaitingPaper } from '../../register/index.js';
import { hiddenName, maskCorrection, newClue, receivedOf, saveDerived, sealCard } from '../filing/index.js';
import { type Decided, decideInOne, keep, type Opened, type Ruling, standingClue } from './decisions.js';
import { refuseInformant } from './edits.js';

/**
 * A person registers a paper that waits for one, with what they read in it: as a clue of its own, or as a further source
 * of one that is there. What was typed stands for the paper wherever it is put later, until the decision is undone.
 * @param paper the receipt's number, and the paper's place in the file (from 0) where several of it wait.
 * @param into the clue's number, or null for a new one.
 * @throws PermanentError with a `decision.…` code, or `cli.no_such_clue`; nothing has changed then.
 */
export function registerByHand(
  office: Opened,
  paper: { receiptId: number; ordinal: number | null },
  card: TypedCard,
  into: string | null,
  ruling: Ruling,
): Promise<Decided> {
  const known = office.lexicon.topics.topics;
  for (const code of card.topics ?? [])
    if (!Object.hasOwn(known, code)) throw new PermanentError('decision.unknown_topic', { code });
  return decideInOne(office, ruling, async (tools) => {
    const { filing, decisions } = tools;
    const target = into === null ? newClue(office) : { clueId: (await standingClue(decisions, into)).id };
    const waiting = await choose(filing, paper);
    const unread = waiting.itemId === null ? unreadPaper(waiting) : null;
    const receipts = await filing.begin(waiting.documentId, unread ? [{ ...unread, keys: [] }] : []);
    const itemId = unread
      ? (await filing.saveItem(waiting.documentId, unread, waiting, null)).itemId
      : waiting.itemId!;
    const { sealed, informant } = sealCard(card, [], office.lexicon);
    // How it came was said when it was received, if it was.
    const typed = maskCorrection({ ...(waiting.channel && { channel: waiting.channel }), ...sealed }, [
      ...(await filing.informantsOf([itemId])),
      ...informant,
    ]);
    await filing.keepTyped(itemId, typed, informant);
    const stored = await filing.readPaper(itemId);
    const sources = receipts.map(
      (receipt): StoredSource => ({ ...stored, clueId: 0, ...cameWith(receipt, stored) }),
    );
    const family = 'clueId' in target ? await filing.readFamily(target.clueId) : [];
    // Whoever is an informant of the clue is none of its accused; undone, the paper alone says what was typed.
    const others = await filing.informantsOf(family.map((source) => source.itemId));
    refuseInformant(maskCorrection(typed, others).accused ?? []);
    const clueId = await saveDerived(filing, office, target, [...family, ...sources], {
      actor: ruling.by,
      action: 'clue.registered',
      details: { item: itemId, receipts: receipts.map((r) => r.id) },
    });
    return keep(tools, { kind: 'register', from: clueId, to: clueId, items: [itemId], correction: typed });
  });
}

const cameWith = (receipt: FiledReceipt, { topics }: Pick<StoredSource, 'topics'>) => ({
  sha256: receipt.sha256,
  receiptId: receipt.id,
  receivedOn: receivedOf(receipt, topics),
  file: hiddenName(receipt.name),
});

/** The one paper that is meant; an item rather than its document, which may have failed at a later reading. */
async function choose(
  filing: Filing,
  { receiptId, ordinal }: { receiptId: number; ordinal: number | null },
): Promise<WaitingPaper> {
  const receipt = paperName(receiptId);
  const all = await filing.findWaiting(receiptId);
  if (all === null) throw new PermanentError('decision.no_such_receipt', { receipt });
  const items = all.filter((w) => w.itemId !== null);
  const meant =
    ordinal === null ? (items.length > 0 ? items : all) : items.filter((w) => w.ordinal === ordinal);
  const [paper] = meant;
  if (!paper) throw new PermanentError('decision.not_waiting', { paper: paperName(receiptId, ordinal) });
  if (meant.length > 1) {
    const papers = meant.map((w) => paperName(receiptId, w.ordinal)).join(' ');
    throw new PermanentError('decision.which_paper', { receipt, papers });
  }
  if (paper.code === 'items.classified') throw new PermanentError('decision.classified');
  return paper;
}

/** A file of which nothing was read, as one paper without text. */
function unreadPaper({ code, params, channel }: WaitingPaper): ItemResult {
  const nothing = { text: '', context: '', signedOn: null, actedFrom: null, actedTo: null, amount: null };
  return {
    item: {
      ordinal: 0,
      member: null,
      row: null,
      label: null,
      text: '',
      origins: [],
      pages: [{ number: 1, start: 0 }],
      context: '',
      coveredBy: null,
      cover: false,
      review: { code, params },
      recognised: false,
      scans: [],
      doubtful: [],
      informantCells: [],
      confidence: 1,
      flags: [],
    },
    sealed: { ...nothing, mentions: [], accused: [], informant: [] },
    topics: {
      topics: [],
      offences: [],
      petitionClass: 'no-substance',
      mayBeReport: false,
      source: 'petition',
      channel: channel ?? 'unknown',
      signature: 'unknown',
      title: '',
      summary: '',
      statedReceivedOn: null,
    },
    fingerprint: fingerprintOf(''),
  };
}
