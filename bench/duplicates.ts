import { writeFileSync } from 'node:fs';
import type { Item, Mention, Sealed, Topics } from '../domain/index.js';
import { loadLexicon } from '../lexicon/index.js';
import { type FamilyMember, fingerprintOf, relateFamily, unitFormOf } from '../pipelines/duplicates/index.js';
import { decide, type FilingCandidate } from '../pipelines/filing/index.js';
import { itemOf } from '../pipelines/items/index.js';
import { createPaperIndex } from '../register/lookup/index.js';
import { groupMessages, groupsToRead } from './evaluation/index.js';
import { type GeneratedLetter, generateLetters, longKinds, repeatKinds } from './letters/index.js';

const lexicon = loadLexicon();

/** What a letter looks like to filing when entities are found as far as the noise leaves them readable. */
function memberOf(letter: GeneratedLetter): FamilyMember {
  const text = maskInformant(letter);
  const mentions = letter.terms
    .filter((t) => t.end > t.start)
    .map((t): Mention => {
      const written = text.slice(t.start, t.end);
      const value = written === t.text ? t.value : null;
      return { type: t.type, text: written, value, start: t.start, end: t.end, confidence: 0.9 };
    });
  const sealed: Sealed = {
    text,
    context: '',
    mentions,
    accused: accusedOf(letter, mentions),
    signedOn: letter.signedOn,
    actedFrom: null,
    actedTo: null,
    amount: null,
    informant: [],
  };
  return {
    text,
    textHash: fingerprintOf(text).textHash,
    sha256: `${letter.relation === 'same-file' ? letter.from : letter.id}`,
    receivedOn: letter.receivedOn,
    order: letter.id,
    recognised: letter.errorRate > 0,
    sealed,
    topics: topicsOf(letter),
    file: `${letter.id}.txt`,
    member: null,
    row: null,
    coverage: null,
  };
}

/** Extraction sees each misread spelling of the accused as a person of its own. */
function accusedOf(letter: GeneratedLetter, mentions: readonly Mention[]): Sealed['accused'] {
  const truth = letter.accused[0];
  if (!truth) return [];
  const names = new Set<string>();
  letter.terms.forEach((term, i) => {
    if (term.type === 'person' && term.text === truth.name) names.add(mentions[i]?.text ?? '');
  });
  return [...names]
    .filter((name) => name.length >= 2 && name.length <= 4)
    .map((name) => ({ name, organisation: truth.organisation, position: truth.position, evidence: [] }));
}

function maskInformant({ text, informant }: GeneratedLetter): string {
  return informant
    .filter((own) => own !== '')
    .reduce((t, own) => t.replaceAll(own, '▇'.repeat(own.length)), text);
}

function topicsOf(letter: GeneratedLetter): Topics {
  return {
    topics: [],
    offences: [],
    petitionClass: letter.inScope ? 'report' : 'out-of-scope',
    source: 'petition',
    channel: letter.relation === 'enclosed' ? 'transfer' : 'letter',
    signature: 'anonymous',
    title: '',
    summary: '',
    mayBeReport: false,
    statedReceivedOn: null,
  };
}

const paperItem = (member: FamilyMember): Item =>
  itemOf(member.text, { recognised: member.recognised, confidence: 0.9 });

/** More look-alikes than this filing never looks at. */
const mostCandidates = 48;

/** A register in memory with the index of the real one. */
function createRegister() {
  const index = createPaperIndex();
  const byText = new Map<string, number>();
  const stored: FilingCandidate[] = [];
  return {
    /** Files a paper and gives its clue, how many candidates were looked at, and whether `first` was among them. */
    file(member: FamilyMember): { clueId: string; candidates: number; met: Set<string> } {
      const fingerprint = fingerprintOf({ text: member.text, accused: member.sealed.accused });
      const { textHash } = fingerprint;
      const found = new Set(index.find(fingerprint, mostCandidates).map(({ itemId }) => itemId));
      const same = byText.get(textHash);
      if (same !== undefined) found.add(same);
      const candidates = [...found].map((i) => stored[i]!);
      const decision = decide(
        { item: paperItem(member), sealed: member.sealed, topics: member.topics, textHash },
        candidates,
        lexicon,
      );
      const clueId = decision.kind === 'join' ? decision.clueId : `c${stored.length}`;
      const id = stored.push({ clueId, member }) - 1;
      if (same === undefined) byText.set(textHash, id);
      index.add(id, [...fingerprint.bands, ...fingerprint.anchors, ...fingerprint.names]);
      return { clueId, candidates: candidates.length, met: new Set(candidates.map((c) => c.clueId)) };
    },
    stored,
  };
}

export interface DuplicatesResult {
  errorRate: number;
  repeats: number;
  /** Share of repeats filed under the clue of their family's first letter. */
  recall: number;
  /** Share of joins that were right. */
  precision: number;
  /** Joins with a letter about other accused. */
  otherAccusedMerged: number;
  relationsRight: number;
  candidatesEach: number;
  milliseconds: number;
}

