import { addCount, type Correction, type Count, compareSets } from '../../domain/index.js';
import type { ClueContent, StoredSource } from '../../register/index.js';
import { contentOf, laterAccused } from '../filing/index.js';
import type { Office } from '../open.js';
import { nameOf } from './edits.js';

/** What the machine reads, measured by what people set right. */
export interface Evaluation {
  /** Clues on which people set anything right. */
  clues: number;
  /** By what was compared: single fields count one a clue, sets their members. */
  counts: Record<string, Count>;
  misses: { clueNo: string; what: string; missing: string[]; wrong: string[] }[];
}

const singleFields = ['petitionClass', 'source', 'channel', 'signature', 'amount'] as const;

/** The card of a clue in the words of a correction. */
export function readCard(content: ClueContent): Required<Omit<Correction, 'title' | 'summary'>> {
  const { petitionClass, source, channel, signature, amount } = content;
  return {
    petitionClass,
    source,
    channel,
    signature,
    amount,
    accused: content.accused.map(({ name, organisation, position }) => ({ name, organisation, position })),
    topics: content.topics.map((t) => t.code),
    offences: content.offences.map((t) => t.code),
  };
}

/**
 * Reads every corrected clue as the machine alone would, from the papers that it has now, and compares field by
 * field with what people say; fields that nobody set right are not counted, nor what only typed papers tell. Changes
 * nothing; each clue is held while it is read.
 */
export async function evaluateCorrections(office: Pick<Office, 'register' | 'lexicon'>): Promise<Evaluation> {
  const { register, lexicon } = office;
  const clues = await register.decide((_, decisions) => decisions.corrected());
  const evaluation: Evaluation = { clues: clues.length, counts: {}, misses: [] };
  for (const { id, clueNo } of clues) {
    // One clue at a time: reading a family keeps others from filing to it, so that both belong together.
    const { kept, family } = await register.decide(async (filing) => ({
      family: await filing.readFamily(id),
      kept: await filing.readCorrection(id),
    }));
    // What a person typed no machine has read.
    const read = family.filter((s) => s.typed === null);
    if (read.length === 0) continue;
    const cardOf = (papers: readonly StoredSource[]) => {
      const content = contentOf(papers, lexicon);
      // Whom papers accuse that nobody has looked at yet is neither right nor wrong.
      const later = laterAccused(content.accused, papers, lexicon, kept);
      return readCard({ ...content, accused: content.accused.filter((a) => !later.includes(a)) });
    };
    const compared = comparisons(cardOf(read), kept.correction);
    const all = read.length < family.length ? comparisons(cardOf(family), kept.correction) : compared;
    for (const [what, sets] of Object.entries(compared)) {
      const [found, wanted] = withoutTyped(what, sets, all[what]![0]);
      if (found.length + wanted.length === 0 && sets[0].length + sets[1].length > 0) continue;
      const { count, missing, wrong } = compareSets(found, wanted);
      evaluation.counts[what] ??= { right: 0, found: 0, wanted: 0 };
      addCount(evaluation.counts[what], count);
      if (missing.length + wrong.length > 0) evaluation.misses.push({ clueNo, what, missing, wrong });
    }
  }
  return evaluation;
}

type Sets = readonly [found: readonly string[], wanted: readonly string[]];

/**
 * Leaves out what typed papers add to the card, and what they change there.
 * @param all what the card says of all papers.
 */
function withoutTyped(what: string, [found, wanted]: Sets, all: readonly string[]): Sets {
  const left = wanted.filter((value) => found.includes(value) || !all.includes(value));
  if (singleFields.some((field) => field === what)) return left.length === 0 ? [[], []] : [found, wanted];
  return [found.filter((value) => all.includes(value) || wanted.includes(value)), left];
}

function comparisons(machine: ReturnType<typeof readCard>, people: Correction): Record<string, Sets> {
  const sets: Record<string, Sets> = {};
  if (people.accused) {
    // Nobody looked at those beside one that was set right.
    const unjudged = people.accused.filter((a) => a.asItStood).map(nameOf);
    const judged = (all: Correction['accused'] = []) => all.filter((a) => !unjudged.includes(nameOf(a)));
    const [read, wanted] = [judged(machine.accused), judged(people.accused)];
    const names = (all: typeof read) => all.flatMap((a) => a.name ?? []);
    const full = (all: typeof read) =>
      all.map((a) => [a.name, a.organisation, a.position].map((part) => part ?? '—').join('／'));
    sets.accusedName = [names(read), names(wanted)];
    sets.accused = [full(read), full(wanted)];
  }
  for (const field of ['topics', 'offences'] as const) {
    const wanted = people[field];
    if (wanted) sets[field] = [machine[field], wanted];
  }
  for (const field of singleFields) {
    const wanted = people[field];
    if (wanted !== undefined) sets[field] = [[String(machine[field] ?? '—')], [String(wanted ?? '—')]];
  }
  return sets;
}
