import type { Mention } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import { touches } from '../mention-at.js';
import type { WordMap } from '../word-map.js';

/** A place of the text by where it ends. */
export type PlaceByEnd = ReadonlyMap<number, number>;

const han = /[\u3400-\u9fff]/;
/** Words of this kind make up what an office is for; 和 and 与 stand between two of them. */
const workTags = /^(?:n|nz|nt|ng|vn|v|vg|vd|b|a|an|ad|j|l|i|x|f|zg|g|z|q|c|nr|ns|nrt|m|t|s)$/;
/** Stands in no office's name. */
const particles =
  /[的了着过我你您他她它们是被把给这那说很都也就并且因某该此每各其谁哪吗呢吧啊嘛曾在向由从将让于请找去问里等]/;
const notWork =
  /分管|负责|主管|主持|领导|干部|群众|举报|反映|同志|承诺|要求|认为|担任|时任|现任|曾任|任命|(?<!草)原|老板|规定|决定|违规|职务|单位|系列|有关|相关|所属|下属|所辖|辖区|范围|多个|一名|一个|承包|承建|开发商|没有|不|送|收受|批准|同意|安排|购买/;

/** 水利水电 and 林业和草原: nothing but what an office is for stands between two places of the text. */
function isWork(text: string, map: WordMap, dictionary: Dictionary, from: number, to: number): boolean {
  const written = text.slice(from, to).replace('领导小组', '');
  if (particles.test(written) || notWork.test(written) || /^[和与及、]|[和与及]$/.test(written)) return false;
  for (let at = from; at < to; at++) {
    if (!han.test(text.charAt(at))) return false;
    const post = dictionary.posts.at(text, at);
    if (post !== null && post.end <= to) return false;
  }
  for (let i = map.indexAt(from); i <= map.indexAt(to - 1); i++) {
    const word = map.words[i];
    if (word === undefined) return false;
    const joins = /^[和与及]$/.test(text.slice(word.start, word.end));
    if (!joins && !workTags.test(word.tag)) return false;
  }
  return true;
}

const office =
  /(?:局|法院|检察院|中心|委员会|支队|大队|维护队|管理处|粮库|储备库|服务站|[督理查测验]站|[理建监]所|公司)$/;
const longestWork = 10;

/** 沙窝县|水利水电|移民局: where the division begins whose office this is, or the office's own beginning. */
export function divisionBefore(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  start: number,
  end: number,
  placeByEnd: PlaceByEnd,
): number {
  if (!office.test(text.slice(start, end))) return start;
  for (let at = start - 1; at > 0 && start - at <= longestWork; at--) {
    if (!han.test(text.charAt(at))) return start;
    const place = placeByEnd.get(at);
    if (place === undefined || !/[省市县区州镇乡旗]$/.test(text.slice(place, at))) continue;
    // 水土保持和|移民局: one office of two kinds of work, where nothing before 和 is an office.
    const joined = /[和与]$/.test(text.slice(at, start)) && !/[局委办院站所队]/.test(text.slice(at, start));
    const until = joined && start - at > 2 ? start - 1 : start;
    return isWork(text, map, dictionary, at, until) ? firstOf(place, placeByEnd) : start;
  }
  return start;
}

/** 滨岭省|霁州市|东屏区: the first of the places that stand without a gap. */
function firstOf(place: number, placeByEnd: PlaceByEnd): number {
  let first = place;
  for (let before = placeByEnd.get(first); before !== undefined; before = placeByEnd.get(first))
    first = before;
  return first;
}

const unlisted =
  /[\u3400-\u9fff]{2,12}?(?:局|办|处|院|队|站|所|库|馆|设计室|商会|协会|服务中心|管理中心|信息中心|[\u3400-\u9fff]{2}中心|工委|街道|专班)(?=[^\u3400-\u9fff]|[局分站所处院馆主副书党原的上离退老以在以对与和同及将把向等说称给找收让也又就都却拿要被由于从到里内系是有为没未不让叫]|会计|出纳|工作|有关|违|关于|职工|领导|[\u3400-\u9fff]{1,3}(?:派出所|大队|分局|办事处)|[\u3400-\u9fff]{2,5}[科股处室])/y;

