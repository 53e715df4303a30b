import type { Mention } from '../../../../domain/index.js';
import { isHan, oneOf } from '../../../one-of.js';
import { type Evidence, noteInto, type Witness } from '../../../weighing/index.js';
import type { Dictionary } from '../dictionary.js';
import { surnameRanks } from '../name-characters.js';
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
  /** Where a town or village ends whose officers' posts begin behind it. */
  divisionEnds: ReadonlySet<number>;
}

/** The choice of where one post begins: is shown to whoever learns the weights. */
export type PostObserver = (head: PostHead, starts: readonly PostStart[]) => void;

const isSection = oneOf('局办委科股处室部组队站所院');
/** How far from the post its section is looked for once more, in characters. */
const around = 600;
/** Characters that a section and the prefixes before a post's own word have at most. */
const reach = 14;
const isParticle = oneOf(
  '的了着过我你您他她它们是被把给这那说很都也就及与或因某该此每其谁在由从让于请找去问到等向叫个嘛和兼任原时现前里各同',
);

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
  const divisions = places.filter((place) => /.(?:[镇乡村]|街道|社区)$/.test(place.text));
  return {
    text,
    map,
    dictionary,
    inUnit,
    unitEnds,
    placeEnds: new Set(places.map((p) => p.end)),
    divisionEnds: new Set(divisions.map((place) => place.end)),
  };
}

/** 县农机局下属|农机推广站站长: what lies under the unit before it. */
const isUnder = /[下所直]属$/;

/**
 * Where the post begins for which most speaks: 设备管理科科长 with its section, not with 由其 before it.
 * @param from where it may begin at the earliest: behind the post before it.
 */
export function chooseStart(
  head: PostHead,
  from: number,
  context: PostContext,
  observe?: PostObserver,
): number {
  const { text, inUnit, dictionary, divisionEnds } = context;
  const scale = dictionary.postScale;
  const earliest = Math.max(from, head.start - reach);
  let first = head.start;
  // 指使|保管科科长: no section reaches over such a verb.
  const mayReach = (at: number) =>
    inUnit[at - 1] !== 1 &&
    !divisionEnds.has(at) &&
    isHan(text, at - 1) &&
    !isUnder.test(text.slice(Math.max(0, at - 2), at)) &&
    dictionary.involving.before(text, at) === null;
  while (first > earliest && mayReach(first)) first -= 1;
  if (first === head.start) return first;
  const fusedAt = fusedSection(first, head, context);
  if (fusedAt !== null) return fusedAt;
  const bare = behindPrefixes(head, context);
  const starts = Array.from({ length: head.start - first + 1 }, (_, n) => first + n);
  observe?.(
    head,
    starts.map((start) => ({ start, evidence: evidenceOf(start, head, bare, context) })),
  );
  let [best, highest] = [head.start, Number.NEGATIVE_INFINITY];
  for (const start of starts) {
    seeStart(start, head, bare, context, scale);
    const [score = 0] = scale.take();
    if (score > highest) [best, highest] = [start, score];
  }
  return best;
}

const fused = /^[科股处室部所站队]长/;
const workWords = /^(?:n|vn|nz|ng|j|x)$/;

const isKnownWork = (work: string, { departments }: Dictionary) =>
  ['科', '股', '处', '室', '部'].some((kind) => departments.at(`${work}${kind}`, 0)?.end === work.length + 1);

/**
 * Where the section begins in 财政局|预算科长, 财政局原|预算科长: the head's own word holds the section's end, of which nothing
 * but what it is for stands before.
 */
