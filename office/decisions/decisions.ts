import { type Correction, type InformantRuling, PermanentError } from '../../domain/index.js';
import { maskWords, sealWritten } from '../../pipelines/index.js';
import type { DecidedClue, Decisions, Filing, KeptDecision, NewDecision } from '../../register/index.js';
import {
  contentOf,
  isMasked,
  maskCorrection,
  newClue,
  refile,
  reseal,
  saveDerived,
  sealCard,
} from '../filing/index.js';
import type { Office } from '../open.js';
import { type AccusedEdit, asTheyStood, editAccused, maskAccused, nameOf } from './edits.js';
import { readCard } from './evaluate.js';

/** Who decides, and why. */
export interface Ruling {
  by: string;
  reason: string;
}

/** What was done: the decision's number, and from which clue to which these sources went. */
export interface Decided {
  decision: number;
  from: string;
  to: string;
  /** Ids; none for a link. */
  sources: number[];
}

export type Opened = Pick<Office, 'register' | 'lexicon' | 'config'>;
/** What a decision is taken with. */
export interface Tools {
  filing: Filing;
  decisions: Decisions;
  office: Opened;
  ruling: Ruling;
}

/**
 * All sources of one clue go to another; the first keeps its number, and comes back when the decision is undone.
 * @throws PermanentError with a `decision.…` code, or `cli.no_such_clue`; nothing has changed then.
 */
export function mergeClues(office: Opened, clueNo: string, into: string, ruling: Ruling): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const [from, to] = await twoClues(tools.decisions, clueNo, into);
    const items = await tools.decisions.itemsOf(from.id);
    return move(tools, { kind: 'merge', from: from.id, to: to.id, items });
  });
}

/**
 * The sources, with all others of the same items, go to a new clue.
 * @throws PermanentError `decision.source_elsewhere`; else as `mergeClues` does
 */
export function splitClue(
  office: Opened,
  clueNo: string,
  sources: readonly number[],
  ruling: Ruling,
): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const from = await standingClue(tools.decisions, clueNo);
    const items = await itemsOf(tools.decisions, sources, from.id);
    const family = await tools.filing.readFamily(from.id);
    if (family.every((s) => items.includes(s.itemId))) throw new PermanentError('decision.whole_clue');
    const opened = await saveDerived(
      tools.filing,
      office,
      newClue(office),
      family.filter((s) => items.includes(s.itemId)),
      { actor: ruling.by, action: 'clue.split', details: { from: from.id } },
    );
    return move(tools, { kind: 'split', from: from.id, to: opened, items });
  });
}

/**
 * One source, with all others of the same item, goes to a clue that is there.
 * @throws as `mergeClues` does
 */
export function moveSource(office: Opened, source: number, into: string, ruling: Ruling): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const to = await standingClue(tools.decisions, into);
    const [found] = await tools.decisions.findSources([source]);
    if (!found) throw new PermanentError('decision.no_such_source', { source });
    if (found.clueId === to.id) throw new PermanentError('decision.same_clue');
    const family = await tools.filing.readFamily(found.clueId);
    if (family.every((s) => s.itemId === found.itemId)) throw new PermanentError('decision.last_source');
    return move(tools, { kind: 'move', from: found.clueId, to: to.id, items: [found.itemId] });
  });
}

/**
 * A person says that two clues are linked, or that they are not, whatever is found in their papers.
 * @throws PermanentError `decision.link_stands` where that was said already and holds; else as `mergeClues` does
 */
export function judgeLink(
  office: Opened,
  verdict: 'confirm' | 'reject',
  clueNos: readonly [string, string],
  ruling: Ruling,
): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const [from, to] = await twoClues(tools.decisions, ...clueNos);
    const kind = `link-${verdict}` as const;
    const standing = await tools.decisions.verdictOn(from.id, to.id);
    if (standing?.kind === kind) throw new PermanentError('decision.link_stands', { decision: standing.id });
    return relink(tools, { kind, from: from.id, to: to.id, items: [] });
  });
}

/**
 * What a person sets right on a clue's card holds whatever machines read later, until it is undone.
 * @param restRight whether all else on the card was looked at and is right as it stands: it holds then too.
 * @param edits accused to be set right one by one: the others stay.
 * @throws PermanentError `decision.unknown_topic`, `decision.no_such_accused`, `decision.accused_there`,
 * `decision.accused_is_informant`; else as `mergeClues` does
 */
