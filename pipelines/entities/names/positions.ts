import type { Mention } from '../../../domain/index.js';
import type { Dictionary, PostKind } from './dictionary.js';
import type { WordMap } from './word-map.js';

/** A post with what kind of holder it has. */
export interface PositionMention extends Mention {
  kind: PostKind;
}

const notHere: Readonly<Record<string, RegExp>> = {
  书记: /^(?:员)/,
  主任: /^(?:务)/,
  部长: /^(?:级)/,
  干部: /^(?:渠|职工|作风|队伍|监督|选拔|任用|家)/,
  法人: /^(?:单位|资格|治理)/,
  主席: /^(?:台)/,
  委员: /^(?:会)/,
  专家: /^(?:论证|评审|组|库)/,
  会计: /^(?:师|核算|凭证|账|科目|法|准则)/,
  中介: /^(?:机构|公司|费|服务)/,
  教师: /^(?:节)/,
  司机: /^$/,
  业主: /^(?:委员会|大会|委|单位|方)/,
  股东: /^(?:会|大会)/,
};

/** Posts with their prefixes (常务副主任) and, where one stands before them, their department (工程科科长). */
export function readPositions(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  organisations: readonly Mention[],
): PositionMention[] {
  const found: PositionMention[] = [];
  const inside = (at: number) => organisations.some((org) => org.start <= at && at < org.end);
  for (let i = 0; i < text.length; i++) {
    const hit = dictionary.posts.at(text, i);
    if (hit === null) continue;
    const written = text.slice(i, hit.end);
    if (inside(i) || notHere[written]?.test(text.slice(hit.end, hit.end + 4))) {
      if (!inside(i)) i = hit.end - 1;
      continue;
    }
    let start = i;
    for (
      let prefix = dictionary.postPrefixes.before(text, start);
      prefix !== null && !inside(prefix.start);
    ) {
      start = prefix.start;
      prefix = dictionary.postPrefixes.before(text, start);
    }
    if (hit.tag === 'public' || /经理$/.test(written))
      start = departmentStart(text, start, written, dictionary, map, organisations);
    found.push({
      type: 'position',
      start,
      end: hit.end,
      text: text.slice(start, hit.end),
      value: text.slice(start, hit.end),
      confidence: 0.9,
      kind: hit.tag,
    });
    i = hit.end - 1;
  }
  return found;
}

const partOf: Readonly<Record<string, RegExp>> = {
  科长: /科$/,
  股长: /股$/,
  处长: /处$/,
  主任: /[办室科所站部系组]$|中心$|(?:居|村|业)委会$/,
  部长: /部$/,
  队长: /队$/,
  支队长: /支队$/,
  大队长: /队$/,
  中队长: /队$/,
  站长: /站$/,
  所长: /所$/,
  组长: /组$/,
  库长: /库$/,
  书记: /(?:党工委|党委|党组|总支|支部|纪委|纪工委|团委|党支部|机关党委|政法委)$/,
  经理: /(?:部|科|室|中心)$/,
  专管员: /[\u4e00-\u9fa5]$/,
  管理员: /[\u4e00-\u9fa5]$/,
  秘书: /(?:机要|专职|办公室|文字)$/,
  负责人: /(?:窗口|[科股处室站所部组队])$|中心$/,
};
const partWords = /^(?:n|vn|b|a|l|j|ng|nz|x|g|zg|i|an|f|m|s|vg|t|zg|nr|v|vi)$/;
/** Verbs that stand in the names of departments; any other begins a sentence. */
const workWords =
  /^(?:使用|动员|转换|工程|管理|审批|许可|监督|检查|检测|检验|征收|征管|收费|评估|招标|采购|投标|安置|推广|执法|指挥|通信|宣传|教育|规划|验收|保障|服务|维修|维护|信访|审计|计划|统计|质检|质安|质监|销售|营销|仓储|康复|综合|建设|建管|结建|审图|预算|结算|核算|监理|监察|督查|组织|人事|培训|研究|保卫|运营|经营|招商|投资|开发|拆迁|征地|移民|办案|审理|接待|登记|管制|防护|防空|救援|调度|生产|技术|设计|勘察|试验|实验|化验|测绘|环保|推销|分拣|发放|稽查|稽核|报建|报账|行政|养护|绿化|管护|护林|灌溉|发展|改革|改造|治理|整治|结|建|报|审|征|管|检|验|修|费)+$/;
