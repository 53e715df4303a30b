import type { Mention } from '../../../../domain/index.js';
import type { WordMap } from '../word-map.js';

const endings =
  /(?:(?:综合)?(?:改造|扩建|改扩建|新建|加固|修缮|维修|绿化|硬化|亮化|迁建|整治|治理|提升|修复|建设|人防|道路|市政|供水|管网|配套|地下室)工程|(?:改造|扩建|改扩建|加固|修缮|迁建|整治)(?!项目)|(?:示范|供水|绿化|饮水|灌溉)(?:项目|工程)|附属楼|停车楼|实验楼|风雨操场|(?:地下|人防)停车场|(?:地下)?车库|教学楼|门诊楼|住院楼|综合楼|办公楼|宿舍楼|安置房|保障房|安置小区|地下人防车库|人防地下商场|人防车库|人防工事|地下(?:菜场|商城|通道)|玻璃栈道|健身步道|(?:路灯更新|亮化|绿化)(?=[、，。等都])|地块)(?:[一二三四五六七]期|(?:第?[一二三四五六七八九]|[A-Z])标段)?/g;
/** Something of its own must stand in the name: 滨河路, 老城区, 三中, 12号. */
const proper =
  /[路街桥河渠村坝镇乡县区园门]|市(?![政场])|小学|中学|医院|学校|水库|公园|广场|码头|市场|大道|车站|基地|[A-Za-z\d]|[一二三四五六七八九]号|城[东南西北]/;
const stop =
  /^(?:附近|的|了|在|是|对|和|与|及|将|把|被|为|给|向|由|从|到|于|该|本|这|那|某|各|个|等|其|他|她|我|让|找|承建|承包|承揽|承接|中标|负责|参与|实施|审批|验收|新建|修建|建设|开发|拿到|揽到|拿下|指定|通过|以|因|并|所有|全部|多个|几个|两个|三个|一个|有关|相关|我县|全县|全市|我市|我区|本县|包括|主管|分管|主持|购买|卖|买|拆|搞|做|办|修|盖|挖|装修|就|都|也|又|还|用|靠|进行|开展|有|没有|没|不|号称|所谓|名为|年|月|日|元|万元|上|里|后|前|时|期间|涉及|违规|擅自|县|市|区|镇|乡)$/;
const longest = 16;

/** Works by what is done to what: 滨河路改造工程, 县人民医院门诊楼, 新区A-12地块. */
export function readWorks(
  text: string,
  map: WordMap,
  organisations: readonly Mention[],
  add: (start: number, end: number, confidence: number) => void,
): void {
  const startOf = new Map(organisations.map((o) => [o.end, o.start]));
  for (const match of text.matchAll(endings)) {
    const at = match.index;
    const end = at + match[0].length;
    // 改造|后, 地块|上: a thing spoken of, unless the name says more.
    const owner = startOf.get(at);
    if (owner !== undefined && /(?:酒店|宾馆|公司)$/.test(text.slice(owner, at))) continue;
    if (owner !== undefined) {
      add(owner, end, 0.85);
      continue;
    }
    const start = before(text, map, at);
    const name = text.slice(start, at);
    if (
      at - start >= 2 &&
      proper.test(name) &&
      !/[一二三四五六七八九十百\d]处$|^[全本我]/.test(name) &&
      !/^(?:小区|学校|[新旧老]?小区)$/.test(name)
    )
      add(start, end, 0.8);
  }
}

function before(text: string, map: WordMap, at: number): number {
  let start = at;
  while (start > 0 && at - start < longest) {
    if (/[-—－]/.test(text.charAt(start - 1)) && start < at) {
      start -= 1;
      continue;
    }
    const word = map.words[map.indexAt(start - 1)];
    if (word === undefined) break;
    const written = text.slice(word.start, Math.min(word.end, start));
    // 县|医院地下人防车库: the level of a unit that has no other name.
    if (
      /^[省市县区镇]$/.test(written) &&
      /^(?:人民|医院|中医|[一二三四五六]?[中小]|第)/.test(text.slice(start))
    )
      return word.start;
    if (!/^[\u3400-\u9fffA-Za-z0-9]+$/.test(written) || stop.test(written)) break;
    if (/^(?:p|c|d|r|u|uj|ul|y|zg?)$/.test(word.tag) && start < at && word.tag !== 'zg') break;
    if (/^(?:v)$/.test(word.tag) && written.length > 1 && !/^(?:集中|示范|综合|基本)$/.test(written)) break;
    start = word.start;
  }
  return start;
}
