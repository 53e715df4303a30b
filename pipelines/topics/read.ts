import {
  type Language,
  type Offence,
  offences as offenceTerms,
  type PetitionClass,
  petitionClassKeys,
  type ReceiptFacts,
  type Sealed,
  type Topics,
  type Words,
} from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import { weightsByCode } from '../weighing/index.js';
import { closedMatter } from './closed-matter.js';
import type { compileLexicon } from './compile.js';
import { layOut } from './layout.js';
import { gatherLists, type ListHits } from './lists.js';
import { lookThrough, type PaperFound } from './paper.js';
import {
  claimsOwnDebt,
  classEvidence,
  decideClass,
  disavows,
  isForeign,
  isThanks,
  keptNearOffice,
  mayAccuse,
  nothingTold,
  reportsOutright,
} from './petition-class/index.js';
import {
  mailDay,
  type Provenance,
  provenanceOf,
  recordDay,
  signatureOf,
  statedDate,
} from './provenance/index.js';
import { decideTags, signsOf } from './tags/index.js';
import { type SummaryFacts, speaksOfInformant, summaryOf, titleOf, untitled } from './telling/index.js';

const handedOverClasses = ['report', 'appeal'] as const satisfies readonly PetitionClass[];

/** The field's name of a topic, or the code itself where no pack of the lexicon knows it. */
export function topicName(lexicon: Lexicon, code: string, language: Language = 'zh'): string {
  if (!Object.hasOwn(lexicon.topics.topics, code)) return code;
  const { name, nameEn } = lexicon.topics.topics[code]!;
  return language === 'en' ? (nameEn ?? name) : name;
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
  const paper = lookThrough(sealed, words, lexicon);
  const { compiled, reading, lists } = paper;
  const own: Provenance = { text: reading.text, lists };
  const around = sealed.context === '' ? null : readAround(sealed.context, compiled);
  const { source, ownSource, channel } = provenanceOf(receipt, own, around, form.isRow, lexicon.petition);
  const sender = form.isRow ? source : ownSource;
  const handedOver = sender !== 'petition' && sender !== 'self-check' && sender !== 'media';
  const classes = lexicon['weights/classes'];
  // What another office hands over it found worth looking into.
  const possible = handedOver ? handedOverClasses : petitionClassKeys;
  const { petitionClass, mayBeReport: doubted } =
    plainClass(paper, sealed, form) ??
    settled(
      decideClass(possible, classEvidence(paper, sealed, weightsByCode(classes).knowsWord), classes),
      reading.text,
      () => reportsOutright(reading, sealed),
    );
  // A grievance may tell of a fee and an official, too: only a person tells the two apart.
  const mayBeReport = doubted || (petitionClass !== 'report' && keptNearOffice(paper));
  // What is no accusation has no topics: an appeal or a suggestion names matters that nobody is accused of.
  const closed = petitionClass === 'report' ? closedMatter(reading.text) : null;
  const kept =
    petitionClass === 'report' && closed === null ? tagsOf(paper, lexicon) : { topics: [], offences: [] };
  return {
    ...kept,
    petitionClass,
    mayBeReport,
    source,
    channel,
    signature: signatureOf(reading.text, sealed, words, sender, lists),
    ...tell(paper, { petitionClass, sealed, isSelf: source === 'self-report', closed, ...kept }, lexicon),
    statedReceivedOn: statedIn(form.isRow ? [own, around] : [around, own], form.isRow ? null : own),
  };
}

/**
 * The class of a paper that tells nothing, thanks, or charges nobody: no evidence is weighed there. Praise is booked
 * with 批评建议; where nobody is charged a person looks.
 */
function plainClass(
  paper: PaperFound,
  sealed: Sealed,
  { isBlank }: { isBlank: boolean },
): Pick<Topics, 'petitionClass' | 'mayBeReport'> | null {
  const { text } = paper.reading;
  if (isBlank || nothingTold(text)) return { petitionClass: 'no-substance', mayBeReport: false };
  if (isThanks(text, paper.lists))
    return { petitionClass: 'suggestion', mayBeReport: mayAccuse(paper, sealed) };
  if (disavows(paper)) return { petitionClass: 'no-substance', mayBeReport: true };
  return claimsOwnDebt(paper) ? { petitionClass: 'out-of-scope', mayBeReport: true } : null;
}

/**
 * What no Chinese word tells a person looks at. Whom a letter reports outright nobody would look for under 业务范围外: in
 * doubt its word counts, else a person looks.
 */
