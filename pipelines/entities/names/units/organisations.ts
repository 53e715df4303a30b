import type { Mention } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import { isShortName } from './company-names.js';
import { withLevel, withPlaces, withUnknownPlace } from './left-edge.js';
import { nameStart } from './name-start.js';
import { addSchools } from './schools.js';
import { contextOf, type UnitObserver, type WeighedUnits, weighStarts } from './starts.js';
import { readTradeNames } from './trade-names.js';
import {
  addOffices,
  addRooms,
  beforeHeadedPart,
  branchBehind,
  divisionBefore,
  isFusedWithHead,
  isKindOfOffice,
  roomBehind,
  sectionBehind,
} from './unit-grammar.js';

const bare =
  /^(?:[我该本此其贵各某两全]|这家|那家|一家|多家)?(?:公司|集团|银行|学校|医院|中心|委员会|办公室|协会|厂|酒店|宾馆|饭店|超市|支行|分行|法院|检察院|大学|学院|小学|中学|管理处|管理所|管理局|工作室|指挥部|项目部|研究院|设计院|日报|证券|俱乐部|办事处|商会|学会|总公司|分公司|子公司|集团公司|有限公司|联社|合作社|幼儿园|山庄|经营部|加工厂|煤矿|砂场|林场|农场|服务中心|总工会|党支部|工作站|派出所|中介公司|建筑公司|设计公司|监理公司|检测公司|物业公司|开发公司|房地产公司|工程公司)$/;
/**
 * Names of organisations: a public body with the places before it, or a name that runs left from an ending such
 * as 有限公司 over words that names are made of. Departments behind a body belong to it unless a post follows.
 */
export function readOrganisations(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  places: readonly Mention[],
  observe?: UnitObserver,
): WeighedUnits {
  const placeByEnd = new Map(places.map((place) => [place.end, place.start]));
  const stems = [
    ...new Set(
      places
        .filter((p) => /[市县区旗镇乡州]$/.test(p.text) && (p.text.length > 2 || p.text.endsWith('州')))
        .map((p) => (/^.州$/.test(p.text) ? p.text : p.text.slice(0, -1))),
    ),
  ];
  const found: Mention[] = [];
  for (let i = 0; i < text.length; i++) {
    const hit = dictionary.bodies.at(text, i);
    // 扩建工|程 is no firm called 扩建工.
    if (
      hit === null ||
      cutsWord(text, map, i, hit.end, dictionary) ||
      isPartOfPost(text, i, hit.end) ||
      text.slice(hit.end - 1, hit.end + 1) === '工程' ||
      isTrade(text, i, hit.end, dictionary) ||
      endsElsewhere(text, hit.end)
    )
      continue;
    const last = found.at(-1);
    if (last !== undefined && last.end > i) {
      if (hit.end > last.end) {
        last.end = hit.end;
        last.text = text.slice(last.start, last.end);
        last.value = last.text;
      }
      continue;
    }
    const from =
      hit.tag === 'body'
        ? withUnknownPlace(text, map, withPlaces(text, i, placeByEnd))
        : withLevel(text, map, nameStart(text, map, i, placeByEnd, stems));
    if (isFusedWithHead(text, hit.end)) {
      // 柳沟乡|民政所长: the town is his unit.
      if (ofTown.test(text.slice(from, i))) found.push(unitOf(text, from, i, likely));
      i = hit.end - 1;
      continue;
    }
    const name = text.slice(from, hit.end);
    // 人防办|工程管理处|处长: a department with its head behind it is part of his post.
    if (
      hit.tag === 'suffix' &&
      last !== undefined &&
      from <= last.end &&
      last.end < i + 1 &&
      /^[^，。；、\s]{0,6}$/.test(text.slice(last.end, i)) &&
      /[处科股部室]$/.test(name) &&
      dictionary.posts.at(text, dictionary.postPrefixes.at(text, hit.end)?.end ?? hit.end) !== null
    ) {
      i = hit.end - 1;
      continue;
    }
    if (
      last !== undefined &&
      ((last.end === from && hit.tag === 'body' && (from === i || chained.test(text.slice(from, hit.end)))) ||
        (last.end === i && continues.test(text.slice(i, hit.end))) ||
        (last.end === from && (numberedBranch.test(name) || (/行$/.test(last.text) && /支行$/.test(name)))) ||
        (last.end === from && hit.tag === 'suffix' && name.endsWith('领导小组办公室')) ||
        (last.end === i && (from <= last.start || (hit.tag === 'body' && from < last.end))) ||
        (hit.tag === 'body' && last.end > from && /驻/.test(text.slice(from, i))) ||
        (hit.tag === 'body' &&
          last.end > from &&
          /^[省市县区州]委?$|^中共/.test(last.text.slice(-2)) &&
          /第.{1,3}$/.test(text.slice(last.end, i))))
    ) {
      last.end = hit.end;
      last.text = text.slice(last.start, last.end);
      last.value = last.text;
    } else if (!bare.test(name) && !(hit.tag === 'suffix' && from === i)) {
      const proper =
        hit.tag === 'body' ||
        isProper(text, map, from, i, placeByEnd, stems, text.slice(i, hit.end), dictionary.companyKinds);
      const start = last !== undefined && from < last.end ? last.end : from;
      const confidence = hit.tag === 'body' ? 0.95 : proper ? likely : doubted;
      found.push({ ...unitOf(text, start, hit.end, confidence), value: name });
    }
    i = hit.end - 1;
  }
  addSchools(text, found, placeByEnd, stems);
  addOffices(text, map, dictionary, places, placeByEnd, found);
  addRooms(text, found);
  for (const [i, mention] of found.entries()) {
    const start = divisionBefore(text, map, dictionary, mention.start, mention.end, placeByEnd);
    if (start < mention.start && start >= (found[i - 1]?.end ?? 0)) put(text, mention, start, mention.end);
    // 麓台县|农商行 cut as 麓台|县农: a name begins with its whole place.
    for (let at = mention.start + 1; at < mention.start + 3; at++) {
      const whole = placeByEnd.get(at);
      if (whole !== undefined && whole < mention.start && whole >= (found[i - 1]?.end ?? 0))
        put(text, mention, whole, mention.end);
    }
    withDepartment(text, mention, dictionary);
    const branched = branchBehind(text, map, dictionary, mention);
    if (branched > mention.end) {
      // 防护工程行业协会|鹿溪办事处 was found as two units.
      for (let next = found[i + 1]; next !== undefined && next.start < branched; next = found[i + 1])
        found.splice(i + 1, 1);
      put(text, mention, mention.start, branched);
      continue;
    }
    const room = roomBehind(text, mention);
    if (room > mention.end) {
      put(text, mention, mention.start, room);
      continue;
    }
    const end = sectionBehind(text, map, dictionary, mention);
    if (end > mention.end && end <= (found[i + 1]?.start ?? text.length))
      put(text, mention, mention.start, end);
  }
  for (const mention of found) {
    const end = beforeHeadedPart(text, mention);
    if (end < mention.end) put(text, mention, mention.start, end);
  }
  let last = 0;
  const units = found.filter((mention) => {
    const own = mention.end > last;
    last = Math.max(last, mention.end);
    return own && !isKindOfOffice(text, mention, dictionary);
  });
  const context = contextOf(text, map, places, {
    postAt: (at) => {
      const section = dictionary.departments.at(text, at)?.end ?? at;
      const post = dictionary.posts.at(text, dictionary.postPrefixes.at(text, section)?.end ?? section);
      return post === null ? null : (dictionary.postKinds.before(text, post.end)?.tag ?? 'other post');
    },
    kindOf: (name) => dictionary.unitKinds.before(name, name.length)?.tag ?? 'other',
  });
  const weighed = weighStarts(units, context, dictionary.unitScale, observe);
  const named = [...weighed.units, ...readTradeNames(text, weighed.units, dictionary)];
  return { units: named.sort((a, b) => a.start - b.start), doubtful: weighed.doubtful };
}

