import { behindLastOf, oneOf } from '../../../../one-of.js';
import { type Evidence, likeliest } from '../../../../weighing/index.js';
import { firstFrom, startingAt } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import type { Holder } from '../holder.js';
import { toldOf } from '../told-of.js';
import type { PaperView } from '../view/index.js';
import type { PostRun } from './runs.js';

export interface PostCandidate {
  /** Null where the paper tells no post of him. */
  run: PostRun | null;
  evidence: Evidence;
}

/** Mentions of a person that are looked at; what he is stands beside the first ones. */
const mostMentions = 12;
/** How far, in characters, a post stands from the person whose it is. */
const reach = 300;

/** Every run of posts that stands near the person, and none, with what speaks for it. */
export function postCandidates(reading: Reading, view: PaperView, holder: Holder): PostCandidate[] {
  const candidates: PostCandidate[] = [];
  for (const run of view.runs) {
    const near = nearEvidence(reading, view, holder, run);
    if (near !== null) candidates.push({ run, evidence: new Map([...near, ...runEvidence(reading, run)]) });
  }
  compare(candidates);
  compareTitles(candidates, titlesOf(reading, holder));
  const none: Evidence = new Map([['no post', 1]]);
  if (!candidates.some((c) => c.evidence.has('post beside'))) none.set('no post stands beside', 1);
  return [...candidates, { run: null, evidence: none }];
}

/** 主任 and 党组书记、主任 are told of the same person: the fuller one is his post. */
function compare(candidates: readonly PostCandidate[]): void {
  const beside = candidates.filter((c) => c.evidence.has('post beside'));
  for (const one of beside)
    for (const other of beside) {
      const [post, longer] = [one.run?.post ?? '', other.run?.post ?? ''];
      if (post === longer || !longer.endsWith(post)) continue;
      one.evidence.set('post told in full elsewhere', 1);
      other.evidence.set('post in full', 1);
    }
}

/** 主任 of 习主任, 局长 of 饶局. */
function titlesOf({ text, dictionary }: Reading, { mentions }: Holder): Set<string> {
  const titles = new Set<string>();
  for (const { start, end } of mentions.slice(0, mostMentions)) {
    const written = text.slice(start, end);
    const post = dictionary.posts.before(written, written.length);
    if (post !== null && post.start >= 1 && post.start <= 2) titles.add(written.slice(post.start));
    else if (/^.[局处科所站院校队]$/.test(written)) titles.add(`${written.slice(1)}长`);
  }
  return titles;
}

/** 总务处主任 may be 习主任, 县长 is not. */
function compareTitles(candidates: readonly PostCandidate[], titles: ReadonlySet<string>): void {
  if (titles.size === 0) return;
  for (const { run, evidence } of candidates) {
    if (run === null || evidence.has('post in his name')) continue;
    const like = [...titles].some((title) => run.post.endsWith(title) || title.endsWith(run.post));
    evidence.set(like ? 'post like his title' : 'post unlike his title', 1);
  }
}

/** The likeliest of the posts. */
export function choosePost(reading: Reading, view: PaperView, holder: Holder): PostRun | null {
  return likeliest(postCandidates(reading, view, holder), reading.weights.units)?.run ?? null;
}

