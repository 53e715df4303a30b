import type { InformantField, Span } from '../../../../../domain/index.js';
import type { Weights } from '../../../../../lexicon/index.js';
import { type Evidence, weigh } from '../../../../weighing/index.js';
import { firstFrom, type PersonMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { isSelfReport } from '../../self-report.js';
import { reachingOver } from '../../within.js';
import { accusedInFields, handlersInFields } from '../in-fields.js';
import { accusedAnnounced, accusedInTitle, accusedOutright, blamedByOffice } from '../in-headings.js';
import { laterHolding, laterPost } from '../later-posts.js';
import { toldOf } from '../told-of.js';
import { compareSuspects } from './comparing.js';
import { seeDeeds } from './deeds.js';
import { seeMisdeeds } from './misdeeds.js';
import { hasOtherPart } from './other-parts.js';
import { rowOf, sceneOf, see } from './scenes.js';
import { seeSparing } from './sparing.js';
import { seeStanding } from './standing.js';
import { seeStretches } from './stretches.js';
import { seeTelling } from './telling.js';
import { seeWords } from './words.js';

/** A person who may be accused, with all that the paper says of him. */
export interface Suspect {
  name: string;
  mentions: PersonMention[];
  /** Where he is shown in an act, given something, or named as the accused. */
  places: Span[];
  /** Names of those with whom he stands in one row, of which the paper tells one thing. */
  row: Set<string>;
  evidence: Evidence;
}

/**
 * Everybody whom the paper names, each with the evidence of his part in it; but not the informant, whom the paper
 * is addressed to, whom a form's field gives another part, and whom the writer says that he means not.
 */
export function suspectsOf(
  reading: Reading,
  informant: readonly InformantField[],
  spared: ReadonlySet<string>,
): Suspect[] {
  const barred = new Set([...spared, ...informant.flatMap((f) => (f.kind === 'name' ? [f.value] : []))]);
  const signedOver = reachingOver(informant.filter((f) => f.kind === 'name').flatMap((f) => f.spans));
  for (const person of reading.names.persons)
    if (!signedOver(person).next().done || hasOtherPart(reading, person)) barred.add(String(person.value));
  const clusters = new Map<string, PersonMention[]>();
  for (const person of reading.names.persons) {
    const name = String(person.value);
    if (barred.has(name)) continue;
    const cluster = clusters.get(name);
    if (cluster) cluster.push(person);
    else clusters.set(name, [person]);
  }
  const speaker = isSelfReport(reading) ? speakerOf(reading) : null;
  const heads = {
    'in field': accusedInFields(reading),
    handler: reading.official ? [] : handlersInFields(reading),
    speaker: speaker === null ? [] : [speaker],
    'in title': accusedInTitle(reading),
    announced: accusedAnnounced(reading),
    'set apart': accusedOutright(reading),
    'blamed by office': blamedByOffice(reading),
  };
  const suspects = new Map(
    [...clusters].map(([name, mentions]): [string, Suspect] => [
      name,
      { name, mentions, places: [], row: new Set(), evidence: new Map() },
    ]),
  );
  for (const [head, persons] of Object.entries(heads)) {
    if (persons.length === 0) continue;
    for (const { evidence } of suspects.values()) see(evidence, `beside ${head}`);
    for (const { value, start, end } of persons) {
      const suspect = suspects.get(String(value));
      suspect?.places.push({ start, end });
      suspect?.evidence.delete(`beside ${head}`);
      suspect?.evidence.set(head, 1);
    }
  }
  const told = toldSurnames(reading);
  for (const suspect of suspects.values()) {
    if (told.has(suspect.mentions[0]!.surname)) see(suspect.evidence, 'office');
    seeMentions(suspect, reading);
  }
  joinRows(suspects, reading);
  compareSuspects([...suspects.values()], reading);
  return [...suspects.values()];
}

/** More posts than this are in no paper about somebody; they cost time. */
const mostPosts = 100;

/** 海是县人防办的副主任: surnames of which a clause tells a public post. */
function toldSurnames({ text, names }: Reading): Set<string> {
  const told = new Set<string>();
  for (const { kind, start } of names.positions.slice(0, mostPosts)) {
    const surname = kind === 'public' ? toldOf(text, start) : null;
    if (surname !== null) told.add(surname);
  }
  return told;
}

/** Those of one row belong together as far as they hold office: 主任匡国栋、副主任訾红卫 in one sentence. */
function joinRows(suspects: ReadonlyMap<string, Suspect>, reading: Reading): void {
  const { persons } = reading.names;
  for (const person of persons) {
    const { end } = rowOf(reading, person);
    for (let i = firstFrom(persons, person.end); i < persons.length && persons[i]!.end <= end; i++) {
      const [one, other] = [person, persons[i]!].map(({ value }) => suspects.get(String(value)));
      // 姓木的、姓林的: whoever is called so is only counted.
      if (one === undefined || other === undefined || person.form === 'spoken') continue;
      if (!one.evidence.has('office') || !other.evidence.has('office')) continue;
      one.row.add(other.name);
      other.row.add(one.name);
    }
  }
}

function seeMentions({ mentions, evidence, places }: Suspect, reading: Reading): void {
  const { text, names, dictionary, closing } = reading;
  if ((laterPost(text, mentions, names) ?? laterHolding(text, mentions, names, dictionary)) !== null)
    see(evidence, 'office');
  const told = mentions.filter((mention) => !closing.covers(mention));
  seeStretches(evidence, reading, told);
  for (const mention of told) {
    const scene = sceneOf(reading, mention);
    seeStanding(evidence, reading, scene);
    seeSparing(evidence, reading, scene);
    seeTelling(evidence, reading, scene);
    seeMisdeeds(evidence, reading, scene);
    seeWords(evidence, reading, scene);
    if (seeDeeds(evidence, reading, scene)) places.push({ start: mention.start, end: mention.end });
  }
}

/** Evidence that decides by itself: the field of a form, one's own confession, 我要反映的是钱某收了…. */
const certain = ['in field', 'speaker', 'set apart'] as const;
/** An officer shown in a misdeed is accused, however late and briefly he is named, unless the paper spares him. */
const doesWrong = (evidence: Evidence): boolean =>
  evidence.has('misdeed') &&
  (evidence.has('office') || evidence.has('other post')) &&
  !['spared', 'vouched for', 'business', 'relative', 'confesses'].some((what) => evidence.has(what));
const leastForWrong = 0.5;

/** Log-odds above which somebody is accused where nobody is so more likely than not: a report is about somebody. */
const leastAlone = -2;
/** The same for somebody in one row with an accused: what is told of one is told of all. */
const leastInRow = -2;

/**
 * Those of whom the evidence says more likely than not that the paper accuses them, or else the likeliest; none for
 * whom the writer vouches (替一个人说句公道话：…). Whether a paper accuses anybody at all its class will tell.
 */
export function chooseSuspects<
  Any extends Pick<Suspect, 'name' | 'evidence'> & Partial<Pick<Suspect, 'row'>>,
>(suspects: readonly Any[], weights: Weights): Any[] {
  const chances = suspects.map(({ evidence }) => {
    if (certain.some((what) => evidence.has(what))) return Number.POSITIVE_INFINITY;
    if (doesWrong(evidence)) return Math.max(leastForWrong, weigh(weights, evidence));
    return evidence.has('vouched for') ? Number.NEGATIVE_INFINITY : weigh(weights, evidence);
  });
  const likeliest = Math.max(...chances);
  const sure = new Set(suspects.flatMap(({ name }, i) => (chances[i]! > 0 ? [name] : [])));
  const apart = (evidence: Evidence) => evidence.has('spared') || evidence.has('told to');
  const beside = (row: ReadonlySet<string> = new Set()) => [...row].some((name) => sure.has(name));
  const chosen = suspects.filter(
    ({ row, evidence }, i) =>
      chances[i]! > 0 || (chances[i]! > leastInRow && !apart(evidence) && beside(row)),
  );
  if (chosen.length > 0 || likeliest <= leastAlone) return chosen;
  return [suspects[chances.indexOf(likeliest)]!];
}

/** The person who speaks of his own acts: of the field for him, else behind 本人. */
function speakerOf({ text, fields, names, closing }: Reading): PersonMention | null {
  const field = fields.find((f) => f.kind === 'speaker');
  const own =
    names.persons.find((p) => field !== undefined && field.start <= p.start && p.end <= field.end) ??
    names.persons.find((p) =>
      /(?:本人|我叫|我是|我)[:：,，]?\s?$/.test(text.slice(Math.max(0, p.start - 4), p.start)),
    ) ??
    names.persons.find((p) => closing.covers(p));
  return own ?? null;
}
