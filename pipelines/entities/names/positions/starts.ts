import type { Mention } from '../../../../domain/index.js';
import { type Evidence, weigh } from '../../../weighing/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';

/** Where a post may begin, with what speaks for it. */
export interface PostStart {
  start: number;
  evidence: Evidence;
}

/** The word for a post, without what stands before it: 科长 of 工程科副科长. */
export interface PostHead {
  start: number;
  end: number;
  written: string;
}

/** What is known of the text before its posts are read. */
export interface PostContext {
  text: string;
  map: WordMap;
  dictionary: Dictionary;
  /** 1 within a unit's name. */
  inUnit: Uint8Array;
  unitEnds: ReadonlySet<number>;
  placeEnds: ReadonlySet<number>;
}

/** The choice of where one post begins: is shown to whoever learns the weights. */
export type PostObserver = (head: PostHead, starts: readonly PostStart[]) => void;

const han = /[\u3400-\u9fff]/;
/** How far from the post its section is looked for once more, in characters. */
const around = 600;
/** Characters that a section and the prefixes before a post's own word have at most. */
const reach = 14;
const particles =
  /[的了着过我你您他她它们是被把给这那说很都也就及与或因某该此每其谁在由从让于请找去问到等向叫个嘛和兼任原时现前]/;

export function postContextOf(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  organisations: readonly Mention[],
  places: readonly Mention[],
): PostContext {
  const inUnit = new Uint8Array(text.length + 1);
  for (const unit of organisations) inUnit.fill(1, unit.start, unit.end);
  const unitEnds = new Set(organisations.map((o) => o.end));
  return { text, map, dictionary, inUnit, unitEnds, placeEnds: new Set(places.map((p) => p.end)) };
}

/** Where the post begins for which most speaks: 设备管理科科长 with its section, not with 由其 before it. */
export function chooseStart(head: PostHead, context: PostContext, observe?: PostObserver): number {
  const { text, inUnit, dictionary } = context;
  let first = head.start;
  while (head.start - first < reach && inUnit[first - 1] !== 1 && han.test(text.charAt(first - 1)))
    first -= 1;
  if (first === head.start) return first;
  const starts: PostStart[] = [];
  const bare = behindPrefixes(head, context);
  for (let start = first; start <= head.start; start++)
    starts.push({ start, evidence: evidenceOf(start, head, bare, context) });
  observe?.(head, starts);
  const scores = starts.map((s) => weigh(dictionary.postWeights, s.evidence));
  return starts[scores.indexOf(Math.max(...scores))]!.start;
}

/** Where the post begins without a section: 副科长, 常务副主任. */
function behindPrefixes({ start }: PostHead, { text, inUnit, dictionary }: PostContext): number {
  let at = start;
  for (let prefix = dictionary.postPrefixes.before(text, at); prefix !== null; ) {
    if (inUnit[prefix.start] === 1) break;
    at = prefix.start;
    prefix = dictionary.postPrefixes.before(text, at);
  }
  return at;
}

function evidenceOf(start: number, { written }: PostHead, bare: number, context: PostContext): Evidence {
  const { text, map, dictionary, unitEnds, placeEnds } = context;
  const evidence: Evidence = new Map();
  const add = (name: string, value = 1) => evidence.set(name, value);
  const previous = text.charAt(start - 1);
  if (!han.test(previous)) add('begins a clause');
  else if (unitEnds.has(start)) add('behind a unit');
  else {
    add(`behind ${previous}`);
    if (placeEnds.has(start)) add('behind a place');
    if (dictionary.tense.before(text, start) !== null) add('behind a word of time');
  }
  const word = map.words[map.indexAt(start)];
  if (word === undefined || word.start !== start) add('cuts a word');
  else {
    const before = map.words[map.indexAt(start - 1)];
    if (before !== undefined && han.test(previous))
      add(`behind a word ${before.tag.charAt(0)}${before.end - before.start > 1 ? ' of some length' : ''}`);
  }
  const head = written.slice(-2);
  if (start > bare) add('cuts its prefix');
  else if (start === bare) {
    add('no section');
    add(`no section before ${head}`);
    if (han.test(previous)) add(`no section but ${previous} before ${head}`);
  } else addSection(add, start, bare, head, context);
  return evidence;
}

/** What the section itself says: 平战结合处 before 处长. */
function addSection(
  add: (name: string, value?: number) => void,
  start: number,
  end: number,
  head: string,
  { text, map, dictionary }: PostContext,
): void {
  const section = text.slice(start, end);
  const last = section.slice(-1);
  add(`section before ${head}`);
  add(`section of ${Math.min(10, section.length)}`);
  add(`section ends with ${last}`);
  add(`section ends with ${section.slice(-2)}`);
  add(`section with ${last} before ${head}`);
  add(`section begins with ${section.charAt(0)}`);
  if (dictionary.departments.at(text, start)?.end === end) add('known section');
  else if ((dictionary.departments.before(text, end)?.start ?? start) > start)
    add('more than a known section');
  const word = map.words[map.indexAt(start)];
  if (word?.start === start)
    add(`section begins with a word ${/^nr/.test(word.tag) ? 'nr' : word.tag.charAt(0)}`);
  if (section.length <= 3 && dictionary.surnames.has(section.charAt(0))) add('may be a name');
  const particle = section.search(particles);
  if (particle >= 0) add(particle === 0 ? 'particle first' : 'particle inside');
  let verbs = 0;
  for (let i = map.indexAt(start); i < map.words.length; i++) {
    const inside = map.words[i]!;
    if (inside.end >= end) break;
    if (inside.start >= start && /^[vdpcrumt]$/.test(inside.tag)) verbs += 1;
  }
  if (verbs > 0) add('verbs inside', Math.min(2, verbs));
  const inner = section.slice(0, -1).search(/[局办委科股处室部组队站所院]/);
  if (inner >= 0) add('another section inside');
  const near = text.slice(Math.max(0, start - around), end + around);
  if (near.indexOf(section) !== near.lastIndexOf(section)) add('section named again');
}
