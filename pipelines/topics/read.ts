import type { ReceiptFacts, Sealed, Topics, Words } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { compileLexicon } from './compile.js';
import { layOut } from './layout.js';
import { gatherLists } from './lists.js';
import type { Hit } from './matcher.js';
import { officesIn } from './offices.js';
import { classOf } from './petition-class.js';
import { findPhrases } from './phrases.js';
import { type Provenance, provenanceOf } from './provenance.js';
import { fromSource, mentionHits, scoreTags } from './scoring.js';
import { signatureOf } from './signature.js';
import { statedDate } from './stated-date.js';
import { summaryOf } from './summary.js';
import { type Cue, findZones, forceOf } from './suppression.js';
import { titleOf } from './title.js';

/** The field's name of a topic, or the code itself where no pack of the lexicon knows it. */
export function topicName(lexicon: Lexicon, code: string): string {
  return lexicon.topics.topics[code]?.name ?? code;
}

/**
 * Tells what one sealed item is about and what kind of paper it is.
 *
 * @param sealed the item with its informant masked; evidence spans are offsets into `sealed.text`
 * @param words the segmenter's words of the same text, or null: then no word boundary is asked for
 * @param receipt what the clerk said; its channel wins over the paper's own wording
 * @param form a row of a list is the paper of the office that sends the list; of a blank form nothing is said
 */
export function readTopics(
  sealed: Sealed,
  words: Words | null,
  receipt: ReceiptFacts,
  lexicon: Lexicon,
  form: { isRow: boolean; isBlank: boolean } = { isRow: false, isBlank: false },
): Topics {
  const compiled = compileLexicon(lexicon);
  const reading = layOut(sealed.text);
  const found = compiled.matcher.find(reading.text);
  const inOrder = (a: Hit, b: Hit) => a[1] - b[1] || b[2] - a[2];
  const hits = [...found, ...mentionHits(compiled, reading, sealed)].sort(inOrder);
  const said = words ? hits.filter(wholeWords(reading.offsets, words)) : hits;
  const whole = [...said, ...findPhrases(compiled, reading, said)].sort(inOrder);
  const cues = cuesOf(compiled.uses, hits);
  const persons = sealed.mentions.filter((m) => m.type === 'person').map((m) => fromSource(reading, m.start));
  const zones = findZones(
    reading,
    cues,
    persons.sort((a, b) => a - b),
  );
  const force = forceOf(reading.text.length, zones);
  const lists = gatherLists(compiled, hits, force);
  const offices = officesIn(reading, sealed, lists);
  const { deeds, told, ...tags } = scoreTags(
    reading,
    whole,
    { compiled, force, denials: denialsOf(cues) },
    lexicon.topics.weights,
    offices,
  );
  const own: Provenance = { text: reading.text, lists };
  const around = sealed.context === '' ? null : readAround(sealed.context, compiled);
  const { source, ownSource, channel } = provenanceOf(receipt, own, around, form.isRow, lexicon.petition);
  const sender = form.isRow ? source : ownSource;
  const handedOver = sender !== 'petition' && sender !== 'self-check' && sender !== 'media';
  const inField = hits.some(([word]) =>
    compiled.uses[word]!.some(
      (use) => use.kind === 'rule' && use.slot === 'needs' && compiled.rules[use.rule]!.axis === 'topic',
    ),
  );
  const petitionClass = form.isBlank
    ? 'no-substance'
    : classOf({
        reading,
        sealed,
        ...tags,
        deeds,
        told,
        lists,
        inField,
        handedOver,
        published: sender === 'media',
      });
  // What is no accusation has no topics: an appeal or a suggestion names matters that nobody is accused of.
  const kept = petitionClass === 'report' ? tags : { topics: [], offences: [] };
  const facts = {
    text: reading.text,
    petitionClass,
    reading,
    sealed,
    ...kept,
    endings: lexicon.petition.titleEndings,
    topicName: (code: string) => topicName(lexicon, code),
  };
  return {
    ...kept,
    petitionClass,
    source,
    channel,
    signature: signatureOf(reading.text, sealed, sender, lists),
    title: titleOf(facts),
    summary: summaryOf(facts),
    statedReceivedOn: statedIn(form.isRow ? [own, around] : [around, own]),
  };
}

/** The first day of receipt that one of the papers states: a list states its rows' own, a cover what it covers. */
function statedIn(papers: readonly (Provenance | null)[]): string | null {
  for (const paper of papers) {
    const day = paper && statedDate(paper.text, paper.lists.all('received'));
    if (day) return day;
  }
  return null;
}

/** What stands around an item says whence it comes; nothing else is read there. */
function readAround(context: string, compiled: ReturnType<typeof compileLexicon>): Provenance {
  const { text } = layOut(context);
  const force = new Float32Array(text.length + 1).fill(1);
  return { text, lists: gatherLists(compiled, compiled.matcher.find(text), force) };
}

/** Where a plain negation begins that begins no prohibition or rule: 没 and 不, but not 不得. */
function denialsOf(cues: readonly Cue[]): Set<number> {
  const plain = (c: Cue) => c.cue === 'negation' || c.cue === 'negationNear';
  const denials = new Set(cues.filter(plain).map((c) => c.start));
  for (const cue of cues) if (!plain(cue) && cue.cue !== 'harmless') denials.delete(cue.start);
  return denials;
}

function cuesOf(uses: ReturnType<typeof compileLexicon>['uses'], hits: readonly Hit[]): Cue[] {
  const cues: Cue[] = [];
  for (const [word, start, end] of hits)
    for (const use of uses[word]!) if (use.kind === 'cue') cues.push({ cue: use.cue, start, end });
  return cues;
}

/** Refuses a two-character hit that lies across two words, such as 回扣 in 返回|扣款. */
function wholeWords(offsets: Int32Array, words: Words): (hit: Hit) => boolean {
  const boundaries = new Set<number>([0]);
  let at = 0;
  for (const length of words.lengths) {
    at += length;
    boundaries.add(at);
  }
  return ([, start, end]) => {
    if (end - start !== 2) return true;
    const from = offsets[start]!;
    return boundaries.has(from) || boundaries.has(offsets[end - 1]! + 1);
  };
}
