import { addCount, type Count, compareSets } from '../../domain/index.js';
import type { Lexicon, Weights } from '../../lexicon/index.js';
import { type PostOfSomebody, readEntities } from '../../pipelines/entities/index.js';
import { weigh } from '../../pipelines/weighing/index.js';
import type { Expected } from '../../samples/expected.js';
import { readItems } from '../evaluation/index.js';
import { learn, type Row } from './learn.js';
import { occurrences, sharesOf } from './measures.js';
import { papersByWriter } from './papers/index.js';

const settings = { ridge: 1, least: 4 };

/** A labelled paper with its posts. */
interface Asked {
  group: string;
  wanted: readonly string[];
  posts: readonly PostOfSomebody[];
}

/** Weights of which posts somebody holds; prints how posts of each writer are read with the others' weights. */
export async function learnHeldPosts(lexicon: Lexicon): Promise<Weights> {
  const asked: Asked[] = [];
  for (const [writer, papers] of papersByWriter())
    for (const paper of papers) asked.push(await askedOf(paper, writer, lexicon));
  const total: Count = { right: 0, found: 0, wanted: 0 };
  for (const group of new Set(asked.map((a) => a.group))) {
    const weights = learnFrom(asked.filter((a) => a.group !== group));
    const own: Count = { right: 0, found: 0, wanted: 0 };
    for (const { posts, wanted, group: writer } of asked) {
      if (writer !== group) continue;
      const found = posts.filter((p) => weigh(weights, p.evidence) > 0).map((p) => p.post.text);
      addCount(own, compareSets(found, [...wanted]).count);
    }
    console.log(`${group.padEnd(10)} ${sharesOf(own)}`);
    addCount(total, own);
  }
  console.log(`${'all'.padEnd(10)} ${sharesOf(total)}`);
  return learnFrom(asked);
}

const learnFrom = (asked: readonly Asked[]): Weights => learn(asked.flatMap(rowsOf), settings);

/** Labels do not say which of several mentions is meant: where one stands beside somebody, the others teach nothing. */
const rowsOf = ({ group, wanted, posts }: Asked): Row[] =>
  posts.flatMap(({ post, evidence }) =>
    evidence.has('stands alone, held elsewhere')
      ? []
      : { group, evidence, right: wanted.includes(post.text) },
  );

/** The posts of a paper but for those within what is sealed. */
async function askedOf(paper: Expected, group: string, lexicon: Lexicon): Promise<Asked> {
  const { items, words } = await readItems(paper.text, lexicon);
  const receipt = { receivedOn: paper.receivedOn, channel: null };
  const posts: PostOfSomebody[] = [];
  for (const [i, item] of items.entries()) {
    const sealed = paper.informant.flatMap(({ value }) => occurrences(item.text, value));
    const heldPosts = (seen: readonly PostOfSomebody[]) =>
      posts.push(...seen.filter(({ post }) => !sealed.some((s) => s.start < post.end && post.start < s.end)));
    readEntities(item, words[i]!, receipt, lexicon, { heldPosts });
  }
  const wanted = [...new Set(paper.entities.filter((e) => e.type === 'position').map((e) => e.text))];
  return { group, wanted, posts };
}
