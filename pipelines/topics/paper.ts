import type { Sealed, Span, Words } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { type Compiled, compileLexicon } from './compile.js';
import { headingOf } from './heading.js';
import { fromSource, layOut, type Reading } from './layout.js';
import { gatherLists, type ListHits } from './lists.js';
import type { Hit } from './matcher.js';
import { officesIn } from './offices.js';
import { type Cue, findZones, forceOf } from './suppression/index.js';
import { type Finding, findByRules, findPhrases, type PaperWords } from './tags/index.js';

/** All that the lexicon finds in a paper, before anything is decided. */
export interface PaperFound extends PaperWords {
  compiled: Compiled;
  /** Every word of the lexicon, part of another word or not. */
  all: readonly Hit[];
  lists: ListHits;
  findings: readonly Finding[];
  /** Where somebody who holds an office is named, ascending. */
  offices: readonly number[];
  /** Its title and its salutation. */
  heading: readonly Span[];
  /** Where persons, units and posts are named. */
  named: readonly Span[];
}

/** @param words the segmenter's words of the same text, or null: then no word boundary is asked for */
export function lookThrough(sealed: Sealed, words: Words | null, lexicon: Lexicon): PaperFound {
  const compiled = compileLexicon(lexicon);
  const reading = layOut(sealed.text);
  const found = compiled.matcher.find(reading.text);
  const inOrder = (a: Hit, b: Hit) => a[1] - b[1] || b[2] - a[2];
  const all = [...found, ...mentionHits(compiled, reading, sealed)].sort(inOrder);
  const said = words ? all.filter(wholeWords(reading.offsets, words)) : all;
  const hits = [...said, ...findPhrases(compiled, reading, said)].sort(inOrder);
  const cues = cuesOf(compiled.uses, all);
  const persons = sealed.mentions.filter((m) => m.type === 'person').map((m) => fromSource(reading, m.start));
  const zones = findZones(
    reading,
    cues,
    persons.sort((a, b) => a - b),
  );
  const force = forceOf(reading.text.length, zones);
  const lists = gatherLists(compiled, all, force);
  const offices = officesIn(reading, sealed, lists);
  const denials = denialsOf(cues);
  const findings = findByRules(reading, hits, { compiled, force, denials }, lexicon.topics.weights, offices);
  return {
    compiled,
    reading,
    all,
    hits,
    force,
    denials,
    words,
    source: sealed.text,
    inField: speaksOfField(compiled, all),
    named: namesIn(reading, sealed),
    lists,
    findings,
    offices,
    heading: headingOf(reading.text, lexicon.petition.titleEndings),
  };
}

/** Mentions that serve rules as words (`@money`), moved into the reading's coordinates. */
function mentionHits(compiled: Compiled, reading: Reading, sealed: Sealed): Hit[] {
  const hits: Hit[] = [];
  for (const mention of sealed.mentions) {
    const word = compiled.mentionWords.get(`@${mention.type}`);
    if (word === undefined) continue;
    const start = fromSource(reading, mention.start);
    const end = fromSource(reading, mention.end);
    if (end > start) hits.push([word, start, end]);
  }
  return hits;
}

/** Where a plain negation begins that begins no prohibition or rule: 没 and 不, but not 不得. */
function denialsOf(cues: readonly Cue[]): Set<number> {
  const plain = (c: Cue) => c.cue === 'negation' || c.cue === 'negationNear';
  const denials = new Set(cues.filter(plain).map((c) => c.start));
  for (const cue of cues) if (!plain(cue) && cue.cue !== 'harmless') denials.delete(cue.start);
  return denials;
}

function cuesOf(uses: Compiled['uses'], hits: readonly Hit[]): Cue[] {
  const cues: Cue[] = [];
  for (const [word, start, end] of hits) for (const cue of uses[word]!.cues) cues.push({ cue, start, end });
  return cues;
}

/** Refuses a two-character hit that lies across two words, such as 回扣 in 返回|扣款. */
function wholeWords(offsets: Int32Array, words: Words): (hit: Hit) => boolean {
  // One more than the text is long, whatever the words say of it.
  const isBoundary = new Uint8Array(offsets.at(-1)! + 1);
  isBoundary[0] = 1;
  let at = 0;
  for (const length of words.lengths) {
    at += length;
    isBoundary[at] = 1;
  }
  return ([, start, end]) => {
    if (end - start !== 2) return true;
    const from = offsets[start]!;
    return isBoundary[from] === 1 || isBoundary[offsets[end - 1]! + 1] === 1;
  };
}

/** Whether the paper speaks of a campaign's own field, such as 人防. */
function speaksOfField({ uses, rules }: Compiled, all: readonly Hit[]): boolean {
  return all.some(([word]) =>
    uses[word]!.rules.some(
      (use) => use.kind === 'rule' && use.slot === 'needs' && rules[use.rule]!.axis === 'topic',
    ),
  );
}

function namesIn(reading: Reading, { mentions }: Sealed): Span[] {
  return mentions
    .filter(({ type }) => type === 'person' || type === 'organisation' || type === 'position')
    .map(({ start, end }) => ({ start: fromSource(reading, start), end: fromSource(reading, end) }));
}