const never =
  /^[该本我贵]|^(?:原|时任|现任|任|是|由|的|找|由其|向|和|把|经|请|该|叫|让|副|了|有|在|到|现|据|办理|分管|经手|担任|县|市|区|与|及|或|被|给|对|送|跟|其|他|她|我|你|们|就是|还是|说|答曰|称|说是|问|告诉|认识|联系|找到|安排|指使|要求|授意|通过|经过|调任|升任|兼|兼任|当|做|作为|身为|一个|一名|一位|几个|两个|各|某|那|这|个|名|位|里|中|上|下|前|后|时|等)$|[人者员]$|^第.次$|[曰说称问]$|^(?:因为|所以|但是?|而|并|又|也|都|才|就|再|还|已|将|会|能|可|不|没|未)$/;

/** Where the department before a post begins: 设备管理科|科长. */
function departmentStart(
  text: string,
  at: number,
  post: string,
  dictionary: Dictionary,
  map: WordMap,
  organisations: readonly Mention[],
): number {
  const inside = (place: number) => organisations.some((org) => org.start <= place && place < org.end);
  const before = text.slice(Math.max(0, at - 5), at);
  let start = dictionary.departments.before(text, at)?.start ?? at;
  if (start < at && inside(start)) start = at;
  const head = post.replace(/^.*(?=(?:书记|秘书|经理|主任)$)/, '').replace(/^副/, '');
  if (start === at && partOf[head]?.test(before) !== true) return at;
  const written = (from: number) => text.slice(from, at);
  // 县人防办|地下空间利用科|科长: all that stands between the unit and the post.
  const unit = organisations.findLast((org) => org.end <= at && at - org.end <= 12);
  if (
    unit !== undefined &&
    /^[\u4e00-\u9fa5]{2,12}$/.test(written(unit.end)) &&
    !startsClause(map, unit.end, at, text)
  )
    return unit.end;
  let from = at;
  while (at - from < 12) {
    const word = map.words[map.indexAt(from - 1)];
    if (word === undefined || from === 0 || inside(word.start)) break;
    const part = text.slice(word.start, Math.min(word.end, from));
    const own = from === at && /[科股处室部组队站所办委系支]$|中心$/.test(part);
    const numbered = from < at && /^第?[一二三四五六七八九十]{1,2}$/.test(part);
    // 嘅系|主任, 就系|主任 speak Cantonese; 中文系|主任 is the head of a department.
    if (from === at && /系$/.test(part) && !/[学文语数理工化法史]系$/.test(part)) break;
    if (
      !/^[\u4e00-\u9fa5]+$/.test(part) ||
      (never.test(part) && !/^人(?=[秘事])/.test(text.slice(word.start)))
    )
      break;
    if (!own && !numbered && !partWords.test(word.tag) && !/^v/.test(word.tag)) break;
    // 平战转换|科: what the section does stands right before its ending.
    const task = part.length === 2 && at - from === 1 && !dictionary.reports.at(text, word.start);
    if (!own && !task && /^(?:v|vi|vg)$/.test(word.tag) && !workWords.test(part)) break;
    from = word.start;
  }
  // 该中心|主任 is the head of a unit spoken of before.
  if (/[该本我贵]$/.test(text.slice(Math.max(0, Math.min(from, start) - 1), Math.min(from, start))))
    return at;
  const first = at - from >= 2 ? Math.min(from, start) : start;
  // 征收中心|主任 where the letter has 县房屋征收中心: the unit's own name, cut short.
  const short = written(first);
  if (
    /中心$|站$|所$|队$/.test(short) &&
    organisations.some((org) => org.text.endsWith(short) && org.text !== short)
  )
    return at;
  if (short === '中心') return at;
  return first;
}

/** Something between the unit and the post is the beginning of a clause: 人防办|由其工程科|科长. */
function startsClause(map: WordMap, from: number, to: number, text: string): boolean {
  for (let i = map.indexAt(from); i <= map.indexAt(to - 1); i++) {
    const word = map.words[i];
    if (word === undefined) continue;
    const part = text.slice(Math.max(from, word.start), Math.min(to, word.end));
    if (
      word.end < to &&
      (never.test(part) || (/^(?:v|vi|p|c|d|r|u|uj|ul)$/.test(word.tag) && !workWords.test(part)))
    )
      return true;
  }
  return false;
}