const likely = 0.9;
/** Of a name in which nothing is proper: only what is seen of it tells whether it is one. */
const doubted = 0.6;

const ofTown = /.(?:[镇乡村]|街道|社区)$/;

function unitOf(text: string, start: number, end: number, confidence: number): Mention {
  const name = text.slice(start, end);
  return { type: 'organisation', start, end, text: name, value: name, confidence };
}

/** 集团纪委|书记, 纪检组|长: words of a post, where no place says whose body it is. */
function isPartOfPost(text: string, start: number, end: number): boolean {
  if (/(?:组|支队|大队)$/.test(text.slice(start, end)) && text.charAt(end) === '长') return true;
  // 柳沟乡|党委委员, 、武装部部长: a town's or a bureau's officers.
  const town = /(?:[镇乡]|街道|办事处)党工?委$/.test(text.slice(Math.max(0, start - 3), end));
  if (town && /^(?:副?书记|委员|成员)/.test(text.slice(end))) return true;
  if (/^[、，]/.test(text.charAt(start - 1)) && /^副?[部主站所队]/.test(text.slice(end)))
    return (
      /^(?:武装部|组织部|宣传部|[\u3400-\u9fff]{1,3}[站所队办])$/.test(text.slice(start, end)) &&
      isPostBefore(text, start - 1)
    );
  // 前进村|村委会主任: the village is the unit.
  if (/^(?:村委会|居委会|村民委员会)$/.test(text.slice(start, end)) && /^副?主任/.test(text.slice(end)))
    return /(?:村|社区)$/.test(text.slice(Math.max(0, start - 2), start));
  return (
    text.slice(start, end) === '纪委' &&
    /^副?书记/.test(text.slice(end)) &&
    !/[省市县区州镇乡国]$/.test(text.slice(0, start))
  );
}

