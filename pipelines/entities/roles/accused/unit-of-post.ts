import type { Mention, Span } from '../../../../domain/index.js';
import { endingAt, type PersonMention } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { unitName } from './holders.js';
import { publicFirm } from './suspects/standing.js';

/** What kind of unit has such a post. */
const heads: readonly [post: RegExp, unit: RegExp][] = [
  // A section's head is of the bureau that has the section.
  [/[\u4e00-\u9fa5]{2}处副?处长|审批办副?主任/, /局$|办$|厅$|委$|办公室$|委员会$/],
  [/局长/, /局$/],
  [/处长/, /处$/],
  [/厅长/, /厅$/],
  [/站长/, /站$/],
  [/所长/, /所$/],
  [/校长|教务|教导/, /[校学]$|学院$|幼儿园$/],
  [/园长/, /园$/],
  [/院长|护士长/, /院$/],
  [/馆长/, /馆$/],
  [/队长/, /队$/],
  [/行长/, /行$|社$/],
  [/台长/, /台$/],
  [/厂长/, /厂$/],
  [/场长/, /场$/],
  [/会长|理事长|秘书长/, /会$/],
  [/镇长/, /镇(?:人民)?(?:政府)?$/],
  [/乡长/, /乡(?:人民)?(?:政府)?$/],
  [/部长/, /公司$|集团$|[部厂]$/],
  [/董事|经理|总裁|总监|监事|法定代表人/, /公司$|集团$|厂$|银行$/],
  [/村|组长|支书/, /村$|村委会$|组$|社区$/],
  [/主任/, /办$|办公室$|中心$|委员会$|委$|管委会$|办事处$/],
];
const firm = /(?:公司|厂|集团|酒店|宾馆|酒楼|饭店|旅行社|商行|店|山庄|俱乐部|会所|茶楼|茶室|超市|事务所)$/;
const foreign =
  /(?:法院|检察院|公安局|派出所|电视台|日报社|银行|支行|信用社|(?:勘察|设计|勘测|研究)院(?:[\u4e00-\u9fa5]{2,4}分院)?|检测中心|财政局|专户)$/;

/** A unit named in the letter for somebody whose post stands without one: by post, nearness, title and how often. */
export function unitOfPost(
  reading: Reading,
  position: string | null,
  mentions: readonly (PersonMention | undefined)[],
  own: ReadonlySet<string>,
): string | null {
  const { text, lines, names, dictionary, official } = reading;
  const title = lines.find((line) => text.slice(line.start, line.end).trim() !== '');
  const head = title === undefined ? undefined : names.organisations.find((o) => o.start <= title.start + 1);
  // Who sends a paper is no unit of those whom it is about: 龙坪县财政局关于移送…的函.
  const sender = official && head !== undefined ? head.text : null;
  const counts = new Map<string, number>();
  for (const org of names.organisations) counts.set(shortName(org), (counts.get(shortName(org)) ?? 0) + 1);
  const kind = heads.find(([post]) => position !== null && post.test(position))?.[1];
  const business = position !== null && /董事|经理|总裁|总监|法定代表人/.test(position);
  const [first] = mentions;
  let best: { org: Mention; score: number } | null = null;
  for (const org of names.organisations) {
    if (org.text === sender || /\d(?:余|多)?[万千]?元/.test(org.text)) continue;
    if (dictionary.petitionOffices.before(org.text, org.text.length) !== null) continue;
    let score = Math.min(1.6, 0.4 * (counts.get(shortName(org)) ?? 0));
    const fits = kind?.test(org.text) === true;
    if (fits) score += 2.5;
    else if (kind === undefined && /[局办委]$|中心$|政府$|委员会$/.test(org.text)) score += 1;
    if (!fits && /园$|[中小大]学$|医院$|社$/.test(org.text)) score -= 1.5;
    if (!fits && firm.test(org.text)) score -= business || publicFirm.test(org.text) ? 0 : 5;
    if (!fits && foreign.test(org.text)) score -= 2.5;
    if (own.has(org.text)) score -= fits ? 0.5 : 2.5;
    if (title !== undefined && title.start <= org.start && org.end <= title.end && isTitle(text, title))
      score += 2;
    if (/^(?:领导|各位|的?同志|:|：|并[报转])/.test(text.slice(org.end, org.end + 2))) score -= 2.5;
    score += Math.max(-1, ...mentions.flatMap((m) => (m === undefined ? [] : [nearness(text, org, m)])));
    if (first !== undefined && org.end <= first.start) score += 0.3;
    if (best === null || score > best.score + 0.01) best = { org, score };
  }
  const written =
    kind === undefined || best?.org === undefined || !kind.test(best.org.text)
      ? unread(reading, position)
      : null;
  if (written !== null) return written;
  if (best === null || best.score < -0.5) return villageOf(reading, mentions);
  const chosen = best.org;
  if (!kind?.test(chosen.text)) {
    const village = villageOf(reading, mentions);
    if (village !== null) return village;
  }
  // The same office in the words of the title, or those first used.
  const same = names.organisations.find((o) => shortName(o) === shortName(chosen) && o.text.length > 3);
  const name = unitName(same ?? chosen);
  // 管委会 where the letter also has …管理委员会.
  const full = name === '管委会' ? names.organisations.filter((o) => o.text.endsWith('管理委员会')) : [];
  return full.length === 1 ? unitName(full[0]) : name;
}