/** 双堰市|林业和草原局: offices of no dictionary, which only their division and their ending tell. */
export function addOffices(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  places: readonly Mention[],
  placeByEnd: PlaceByEnd,
  found: Mention[],
): void {
  const units = [...found];
  const divisions = places.filter((place) => /(?:[市县区州镇乡旗师团]|街道|苏木)$/.test(place.text));
  for (const place of [...divisions, ...levels(text)]) {
    unlisted.lastIndex = place.end;
    const match = unlisted.exec(text);
    if (match === null) continue;
    const end = place.end + match[0].length;
    if (touches(units, place.start, end)) continue;
    const cut = !map.startsAt(end) && map.words[map.indexAt(end)]?.tag !== 'x';
    // 林业和草原|局以: the segmenter's mistake.
    if (cut && text.charAt(end) !== text.charAt(end - 1) && !/[以在对为被将向]/.test(text.charAt(end)))
      continue;
    if (!isWork(text, map, dictionary, place.end, end)) continue;
    // 沙滘镇|农业办主任: the town's officer.
    if (
      /[镇乡道]/.test(text.charAt(place.end - 1)) &&
      text.charAt(end - 1) === '办' &&
      dictionary.posts.at(text, end) !== null
    )
      continue;
    const start = firstOf(place.start, placeByEnd);
    const name = text.slice(start, end);
    found.push({ type: 'organisation', start, end, text: name, value: name, confidence: 0.85 });
  }
  found.sort((a, b) => a.start - b.start);
}

/** 收了|县|文体旅局的钱: a level alone, where something else has ended before it. */
const levels = (text: string) =>
  [
    ...text.matchAll(
      /(?<=^|[^\u3400-\u9fff]|[的在到找去问向给让由经和与了从把])[省市县区镇](?=[\u3400-\u9fff]{2,8}局)/g,
    ),
  ].map(({ index }) => ({ start: index, end: index + 1 }));

/** 财务股|长, 民政所|长: the last character of a section is the first of its head's post, too. */
export const isFusedWithHead = (text: string, end: number): boolean =>
  /^[科股处室部所站队]长(?![期年达时久])/.test(text.slice(end - 1, end + 2));

const section =
  /[\u3400-\u9fff]{1,9}?(?:领导小组办公室|服务中心|管理中心|分公司|分院|分局|分校|支行|分行|支队|大队|监督站|[科股处局]|(?<![小党])组)(?![长])/y;
const hasSections = /(?:局|办|委|院|厅|委员会|公司|集团|支队|银行|建工)$/;
/** Parts whose head is a head of its own unit: 人防服务中心|副主任. */
const ownUnit = /(?:中心|分公司|分院|分局|分校|支行|分行|小组办公室)$/;

/** 双堰市住建局|人防科 is one unit where no post follows; the end of the section, or the unit's own. */
export function sectionBehind(text: string, map: WordMap, dictionary: Dictionary, unit: Mention): number {
  if (!hasSections.test(unit.text)) return unit.end;
  section.lastIndex = unit.end;
  const match = section.exec(text);
  if (match === null) return unit.end;
  const end = unit.end + match[0].length;
  const company = /(?:公司|集团|建工|银行|医院|勘察院|设计院|研究院)$/.test(unit.text);
  if (!company && !map.startsAt(unit.end)) return unit.end;
  if (company && !/(?:分公司|支行|分行|分院)$/.test(match[0])) return unit.end;
  if (!map.startsAt(end) || !isWork(text, map, dictionary, unit.end, end)) return unit.end;
  // 恳请市纪委|查处: what is asked of the unit.
  if (/^v/.test(map.words[map.indexAt(end - 1)]?.tag ?? '')) return unit.end;
  const prefix = dictionary.postPrefixes.at(text, end)?.end ?? end;
  const headed =
    dictionary.posts.at(text, prefix) !== null || /^副?[科股处室组局队站所]长/.test(text.slice(end, end + 3));
  return headed && !ownUnit.test(match[0]) ? unit.end : end;
}

