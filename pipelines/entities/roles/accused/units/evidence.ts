import type { Mention } from '../../../../../domain/index.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom } from '../../../names/index.js';
import { hasRival } from '../../petitioner/index.js';
import type { Reading } from '../../reading.js';
import type { Holder } from '../holder.js';
import type { PostRun } from '../posts/index.js';
import { publicFirm } from '../suspects/standing.js';
import { toldOf } from '../told-of.js';
import type { PaperView, Unit } from '../view/index.js';
import type { Told } from './candidates.js';
import { sectionOf, sectionsOf } from './sections.js';

/** Mentions of a person that are looked at; he is introduced in the first ones. */
const mostMentions = 12;

/** What speaks for the unit. */
export function unitEvidence(
  reading: Reading,
  view: PaperView,
  holder: Holder,
  told: Told,
  unit: Unit,
): Evidence {
  return new Map([
    ...besideEvidence(holder, told, unit),
    ...nearEvidence(reading, view, holder, unit),
    ...kindEvidence(reading, told, unit),
    ...sectionEvidence(reading, told, unit),
    ...partEvidence(reading, view, holder, told, unit),
    ...shortEvidence(reading, view, holder, told, unit),
  ]);
}

/** The unit stands beside the person or before his post. */
export const standsBeside = (evidence: Evidence): boolean =>
  ['beside with a post', 'before the post', 'right before the post'].some((name) => evidence.has(name));

export function noUnitEvidence(
  { dictionary, official, text }: Reading,
  { units }: PaperView,
  holder: Holder,
  told: Told,
): Evidence {
  const evidence: Evidence = new Map([['none', 1]]);
  const ending = headedBy(told.position, dictionary) ?? (told.run && endingBefore(text, told.run));
  if (ending != null && !units.some((u) => endsWith(u, ending))) evidence.set('none ends as his does', 1);
  if (official) evidence.set('none in an official paper', 1);
  for (const kind of postKinds(told.position, dictionary)) evidence.set(`none for ${kind}`, 1);
  if (holder.holdings.every((h) => h.organisation === null)) evidence.set('none stands beside', 1);
  return evidence;
}

/** The unit stands with the post, or alone, beside the person. */
function besideEvidence({ holdings, later }: Holder, { position, run }: Told, unit: Unit): Evidence {
  const evidence: Evidence = new Map();
  let [posted, alone] = [0, 0];
  for (const [i, holding] of [...holdings, ...later].entries()) {
    if (holding.organisation === null || !unit.mentions.includes(holding.organisation)) continue;
    if (holding.position !== null) posted += 1;
    else alone += 1;
    if (i === 0) evidence.set('beside the first mention', 1);
    if (holding.position !== null && holding.position === position) evidence.set('beside with the post', 1);
  }
  if (run?.organisation != null && unit.mentions.includes(run.organisation))
    evidence.set('before the post', 1);
  if (run !== null && unit.mentions.some((m) => m.end <= run.start && run.start - m.end <= 1))
    evidence.set('right before the post', 1);
  if (posted > 0) evidence.set('beside with a post', 1);
  if (posted > 1) evidence.set('beside again', 1);
  if (alone > 0) evidence.set('beside without a post', 1);
  return evidence;
}

const label = /单位[:：]\s*$/;

/** Where the unit stands as seen from the person. */
function nearEvidence(
  { text, names }: Reading,
  view: PaperView,
  { mentions, holdings }: Holder,
  unit: Unit,
): Evidence {
  const evidence: Evidence = new Map();
  const posted = mentions.filter((_, i) => holdings[i]?.position != null);
  const looked = [...posted, ...mentions.filter((m) => !posted.includes(m))].slice(0, mostMentions);
  let nearest = Number.POSITIVE_INFINITY;
  for (const [i, mention] of looked.entries()) {
    for (const org of unit.mentions) {
      const before = org.end <= mention.start;
      const gap = before ? mention.start - org.end : Math.max(0, org.start - mention.end);
      nearest = Math.min(nearest, gap);
      const side = before ? 'before' : 'behind';
      if (view.sentenceAt(org.start) === view.sentenceAt(mention.start)) {
        evidence.set(`same sentence, ${side}`, 1);
        if (before && !view.anotherBetween(org.end, mention.start, String(mention.value)))
          evidence.set('nobody between', 1);
      } else if (view.lineAt(org.start) === view.lineAt(mention.start))
        evidence.set(`same paragraph, ${side}`, 1);
      if (i === 0 && before) evidence.set('named before him', 1);
      const alone =
        gap < 200 &&
        view.lineAt(org.start) === view.lineAt(mention.start) &&
        !view.anotherBetween(
          before ? org.end : mention.end,
          before ? mention.start : org.start,
          String(mention.value),
        );
      if (alone) evidence.set(`${side}, nobody between`, 1);
      if (alone && !before && label.test(text.slice(Math.max(0, org.start - 4), org.start)))
        evidence.set('its label tells it of him', 1);
    }
  }
  evidence.set('near', 1 / (1 + nearest / 60));
  const [first] = looked;
  if (first !== undefined) {
    const last = names.organisations[firstFrom(names.organisations, first.start) - 1];
    if (last !== undefined && unit.mentions.includes(last)) evidence.set('last named before him', 1);
  }
  return evidence;
}