/** 党组成员|、质安站|站长: one more post of the same person. */
const isPostBefore = (text: string, at: number) =>
  /(?:书记|委员|成员|主任|局长|镇长|乡长|处长|科长|主席|工程师)$/.test(text.slice(Math.max(0, at - 3), at));

/** A body's name that is only the beginning or end of a longer dictionary word is none (法院|子). */
function cutsWord(text: string, map: WordMap, start: number, end: number, dictionary: Dictionary): boolean {
  const last = map.words[map.indexAt(end - 1)];
  return (
    last !== undefined &&
    last.start > start &&
    last.end > end &&
    last.tag !== 'x' &&
    last.end - last.start > 2 &&
    // 民政|局局长: the segmenter's mistake.
    !(text.charAt(end) === text.charAt(end - 1) && dictionary.posts.at(text, end) !== null)
  );
}

/** A second office of one name: 市纪委|市监委, 纪委监委|派驻住建局纪检监察组. */
const chained = /^(?:[省市县区]监委|监委|派驻|驻|第[一二三四五六七八九十])/;

const numberedBranch = /^第?[一二三四五六七八九十]{1,2}(?:分公司|分院|支行|营业部|项目部)$/;

/** 生产厂|房, 纪检组|长, 报建工|作: the ending is the beginning of another word. */
const endsElsewhere = (text: string, end: number): boolean =>
  /^(?:厂房|委员(?!会)|组长|店[面铺主]|部[门分]|队[伍员]|建工[作程地期])/.test(
    text.slice(end - 1, end + 1),
  ) || /^建工[作程地期]/.test(text.slice(end - 2, end + 1));

/** 恒源|房地产|开发有限公司: a trade ends no name where more of the name follows. */
function isTrade(text: string, start: number, end: number, { trades }: Dictionary): boolean {
  return (
    trades.has(text.slice(start, end)) &&
    (text.charAt(start - 1) === '房' ||
      /^(?:有限|股份|集团|公司|开发|建设|投资|工程|发展|管理|服务|安装|设备|器材|制造|销售|维修|费|证|税|商|市场|项目|行业|权|中介|部|馆|长)/.test(
        text.slice(end, end + 2),
      ))
  );
}

/** What continues a name that already ended in 集团 or 公司. */
const continues =
  /^(?:有限公司|有限责任公司|股份有限公司|总公司|分公司|支行|分行|集团|公司|办事处|分局|分院)$/;

/** A general ending makes a name only behind something proper: a place, a name, an unknown word. */
function isProper(
  text: string,
  map: WordMap,
  from: number,
  at: number,
  placeByEnd: ReadonlyMap<number, number>,
  stems: readonly string[],
  suffix: string,
  kinds: ReadonlySet<string>,
): boolean {
  if (/^(?:有限公司|有限责任公司|股份有限公司|事务所)$/.test(suffix)) return true;
  const stem = text.slice(from, at);
  if (isShortName(stem, suffix, kinds)) return true;
  if (
    stems.some((s) => stem.startsWith(s)) ||
    /^(?:省|市|县|区|州|镇|乡|中国|全国)/.test(stem) ||
    placeByEnd.has(at)
  )
    return true;
  if (suffix === '办公室' && stem.length <= 3 && !/[局委办站所院校厅处科部]$/.test(stem)) return false;
  if (/^(?:以|所|账|原|每|各|小|大|本|8|\d+[年月日])/.test(stem)) return false;
  for (let i = map.indexAt(from); i <= map.indexAt(at - 1); i++) {
    const word = map.words[i];
    if (word === undefined) break;
    if (/^nr/.test(word.tag) && (/^(?:办公室|家)$/.test(suffix) || (suffix === '厂' && stem.length < 4)))
      return false;
    if (/^(?:ns|nz|nr|nrt|nrfg|x|nt)$/.test(word.tag)) return true;
  }
  return stem.length >= 4 && /(?:公司|集团|银行|学校|医院|中学|小学|大学|学院|协会)$/.test(suffix);
}

/** 县人防办|工程科 is one unit; 工程科科长 is a post in 县人防办. */
function withDepartment(text: string, mention: Mention, dictionary: Dictionary): void {
  if (/^中共/.test(mention.text)) {
    const party = /^(?:党组|党委|党支部|党总支)(?!书记|成员|副|会|委员|班子)/.exec(
      text.slice(mention.end, mention.end + 6),
    );
    if (party !== null) put(text, mention, mention.start, mention.end + party[0].length);
  }
  const department = dictionary.departments.at(text, mention.end);
  if (department === null || isFusedWithHead(text, department.end)) return;
  const post = dictionary.posts.at(text, department.end) ?? dictionary.posts.at(text, department.end + 1);
  if (post !== null || dictionary.posts.at(text, mention.end) !== null) return;
  put(text, mention, mention.start, department.end);
}

function put(text: string, mention: Mention, start: number, end: number): void {
  mention.start = start;
  mention.end = end;
  mention.text = text.slice(start, end);
  mention.value = mention.text;
}
