import type { Lexicon, Weights } from '../../lexicon/index.js';
import { type PostStart, readEntities } from '../../pipelines/entities/index.js';
import { weigh } from '../../pipelines/weighing/index.js';
import type { Expected } from '../../samples/expected.js';
import { readItems } from '../evaluation/index.js';
import { type Choice, crossValidate, learnChoices } from './learn.js';
import { occurrences } from './measures.js';
import { papersByWriter } from './papers/index.js';

interface Asked extends Choice {
  /** The stretches that may be the post, in the order of the candidates. */
  texts: string[];
}

const settings = { ridge: 1, least: 2 };

/** Weights of where a post begins; prints how many posts of each writer are read whole with the others' weights, and those that are not. */
export async function learnPosts(lexicon: Lexicon): Promise<Weights> {
  const asked: Asked[] = [];
  for (const [writer, papers] of papersByWriter())
    for (const paper of papers) asked.push(...(await askedOf(paper, writer, lexicon)));
  const tally: Record<string, { asked: number; right: number }> = {};
  crossValidate(
    asked,
    (others) => learnChoices(others, settings),
    ({ candidates, right, texts, group }, weights) => {
      const scores = candidates.map((c) => weigh(weights, c));
      const chosen = scores.indexOf(Math.max(...scores));
      tally[group] ??= { asked: 0, right: 0 };
      tally[group].asked += 1;
      if (chosen === right) tally[group].right += 1;
      else console.log(`${group}: wanted ${texts[right]}; got ${texts[chosen]}`);
    },
  );
  console.table(tally);
  return learnChoices(asked, settings);
}

/** The posts of a paper: where their labels begin, or the bare post where none is marked. */
async function askedOf(paper: Expected, group: string, lexicon: Lexicon): Promise<Asked[]> {
  const { items, words } = await readItems(paper.text, lexicon);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const labels = new Set([
    ...paper.entities.filter((e) => e.type === 'position').map((e) => e.text),
    ...paper.accused.flatMap((a) => a.position?.split(/[、，]|兼/) ?? []),
  ]);
  const asked: Asked[] = [];
  for (const [i, item] of items.entries()) {
    const { text } = item;
    const longer = [...labels].flatMap((label) => occurrences(text, label));
    const posts = (head: { start: number; end: number }, starts: readonly PostStart[]) => {
      const labelled = starts.findIndex(({ start }) => labels.has(text.slice(start, head.end)));
      const within = longer.some((l) => l.start <= head.start && head.end < l.end);
      // 老板 and 老师 are no labelled posts: what stands before them is no section.
      const right = labelled < 0 ? starts.findIndex(({ evidence }) => evidence.has('no section')) : labelled;
      if (within) return;
      asked.push({
        group,
        right,
        candidates: starts.map((s) => s.evidence),
        texts: starts.map(({ start }) => text.slice(start, head.end)),
      });
    };
    readEntities(item, words[i]!, receipt, lexicon, { posts });
  }
  return asked;
}