function fusedSection(
  behindUnit: number,
  head: PostHead,
  { text, map, dictionary, unitEnds, divisionEnds }: PostContext,
): number | null {
  if (!(unitEnds.has(behindUnit) || divisionEnds.has(behindUnit)) || !fused.test(head.written)) return null;
  const first = dictionary.tense.at(text, behindUnit)?.end ?? behindUnit;
  const size = head.start - first;
  if (size < 2 || size > 6) return null;
  // 教育局|马强|科长 is called by his post.
  if (dictionary.nameCharacters.surname[text.charCodeAt(first)]! >= surnameRanks.common) return null;
  for (let i = map.indexAt(first); i < map.words.length && map.words[i]!.start < head.start; i++) {
    const { start, end, tag } = map.words[i]!;
    if (start < first || end > head.end) return null;
    if (!workWords.test(tag) && !isKnownWork(text.slice(start, head.start), dictionary)) return null;
  }
  for (let at = first; at < head.start; at++) if (isParticle(text, at)) return null;
  return first;
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

function evidenceOf(start: number, head: PostHead, bare: number, context: PostContext): Evidence {
  const evidence: Evidence = new Map();
  seeStart(start, head, bare, context, noteInto(evidence));
  return evidence;
}

function seeStart(
  start: number,
  { written }: PostHead,
  bare: number,
  context: PostContext,
  witness: Witness,
): void {
  const { text, map, dictionary, unitEnds, placeEnds } = context;
  const previous = text.charAt(start - 1);
  const joined = isHan(text, start - 1);
  if (!joined) witness.see('begins a clause');
  else if (unitEnds.has(start)) witness.see('behind a unit');
  else {
    witness.seeWord('behind ', previous);
    if (placeEnds.has(start)) witness.see('behind a place');
    if (dictionary.involving.before(text, start) !== null)
      witness.see('behind a verb that involves somebody');
    if (dictionary.tense.before(text, start) !== null) witness.see('behind a word of time');
  }
  const word = map.words[map.indexAt(start)];
  if (word === undefined || word.start !== start) witness.see('cuts a word');
  else {
    const before = map.words[map.indexAt(start - 1)];
    if (before !== undefined && joined) {
      const length = before.end - before.start > 1 ? ' of some length' : '';
      witness.seeWord('behind a word ', before.tag.charAt(0) + length);
    }
  }
  const head = written.slice(-2);
  if (start > bare) witness.see('cuts its prefix');
  else if (start === bare) {
    witness.see('no section');
    witness.seeWord('no section before ', head);
    if (joined) witness.seeWord('no section but ', `${previous} before ${head}`);
  } else seeSection(start, bare, head, context, witness);
}

/** 科长 of a 科, 主任 of a 中心. */
const isHeadOf = (head: string, section: string): boolean =>
  head.endsWith('长')
    ? section.endsWith(head.slice(-2, -1))
    : head === '主任' && /(?:中心|[办室委处科部院]|窗口)$/.test(section);

/** What the section itself says: 平战结合处 before 处长. */
function seeSection(
  start: number,
  end: number,
  head: string,
  { text, map, dictionary }: PostContext,
  witness: Witness,
): void {
  const section = text.slice(start, end);
  const last = section.slice(-1);
  witness.seeWord('section before ', head);
  witness.seeWord('section of ', String(Math.min(10, section.length)));
  witness.seeWord('section ends with ', last);
  if (section.length > 1) witness.seeWord('section ends with ', section.slice(-2));
  witness.seeWord('section with ', `${last} before ${head}`);
  if (isHeadOf(head, section))
    witness.see(section.length > 3 ? 'head of a long section' : 'head of a section');
  witness.seeWord('section begins with ', section.charAt(0));
  if (dictionary.departments.at(text, start)?.end === end) witness.see('known section');
  else if ((dictionary.departments.before(text, end)?.start ?? start) > start)
    witness.see('more than a known section');
  const word = map.words[map.indexAt(start)];
  if (word?.start === start)
    witness.seeWord('section begins with a word ', /^nr/.test(word.tag) ? 'nr' : word.tag.charAt(0));
  if (section.length <= 3 && dictionary.surnames.has(section.charAt(0))) witness.see('may be a name');
  if (isParticle(text, start) || dictionary.reports.at(text, start) !== null) witness.see('particle first');
  let [verbs, inside, particle] = [0, false, false];
  for (let at = start + 1; at < end; at++) {
    particle ||= isParticle(text, at);
    inside ||= isSection(text, at) && at < end - 1;
  }
  if (particle) witness.see('particle inside');
  if (inside) witness.see('another section inside');
  let work = 0;
  for (let i = map.indexAt(start); i < map.words.length; i++) {
    const within = map.words[i]!;
    if (within.end >= end) break;
    if (within.start < start || !/^[vdpcrumt]$/.test(within.tag)) continue;
    // 采购 and 指挥 are what a section is for.
    if (within.tag === 'v' && within.end - within.start > 1) work += 1;
    else verbs += 1;
  }
  if (verbs > 0) witness.see('verbs inside', Math.min(2, verbs));
  if (work > 0) witness.see('work inside', Math.min(2, work));
  const office = dictionary.bodies.at(text, start);
  if (office?.tag === 'body' && office.end < end) witness.see('begins with an office');
  const from = Math.max(0, start - around);
  const again = text.slice(from, end + around).indexOf(section) + from !== start;
  if (again || text.slice(end, end + around).includes(section)) witness.see('section named again');
}
