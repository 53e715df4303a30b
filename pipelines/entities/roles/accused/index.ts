import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import type { Weights } from '../../../../lexicon/index.js';
import type { PersonMention } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { accusedUnit } from './accused-unit.js';
import { unitAndPostOf } from './field-holdings.js';
import { type Holding, holdingOf, unitName } from './holders.js';
import { laterHolding, laterPost } from './later-posts.js';
import { chooseSuspects, suspectsOf } from './suspects/index.js';
import { unitOfPost } from './unit-of-post.js';

export { disclaimedSpans, onlyAlleged } from './disclaimed.js';
export { chooseSuspects, type Suspect, suspectsOf } from './suspects/index.js';
export { type UnitSuspect, unitSuspectsOf } from './unit-suspects.js';

/**
 * Every person that the paper reports about, with unit and post at the time: those of the form's fields, who
 * speaks of his own acts, and those of whom the evidence says so. Never the informant. A unit alone is accused
 * where no person is.
 */
export function readAccused(
  reading: Reading,
  informant: readonly InformantField[],
  spared: ReadonlySet<string>,
): Accused[] {
  const weights = reading.weights.accused;
  const own = new Set(informant.flatMap((f) => (f.kind === 'organisation' ? [f.value] : [])));
  const accused = chooseSuspects(suspectsOf(reading, informant, spared), weights).map(
    ({ name, mentions, places }) => describe(reading, name, mentions, places, own),
  );
  if (accused.length === 0) return accusedUnit(reading, weights);
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

/** The fullest unit and post that stand beside any mention, those of the evidence first. */
function describe(
  reading: Reading,
  name: string,
  mentions: PersonMention[],
  evidence: Span[],
  own: ReadonlySet<string>,
): Accused {
  const { text, names, dictionary } = reading;
  const first = [...mentions].sort((a, b) => rank(a, evidence) - rank(b, evidence));
  const holdings: Holding[] = first.map((m) => holdingOf(text, m, names, dictionary));
  const later = holdings.some((h) => h.position !== null)
    ? null
    : laterHolding(text, mentions, names, dictionary);
  if (later !== null) holdings.push(later);
  const field = unitAndPostOf(reading, mentions);
  // 分管领导盛开元 tells no post where the letter also has 副主任.
  const posted = holdings.filter((h) => h.positions.some((p) => !dictionary.callings.has(p.text)));
  const telling =
    posted.length > 0
      ? holdings.map((h) => (h.position === null || posted.includes(h) ? h : bare(h)))
      : holdings;
  const whole = telling.filter((h) => h.organisation !== null && h.position !== null);
  const best =
    whole.toSorted((a, b) => b.positions.length - a.positions.length)[0] ??
    telling.find((h) => h.position !== null) ??
    telling.find((h) => h.organisation !== null);
  const position =
    field.position ??
    best?.position ??
    titleOf(reading, mentions) ??
    laterPost(reading.text, mentions, reading.names)?.text ??
    null;
  const unit =
    field.organisation ??
    unitName(best?.organisation ?? telling.find((h) => h.organisation !== null)?.organisation);
  // 姓郗的干部: a word for anybody in office is no post.
  const told = field.position === null && position !== null && dictionary.callings.has(position);
  const post = told && /干部|工作人员|领导|班子成员|经办人员|业主|专家/.test(position) ? null : position;
  return {
    name,
    organisation:
      unit ??
      (position === null
        ? null
        : unitOfPost(
            reading,
            position,
            best === undefined ? first : [first[telling.indexOf(best)] ?? first[0], ...first],
            own,
          )),
    position: post,
    evidence: [...evidence].sort((a, b) => a.start - b.start).slice(0, 8),
  };
}

const bare = (holding: Holding): Holding => ({ ...holding, position: null, positions: [] });

const rank = (mention: Span, evidence: readonly Span[]) =>
  evidence.some((e) => e.start === mention.start) ? mention.start : mention.start + 1e6;

/** 王主任 tells a post even where no full holding stands anywhere. */
function titleOf({ names }: Reading, mentions: readonly PersonMention[]): string | null {
  for (const mention of mentions) {
    if (mention.form !== 'titled') continue;
    const post = names.positions.find(
      (p) => mention.start < p.start && p.end <= mention.end && p.kind === 'public',
    );
    if (post !== undefined) return post.text;
  }
  return null;
}