/** Files generated letters one by one and compares with what they are. */
function measureErrorRate(errorRate: number, count: number, seed: number): DuplicatesResult {
  const register = createRegister();
  const clueOfFamily = new Map<number, string>();
  const familyOfClue = new Map<string, { family: number; accused: string }>();
  const byFamily = new Map<number, GeneratedLetter[]>();
  let [repeats, found, joins, right, otherAccusedMerged, candidates] = [0, 0, 0, 0, 0, 0];
  let milliseconds = 0;
  for (const letter of generateLetters({
    seed,
    count,
    repeats: 0.45,
    forms: 0.15,
    errorRates: [errorRate],
    kinds: [...repeatKinds, ...longKinds],
  })) {
    const member = memberOf(letter);
    const started = performance.now();
    const filed = register.file(member);
    milliseconds += performance.now() - started;
    candidates += filed.candidates;
    const accused = letter.accused[0]?.name ?? '';
    byFamily.set(letter.family, [...(byFamily.get(letter.family) ?? []), letter]);
    if (letter.from !== null) {
      repeats++;
      if (filed.clueId === clueOfFamily.get(letter.family)) found++;
      else if (process.env.QIDI_BENCH_SHOW)
        process.stderr.write(
          `missed ${letter.relation} ${letter.id} of ${letter.from}, ${filed.met.has(clueOfFamily.get(letter.family) ?? '') ? 'met' : 'not met'}\n`,
        );
    }
    const owner = familyOfClue.get(filed.clueId);
    if (owner) {
      joins++;
      if (owner.family === letter.family) right++;
      else if (process.env.QIDI_BENCH_SHOW)
        process.stderr.write(`wrong join ${letter.id} (form of ${letter.formOf}) to ${owner.family}\n`);
      if (owner.accused !== accused) otherAccusedMerged++;
    } else {
      familyOfClue.set(filed.clueId, { family: letter.family, accused });
      if (!clueOfFamily.has(letter.family)) clueOfFamily.set(letter.family, filed.clueId);
    }
  }
  return {
    errorRate,
    repeats,
    recall: found / Math.max(repeats, 1),
    precision: right / Math.max(joins, 1),
    otherAccusedMerged,
    relationsRight: relationShare([...byFamily.values()]),
    candidatesEach: candidates / count,
    milliseconds: milliseconds / count,
  };
}

/** Share of later letters whose relation comes out as the generator meant it. */
function relationShare(families: GeneratedLetter[][]): number {
  let all = 0;
  let right = 0;
  const confusion = new Map<string, number>();
  for (const letters of families) {
    if (letters.length < 2) continue;
    const { order, relations } = relateFamily(letters.map(memberOf), unitFormOf(lexicon));
    order.forEach((index, place) => {
      if (place === 0 || letters[index]!.from === null) return;
      all++;
      const [meant, got] = [letters[index]!.relation, relations[place]!.relation];
      if (meant === got) right++;
      else confusion.set(`${meant}→${got}`, (confusion.get(`${meant}→${got}`) ?? 0) + 1);
    });
  }
  if (process.env.QIDI_BENCH_SHOW) process.stderr.write(`${JSON.stringify([...confusion])}\n`);
  return right / Math.max(all, 1);
}

/** Fingerprints a second on generated letters, and their mean length. */
function measureSpeed(count: number, seed: number): { perSecond: number; characters: number } {
  const texts = [...generateLetters({ seed, count })].map((letter) => letter.text);
  const started = performance.now();
  for (const text of texts) fingerprintOf(text);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: count / seconds, characters: texts.reduce((n, t) => n + t.length, 0) / count };
}

/**
 * `npm run bench -- duplicates [COUNT] [--seed N] [MESSAGES.jsonl [GROUPS.txt]]`: recall, precision and relations at each rate of wrong
 * characters, the cost of filing one item, the speed of fingerprints, and groups of real messages,
 * fifty of which are written out to be read.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const seedAt = argv.indexOf('--seed');
  const seed = seedAt < 0 ? 1 : Number(argv[seedAt + 1]);
  const [counted, messages, groups] = argv.filter((_, i) => seedAt < 0 || (i !== seedAt && i !== seedAt + 1));
  const count = Number(counted ?? 3000);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print('error rate  repeats  recall  precision  other accused merged  relations right  candidates  ms/item');
  for (const errorRate of [0, 0.005, 0.01, 0.03, 0.05, 0.08]) {
    const r = measureErrorRate(errorRate, count, 1000 * seed + errorRate * 1000);
    const cells = [
      `${(errorRate * 100).toFixed(1)} %`.padStart(10),
      String(r.repeats).padStart(8),
      r.recall.toFixed(4).padStart(7),
      r.precision.toFixed(4).padStart(10),
      String(r.otherAccusedMerged).padStart(21),
      r.relationsRight.toFixed(4).padStart(16),
      r.candidatesEach.toFixed(1).padStart(11),
      r.milliseconds.toFixed(2).padStart(8),
    ];
    print(cells.join(' '));
  }
  const speed = measureSpeed(count, 7);
  print(`fingerprints: ${Math.round(speed.perSecond)} items/s of ${Math.round(speed.characters)} characters`);
  if (messages) {
    const found = await groupMessages(messages, lexicon);
    const { exact, exactFound, pairs } = found;
    print(
      `messages: ${exactFound} of ${exact} exact repeats found, ${pairs.filter((p) => !p.exact).length} other pairs`,
    );
    if (groups) writeFileSync(groups, groupsToRead(found));
  }
}
