import type { Accused, Span } from '../../../../domain/index.js';
import type { PersonMention } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { unitAndPostOf } from './field-holdings.js';
import { type Holding, holdingOf } from './holders.js';
import { laterHolding, laterPost } from './later-posts.js';
import { chooseUnit, type Holder, type UnitsOfPaper } from './units/index.js';

/** An accused before his unit and post are known. */
export interface Named {
  name: string;
  mentions: readonly PersonMention[];
  evidence: readonly Span[];
  /** Units of the informant. */
  own: ReadonlySet<string>;
  /** Names of all the accused. */
  fellows: ReadonlySet<string>;
}

/** The accused with the unit that most speaks for and the post told of him; those of a form's fields before all. */
export function describe(reading: Reading, paper: UnitsOfPaper, named: Named): Accused {
  const { dictionary } = reading;
  const field = unitAndPostOf(reading, named.mentions);
  const holder = holderOf(reading, named, field.position);
  const { position } = holder;
  // 姓郗的干部: a word for anybody in office is no post.
  const told = field.position === null && position !== null && dictionary.callings.has(position);
  const post = told && /干部|工作人员|领导|班子成员|经办人员|业主|专家/.test(position) ? null : position;
  return {
    name: named.name,
    organisation: field.organisation ?? chooseUnit(reading, paper, holder),
    position: post,
    evidence: [...named.evidence].sort((a, b) => a.start - b.start).slice(0, 8),
  };
}

/** What stands beside the person's mentions, those of the evidence first; his post is the field's or the fullest told. */
export function holderOf(
  reading: Reading,
  { mentions, evidence, own, fellows }: Named,
  inField: string | null,
): Holder {
  const { text, names, dictionary } = reading;
  const first = [...mentions].sort((a, b) => rank(a, evidence) - rank(b, evidence));
  const holdings: Holding[] = first.map((m) => holdingOf(text, m, names, dictionary));
  const later = holdings.some((h) => h.position !== null)
    ? null
    : laterHolding(text, mentions, names, dictionary);
  if (later !== null) holdings.push(later);
  // 分管领导盛开元 tells no post where the letter also has 副主任.
  const posted = holdings.filter((h) => h.positions.some((p) => !dictionary.callings.has(p.text)));
  const telling =
    posted.length > 0
      ? holdings.map((h) => (h.position === null || posted.includes(h) ? h : bare(h)))
      : holdings;
  const whole = telling.filter((h) => h.organisation !== null && h.position !== null);
  const best =
    whole.toSorted((a, b) => b.positions.length - a.positions.length)[0] ??
    telling.find((h) => h.position !== null);
  const position =
    inField ?? best?.position ?? titleOf(reading, mentions) ?? laterPost(text, mentions, names)?.text ?? null;
  return { mentions: first, position, holdings: telling, own, fellows };
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
