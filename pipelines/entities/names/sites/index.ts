import type { Mention, Span } from '../../../../domain/index.js';
import type { Weights } from '../../../../lexicon/index.js';
import { type Evidence, likelihood, noteInto, weigh } from '../../../weighing/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import { candidatesOf } from './candidates.js';
import { seeSite } from './evidence.js';
import { readingOf, type SiteReading } from './reading.js';

export { type SiteSigns, siteSignsOf } from './signs.js';

/** A stretch that could be a name of a place, of something built or of a unit, with what speaks for and against it. */
export interface SiteCandidate extends Span {
  evidence: Evidence;
}

/** What a stretch may be, in the order of the scale's weights. */
const types = ['place', 'project', 'organisation'] as const;
type SiteType = (typeof types)[number];

interface ChosenSite extends Span {
  type: SiteType;
  /** Log-odds. */
  score: number;
}

/** Is shown every candidate of a text: what weights are learned from. */
export type WatchSites = (candidates: readonly SiteCandidate[]) => void;

/** What is known of a text before its places and projects are. */
interface Known {
  text: string;
  map: WordMap;
  dictionary: Dictionary;
  /** Stretches that the rules read as places, in the order of the text. */
  places: readonly Mention[];
  /** Units, posts, numbers and certain persons in the order of the text. */
  taken: readonly Mention[];
  /** Values of fields for a project's name. */
  titled: readonly Span[];
}

/** What is read of sites: units are those that stand where no rule read the same. */
interface Sites {
  places: Mention[];
  projects: Mention[];
  units: Mention[];
}

/** Names of places, of things built and of units: of all stretches that could be one, those for which most speaks. */
export function readSites(known: Known, watch?: WatchSites): Sites {
  const reading = readingOf(known);
  const stretches = candidatesOf(reading);
  watch?.(stretches.map((span) => ({ ...span, evidence: evidenceOf(reading, span) })));
  const { siteScale: scale } = known.dictionary;
  const chosen = choose(stretches, (span) => {
    seeSite(reading, span, scale);
    return scale.take();
  });
  const mentions = chosen.map(({ start, end, score, type }): Mention => {
    const text = known.text.slice(start, end);
    return { type, start, end, text, value: text, confidence: Math.round(likelihood(score) * 100) / 100 };
  });
  return {
    places: mentions.filter((m) => m.type === 'place').map((m) => inForce(m, known.dictionary)),
    projects: mentions.filter((m) => m.type === 'project'),
    units: mentions.filter((m) => m.type === 'organisation' && reading.unitStart.get(m.end) !== m.start),
  };
}

function evidenceOf(reading: SiteReading, span: Span): Evidence {
  const evidence: Evidence = new Map();
  seeSite(reading, span, noteInto(evidence));
  return evidence;
}

/** The choice that the reading makes, from kept evidence and by any weights. */
export const chooseSites = (
  candidates: readonly SiteCandidate[],
  { places, projects, firms }: SiteWeights,
): ChosenSite[] =>
  choose(candidates, ({ evidence }) => [
    weigh(places, evidence),
    weigh(projects, evidence),
    weigh(firms, evidence),
  ]);

/** Of stretches that overlap, the likeliest is chosen; none that is more likely no name. */
function choose<Any extends Span>(stretches: readonly Any[], oddsOf: (one: Any) => number[]): ChosenSite[] {
  const likely: ChosenSite[] = [];
  for (const stretch of stretches) {
    const odds = oddsOf(stretch);
    const score = Math.max(...odds);
    const { start, end } = stretch;
    if (score > 0) likely.push({ start, end, score, type: types[odds.indexOf(score)]! });
  }
  likely.sort((a, b) => b.score - a.score || a.start - b.start);
  const chosen: ChosenSite[] = [];
  const taken = new Uint8Array(likely.reduce((last, { end }) => Math.max(last, end), 0));
  for (const site of likely) {
    if (taken.subarray(site.start, site.end).includes(1)) continue;
    taken.fill(1, site.start, site.end);
    chosen.push(site);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** The value of a division's name is its full name in force. */
function inForce(place: Mention, { divisions }: Dictionary): Mention {
  const division = divisions.at(place.text, 0);
  return division?.end === place.text.length ? { ...place, value: division.tag } : place;
}

/** Weights of each kind of names. */
export type SiteWeights = Record<'places' | 'projects' | 'firms', Weights>;
