import type { CorrectedAccused, RegisterRecord } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import {
  applyCorrection,
  assembleRecord,
  isToldAnew,
  linkKeys,
  mayBeSame,
  type RecordMember,
  retell,
  topicName,
  typedReading,
} from '../../pipelines/index.js';
import type { ClueContent, Filing, KeptCorrection, StoredSource } from '../../register/index.js';
import { maskAcross, maskFromLinked, maskInLinked } from './across-papers.js';
import { maskCorrection, withoutInformants } from './typed-words.js';

const uncorrected: KeptCorrection = { correction: {}, seen: null };

/**
 * Derives the clue from all its sources and from what people set right on its card, and keeps it. Who wrote a paper of a
 * clue that is linked with it is masked in it, and the other way round.
 * @param papers all its sources.
 * @param fresh those of their items that have come or were read anew; all where that is not known.
 * @returns the clue.
 */
export async function saveDerived(
  filing: Filing,
  office: { lexicon: Lexicon },
  target: Parameters<Filing['saveClue']>[0],
  papers: readonly StoredSource[],
  audit: Parameters<Filing['saveClue']>[2],
  fresh: readonly number[] = [...new Set(papers.map((s) => s.itemId))],
): Promise<number> {
  const own = await maskAcross(filing, papers, fresh);
  const linked = fresh.length === 0 ? [] : await linkedWith(filing, office, target, own);
  const family = await maskFromLinked(filing, own, linked);
  const clueId = await saveCard(filing, office, target, family, audit);
  for (const other of await maskInLinked(filing, linked, fresh)) {
    const told = { action: 'clue.linked', details: { clue: clueId } };
    await saveDerived(filing, office, { clueId: other }, await filing.readFamily(other), told, []);
  }
  return clueId;
}

/** Papers of the clues about the same accused, and of those that people linked with it. */
async function linkedWith(
  filing: Filing,
  { lexicon }: { lexicon: Lexicon },
  target: Parameters<Filing['saveClue']>[0],
  papers: readonly StoredSource[],
): Promise<StoredSource[]> {
  const { links } = contentOf(papers, lexicon);
  const accused = links.flatMap(({ kind, key }) => (kind === 'accused' ? key : []));
  return filing.readLinked('clueId' in target ? target.clueId : null, accused);
}

/** Writes the clue as its papers and what people set right on its card give it. */
async function saveCard(
  filing: Filing,
  office: { lexicon: Lexicon },
  target: Parameters<Filing['saveClue']>[0],
  family: readonly StoredSource[],
  audit: Parameters<Filing['saveClue']>[2],
): Promise<number> {
  const kept = 'clueId' in target ? await filing.readCorrection(target.clueId) : uncorrected;
  if (Object.keys(kept.correction).length === 0 && family.every((s) => s.typed === null))
    return filing.saveClue(target, contentOf(family, office.lexicon), audit);
  // What was typed may name an informant of whom only a later paper tells.
  const informants = await filing.informantsOf([...new Set(family.map((s) => s.itemId))]);
  const masked = family.map((s) => ({
    ...s,
    typed: s.typed && withoutInformants(maskCorrection(s.typed, informants)),
  }));
  // Whoever searches, searches what is shown.
  for (const { itemId, typed } of masked) if (typed) await filing.keepMasked(itemId, typed);
  const correction = withoutInformants(maskCorrection(kept.correction, informants));
  const content = contentOf(masked, office.lexicon, { ...kept, correction });
  return filing.saveClue(target, content, audit);
}

/** The clue as its sources give it, with what a person set right. */
export function contentOf(
  family: readonly StoredSource[],
  lexicon: Lexicon,
  kept: KeptCorrection = uncorrected,
): ClueContent {
  const { order, sources, ...derived } = assemble(family, lexicon);
  const { correction } = kept;
  const corrected = applyCorrection(derived, correction, (code) => topicName(lexicon, code));
  const later = laterAccused(derived.accused, family, lexicon, kept);
  const told = isToldAnew(derived, correction) && toldAnew(family[order[0]!]!, corrected, lexicon);
  const { title, summary } = { ...corrected, ...told, ...correction };
  const record = { ...corrected, title, summary, accused: [...corrected.accused, ...later] };
  return {
    ...record,
    links: linkKeys({ ...record, sources }, lexicon),
    sources: sources.map(({ relation, similarity, resembles, why, newFacts }, i) => {
      const { itemId, receiptId, receivedOn, file } = family[order[i]!]!;
      return { itemId, receiptId, receivedOn, file, relation, similarity, resembles, why, newFacts };
    }),
  };
}

/** Title and summary of the principal paper by the card as people set it right; what a person typed of it he typed. */
function toldAnew(
  principal: StoredSource,
  card: Pick<RegisterRecord, 'petitionClass' | 'source' | 'accused' | 'topics' | 'offences'>,
  lexicon: Lexicon,
): { title: string; summary?: string } {
  const { petitionClass, accused } = card;
  if (principal.typed) {
    const typed = { ...principal.typed, petitionClass, accused };
    return { title: typedReading(typed, principal).topics.title };
  }
  const named = accused.map((a) => ({ ...a, evidence: [] }));
  return retell(principal.sealed, { ...card, accused: named }, lexicon);
}

/**
 * Whom only papers accuse that came after a person had said whom the clue accuses: of them nobody has said anything yet.
 * @param accused of all papers, as machines read them.
 */
export function laterAccused<T extends CorrectedAccused>(
  accused: readonly T[],
  family: readonly StoredSource[],
  lexicon: Lexicon,
  { correction, seen }: KeptCorrection,
): T[] {
  const before = seen && family.filter((s) => seen.includes(s.itemId));
  if (!correction.accused || !before || before.length === family.length) return [];
  const known = before.length > 0 ? assemble(before, lexicon).accused : [];
  return accused.filter((a) => ![...known, ...correction.accused!].some((k) => mayBeSame(a, k, lexicon)));
}

export function assemble(family: readonly StoredSource[], lexicon: Lexicon) {
  return assembleRecord(family.map(memberOf), lexicon);
}

export function memberOf(source: StoredSource): RecordMember {
  const { sha256, receivedOn, file, item, typed } = source;
  const { sealed, topics, textHash } = source;
  const reading = typed ? typedReading(typed, source) : { text: sealed.text, sealed, topics, textHash };
  return {
    ...reading,
    typed: typed !== null,
    sha256,
    receivedOn,
    order: source.receiptId,
    recognised: item.recognised,
    file,
    member: item.member,
    row: item.row,
    coverage: item.cover ? 'cover' : (item.coveredBy ?? null) === null ? null : 'covered',
    item,
  };
}