/** 双堰市|林业和草原局: a body that no list knows, by the end of its name behind a place. */
function unread({ text, names }: Reading, position: string | null): string | null {
  const end = /(局|馆|站|院|校|队)长/.exec(position ?? '')?.[1];
  if (end === undefined) return null;
  for (const place of names.places) {
    const behind = /^[\u4e00-\u9fa5]{2,12}/.exec(text.slice(place.end, place.end + 13))?.[0] ?? '';
    const at = behind.indexOf(end);
    if (at < 2 || /[的在了是和向把被对给到从]/.test(behind.slice(0, at).replace(/和(?=.{2})/, ''))) continue;
    if (/[市县区州省镇乡]$/.test(place.text)) return place.text + behind.slice(0, at + 1);
  }
  return null;
}

const isTitle = (text: string, line: Span) =>
  /关于|举报|反映|控告|检举|揭发|问题/.test(text.slice(line.start, line.end));

function nearness(text: string, org: Span, mention: Span): number {
  const gap = org.end <= mention.start ? mention.start - org.end : org.start - mention.end;
  if (gap < 0) return 0;
  const between =
    org.end <= mention.start ? text.slice(org.end, mention.start) : text.slice(mention.end, org.start);
  const sentence = !/[。！？\n]/.test(between.slice(0, 200));
  const before = org.end <= mention.start;
  if (sentence && gap < 80) return before ? 1.8 : 0.8;
  if (gap < 120) return before ? 1 : 0.3;
  return gap < 400 ? (before ? 0.5 : 0) : 0;
}

/** A unit under its usual short name. */
export function shortName(org: Mention): string {
  return String(org.value ?? org.text)
    .replace(/人民防空办公室|人民防空办|民防办/, '人防办')
    .replace(/国防动员办公室/, '国动办')
    .replace(/住房和城乡建设局/, '住建局')
    .replace(/^[省市县区](?=.{3})/, '');
}

/** 村主任 and 支书 without a unit are their village's. */
function villageOf({ names }: Reading, mentions: readonly (PersonMention | undefined)[]): string | null {
  const village = mentions.some(
    (m) => m !== undefined && /^村|支书|支部书记|组长/.test(endingAt(names.positions, m.start)?.text ?? ''),
  );
  if (!village) return null;
  const home = names.places.find((p) => /[村组]$/.test(p.text));
  return home === undefined ? null : (/[^省市县区镇乡]{1,6}[村组]$/.exec(home.text)?.[0] ?? null);
}
