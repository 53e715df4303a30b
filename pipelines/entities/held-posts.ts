import type { InformantField, Mention, Span } from '../../domain/index.js';
import type { Weights } from '../../lexicon/index.js';
import { isHan } from '../one-of.js';
import { type Evidence, weigh } from '../weighing/index.js';
import { type Dictionary, firstFrom, type Names, type WordMap } from './names/index.js';

type Post = Names['positions'][number];

/** A post that somebody may hold in the text, with what speaks for it. */
export interface PostOfSomebody {
  post: Mention;
  evidence: Evidence;
}

/** What is known of the text before it is asked which of its posts are somebody's. */
export interface PostsContext {
  text: string;
  map: WordMap;
  names: Names;
  dictionary: Dictionary;
  fields: readonly { kind: string; start: number; end: number }[];
  informant: readonly InformantField[];
}

/** The posts that somebody holds, as 主任 of 主任王建国: of the others, which mean whoever it is, as few as was learned. */
export function heldPosts(
  context: PostsContext,
  weights: Weights,
  observe?: (posts: readonly PostOfSomebody[]) => void,
): Mention[] {
  const posts = postsOf(context);
  observe?.(posts);
  return posts.filter(({ evidence }) => weigh(weights, evidence) > 0).map(({ post }) => post);
}

/** A post further away is told of others. */
const beside = 2;

function postsOf(context: PostsContext): PostOfSomebody[] {
  const { names, dictionary } = context;
  const posts = names.positions.filter(
    (p) => !isCalling(p, dictionary.callings) && !isOwn(p, context) && !isInName(p, names),
  );
  const around = placesAround(names);
  const besides = posts.map((p) => besideEvidence(p, context, around));
  const held = new Set(posts.filter((_, i) => besides[i]!.size > 0).map((p) => p.text));
  const times = new Map<string, number>();
  for (const { text } of posts) times.set(text, (times.get(text) ?? 0) + 1);
  return posts.map((post, i): PostOfSomebody => {
    const evidence: Evidence = new Map([...besides[i]!, ...ownEvidence(post, context)]);
    if (besides[i]!.size === 0) {
      evidence.set('stands alone', 1);
      evidence.set(`stands alone, ${post.head}`, 1);
      if (held.has(post.text)) evidence.set('stands alone, held elsewhere', 1);
    }
    if (times.get(post.text)! > 1) evidence.set('named again', 1);
    for (const n of [i - 1, i + 1]) {
      const other = posts[n];
      if (other === undefined || Math.max(other.start - post.end, post.start - other.end) > beside) continue;
      evidence.set('beside another post', 1);
      if (besides[n]!.size > 0) evidence.set('beside a post of somebody', 1);
    }
    return { post, evidence };
  });
}

/** Where persons, units and places begin and end. */
function placesAround({ persons, organisations, places }: Names) {
  return {
    begins: new Map(persons.map((p) => [p.start, p.form])),
    people: new Map(persons.map((p) => [p.end, p.form])),
    units: new Set(organisations.map((o) => o.end)),
    places: new Set(places.map((p) => p.end)),
  };
}

/** Who or what stands right beside the post. */
function besideEvidence(
  { start, end }: Post,
  { text, dictionary }: PostsContext,
  { begins, people, units, places }: ReturnType<typeof placesAround>,
): Evidence {
  const evidence: Evidence = new Map();
  const behind = begins.get(end);
  if (behind !== undefined) evidence.set(`before a person, ${behind}`, 1);
  else if (begins.has(end + 1)) evidence.set('before a person, behind a mark', 1);
  const from = dictionary.tense.before(text, start)?.start ?? start;
  const mark = text.charAt(from - 1);
  const before = people.get(from);
  if (before !== undefined) evidence.set(`behind a person, ${before}`, 1);
  else if (people.has(from - 1))
    evidence.set(`behind a person and ${isHan(text, from - 1) ? mark : 'a mark'}`, 1);
  for (const [kind, ends] of [
    ['unit', units],
    ['place', places],
  ] as const)
    if (ends.has(from)) evidence.set(`behind a ${kind}`, 1);
    else if (ends.has(from - 1))
      evidence.set(`behind a ${kind} and ${isHan(text, from - 1) ? mark : 'a mark'}`, 1);
  return evidence;
}

/** What the post itself and the words around it tell. */
function ownEvidence({ text: written, head, kind, start, end }: Post, context: PostsContext): Evidence {
  const { text, map, dictionary, fields } = context;
  const evidence: Evidence = new Map([
    [`kind ${kind}`, 1],
    [`post ${head}`, 1],
  ]);
  const more = written.length - head.length;
  if (written.startsWith('副')) evidence.set('vice', 1);
  else if (more > 1) evidence.set('with a section', 1);
  if (rank.test(written)) evidence.set('a rank', 1);
  if (fields.some((f) => /Post$/.test(f.kind) && f.start <= start && end <= f.end))
    evidence.set('in its field', 1);
  if (taking.test(text.slice(Math.max(0, start - 7), start))) evidence.set('somebody works as it', 1);
  if (dictionary.tense.before(text, start) !== null) evidence.set('behind a word of time', 1);
  if (isHan(text, start - 1)) {
    evidence.set(`follows ${text.charAt(start - 1)}`, 1);
    const word = map.words[map.indexAt(start - 1)];
    if (word !== undefined) evidence.set(`behind a word ${word.tag.charAt(0)}`, 1);
  } else evidence.set(/[\n\s]|^$/.test(text.charAt(start - 1)) ? 'begins a line' : 'begins a clause', 1);
  if (isHan(text, end)) {
    evidence.set(`precedes ${text.charAt(end)}`, 1);
    const word = map.words[map.indexAt(end)];
    if (word !== undefined) evidence.set(`before a word ${word.tag.charAt(0)}`, 1);
  } else
    evidence.set(
      /[\n\s]|^$/.test(text.charAt(end)) ? 'ends a line' : `ends a clause with ${text.charAt(end)}`,
      1,
    );
  return evidence;
}

/** 四级调研员, 二级主办. */
const rank = /^[一二三四]级/;
/** 在某公司干|检测员, 当了六年|会计, 他是|站长. */
const taking = /(?:[当干]了?[一二三四五六七八九十两几\d]+年(?:多)?的?|担任|现任|降为|[他她]是|其实是|是个)$/;

/** 实际老板 and 社区干部 are no posts, 审批股负责人 is one. */
const isCalling = ({ text, head }: Post, callings: ReadonlySet<string>): boolean =>
  callings.has(text) || (callings.has(head) && !/(?:负责人|工作人员)$/.test(head));

/** A post of the writer's own is sealed with him. */
const isOwn = (post: Post, { text, informant }: PostsContext): boolean =>
  (post.kind !== 'public' || /^[:：]/.test(text.charAt(post.end))) &&
  informant.some(
    ({ kind, spans }) =>
      /^(?:name|organisation)$/.test(kind) && spans.some((s) => Math.min(...distances(s, post)) <= 1),
  );

const distances = (one: Span, other: Span) => [
  Math.abs(one.end - other.start),
  Math.abs(one.start - other.end),
];

/** 汤主任 is one mention, of a person. */
function isInName({ start, end }: Post, { persons }: Names): boolean {
  const person = persons[firstFrom(persons, start) - 1];
  return person !== undefined && person.form === 'titled' && end <= person.end;
}