/** Where the post stands as seen from the person; null where it is far from him. */
function nearEvidence(
  { text, names }: Reading,
  view: PaperView,
  { mentions, holdings, later }: Holder,
  run: PostRun,
): Evidence | null {
  const evidence: Evidence = new Map();
  const has = (positions: readonly { start: number }[]) =>
    positions.some((p) => run.start <= p.start && p.start < run.end);
  const beside = holdings.flatMap(({ positions }, i) => (has(positions) ? [i] : []));
  const same = holdings.filter((h) => h.position === run.post).length;
  if (beside.length > 0) evidence.set('post beside', 1);
  if (beside.includes(0)) evidence.set('post beside the first mention', 1);
  if (same > 1) evidence.set('post beside again', 1);
  if (later.some((l) => has(l.positions))) evidence.set('post told later', 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (const mention of mentions.slice(0, mostMentions)) {
    if (mention.start < run.start && run.end <= mention.end) {
      evidence.set('post in his name', 1);
      nearest = 0;
      continue;
    }
    const before = run.end <= mention.start;
    const gap = before ? mention.start - run.end : run.start - mention.end;
    nearest = Math.min(nearest, gap);
    const side = before ? 'before' : 'behind';
    if (gap > reach || view.lineAt(run.start) !== view.lineAt(mention.start)) continue;
    const alone = !view.anotherBetween(
      before ? run.end : mention.end,
      before ? mention.start : run.start,
      String(mention.value),
    );
    if (alone) {
      evidence.set(`post ${side}, nobody between`, 1);
      if (isChange(text, run)) evidence.set('change to the post told of him', 1);
      if (!before && isMove(text, run)) evidence.set('moved to the post', 1);
    }
    if (view.sentenceAt(run.start) === view.sentenceAt(mention.start)) {
      evidence.set(`post in the sentence, ${side}`, 1);
      const [from, to] = before ? [run.end, mention.start] : [mention.end, run.start];
      if (!view.anotherBetween(from, to, String(mention.value))) {
        evidence.set(`post in the sentence, ${side}, nobody between`, 1);
        if (!before && isNow(text, run)) evidence.set('post he is told to have now', 1);
      }
      if (!/[，,；]/.test(text.slice(from, Math.min(to, from + 60))))
        evidence.set(`post in the clause, ${side}`, 1);
    } else evidence.set(`post in the paragraph, ${side}`, 1);
  }
  if (nearest > reach) return null;
  evidence.set('post near', 1 / (1 + nearest / 20));
  const value = String(mentions[0]?.value);
  const surname = value.charAt(0);
  const of = toldOf(text, run.start) ?? toldOf(text, run.organisation?.start ?? run.start);
  if (of === surname) evidence.set('post told of his surname', 1);
  else if (of !== null && names.persons.some((p) => p.surname === of))
    evidence.set('post told of the surname of another', 1);
  if (/^[（(，,]?(?:就?是)?姓(.)/.exec(text.slice(run.end, run.end + 5))?.[1] === surname)
    evidence.set('his surname told behind the post', 1);
  const last = names.persons[firstFrom(names.persons, run.start) - 1];
  const from = Math.min(run.start, run.organisation?.start ?? run.start);
  if (
    last !== undefined &&
    last.value !== value &&
    last.end <= from &&
    /^[，,（(是任系\s]{0,2}$/.test(text.slice(last.end, from))
  )
    evidence.set('post of the person before', 1);
  const behind = /[\s(（“"的]/.test(text.charAt(run.end)) ? run.end + 1 : run.end;
  const next = startingAt(names.persons, behind);
  if (next !== undefined && next.value !== value) evidence.set('post of the next person', 1);
  if (view.titled(run) !== null && view.titled(run) !== value) evidence.set('post in the name of another', 1);
  return evidence;
}

/** 现任|某局局长, 某局现|局长. */
function isNow(text: string, { start, organisation }: PostRun): boolean {
  const begin = Math.min(start, organisation?.start ?? start);
  return [begin, start].some((at) =>
    /(?:现任|现为|现在是|现是|现)$/.test(text.slice(Math.max(0, at - 3), at)),
  );
}

const changes =
  /现任|现为|现是|现在|如今|眼下|目前|转任|调任|升任|改任|转岗|转到|调到|调去|调往|升[到为了任]|提拔|改当|后来[是当任到]|到了?[\u4e00-\u9fa5]{2,16}[任当]|至今/;

/** 去年转到|市住建局|任|二级调研员: the sentence tells of a change before it comes to the post. */
function isChange(text: string, { start }: PostRun): boolean {
  const sentence = text
    .slice(Math.max(0, start - 36), start)
    .split(/[。；\n]/)
    .at(-1);
  return changes.test(sentence ?? '');
}

const moves =
  /(?:现任|现为|现是|转任|调任|升任|改任|转到|调到|调去|调往|升[到为了任]|提[了为任]|(?:现在|如今|眼下|目前|[以之]后)(?:他|她|就|已经?){0,2}[是任当为])[，,]?$/;

/** 已|转任|海沽市应急管理局二级调研员: right before unit and post he is told to have come there. */
function isMove(text: string, { start, organisation }: PostRun): boolean {
  const from = Math.min(start, organisation?.start ?? start);
  const before = text.slice(Math.max(0, from - 8), from);
  return moves.test(before) || (organisation !== null && /(?<!一)到了?$/.test(before));
}
const endsSentence = oneOf('。；;\n');

/** What the post itself tells. */
function runEvidence({ text, dictionary }: Reading, run: PostRun): Evidence {
  const { post, positions, start, organisation } = run;
  const evidence: Evidence = new Map();
  const begin = Math.min(start, organisation?.start ?? start);
  const clause = text.slice(behindLastOf(endsSentence, text, Math.max(0, begin - 24), begin), begin);
  if (isNow(text, run)) evidence.set('post of today', 1);
  if (isChange(text, run)) evidence.set('change to the post', 1);
  const before = text.slice(Math.max(0, begin - 5), begin);
  if (/职[务称位][:：]\s*$/.test(before)) evidence.set('post behind its label', 1);
  if (/(?:他|她|其|他们|对方)的?$/.test(before)) evidence.set('post of his man', 1);
  if (/现在|如今|眼下|目前|升|调(?:到|任|去)|高就/.test(clause)) evidence.set('post after a change', 1);
  if (/(?:原|时任|曾任|前|原任|当时)(?:是|任|的)?$/.test(text.slice(Math.max(0, start - 4), start)))
    evidence.set('post of then', 1);
  if (positions.every((p) => dictionary.callings.has(p.text))) evidence.set('calling', 1);
  evidence.set(`post is ${positions.at(-1)?.kind}`, 1);
  if (positions.length > 1) evidence.set('more than one post', 1);
  if (organisation !== null) evidence.set('post with a unit', 1);
  if (post.length > 4) evidence.set('post with a section', 1);
  if (/^副/.test(post)) evidence.set('vice', 1);
  return evidence;
}
