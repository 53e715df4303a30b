import { plain } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { readEntities, readingOf } from '../../pipelines/entities/index.js';
import { describe, holderOf } from '../../pipelines/entities/roles/accused/describe.js';
import { unitAndPostOf } from '../../pipelines/entities/roles/accused/field-holdings.js';
import { unitCandidates, unitsOf } from '../../pipelines/entities/roles/accused/units/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import { weigh } from '../../pipelines/weighing/index.js';
import { type Expected, readExpected } from '../../samples/expected.js';
import { papersByWriter } from '../../samples/typed/index.js';
import { type Choice, crossValidate, learnChoices } from './learn.js';

/** An accused whose name is found, with the labelled unit among those to choose from. */
interface Asked extends Choice {
  what: string;
  units: (string | null)[];
  wanted: string | null;
  /** The post is right. */
  posted: boolean;
  /** What a form's field tells is not weighed. */
  inField: string | null;
}

/** Unit of an accused, given his name. */
export function learnUnits(lexicon: Lexicon): Weights {
  const asked: Asked[] = [];
  const writers = { letters: readExpected('samples'), ...papersByWriter };
  for (const [writer, papers] of Object.entries(writers))
    for (const paper of papers) asked.push(...askedOf(paper, writer, lexicon));
  const usable = asked.filter((a) => a.inField === null && a.right >= 0);
  const tally = new Map<string, Record<'asked' | 'reachable' | 'unit' | 'post' | 'both', number>>();
  crossValidate(
    asked,
    (others) => learnChoices(others.filter((o) => usable.includes(o))),
    (one, weights) => {
      const best = one.inField ?? likeliest(one, weights);
      const right = plain(best ?? '') === plain(one.wanted ?? '');
      const count = tally.get(one.group) ?? { asked: 0, reachable: 0, unit: 0, post: 0, both: 0 };
      tally.set(one.group, count);
      count.asked += 1;
      if (one.right >= 0) count.reachable += 1;
      if (right) count.unit += 1;
      if (one.posted) count.post += 1;
      if (right && one.posted) count.both += 1;
      if (!(right && one.posted) && process.env.QIDI_MISSES)
        console.log(`${one.what}: wanted ${one.wanted}, got ${best}${one.right < 0 ? ' (unreachable)' : ''}`);
    },
  );
  console.table(Object.fromEntries(tally));
  return learnChoices(usable);
}

function askedOf(paper: Expected, writer: string, lexicon: Lexicon): Asked[] {
  const item = itemOf(paper.text);
  const words = createSegmenter(lexicon).words(paper.text);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const { reading } = readingOf(item, words, receipt, lexicon);
  const { accused, informant } = readEntities(item, words, receipt, lexicon);
  const units = unitsOf(reading);
  const own = new Set(informant.flatMap((f) => (f.kind === 'organisation' ? [f.value] : [])));
  const fellows = new Set(paper.accused.map((a) => a.name ?? ''));
  return paper.accused.flatMap((label): Asked[] => {
    const { name } = label;
    const mentions = reading.names.persons.filter(
      (p) => name !== null && plain(String(p.value)) === plain(name),
    );
    if (name === null || mentions.length === 0) return [];
    const evidence = accused.find((a) => a.name === name)?.evidence ?? mentions.slice(0, 1);
    const field = unitAndPostOf(reading, mentions);
    const named = { name, mentions, evidence, own, fellows };
    const candidates = unitCandidates(reading, units, holderOf(reading, named, field.position));
    const { position } = describe(reading, units, named);
    return [
      {
        what: `${paper.file} ${name}`,
        group: writer,
        units: candidates.map((c) => c.unit),
        candidates: candidates.map((c) => c.evidence),
        right: candidates.findIndex((c) => plain(c.unit ?? '') === plain(label.organisation ?? '')),
        wanted: label.organisation,
        posted: plain(position ?? '') === plain(label.position ?? ''),
        inField: field.organisation,
      },
    ];
  });
}

function likeliest({ candidates, units }: Asked, weights: Weights): string | null {
  const scores = candidates.map((evidence) => weigh(weights, evidence));
  return units[scores.indexOf(Math.max(...scores))] ?? null;
}
