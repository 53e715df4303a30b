import type { WordMap } from '../word-map.js';
import { opensName, regionalStart } from './company-names.js';

const inNames = /^(?:ns|nz|nr|nrt|nrfg|n|x|vn|j|b|a|zg|g|ng|nt|tg|vg|ag|i|l|an|ad|z|f|m|eng)$/;
const trade =
  /^(?:地产|房地产|集团|物业|实业|置业|人防|商贸|电子|机电|机械|劳务|路桥|建工|园林|环保|信息|网络|文化|传媒|停车|清洁|保安|酒店|餐饮|图审|岩土|勘察设计|工程管理|工程监理|建设|建筑|开发|置业|投资|工程|装饰|装修|检测|监理|设计|咨询|施工|服务|运输|贸易|科技|发展|经营|管理|安装|制造|销售|勘察|测绘|防护|拍卖|评估|审计|租赁|代理|策划|物流|养护|加工|供应|采购|进出口|联合|实业|创新|兴业|恒|通达|防水|保险|研究|出版|合作|教育|培训|检验|监督|保障|指挥|交易|征收|储备|规划|服务)$/;
const stops =
  /^(?:的|门口|校门口|附近|老板|老板娘|开发商|供应商|供货商|承包商|代理商|建设单位|施工单位|监理单位|中标单位|单位|企业|股东|家|名|个|一家|两家|三家|几家|一个|某家|叫|是|由|和|与|及|在|向|给|为|对|从|让|到|把|被|将|经|以|于|找|收|送|用|其|他|她|我|我们|他们|本|该|这|那|各|同|等|之|时|称|名为|名叫|指定|通过|原|现|时任|现任|曾任|任|私人|民营|国有|当地|本地|外地|下属|所属|有关|相关|亲属|弟弟|妻子|丈夫|儿子|女儿|老婆|妹夫|姐夫|亲戚|朋友|法定代表人|法人|董事长|总经理|经理|实际控制人|主任|书记|局长|科长|人员|关联|另|又|即|并|未|已|县|项目|招标|投标|中标|发包|转包|挂靠|设备|审批|同意|领导|尊敬|举报|反映|控告|检举|关于|来自|某|某某|一|二|两|三|年|月|日|元|万元|多|后|前|中|内|上|下|里)$/;

/** What precedes a name and was taken for its beginning: 从霁州恒通公司. */
const innerLead =
  /^(?:由|用|系代|系|致|代|委托|收取|联合|借用|请查|查|施工方|建设方|开发商|总承包|总包|分包|承包|以及|指定|公司|所在|介绍|挂靠|安排|收受|收到|请|找|让|与|和|经|被|将|把|给|向|送|为|是|从|到|在|对|问|替|帮|跟|代|去|同|管|转|过|出|报|光|及|于|入|托|叫|求|陪|借|欠)(?=.{2})/;
/** At the head of a clause nothing is joined: 和丰精工机械厂, 同济医院, 光明公司. */
const headLead =
  /^(?:由|用|系代|系|致|代|委托|收取|联合|借用|请查|查|施工方|建设方|开发商|总承包|总包|分包|承包|以及|指定|公司|所在|介绍|挂靠|安排|收受|收到|请|找|让|被|将|把|给|向(?!阳)|送|为|是|从|到|在|对|问|替|帮|跟|去|托|叫|求|陪|欠)(?=.{2})/;

/** Where the name begins that ends in 有限公司, 医院 or the like at `at`. */
export function nameStart(
  text: string,
  map: WordMap,
  at: number,
  placeByEnd: ReadonlyMap<number, number>,
  stems: readonly string[],
): number {
  const start = walkName(text, map, at, placeByEnd);
  const begin = regionalStart(text, start, at, stems) ?? behindDivision(text, map, start, at, placeByEnd);
  if (begin !== null) return begin;
  const clause = start === 0 || !/[\u3400-\u9fff]/.test(text.charAt(start - 1));
  const lead = (clause ? headLead : innerLead).exec(text.slice(start, at))?.[0];
  if (/^(?:请查|请|查|找|问|向|对|被|和|与|跟|同)$/.test(text.slice(start, at))) return at;
  return lead === undefined ? start : start + lead.length;
}

/** 舜岙市|城市地下空间开发有限公司: all that stands between a division and the ending is the name, if no clause begins there. */
function behindDivision(
  text: string,
  map: WordMap,
  start: number,
  at: number,
  placeByEnd: ReadonlyMap<number, number>,
): number | null {
  for (let end = start - 1; end > 0 && at - end <= 16; end--) {
    if (!/[\u3400-\u9fff]/.test(text.charAt(end))) return null;
    const place = placeByEnd.get(end);
    if (place === undefined || !/[省市县区旗州镇乡]$/.test(text.slice(place, end))) continue;
    const between = text.slice(end, at);
    const first = map.words[map.indexAt(end)];
    const acts = first !== undefined && first.start === end && /^(?:v|d|p|c|u|r)/.test(first.tag);
    if (between.length < 2 || noPartOfName.test(between) || (acts && first.end - first.start === 1))
      return null;
    return place;
  }
  return null;
}

const noPartOfName =
  /[的了着过你您他她它们是被把给这那说很都也就因某该此每各其谁哪吗呢吧啊嘛曾在由从将让请找去问等收送]|指定|要求|领导|干部|举报|反映|有关|中标|承[包建]|负责|主任|局长|科长|书记|老板|门口|通过|经过/;

function onlyTrade(text: string, map: WordMap, from: number, to: number): boolean {
  for (let i = map.indexAt(from); i <= map.indexAt(to - 1); i++) {
    const word = map.words[i];
    if (word !== undefined && !trade.test(text.slice(word.start, word.end))) return false;
  }
  return true;
}

function walkName(text: string, map: WordMap, at: number, placeByEnd: ReadonlyMap<number, number>): number {
  let start = at;
  let strange = false;
  while (at - start < 24) {
    const place = placeByEnd.get(start);
    if (place !== undefined) {
      const division = /[省市县区旗州镇乡]$/.test(text.slice(place, start));
      start = place;
      if (division && placeByEnd.get(start) === undefined) break;
      continue;
    }
    if (/[)）]/.test(text.charAt(start - 1))) {
      const open = Math.max(text.lastIndexOf('(', start - 1), text.lastIndexOf('（', start - 1));
      if (open < 0 || start - open > 10 || start === at) break;
      start = open;
      continue;
    }
    const word = map.words[map.indexAt(start - 1)];
    if (word === undefined || start === 0) break;
    const written = text.slice(word.start, Math.min(word.end, start));
    // 某某|系市|市场监管局: the segmenter takes what somebody is for a place's name.
    if (/^[系任][省市县区州旗镇乡]$/.test(written)) {
      start -= 1;
      break;
    }
    if (!/^[\u4e00-\u9fa5A-Za-z0-9×某]+$/.test(written) || (stops.test(written) && written !== '某')) break;
    if (!inNames.test(word.tag) && !trade.test(written)) {
      // 沧溪安泊|停车|管理有限公司: words of the trade alone are no name yet.
      if (strange || written.length < 2) break;
      if (start === at ? !opensName(text, word) : !onlyTrade(text, map, start, at)) break;
      strange = true;
    }
    start = word.start;
  }
  return start;
}