const branch =
  /([\u3400-\u9fff]{1,6}?)(派出所|供电所|税务所|办事处|分局|大队|中队|分公司|分行|支行|分院)(?=[^\u3400-\u9fff]|[主分副书党原的所教指民辅行大中队局经]|一个|有个)/y;
const hasBranches = /(?:局|支队|公司|集团|协会|银行|农商行|信用社|联社|院|会)$/;

/**
 * 白蕨县公安局|城东派出所: a branch that is called by a place is a unit of its own, with its head behind it too;
 * its end, or the unit's own.
 */
export function branchBehind(text: string, map: WordMap, dictionary: Dictionary, unit: Mention): number {
  if (!hasBranches.test(unit.text)) return unit.end;
  branch.lastIndex = unit.end;
  const [written = '', name = '', kind = ''] = branch.exec(text) ?? [];
  const end = unit.end + written.length;
  if (written === '' || !isWork(text, map, dictionary, unit.end, end)) return unit.end;
  // 综合执法|大队, 行政审批|分局: what it is for is no place, and its head is a head of the unit's.
  const called = !dictionary.departments.at(text, unit.end) && !isTask(name);
  return called || /分局|支行|分行|分院|分公司|派出所/.test(kind) ? end : unit.end;
}

const isTask = (name: string) =>
  /执法|监察|监督|检查|稽查|管理|治安|交警|交通|刑侦|刑警|消防|巡|特警|禁毒|经侦|法制|综合|行政|城管|养护|征收|审批|服务|规划|建设|工程|第?[一二三四五六七八九十]$|直属|机动/.test(
    name,
  );

const roomOf =
  /(?:第[一二三四五六七八九十]{1,3}(?:审查调查室|监督检查室|纪检监察室)|纪检监察[一二三四五六七八九十]{1,2}室|案件(?:审理|监督管理)室|案管室|信访(?:举报)?室|机关(?:纪委|党委)|(?:来信来访|信访)接待(?:中心|室))(?!副?(?:主任|书记|处长)|干部|工作|的?同志)/y;

/** 市纪委监委|第六审查调查室, 市住建局|机关纪委: an office's room to which a letter is written; its end. */
export function roomBehind(text: string, unit: Mention): number {
  if (!/(?:局|委|办|院|厅|委员会)$/.test(unit.text)) return unit.end;
  roomOf.lastIndex = unit.end;
  return unit.end + (roomOf.exec(text)?.[0].length ?? 0);
}

const rooms = new RegExp(`(?<=^|[^\\u3400-\\u9fff]|[送转交由向到给])${roomOf.source}`, 'g');

/** 承办部门：|纪检监察一室, 移送|第二监督检查室: rooms that handle the matter, named without their office. */
export function addRooms(text: string, found: Mention[]): void {
  const units = [...found];
  for (const { index: start, 0: name } of text.matchAll(rooms)) {
    const end = start + name.length;
    if (touches(units, start, end)) continue;
    found.push({ type: 'organisation', start, end, text: name, value: name, confidence: 0.85 });
  }
  found.sort((a, b) => a.start - b.start);
}

const partOfOffice = /^(.{2,}(?:局|办|委|厅))([\u3400-\u9fff]{2,8}(支队|大队|中队))$/;

/** 交通运输局|执法支队|副支队长: where the office ends whose part is named with its head; the unit's own end elsewhere. */
export function beforeHeadedPart(text: string, unit: Mention): number {
  const [, office, part, kind] = partOfOffice.exec(unit.text) ?? [];
  if (office === undefined || part === undefined || kind === undefined || !isTask(part)) return unit.end;
  const head = /^副?([\u3400-\u9fff]{1,2})长/.exec(text.slice(unit.end, unit.end + 4))?.[1];
  return head === kind ? unit.start + office.length : unit.end;
}

const ofNoPlace =
  /^(?:巡察组|巡视组|人民法院|法院|人民检察院|招生办|招标办|殡仪馆|人防指挥所|评标委员会|派出所)$/;

/** 巡察组 and 殡仪馆 without a place are a kind of office, unless somebody's post stands behind. */
export const isKindOfOffice = (text: string, unit: Mention, dictionary: Dictionary): boolean =>
  ofNoPlace.test(unit.text) && dictionary.posts.at(text, unit.end) === null;