export async function correctClue(
  office: Opened,
  clueNo: string,
  correction: Correction,
  restRight: boolean,
  ruling: Ruling,
  edits: readonly AccusedEdit[] = [],
): Promise<Decided> {
  const known = office.lexicon.topics.topics;
  for (const code of correction.topics ?? [])
    if (!Object.hasOwn(known, code)) throw new PermanentError('decision.unknown_topic', { code });
  return decideInOne(office, ruling, async (tools) => {
    const { id } = await standingClue(tools.decisions, clueNo);
    const family = await tools.filing.readFamily(id);
    const kept = await tools.filing.readCorrection(id);
    // Without title and summary: those are set right by themselves.
    const standing = readCard(contentOf(family, office.lexicon, kept));
    const others = restRight ? standing.accused : asTheyStood(standing.accused, kept.correction);
    const informants = await tools.decisions.informantsOf(await tools.decisions.itemsOf(id));
    const named = maskAccused(correction, edits, informants);
    const edited = edits.length > 0 ? { accused: editAccused(others, named.edits) } : {};
    const { sealed } = sealCard(
      named.correction,
      [...standing.accused, ...named.edits.flatMap((e) => e.to ?? [])],
      office.lexicon,
    );
    const decided = { ...(restRight ? standing : {}), ...sealed, ...edited };
    const seen = [...new Set(family.map((s) => s.itemId))];
    return settle(tools, { kind: 'correct', from: id, to: id, items: [], correction: decided, seen }, [id]);
  });
}

/**
 * Takes a decision back: sources return to the clue that they came from, and with them what was filed since because it
 * is like them; a merged clue to its number. The clue that a split opened ends.
 * @throws PermanentError `decision.undo_first` where later decisions build on it; else as `mergeClues` does
 */
export function undoDecision(office: Opened, id: number, ruling: Ruling): Promise<Decided> {
  return decideInOne(office, ruling, async (tools) => {
    const { decisions, filing } = tools;
    const decided = await decisions.find(id);
    if (!decided) throw new PermanentError('decision.unknown', { decision: id });
    if (decided.kind === 'undo') throw new PermanentError('decision.is_undo', { decision: id });
    if (decided.undoneBy !== null)
      throw new PermanentError('decision.already_undone', { decision: id, by: decided.undoneBy });
    const { from, to, items } = decided;
    if (decided.kind === 'link-confirm' || decided.kind === 'link-reject')
      return relink(tools, { kind: 'undo', from, to, items, undoes: id });
    if (decided.kind === 'register') return takeBack(tools, decided);
    if (decided.kind === 'correct') return settle(tools, { kind: 'undo', from, to, items, undoes: id }, [to]);
    if (decided.kind === 'informant-reject') await refuseWhereNamed(tools, decided);
    if (decided.kind === 'informant-confirm' || decided.kind === 'informant-reject')
      return settle(tools, { kind: 'undo', from, to, items, undoes: id, about: decided.named }, [to]);
    const back =
      decided.kind === 'split' ? await decisions.itemsOf(to) : await decisions.followersOf(decided);
    const left = (await filing.readFamily(to)).filter((s) => !back.includes(s.itemId));
    const later = await decisions.buildingOn(decided, decided.kind === 'split' || left.length === 0);
    if (later.length > 0)
      throw new PermanentError('decision.undo_first', { decision: id, later: later.join(', ') });
    await decisions.place(back, from);
    return settle(tools, { kind: 'undo', from, to, items: back, undoes: id }, [from, to]);
  });
}

/**
 * Who is masked again can no longer be one of the accused, as somebody typed since.
 * @throws PermanentError `decision.undo_first`
 */
async function refuseWhereNamed({ decisions }: Tools, { id, to, named }: KeptDecision): Promise<void> {
  const again = named.map((one) => ({ ...one, spans: [] }));
  const later = (await decisions.correctionsAfter(id, to)).filter(({ correction }) =>
    correction.accused?.some((a) => isMasked(maskWords(nameOf(a) ?? '', again))),
  );
  if (later.length > 0)
    throw new PermanentError('decision.undo_first', {
      decision: id,
      later: later.map((l) => l.id).join(', '),
    });
}

/** The paper waits for a person again; a clue that has no other one ends. */
async function takeBack(tools: Tools, { id, from, to, items, ...decided }: KeptDecision): Promise<number> {
  const { decisions, filing, ruling } = tools;
  const left = (await filing.readFamily(to)).filter((s) => !items.includes(s.itemId));
  const later = await decisions.buildingOn({ id, from, to, items, ...decided }, left.length === 0);
  if (later.length > 0)
    throw new PermanentError('decision.undo_first', { decision: id, later: later.join(', ') });
  await filing.release(items);
  const undo = { kind: 'undo', from, to, items, undoes: id } as const;
  if (left.length > 0) return settle(tools, undo, [to]);
  const kept = await keep(tools, undo);
  await filing.withdrawClue(to, { into: null, actor: ruling.by });
  return kept;
}

/** Keeps what is said of a link: the papers of linked clues mask each other's writers, those of others do not. */
async function relink(tools: Tools, decision: Move): Promise<number> {
  const { filing, office, ruling } = tools;
  const id = await keep(tools, decision);
  const clues = [decision.from, decision.to];
  for (const documentId of await filing.coveredDocuments(clues)) await refile(filing, office, documentId);
  for (const clueId of clues) {
    const family = await filing.readFamily(clueId);
    const audit = { actor: ruling.by, action: 'clue.decided', details: { decision: id } };
    if (family.length > 0) await saveDerived(filing, office, { clueId }, family, audit);
  }
  return id;
}