/** The kind of unit has posts of that kind. */
function kindEvidence({ dictionary }: Reading, { position }: Told, unit: Unit): Evidence {
  const { full } = unit;
  const evidence: Evidence = new Map();
  const kind = dictionary.unitKinds.before(full, full.length)?.tag ?? 'other';
  const petition = dictionary.petitionOffices.before(full, full.length) !== null;
  for (const post of postKinds(position, dictionary)) {
    evidence.set(`${post} of ${kind}`, 1);
    if (petition) evidence.set('of a petition office', 1);
  }
  const head = headedBy(position, dictionary);
  if (head !== null) evidence.set(endsWith(unit, head) ? 'head of such a unit' : 'head of another kind', 1);
  if (kind === 'firm') evidence.set(publicFirm.test(full) ? 'public firm' : 'firm', 1);
  return evidence;
}

/** 站 of 站长, 局 of 局长: what the unit's name ends with that such a head has. */
function headedBy(position: string | null, dictionary: Reading['dictionary']): string | null {
  const head = /([\u4e00-\u9fa5])长$/.exec(position ?? '')?.[1] ?? null;
  return sectionsOf(position, dictionary).length === 0 ? head : null;
}

const leads = /^(?:director|part-head|bureau-head|head-of-house|association-head)$/;

/** What kinds of posts it is made of; 总务处主任 leads a section as a 科长 does, and not the whole as a 主任 does. */
function postKinds(position: string | null, dictionary: Reading['dictionary']): Set<string> {
  if (position === null) return new Set(['no post']);
  return new Set(
    position.split(/[、，,]/).map((post) => {
      const kind = dictionary.postKinds.before(post, post.length)?.tag ?? 'other post';
      return leads.test(kind) && sectionOf(post, dictionary) !== null ? 'section-head' : kind;
    }),
  );
}

/** 征收科|征收科科长 is of the office, not of the section by itself. */
function sectionEvidence({ text, dictionary }: Reading, { position }: Told, unit: Unit): Evidence {
  const evidence: Evidence = new Map();
  for (const section of sectionsOf(position, dictionary)) {
    // 办公室主任 of 人民防空办公室.
    if (dictionary.unitKinds.before(section, section.length)?.start === 0) continue;
    if (endsWith(unit, section)) evidence.set('ends with the section', 1);
    else if (
      unit.mentions.some((m) => text.startsWith(section, m.end) || text.startsWith(`的${section}`, m.end))
    )
      evidence.set('the section behind it', 1);
  }
  return evidence;
}

/** 中心|主任, 我们|局长: the unit is called by its ending, or not at all, before the post. */
function shortEvidence(
  { text }: Reading,
  view: PaperView,
  { own }: Holder,
  { run }: Told,
  unit: Unit,
): Evidence {
  const { full, mentions } = unit;
  const evidence: Evidence = new Map();
  if (run === null || run.organisation !== null) return evidence;
  const short = text
    .slice(Math.max(0, run.start - 7), run.start)
    .replace(/(?:底下|下面|里面|那边|里|上)?的?$/, '')
    .split(/[^\u4e00-\u9fa5]/)
    .at(-1)!;
  for (let size = short.length; size >= 2; size--)
    if ([full, ...unit.names.keys()].some((name) => isWithin(short.slice(-size), name))) {
      evidence.set('in short before the post', Math.min(size, 4) / 4);
      break;
    }
  const meant = /[该本此同](?:单位|公司|中心|学校|医院|[局办委处站所院校厂厅镇乡村库队])(?=的?$)/.exec(
    text.slice(Math.max(0, run.start - 5), run.start),
  )?.[0];
  if (meant !== undefined) {
    const last = view.units
      .flatMap((u) => (endsWith(u, meant.slice(1)) ? u.mentions : []))
      .reduce((best, m) => (m.end <= run.start && m.end > best ? m.end : best), -1);
    if (mentions.some((m) => m.end === last)) evidence.set('meant by this', 1);
  }
  const ending = endingBefore(text, run);
  if (ending !== null)
    evidence.set(endsWith(unit, ending) ? 'its ending before the post' : 'another ending before the post', 1);
  if (
    /(?:我们?|本|咱们?)的?$/.test(text.slice(Math.max(0, run.start - 3), run.start)) &&
    mentions.some((m) => own.has(m.text))
  )
    evidence.set('our post', 1);
  return evidence;
}

/** 局 of 局|办公室主任: how the unit ends that the post is told of without its name. */
function endingBefore(text: string, { start, organisation }: PostRun): string | null {
  if (organisation !== null) return null;
  const before = text.slice(Math.max(0, start - 3), start).replace(/的$/, '');
  return /(?:中心|公司|集团|医院|学校|[局办委处站所队院校厂厅镇乡村])$/.exec(before)?.[0] ?? null;
}

/** 人防办 ends so by one of its names, though it is written out as 人民防空办公室. */
const endsWith = ({ full, names }: Unit, ending: string) =>
  full.endsWith(ending) || [...names.keys()].some((name) => name.endsWith(ending));

