import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import type { PersonMention } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { isSelfReport } from '../self-report.js';
import { accusedUnit } from './accused-unit.js';
import { describe } from './describe.js';
import { unitName } from './holders.js';
import { accusedInFields } from './in-fields.js';
import { accusedInHeadings, accusedOutright } from './in-headings.js';
import { viewOf } from './paper-view.js';
import { scoreParts } from './parts.js';

export { disclaimedSpans, onlyAlleged } from './disclaimed.js';

/** A person under suspicion of being accused, with all that the letter says of him. */
export interface Suspect {
  name: string;
  mentions: PersonMention[];
  evidence: Span[];
}

/**
 * Every person that the paper reports about, with unit and post at the time: those of the form's fields; else
 * those whom title and opening name; and whoever the letter shows in acts of office. Never the informant, a
 * giver, a clerk, an addressee or a witness. A unit alone is accused where no person is.
 */
export function readAccused(
  reading: Reading,
  informant: readonly InformantField[],
  spared: ReadonlySet<string> = new Set(),
): Accused[] {
  const { names } = reading;
  const clusters = new Map<string, PersonMention[]>();
  for (const person of names.persons) {
    const name = String(person.value);
    const cluster = clusters.get(name);
    if (cluster) cluster.push(person);
    else clusters.set(name, [person]);
  }
  const barred = barredNames(reading, informant);
  for (const name of spared) barred.add(name);
  const own = new Set(informant.flatMap((f) => (f.kind === 'organisation' ? [f.value] : [])));
  const fields = accusedInFields(reading).filter((p) => !barred.has(String(p.value)));
  const heads = accusedInHeadings(reading).filter((p) => !barred.has(String(p.value)));
  const chosen = new Map<string, Span[]>();
  for (const person of [...fields, ...heads]) {
    const name = String(person.value);
    chosen.set(name, [...(chosen.get(name) ?? []), { start: person.start, end: person.end }]);
  }
  if (chosen.size === 0 && isSelfReport(reading)) {
    const speaker = speakerOf(reading);
    if (speaker !== null) chosen.set(String(speaker.value), [{ start: speaker.start, end: speaker.end }]);
  }
  const needed = fields.length > 0 ? 6 : chosen.size > 0 ? 3.6 : 2.2;
  const none = chosen.size === 0;
  const others = [...clusters]
    .filter(([name]) => !chosen.has(name) && !barred.has(name))
    .map(([name, mentions]) => ({ name, ...scoreParts(reading, mentions) }))
    .filter((parts) => parts.score >= needed && (none || parts.holdsOffice));
  // Beside somebody who acts, one who is only told to hold a post is not accused.
  const anyActs = others.some((parts) => parts.acted);
  for (const parts of others)
    if (parts.acted || parts.leads || !(none && anyActs)) chosen.set(parts.name, parts.evidence);
  const certain = new Set([...fields, ...accusedOutright(reading)].map((p) => String(p.value)));
  const headed = new Set(heads.map((p) => String(p.value)));
  const view = viewOf(reading);
  const fellows = new Set(chosen.keys());
  const accused = [...chosen]
    .map(([name, evidence]) =>
      describe(reading, view, { name, mentions: clusters.get(name) ?? [], evidence, own, fellows }),
    )
    // A name with neither unit nor post, spoken of once, is as a rule a neighbour, a shop or no name at all.
    .filter(
      (a) =>
        a.organisation !== null ||
        a.position !== null ||
        certain.has(a.name ?? '') ||
        (clusters.get(a.name ?? '')?.length ?? 0) > (headed.has(a.name ?? '') ? 1 : 2) ||
        isSelfReport(reading),
    )
    .sort((a, b) => firstSeen(clusters, a.name) - firstSeen(clusters, b.name));
  if (accused.length === 0) return accusedUnit(reading);
  // Officers of a village beside one whose village is named are of the same.
  const village = accused.find((a) => /(?:村|社区)$/.test(a.organisation ?? ''))?.organisation;
  if (village !== undefined)
    for (const a of accused)
      if (/^村/.test(a.position ?? '') && !/村/.test(a.organisation ?? '')) a.organisation = village;
  return [...accused, ...unitsInFields(reading)];
}

/** Rows of a list whose 被反映人（单位） is a unit. */
function unitsInFields({ fields, names, text }: Reading): Accused[] {
  return fields.flatMap((f) => {
    if (f.kind !== 'accused' || names.persons.some((p) => f.start <= p.start && p.end <= f.end)) return [];
    const unit = names.organisations.find((o) => f.start <= o.start && o.end <= f.end);
    if (unit === undefined || text.slice(f.start, f.end).length > unit.text.length + 4) return [];
    const { start, end } = unit;
    return [{ name: null, organisation: unitName(unit), position: null, evidence: [{ start, end }] }];
  });
}

const firstSeen = (clusters: ReadonlyMap<string, PersonMention[]>, name: string | null): number =>
  clusters.get(name ?? '')?.[0]?.start ?? 0;

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

/** People who have another part in the paper. */
function barredNames({ text, names, fields }: Reading, informant: readonly InformantField[]): Set<string> {
  const barred = new Set<string>();
  const taken: Span[] = [
    ...informant.filter((f) => f.kind === 'name').flatMap((f) => f.spans),
    ...fields.filter((f) => f.kind === 'clerk' || f.kind === 'business' || f.kind === 'witness'),
  ];
  const free = fields.filter((f) => f.kind === 'accused');
  for (const person of names.persons) {
    const within = (span: Span) => span.start <= person.start && person.end <= span.end;
    if (taken.some(within) && !free.some(within)) barred.add(String(person.value));
  }
  for (const field of informant) if (field.kind === 'name') barred.add(field.value);
  for (const person of names.persons) if (isAddressed(text, person)) barred.add(String(person.value));
  return barred;
}

/** 尊敬的胡书记：, 请李县长为我们做主: the reader of the letter, whom it does not accuse. */
function isAddressed(text: string, person: PersonMention): boolean {
  const near = text.slice(Math.max(0, person.start - 10), person.start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = text.slice(person.end, person.end + 5);
  if (/(?:尊敬的|敬爱的)[\u4e00-\u9fa5、，]{0,8}$/.test(before)) return true;
  if (/^[们]?(?:[,，:：!！]?\s?(?:您|你们?)好|、?[\u4e00-\u9fa5]{0,4}各位领导)/.test(after)) return true;
  const alone = before.trim() === '' && /^(?:同志)?[:：]\s*(?:\n|$)/.test(after);
  if (person.form !== 'titled') return alone && /同志[:：]/.test(after);
  return alone || /(?:请|请求|希望|恳请|恳求|求求?|感谢|谢谢|致|拜托|盼)$/.test(before);
}
