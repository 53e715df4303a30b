import type { Mention, Sealed, Topics } from '../../../domain/index.js';
import type { UnitForm } from '../units/index.js';
import {
  comparableText,
  compare,
  isFullName,
  nameDifference,
  shortestComparable,
  textHashOf,
} from '../wording/index.js';
import { accusedNames, areNamesakes, shareFacts, unitReadsAlike } from './namesakes.js';
import {
  type Alignment,
  alignTexts,
  cleanNoise,
  placeIn,
  type Reading,
  readPlace,
  readTerm,
  turnRound,
} from './readings.js';

/** What the decision reads of a paper. */
export interface MatterText {
  text: string;
  /** Of `fingerprintOf(text)`; spares its computation. */
  textHash?: string;
  /** Read from an image: some characters are wrong. */
  recognised: boolean;
  sealed: Pick<Sealed, 'mentions' | 'accused'> & Partial<Pick<Sealed, 'signedOn'>>;
  topics?: Pick<Topics, 'channel'>;
}

export interface MatterDecision {
  same: boolean;
  /** 0..1: shared 3-grams of the smaller text, or of both, whichever is higher and sure. */
  similarity: number;
  /** Share of all 3-grams of both: tells a copy from a paper that holds the text and more. */
  jaccard: number;
  /** `same-text`, `same-accused`, `other-accused`, `other-project`, `other-sums`, `other-unit`, `other-persons`, `little-in-common`, … */
  reasons: string[];
}

/** Share of the shorter text that must stand in the longer one for the same matter with the same accused. */
const sharedTextWithAccused = 0.55;
/** The same where no accused is named in either paper. */
const sharedTextWithoutAccused = 0.8;
/** From this ratio of their lengths down, one paper is much longer than the other. */
const muchLonger = 0.5;
/** Below this the two texts are not even laid side by side. */
const leastContainment = 0.25;
const supplementCue =
  /(?:补充|继续|再次|第[二三四五2345]次|多次|上次|此前|前次)(?:向[^，。；]{1,16})?(?:反映|举报|控告|检举|材料|说明)/;

/**
 * Decides whether two papers report the same matter: by the text, and by whom, which projects and which sums
 * it names. Form letters share nearly all their text, so another accused or another project makes another
 * clue whatever the similarity; errors of recognition in a name or a sum do not. So does the same name in another
 * unit, unless facts beside it say that somebody changed his post.
 */
export function sameMatter(a: MatterText, b: MatterText, form: UnitForm): MatterDecision {
  const hashA = a.textHash ?? textHashOf(a.text);
  const hashB = b.textHash ?? textHashOf(b.text);
  const long = comparableText(a.text).length >= shortestComparable;
  if (hashA === hashB)
    return {
      same: long,
      similarity: long ? 1 : 0,
      jaccard: 1,
      reasons: [long ? 'same-text' : 'too-short'],
    };
  const { jaccard, containment } = compare(a.text, b.text);
  const similarity = Math.max(jaccard, containment);
  if (containment < leastContainment) {
    return statedSupplement(a, b)
      ? { same: true, similarity, jaccard, reasons: ['stated-supplement', 'same-accused'] }
      : { same: false, similarity, jaccard, reasons: ['little-in-common'] };
  }
  const [alignment, back] = bothWays(a, b);
  const reasons: string[] = [];
  const accused = accusedReading(a, b, alignment, back, form);
  if (accused === 'other') return { same: false, similarity, jaccard, reasons: ['other-accused'] };
  if (accused === 'same' || accused === 'close') reasons.push('same-accused');
  const project = termsReading(a, b, alignment, back, projectTerms, false);
  if (project === 'other')
    return { same: false, similarity, jaccard, reasons: [...reasons, 'other-project'] };
  if (project === 'same' || project === 'close') reasons.push('same-project');
  if (otherSums(a, b, alignment) && otherSums(b, a, back)) {
    return { same: false, similarity, jaccard, reasons: [...reasons, 'other-sums'] };
  }
  const coverage = Math.max(alignment.coverage, back.coverage);
  const named = accused === 'same' || accused === 'close';
  if (!named && termsReading(a, b, alignment, back, unitTerms, false) === 'other') {
    return { same: false, similarity, jaccard, reasons: [...reasons, 'other-unit'] };
  }
  // A cover note without its letter accuses nobody by itself, but is about somebody.
  if (!named && termsReading(a, b, alignment, back, personTerms, true) === 'other') {
    return { same: false, similarity, jaccard, reasons: [...reasons, 'other-persons'] };
  }
  // A long paper may quote a form of words that is in many letters: without a name, a project or a sum in common
  // it is not known to be about the same matter.
  if (!named && reasons.length === 0 && lengthRatio(a, b) < muchLonger && !shareSum(a, b))
    return { same: false, similarity, jaccard, reasons: ['little-in-common'] };
  const needed = named ? sharedTextWithAccused : sharedTextWithoutAccused;
  if (coverage >= needed) return { same: true, similarity, jaccard, reasons: [...reasons, 'same-wording'] };
  if (statedSupplement(a, b))
    return { same: true, similarity, jaccard, reasons: [...reasons, 'stated-supplement'] };
  return { same: false, similarity, jaccard, reasons: [...reasons, 'little-in-common'] };
}