/** 市政公司 of 渚城市政工程公司: its characters stand in the name in their order. */
function isWithin(short: string, name: string): boolean {
  let at = -1;
  for (const character of short) {
    at = name.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** What part the unit plays in the view. */
function partEvidence(reading: Reading, view: PaperView, holder: Holder, told: Told, unit: Unit): Evidence {
  const { text } = reading;
  const evidence: Evidence = new Map();
  const { title, sender, addressed, region, implied, holders } = view;
  const isImplied = [...unit.names.keys()].some((name) => implied.has(name.slice(-1)));
  const any = (name: string, is: (mention: Mention) => boolean) => {
    if (unit.mentions.some(is)) evidence.set(name, 1);
  };
  const value = String(holder.mentions[0]?.value);
  evidence.set('often', Math.min(1, Math.log2(unit.mentions.length) / 3));
  if (sender !== null && unit.mentions.includes(sender)) evidence.set('sender', 1);
  if (unit.mentions.every((m) => addressed.has(m))) evidence.set('addressed only', 1);
  else any('addressed', (m) => addressed.has(m));
  if (title !== null) any('in the title', (m) => title.start <= m.start && m.end <= title.end);
  const own = unit.mentions.find((m) => holder.own.has(m.text));
  if (own !== undefined) {
    evidence.set('unit of the informant', 1);
    if (hasRival(reading, own.text)) evidence.set('unit of the informant, beside another', 1);
    if (unit.mentions.length === 1) evidence.set('unit of the informant, named once', 1);
    if (isImplied) evidence.set('unit of the informant, spoken of as ours', 1);
    if (holder.holdings.every((h) => h.organisation === null))
      evidence.set('unit of the informant, none beside', 1);
    if (told.run?.organisation == null) evidence.set('unit of the informant, none before the post', 1);
  }
  any('the writer says he is of it', (m) =>
    /(?:我们?[是在]|本人[是系在])$/.test(text.slice(Math.max(0, m.start - 4), m.start)),
  );
  if (isImplied) evidence.set('spoken of without its name', 1);
  if (region !== null) evidence.set(unit.full.startsWith(region) ? 'of the region' : 'not of the region', 1);
  if (unit.mentions[0]?.type === 'place') evidence.set('a place', 1);
  if (unit.unsure !== null) evidence.set(unit.unsure, 1);
  const held = unit.mentions.flatMap((m) => holders.get(m) ?? []);
  if (held.some((p) => p.value !== value && holder.fellows.has(String(p.value))))
    evidence.set('unit of another accused', 1);
  if (held.some((p) => p.value !== value && !holder.fellows.has(String(p.value))))
    evidence.set('unit of somebody else', 1);
  if (view.first !== null && unit.mentions.includes(view.first)) evidence.set('first named', 1);
  any('behind its label', (m) => label.test(text.slice(Math.max(0, m.start - 4), m.start)));
  any('its name told', (m) =>
    /(?:全称|单位|名字|牌子)?(?:叫|说的是|全称是?|写清楚[:：])$/.test(
      text.slice(Math.max(0, m.start - 8), m.start),
    ),
  );
  const surname = value.charAt(0);
  const of = unit.mentions.map((m) => toldOf(text, m.start));
  if (of.includes(surname)) evidence.set('told of his surname', 1);
  else if (of.some((one) => one !== null && view.surnames.has(one)))
    evidence.set('told of the surname of another', 1);
  if (unit.unsure !== null && unit.mentions.every((m) => view.within(m)))
    evidence.set('within a longer name', 1);
  any('in the closing lines', (m) => m.start >= reading.closing.start || reading.closing.covers(m));
  any('now', (m) => /(?:现任|现为|现在|调任|升任)$/.test(text.slice(Math.max(0, m.start - 2), m.start)));
  return evidence;
}

/** Which of its names the unit is put down by. */
export function nameEvidence(
  unit: Unit,
  name: string,
  times: number,
  place: number,
  beside: readonly Mention[],
  region: string | null,
): Evidence {
  const evidence: Evidence = new Map();
  if (unit.names.size === 1) return evidence;
  const all = [...unit.names.keys()];
  if (region !== null)
    evidence.set(name.startsWith(region) ? 'its name of the region' : 'its name of no region', 1);
  if (place === 0) evidence.set('its first name', 1);
  if (all.every((other) => other.length <= name.length)) evidence.set('its longest name', 1);
  if (all.every((other) => other.length >= name.length)) evidence.set('its shortest name', 1);
  evidence.set(
    'share of its name',
    times / all.reduce((sum, other) => sum + (unit.names.get(other) ?? 0), 0),
  );
  if (beside.some((m) => m.text === name)) evidence.set('its name beside', 1);
  if (beside.some((m) => m.value === name)) evidence.set('its name beside, with its place', 1);
  if (!unit.mentions.some((m) => m.text === name)) evidence.set('its name made whole', 1);
  if (/^[省市县区镇乡村]/.test(name)) evidence.set('its name without its place', 1);
  return evidence;
}
