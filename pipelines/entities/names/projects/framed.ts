import type { Mention } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import { firstFrom } from '../mention-at.js';
import type { WordMap } from '../word-map.js';

/** What only stands behind the name of something built, or to be built. */
const strong =
  /(?:的)?(?:项目(?![部经管负审的名])|小区(?=[的全业地内里]|$)|楼盘|开发商|业主|等[\d一二两三四五六七八九十几多]{1,2}个(?:项目|楼盘|小区|地块)|(?:防空)?地下室|地下车[库位]|人防地下|欠[缴交费]|少[缴交建]|[应漏拖][缴交建]|未[按足缴建]|没[有]?(?:修|建|交|缴)|免[去了]|减免|易地(?:建设)?费|防护(?:门|设备)|人防(?:工程|车位|车库|门|验收|手续|报建)|售楼部?|改造项目|[东南西北]区(?=[的地]))/;
/** What may stand behind other names, too. */
const weak =
  /(?:工程(?![师款部])|[（(][\u3400-\u9fff]{2,8}[〔[（(]\d{4}|\d{1,9}(?:\.\d{1,4})?万|[\d一二三四五六七八九十]{1,6}[幢栋号]楼?|总共|没有(?:取得|办|经过)|平时使用|占用|道路工程|验收|报建|本来|一期|二期|又做|的?图纸|的?图审|施工|交了|送审|竣工|采购|招标|移民|投标|免费|，(?:应|欠|未|少|没|漏|\d{4}年))/;
const frame = new RegExp(`${strong.source}|${weak.source}`, 'g');
const isStrong = new RegExp(`^(?:${strong.source})`);
/** Ends what stands before a name. */
const lead = /[对将把给为在收从由买被与和及向至是到跟的了过盖建开办按除]/;
const leadWord =
  /(?:核定|代办|批准|还有|放着|插手|建设|开发|承建|承包|审批|验收|介入|购买|投资|问题|其中|包括|涉及|针对|关于|以及|分别|违规|收取|减免|上报|报送|修建|办理|送审|负责|期间|以来|经手|参加|参与|我们|他们|去年|今年|当年|同意)$/;
const barred =
  /项目|工程|单位|企业|公司|[规筹承]建|费|款|手续|审批|人防|防空|地下|领导|主任|局|委|我|你|他|她|[该本此每各某全这那几]|老板|开发商|业主|问题|情况|房地产|房开|小区|楼盘|地块|面积|平方|建筑|住宅|商品房|设备|设施|国家|政府|同意|的|了|没有|未|不|改造|规定|标准|施工|年|月|日|[省市县区镇乡]里|[县区镇乡].?$|市(?!场).?$|以$|附近|[路街巷道]$|[要有是就都算做]|说|现金|凭据|票据/;
const longest = 9;

/** Names that only their surroundings tell to be of something built: 对|望江一品|未按规定修建. */
export function readFramed(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  taken: readonly Mention[],
  stems: readonly string[],
  add: (start: number, end: number, confidence: number) => void,
): void {
  for (const match of text.matchAll(frame)) {
    const end = match.index;
    const start = begins(text, map, end);
    if (start === null) continue;
    const name = text.slice(start, end);
    if (barred.test(name) || overlapped(taken, start, end)) continue;
    const score = evidence(text, map, dictionary, start, end, stems);
    const sure = isStrong.test(match[0]);
    if (score === 0 || (!sure && !likely(text, map, dictionary, start, end))) continue;
    if (score + (sure ? 2 : 1) >= 4) add(start, end, 0.75);
  }
}

/** Where a name of three to nine characters begins; null where nothing before the frame ends another word. */
function begins(text: string, map: WordMap, end: number): number | null {
  for (let start = end - 1; start >= 0 && end - start <= longest; start--) {
    if (!/[\u3400-\u9fff]/.test(text.charAt(start))) return null;
    if (end - start < 3) continue;
    const before = text.charAt(start - 1);
    if (!/[\u3400-\u9fff]/.test(before)) return start;
    if (leadWord.test(text.slice(Math.max(0, start - 2), start))) return start;
    if (lead.test(before) && (map.startsAt(start - 1) || map.startsAt(start))) return start;
  }
  return null;
}

/** An ending of something built, or a word that is a name: what weak surroundings need. */
function likely(text: string, map: WordMap, dictionary: Dictionary, start: number, end: number): boolean {
  if (endingOf(text, dictionary, start, end)) return true;
  for (let i = map.indexAt(start); i <= map.indexAt(end - 1); i++)
    if (/^(?:ns|nr|nz)$/.test(map.words[i]?.tag ?? '')) return true;
  return false;
}

function endingOf(text: string, dictionary: Dictionary, start: number, end: number): boolean {
  const ending =
    dictionary.projectSuffixes.before(text, end) ?? dictionary.projectBuildings.before(text, end);
  return ending !== null && ending.start > start;
}

function overlapped(taken: readonly Mention[], start: number, end: number): boolean {
  for (let i = Math.max(0, firstFrom(taken, start) - 1); i < taken.length; i++) {
    const other = taken[i]!;
    if (other.start >= end) return false;
    if (other.end > start && other.type !== 'place') return true;
  }
  return false;
}

/** How far a stretch looks like a name of something built; 0 where it holds a word that no name has. */
function evidence(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  start: number,
  end: number,
  stems: readonly string[],
): number {
  const name = text.slice(start, end);
  const ending = endingOf(text, dictionary, start, end);
  let score = ending ? 2 : 0;
  if (
    !map.startsAt(start) &&
    !(map.startsAt(start - 1) && lead.test(text.charAt(start - 1))) &&
    !/[\u3400-\u9fff]/.test(text.charAt(start - 1))
  )
    return 0;
  let proper = false;
  for (let i = map.indexAt(start); i <= map.indexAt(end - 1); i++) {
    const word = map.words[i];
    if (word === undefined) return 0;
    if (/^(?:x|ns|nr|nrt|nz)$/.test(word.tag)) proper = true;
    else if (
      /^(?:p|c|d|r|u|uj|ul|y|nt)$/.test(word.tag) ||
      (/^(?:v|vn)$/.test(word.tag) && word.end - word.start > 1 && score === 0)
    )
      return 0;
    else if (
      (word.tag === 'm' || (word.tag === 'q' && map.words[i - 1]?.tag === 'm')) &&
      !/^一[号品城方]$/.test(text.slice(word.start, word.end)) &&
      word.end < end
    )
      return 0;
  }
  if (stems.some((stem) => name.startsWith(stem) && name.length > stem.length + 1)) score += 1;
  if (name.length === 4) score += 1;
  if (proper) score += 1;
  return score > 0 && (proper || ending) ? score + 1 : 0;
}

const built =
  /(?:宾馆|酒店|饭店|中学|小学|学校|医院|度假村|山庄|幼儿园|体育馆|客运中心|[一二三四五六七八九]中)$/;
const beingBuilt =
  /^(?:改造项目|项目|(?:防空)?地下室|地下车库|占用人防|总共要交|二期|欠[缴交]|应[缴交]|未按规定|易地建设费|易地费|人防(?:工程|门|地下室|车库))/;

/** 在|石涧宾馆|改造项目中: a house whose building is spoken of is no organisation there. */
export function isBeingBuilt(text: string, unit: Mention): boolean {
  return built.test(unit.text) && beingBuilt.test(text.slice(unit.end, unit.end + 8));
}
