import type { Span } from '../../../../domain/index.js';
import type { PersonMention } from '../../names/index.js';
import type { Charged } from '../petitioner/index.js';
import type { Reading } from '../reading.js';
import { unitAndPostOf } from './field-holdings.js';
import type { Holder } from './holder.js';
import { holdingOf } from './holders.js';
import { laterHoldings } from './later-posts.js';
import { choosePost } from './posts/index.js';
import { chooseUnit } from './units/index.js';
import type { PaperView } from './view/index.js';

/** An accused before his unit and post are known. */
export interface Named extends Pick<Holder, 'mentions' | 'own' | 'fellows'> {
  name: string;
  evidence: readonly Span[];
}

/** The accused with the post and the unit for which most speaks; those of a form's fields before all. */
export function describe(reading: Reading, view: PaperView, named: Named): Charged {
  const field = unitAndPostOf(reading, named.mentions);
  const holder = holderOf(reading, named);
  const run = choosePost(reading, view, holder);
  const position = field.position ?? run?.post ?? null;
  const told = field.organisation !== null && { name: field.organisation, lead: Number.POSITIVE_INFINITY };
  const unit = told || chooseUnit(reading, view, holder, { position, run });
  return {
    name: named.name,
    organisation: unit.name,
    lead: unit.lead,
    position,
    evidence: [...named.evidence].sort((a, b) => a.start - b.start).slice(0, 8),
  };
}

/** What stands beside the person's mentions, those of the evidence first. */
export function holderOf({ text, names, dictionary }: Reading, named: Named): Holder {
  const { mentions, evidence, own, fellows } = named;
  const first = [...mentions].sort((a, b) => rank(a, evidence) - rank(b, evidence));
  return {
    mentions: first,
    holdings: first.map((m) => holdingOf(text, m, names, dictionary)),
    later: laterHoldings(text, mentions, names, dictionary),
    own,
    fellows,
  };
}

const rank = (mention: PersonMention, evidence: readonly Span[]) =>
  evidence.some((e) => e.start === mention.start) ? mention.start : mention.start + 1e6;
