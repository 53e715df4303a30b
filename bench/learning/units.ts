import { plain } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { readEntities, readItem } from '../../pipelines/entities/index.js';
import { holderOf } from '../../pipelines/entities/roles/accused/describe.js';
import { unitAndPostOf } from '../../pipelines/entities/roles/accused/field-holdings.js';
import { type PostRun, postCandidates } from '../../pipelines/entities/roles/accused/posts/index.js';
import { unitCandidates } from '../../pipelines/entities/roles/accused/units/index.js';
import { viewOf } from '../../pipelines/entities/roles/accused/view/index.js';
import { itemOf } from '../../pipelines/items/index.js';
import { createSegmenter } from '../../pipelines/segmentation/index.js';
import { weigh } from '../../pipelines/weighing/index.js';
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
  posts: { run: PostRun | null; evidence: Choice['candidates'][number] }[];
  /** The units to choose from, once the post is chosen. */
  units(run: PostRun | null): { unit: string | null; evidence: Choice['candidates'][number] }[];
}

/** Post and unit of an accused, given his name; prints what is not right of writers from whom nothing was learned. */
export function learnUnits(lexicon: Lexicon): Weights {
  const writers = { letters: readExpected('samples'), ...papersByWriter };
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
    else console.log(`${one.what}: wanted ${one.wanted.unit}, ${one.wanted.post}; got ${unit}, ${post}`);
  });
  console.table(tally);
  return learnFrom(asked);
}

function learnFrom(asked: readonly Asked[]): Weights {
  const ofPosts = learnChoices(
    asked.flatMap((a) =>
      a.field.position === null ? choiceOf(a.group, a.posts, (c) => same(c.run?.post, a.wanted.post)) : [],
    ),
  );
  const ofUnits = learnChoices(
    asked.flatMap((a) => {
      if (a.field.organisation !== null) return [];
      const run = likeliest(a.posts, ofPosts)?.run ?? null;
      return choiceOf(a.group, a.units(run), (c) => same(c.unit, a.wanted.unit));
    }),
  );
  return { bias: 0, weights: { ...ofUnits.weights, ...ofPosts.weights } };
}

/** The choice, where what is wanted is among the candidates. */
function choiceOf<C extends { evidence: Choice['candidates'][number] }>(
  group: string,
  candidates: readonly C[],
  isRight: (candidate: C) => boolean,
): Choice[] {
  const right = candidates.findIndex(isRight);
  return right < 0 ? [] : [{ group, right, candidates: candidates.map((c) => c.evidence) }];
}

function choose({ field, posts, units }: Asked, weights: Weights) {
  const run = likeliest(posts, weights)?.run ?? null;
  return {
    post: field.position ?? run?.post ?? null,
    unit: field.organisation ?? likeliest(units(run), weights)?.unit ?? null,
  };
}

function likeliest<C extends { evidence: Choice['candidates'][number] }>(
  candidates: readonly C[],
  weights: Weights,
): C | undefined {
  const scores = candidates.map((c) => weigh(weights, c.evidence));
  return candidates[scores.indexOf(Math.max(...scores))];
}

const same = (one: string | null | undefined, other: string | null) =>
  plain(one ?? '') === plain(other ?? '');

function askedOf(paper: Expected, writer: string, lexicon: Lexicon): Asked[] {
  const item = itemOf(paper.text);
  const words = createSegmenter(lexicon).words(paper.text);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const { reading } = readItem(item, words, receipt, lexicon);
  const { accused, informant } = readEntities(item, words, receipt, lexicon);
  const view = viewOf(reading);
  const own = new Set(informant.flatMap((f) => (f.kind === 'organisation' ? [f.value] : [])));
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
        units: (run) =>
          unitCandidates(reading, view, holder, { run, position: field.position ?? run?.post ?? null }),
      },
    ];
  });
}