type Move = Pick<KeptDecision, 'kind' | 'from' | 'to' | 'items'> & {
  undoes?: number;
  correction?: Correction;
  seen?: readonly number[];
  ruled?: NewDecision['ruled'];
  /** Whom it concerns: to be masked in its words, whether he is an informant or not. */
  about?: InformantRuling['named'];
};

async function move(tools: Tools, decision: Move): Promise<number> {
  await tools.decisions.place(decision.items, decision.to);
  return settle(tools, decision, [decision.to, decision.from]);
}

/** Works the clues out anew from the papers that they have now: the one that papers went to first. */
export async function settle(
  tools: Tools,
  decision: Move,
  clues: readonly [number, number?],
): Promise<number> {
  const { filing, office, ruling } = tools;
  const id = await keep(tools, decision);
  // Who is an informant of a clue is one of all its papers, also of those that have come to it now.
  const present = clues.flatMap((clueId) => clueId ?? []);
  for (const documentId of await filing.ruledDocuments(present, decision.undoes ?? id))
    await reseal(filing, office, documentId);
  for (const clueId of clues) {
    if (clueId === undefined) continue;
    const family = await filing.readFamily(clueId);
    if (family.length === 0) {
      // A clue without papers that gained none stays what it is: withdrawn, or merged into another.
      if (clueId !== clues[0]) await filing.withdrawClue(clueId, { into: clues[0], actor: ruling.by });
      continue;
    }
    const audit = { actor: ruling.by, action: 'clue.decided', details: { decision: id } };
    await saveDerived(filing, office, { clueId }, family, audit, decision.items);
    await filing.keepOpened(clueId);
  }
  // What is masked in a paper since another of its clue tells of it is so no more where they part, unless the clues are
  // linked, as their cards say now.
  if (decision.items.length > 0)
    for (const documentId of await filing.coveredDocuments(present)) await refile(filing, office, documentId);
  return id;
}

/**
 * Keeps the decision with the informants of all papers concerned masked, and whoever else the reason calls one.
 * @returns its number.
 */
export async function keep({ decisions, office, ruling }: Tools, move: Move): Promise<number> {
  const { about = [], ...decision } = move;
  const { from, to, items } = decision;
  const concerned = [...items, ...(await decisions.itemsOf(from)), ...(await decisions.itemsOf(to))];
  // A reason may name whom the letters seal, or say itself who wrote them.
  const informants = [
    ...(await decisions.informantsOf(concerned)),
    ...about.map((named) => ({ ...named, spans: [] })),
  ];
  const correction = decision.correction && maskCorrection(decision.correction, informants);
  const { lines } = sealWritten([ruling.reason], await decisions.accusedOf([from, to]), office.lexicon);
  const reason = maskWords(lines[0]!, informants);
  return decisions.keep({ ...decision, correction, actor: ruling.by, reason });
}

/** Takes one decision in one transaction, while nobody else decides or files anything. */
export async function decideInOne(
  office: Opened,
  ruling: Ruling,
  work: (tools: Tools) => Promise<number>,
): Promise<Decided> {
  const id = await office.register.decide(async (filing, decisions) => {
    await decisions.begin();
    return work({ filing, decisions, office, ruling });
  });
  // A new clue has its number only now.
  return { decision: id, ...(await office.register.families.decided(id)) };
}

/** @throws PermanentError `decision.clue_merged`, `cli.no_such_clue` */
export async function standingClue(decisions: Decisions, clueNo: string): Promise<DecidedClue> {
  const clue = await decisions.findClue(clueNo);
  if (clue?.mergedInto) throw new PermanentError('decision.clue_merged', { clueNo, into: clue.mergedInto });
  if (!clue || clue.withdrawn) throw new PermanentError('cli.no_such_clue', { clueNo });
  return clue;
}

async function twoClues(decisions: Decisions, a: string, b: string): Promise<[DecidedClue, DecidedClue]> {
  const clues: [DecidedClue, DecidedClue] = [
    await standingClue(decisions, a),
    await standingClue(decisions, b),
  ];
  if (clues[0].id === clues[1].id) throw new PermanentError('decision.same_clue');
  return clues;
}

async function itemsOf(decisions: Decisions, sources: readonly number[], clueId: number): Promise<number[]> {
  const found = await decisions.findSources(sources);
  for (const source of sources) {
    const at = found.find((f) => f.id === source);
    if (!at) throw new PermanentError('decision.no_such_source', { source });
    if (at.clueId !== clueId)
      throw new PermanentError('decision.source_elsewhere', { source, clueNo: at.clueNo });
  }
  return [...new Set(found.map((f) => f.itemId))];
}