function lengthRatio(a: MatterText, b: MatterText): number {
  return Math.min(a.text.length, b.text.length) / Math.max(a.text.length, b.text.length, 1);
}

function shareSum(a: MatterText, b: MatterText): boolean {
  const sums = (paper: MatterText) =>
    paper.sealed.mentions.flatMap((m) => (m.type === 'money' && m.value !== null ? [m.value] : []));
  const inA = new Set(sums(a));
  return sums(b).some((sum) => inA.has(sum));
}

/** The texts side by side, seen from each; both count the errors of the worse view. */
function bothWays(a: MatterText, b: MatterText): [Alignment, Alignment] {
  const forth = alignTexts(a.text, b.text, a.sealed.mentions);
  const back = turnRound(forth, b.sealed.mentions);
  const noise = Math.max(forth.noise, back.noise);
  return [
    { ...forth, noise },
    { ...back, noise },
  ];
}

/**
 * `same`: an accused of one paper is named in the other. `other`: both name theirs, or one names somebody
 * whose place in the other text holds another name, or the one name that both accuse is two persons'. `gone`: nobody
 * is named.
 */
function accusedReading(
  a: MatterText,
  b: MatterText,
  forth: Alignment,
  back: Alignment,
  form: UnitForm,
): Reading {
  const inA = accusedNames(a);
  const inB = accusedNames(b);
  const readInB = inA.map((name) => readTerm(forth, name, true));
  const readInA = inB.map((name) => readTerm(back, name, true));
  const known = (r: Reading) => r === 'same' || r === 'close';
  const shared = inB.filter((name) => inA.includes(name));
  if (shared.length > 0) {
    const [only] = shared;
    const isNamesake =
      shared.length === 1 &&
      areNamesakes(only!, a, b, form) &&
      !unitReadsAlike(only!, a, forth) &&
      !unitReadsAlike(only!, b, back);
    if (isNamesake && !shareFacts(only!, a, b, isGenericProject)) return 'other';
    // The same deputies under other chiefs: who stands first in each is not in the other at all.
    const strange = (name: string, others: readonly string[], reading: Reading | undefined) =>
      !others.includes(name) && !(reading !== undefined && known(reading));
    const apart =
      strange(inA[0]!, inB, readInB[0]) &&
      strange(inB[0]!, inA, readInA[0]) &&
      !onceMisread(inA, inB, forth) &&
      !onceMisread(inB, inA, back);
    return apart ? 'other' : 'same';
  }
  if (inA.length > 0 && inB.length > 0) {
    // Each names an accused of its own: the same paper only if each has the other's name, too.
    if (readInB.some(known) && readInA.some(known)) return 'close';
    return onceMisread(inA, inB, forth) || onceMisread(inB, inA, back) ? 'close' : 'other';
  }
  const readings = [...readInB, ...readInA];
  if (readings.some(known)) return 'same';
  return readings.includes('other') ? 'other' : 'gone';
}

/** Whether a name of the other text differs by one unit from one of this text that it also spells rightly. */
function onceMisread(names: readonly string[], others: readonly string[], { b, noise }: Alignment): boolean {
  if (noise <= cleanNoise) return false;
  return names.some((name) => b.text.includes(name) && others.some((o) => nameDifference(name, o).all === 1));
}

