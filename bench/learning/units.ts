import { plain } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { readEntities, readItem } from '../../pipelines/entities/index.js';
import { holderOf } from '../../pipelines/entities/roles/accused/describe.js';
import { unitAndPostOf } from '../../pipelines/entities/roles/accused/field-holdings.js';
import {
  type PostCandidate,
  type PostRun,
  postCandidates,
} from '../../pipelines/entities/roles/accused/posts/index.js';
import {
  type NameCandidate,
  nameCandidates,
  type UnitCandidate,
  unitCandidates,
} from '../../pipelines/entities/roles/accused/units/index.js';
import { type Unit, viewOf } from '../../pipelines/entities/roles/accused/view/index.js';
import { isKnown } from '../../pipelines/entities/roles/petitioner/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import { likeliest } from '../../pipelines/weighing/index.js';
import { mailbox } from '../../samples/boards/index.js';
import { type Expected, readExpected } from '../../samples/expected.js';
import { papersByWriter } from '../../samples/typed/index.js';
import { type Choice, crossValidate, learnChoices } from './learn.js';

/** An accused whose name is found. */
interface Asked {
  what: string;
  group: string;
  wanted: { unit: string | null; post: string | null };
  /** What a form's field tells is not weighed. */
  field: { organisation: string | null; position: string | null };
  posts: PostCandidate[];
  /** The units to choose from, once the post is chosen. */
  units(run: PostRun | null): UnitCandidate[];
  names(unit: Unit): NameCandidate[];
}

/** Post and unit of an accused, given his name; prints what is not right of writers from whom nothing was learned. */
export function learnUnits(lexicon: Lexicon): Weights {
  const writers = { letters: readExpected('samples'), ...papersByWriter, mailbox };
  const asked = Object.entries(writers).flatMap(([writer, papers]) =>
    papers.flatMap((paper) => askedOf(paper, writer, lexicon)),
  );
  const tally: Record<string, Record<'asked' | 'unit' | 'post' | 'both', number>> = {};
  crossValidate(asked, learnFrom, (one, weights) => {
    const { unit, post } = choose(one, weights);
    const unitRight = same(unit, one.wanted.unit);
    const postRight = same(post, one.wanted.post);
    tally[one.group] ??= { asked: 0, unit: 0, post: 0, both: 0 };
    const count = tally[one.group]!;
    count.asked += 1;
    if (unitRight) count.unit += 1;
    if (postRight) count.post += 1;
    if (unitRight && postRight) count.both += 1;
    else
      console.log(
        `${one.what}: wanted ${one.wanted.unit}, ${one.wanted.post}; got ${unit}, ${post}${missingOf(one, weights)}`,
      );
  });
  console.table(tally);
  return learnFrom(asked);
}

const settings = { ridge: 2 };

/** Three choices, one after the other: the post, its unit, and the name by which the unit is put down. */
function learnFrom(asked: readonly Asked[]): Weights {
  const ofPosts = learnChoices(
    asked.flatMap((a) =>
      a.field.position === null ? choiceOf(a.group, a.posts, (c) => same(c.run?.post, a.wanted.post)) : [],
    ),
    settings,
  );
  const open = asked.filter((a) => a.field.organisation === null);
  const ofUnits = learnChoices(
    open.flatMap((a) => {
      const run = postOf(a, ofPosts);
      return choiceOf(a.group, a.units(run), (c) => isCalled(c.unit, a.wanted.unit));
    }),
    settings,
  );
  const ofNames = learnChoices(
    open.flatMap((a) => {
      const run = postOf(a, ofPosts);
      const unit = a.units(run).find((c) => isCalled(c.unit, a.wanted.unit))?.unit ?? null;
      return unit === null ? [] : choiceOf(a.group, a.names(unit), (c) => same(c.name, a.wanted.unit));
    }),
    settings,
  );
  return { bias: 0, weights: { ...ofUnits.weights, ...ofNames.weights, ...ofPosts.weights } };
}

/** The right post, where it is among the candidates: what a unit has to do with a wrong one teaches nothing. */
const postOf = ({ posts, wanted }: Asked, weights: Weights): PostRun | null =>
  (posts.find((c) => same(c.run?.post, wanted.post)) ?? likeliest(posts, weights))?.run ?? null;

const isCalled = (unit: Unit | null, wanted: string | null) =>
  unit === null ? wanted === null : [...unit.names.keys()].some((name) => same(name, wanted));

/** The choice, where what is wanted is among the candidates. */
function choiceOf<C extends { evidence: Choice['candidates'][number] }>(
  group: string,
  candidates: readonly C[],
  isRight: (candidate: C) => boolean,
): Choice[] {
  const right = candidates.findIndex(isRight);
  return right < 0 ? [] : [{ group, right, candidates: candidates.map((c) => c.evidence) }];
}

function choose({ field, posts, units, names }: Asked, weights: Weights) {
  const run = likeliest(posts, weights)?.run ?? null;
  const unit = likeliest(units(run), weights)?.unit ?? null;
  const name = unit === null ? null : (likeliest(names(unit), weights)?.name ?? null);
  return { post: field.position ?? run?.post ?? null, unit: field.organisation ?? name };
}

/** Whether what is wanted was there to be chosen. */
function missingOf({ field, posts, units, names, wanted }: Asked, weights: Weights): string {
  const missing: string[] = [];
  if (field.position === null && !posts.some((c) => same(c.run?.post, wanted.post))) missing.push('post');
  const of = units(likeliest(posts, weights)?.run ?? null).filter((c) => isCalled(c.unit, wanted.unit));
  if (field.organisation === null && of.length === 0) missing.push('unit');
  const called = of.flatMap(({ unit }) => (unit === null ? [] : names(unit)));
  if (called.length > 0 && !called.some((c) => same(c.name, wanted.unit))) missing.push('name of the unit');
  return missing.length === 0 ? '' : ` (never a candidate: ${missing.join(', ')})`;
}

const same = (one: string | null | undefined, other: string | null) =>
  plain(one ?? '') === plain(other ?? '');

function askedOf(paper: Expected, writer: string, lexicon: Lexicon): Asked[] {
  const item = itemOf(paper.text);
  const words = createSegmenter(lexicon).words(paper.text);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const { reading, told } = readItem(item, words, receipt, lexicon);
  const { accused } = readEntities(item, words, receipt, lexicon);
  const view = viewOf(reading);
  const own = new Set(told.flatMap((f) => (isKnown(told) && f.kind === 'organisation' ? [f.value] : [])));
  const fellows = new Set(paper.accused.map((a) => a.name ?? ''));
  return paper.accused.flatMap(({ name, organisation, position }): Asked[] => {
    const mentions = reading.names.persons.filter(
      (p) => name !== null && plain(String(p.value)) === plain(name),
    );
    if (name === null || mentions.length === 0) return [];
    const evidence = accused.find((a) => a.name === name)?.evidence ?? mentions.slice(0, 1);
    const field = unitAndPostOf(reading, mentions);
    const holder = holderOf(reading, { name, mentions, evidence, own, fellows });
    return [
      {
        what: `${paper.file} ${name}`,
        group: writer,
        wanted: { unit: organisation, post: position },
        field,
        posts: postCandidates(reading, view, holder),
        names: (unit) => nameCandidates(unit, view, holder),
        units: (run) =>
          unitCandidates(reading, view, holder, { run, position: field.position ?? run?.post ?? null }),
      },
    ];
  });
}