const settled = (
  decided: Pick<Topics, 'petitionClass' | 'mayBeReport'>,
  text: string,
  isReported: () => boolean,
): Pick<Topics, 'petitionClass' | 'mayBeReport'> => {
  if (decided.petitionClass !== 'report' && isForeign(text)) return { ...decided, mayBeReport: true };
  if (decided.petitionClass !== 'out-of-scope' || !isReported()) return decided;
  return decided.mayBeReport
    ? { petitionClass: 'report', mayBeReport: false }
    : { ...decided, mayBeReport: true };
};

/**
 * Title and summary of a paper of which a person said what class it is and whom it accuses: they tell nothing that
 * its card no longer says. Of a report that accuses nobody only the matter is told: its own words name somebody.
 * @param card of tags, those that the machine found and the card still has are told.
 */
export function retell(
  sealed: Sealed,
  card: Pick<Topics, 'petitionClass' | 'source'> & {
    accused: Sealed['accused'];
    topics: readonly { code: string }[];
    offences: readonly { code: Offence }[];
  },
  lexicon: Lexicon,
): Pick<Topics, 'title' | 'summary'> {
  const paper = lookThrough(sealed, null, lexicon);
  const { petitionClass, accused } = card;
  const found = petitionClass === 'report' ? tagsOf(paper, lexicon) : { topics: [], offences: [] };
  const topics = found.topics.filter(({ code }) => card.topics.some((t) => t.code === code));
  const offences = found.offences.filter(({ code }) => card.offences.some((o) => o.code === code));
  const told = tell(
    paper,
    {
      petitionClass,
      sealed: { ...sealed, accused },
      isSelf: card.source === 'self-report',
      closed: petitionClass === 'report' ? closedMatter(paper.reading.text) : null,
      topics,
      offences,
    },
    lexicon,
  );
  if (petitionClass !== 'report' || accused.length > 0) return told;
  const matters = [
    ...card.topics.map(({ code }) => topicName(lexicon, code)),
    ...card.offences.map(({ code }) => offenceTerms[code].zh),
  ];
  return { ...told, summary: `反映${matters.join('、')}问题，没有写明被反映人。` };
}

function tell(
  { reading, lists }: PaperFound,
  said: Pick<Topics, 'petitionClass' | 'topics' | 'offences'> &
    Pick<SummaryFacts, 'sealed' | 'isSelf' | 'closed'>,
  lexicon: Lexicon,
): Pick<Topics, 'title' | 'summary'> {
  const facts = {
    ...said,
    text: reading.text,
    reading,
    endings: lexicon.petition.titleEndings,
    topicName: (code: string) => topicName(lexicon, code),
  };
  const title = titleOf(facts);
  // Of a paper that tells one thing alone the title has told all.
  const isAll = said.petitionClass !== 'report' && !speaksOfInformant(title);
  const rest = (isAll && title !== untitled && title) || mattersOf(reading.text, lists);
  return { title, summary: summaryOf(facts) || rest || (isAll ? title : '') };
}

const kindOfPaper = /[书信]$|申诉人|建议/;
/** Most words by which a matter is named of which nothing else may be told. */
const mostMatters = 3;

/** Of a paper in which everything is said of its writer, what it is about, in the lexicon's words: 涉及安置房、修路等事项。 */
function mattersOf(text: string, lists: ListHits): string {
  const found = ['outOfScope.strong', 'appeal.strong', 'suggestion.strong']
    .flatMap((list) => lists.all(list))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => !kindOfPaper.test(word));
  const words = [...new Set(found)].slice(0, mostMatters);
  return words.length === 0 ? '' : `涉及${words.join('、')}等事项。`;
}

/**
 * The first day of receipt that one of the papers states: a list states its rows' own, a cover what it covers; else the
 * day at the head of the office's record; else the day on which a mail was sent, which is when it came.
 * @param record what may be such a record: no row, whose 时间 may be that of the acts.
 */
function statedIn(papers: readonly (Provenance | null)[], record: Provenance | null): string | null {
  for (const paper of papers) {
    const day = paper && statedDate(paper.text, paper.lists.all('received'));
    if (day) return day;
  }
  const recorded = record && recordDay(record);
  if (recorded) return recorded;
  return papers.flatMap((paper) => (paper && mailDay(paper.text)) ?? [])[0] ?? null;
}

/** What stands around an item says whence it comes; nothing else is read there. */
function readAround(context: string, compiled: ReturnType<typeof compileLexicon>): Provenance {
  const { text } = layOut(context);
  const force = new Float32Array(text.length + 1).fill(1);
  return { text, lists: gatherLists(compiled, compiled.matcher.find(text), force) };
}

/** Topics and suspected offences of a paper that accuses somebody. */
function tagsOf(paper: PaperFound, lexicon: Lexicon) {
  const weights = weightsByCode(lexicon['weights/topics']);
  const signs = signsOf(paper.compiled, paper, paper.findings, weights.knowsWord);
  return decideTags(paper, paper.compiled.rules, paper.findings, signs, weights);
}