type Terms = (paper: MatterText) => string[];
const mentionsOf = (paper: MatterText, type: Mention['type']) =>
  paper.sealed.mentions.filter((m) => m.type === type).map((m) => m.text);
const genericProject =
  /^(?:本|该|此|上述)?(?:人防|防空地下室|地下室|结建|易地建设|住宅|商住|小区|建设|开发)*(?:项目|工程|小区|楼盘|地块)?$/;
/** 防空地下室项目 says what kind of project it is, not which. */
export function isGenericProject(project: string): boolean {
  return genericProject.test(project);
}

const projectTerms: Terms = (paper) => mentionsOf(paper, 'project').filter((p) => !isGenericProject(p));
const personTerms: Terms = (paper) => [...new Set(mentionsOf(paper, 'person').filter(isFullName))];
/** Units and places but the addressee: a letter sent to several offices names each of them once. */
const unitTerms: Terms = (paper) => {
  const first = paper.text.search(/[：:。]/);
  return [
    ...new Set(
      paper.sealed.mentions
        .filter((m) => (m.type === 'organisation' || m.type === 'place') && m.start > first)
        .map((m) => m.text),
    ),
  ];
};

/** `other` only where both papers have such terms and none of either reads alike in the other one. */
function termsReading(
  a: MatterText,
  b: MatterText,
  forth: Alignment,
  back: Alignment,
  terms: Terms,
  strict: boolean,
): Reading {
  const inA = terms(a);
  const inB = terms(b);
  const readings = [
    ...inA.map((t) => readTerm(forth, t, strict)),
    ...inB.map((t) => readTerm(back, t, strict)),
  ];
  if (readings.includes('same')) return 'same';
  const count = (wanted: Reading) => readings.filter((r) => r === wanted).length;
  if (count('close') > 0 && count('close') >= count('other')) return 'close';
  return count('other') > 0 && inA.length > 0 && inB.length > 0 ? 'other' : 'gone';
}

/** From this share of the sums that both papers have in one place, other sums make another matter. */
const otherSumsShare = 0.6;

/**
 * Whether the other paper has other sums in the places of this one's. One digit that recognition may have
 * misread is no other sum, unless the texts around are free of errors; nor is the same sum in other numerals.
 */
function otherSums(paper: MatterText, other: MatterText, alignment: Alignment): boolean {
  const clean = alignment.noise <= cleanNoise;
  let placed = 0;
  let differing = 0;
  for (const mention of paper.sealed.mentions) {
    if (mention.type !== 'money') continue;
    const reading = readPlace(alignment, mention);
    if (reading === 'gone') continue;
    placed++;
    const differs = reading === 'other' || (reading === 'close' && clean);
    if (differs && !hasValueInPlace(mention, other, alignment)) differing++;
  }
  return placed > 0 && differing >= otherSumsShare * placed;
}

/** Whether the other paper has a sum of this value in the place of this one: 一百一十二万元 for 112万元. */
function hasValueInPlace(sum: Mention, other: MatterText, alignment: Alignment): boolean {
  const place = placeIn(alignment, sum);
  return other.sealed.mentions.some(
    (m) =>
      m.type === 'money' &&
      m.value !== null &&
      m.value === sum.value &&
      place !== null &&
      m.start < place.end &&
      place.start < m.end,
  );
}

/** Whether a paper says that it adds to an earlier one. */
export function saysSupplement(text: string): boolean {
  return supplementCue.test(text);
}

/** A paper that says it adds to an earlier one, about the same accused and a project, company or code of it. */
function statedSupplement(a: MatterText, b: MatterText): boolean {
  if (!saysSupplement(a.text) && !saysSupplement(b.text)) return false;
  const names = new Set(accusedNames(a));
  if (!accusedNames(b).some((name) => names.has(name))) return false;
  const facts = new Set([...projectTerms(a), ...companies(a)]);
  return [...projectTerms(b), ...companies(b)].some((fact) => facts.has(fact));
}

const companies: Terms = (paper) => [
  ...mentionsOf(paper, 'organisation').filter((o) => o.length > 5 && /(?:公司|集团|厂)$/.test(o)),
  ...mentionsOf(paper, 'credit-code'),
];
