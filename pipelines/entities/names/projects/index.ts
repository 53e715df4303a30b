import type { Mention } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import { isBeingBuilt, readFramed } from './framed.js';
import { readWorks } from './works.js';

const quoted =
  /[“"「『]([^“”"「」『』\n]{2,24})[”"」』](?=(?:房地产|建设|开发|商住|住宅|安置)?(?:项目|工程|小区|楼盘|地块|片区)?)/g;
/** 《409工程》, “望江台”楼盘: marks that a name stands in. */
const titled = /《([^《》\n]{2,16}(?:工程|项目|花园|小区))》/g;
/** Who builds stands behind the name of what he builds. */
const builder = /由[^，。；\n]{2,24}(?:开发|建设|承建|投资)/y;
const named = /([\u4e00-\u9fa5A-Za-z0-9]{2,12})(?:项目|工程)/g;
const stops =
  /^(?:的|在|是|对|和|与|及|将|把|被|为|给|向|由|从|到|于|该|本|这|那|某|各|个|等|了|其|我|他|让|开发商|公司|老板|开发|建设|承建|同意|审批|负责|违规|减免|县|市|区|村|镇|所有|全部|一个|几个|多个|有关|相关|我县|全县|全市|办理|通过|利用|主要|包括|因|以|并|项目|工程|人防|办公|住宅|商业|一|小|大|新|老|旧|购物|商务|服务|活动|文化|检测|指挥|行政|交易|政务|培训|购买|住|位于|名为|叫|现就|就|盖|合伙|仅|光|办|做|报|报送|买|卖|涉及|涉|针对|修建|新建|拿|包|来|还有|其中|省城|县城|城里|市里|县里|老家|他们|我们|你们|咱们|俺们|原来|开盘|交房|验收|审批的|手续|开|搞|做过|弄|接|要|机票|单位|食堂|学校|医院|宾馆|吃|玩|小区|车位|地下)$/;
const nameTags = /^(?:ns|nz|nr|nrt|nrfg|x|n|zg|g|ng|a|b|j|nt|i|f|l|z|ad|an|vn|tg|vg|ag|eng|m|v|d|q)$/;

/** Building projects: 翠云苑二期, “翠云苑”项目, names before a known ending, with 二期 or A区 behind. */
export function readProjects(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  taken: readonly Mention[],
  certain: readonly { start: number; end: number }[] = [],
): Mention[] {
  const found: Mention[] = certain.map(({ start, end }) => projectOf(text, start, end, 0.95));
  const add = (from: number, to: number, confidence: number, over = false) => {
    // 水岸星城|两个: how many there are is no part of the last one's name.
    const end = /[一二两三四五六七八九十几]个$/.test(text.slice(from, to)) ? to - 2 : to;
    // 城东中学教学楼 has its school in it; a number before a name is none of it.
    const number = over
      ? undefined
      : taken.find((o) => o.type !== 'place' && o.start <= from && from < o.end && o.end < end - 2);
    const start = nameBegins(text, number?.end ?? from, end);
    if (/^[新旧老]?小区$/.test(text.slice(start, end))) return;
    if (end - start < 3 || found.some((o) => o.start < end && start < o.end)) return;
    const within = (o: Mention) =>
      o.start >= start && o.end <= end && (o.type === 'place' || (over && o.type === 'organisation'));
    if (taken.some((o) => o.start < end && start < o.end && !within(o))) return;
    found.push({
      type: 'project',
      start,
      end,
      text: text.slice(start, end),
      value: text.slice(start, end),
      confidence,
    });
  };
  for (const match of text.matchAll(quoted)) {
    const name = match[1] ?? '';
    const start = match.index + 1;
    const tail = dictionary.projectTails.before(text, start + name.length);
    const suffix = dictionary.projectSuffixes.before(text, tail?.start ?? start + name.length);
    const said = /^[”"」』](?:房地产|建设|开发|商住|住宅|安置)?(?:项目|工程|小区|楼盘|地块|片区)/.test(
      text.slice(start + name.length, start + name.length + 6),
    );
    if (
      said ||
      tail !== null ||
      (suffix !== null && suffix.start > start + 1 && name.length > 2 && name.length < 12)
    ) {
      add(start, withTail(text, start + name.length, dictionary), 0.9);
    }
  }
  for (const match of text.matchAll(titled)) {
    add(match.index + 1, match.index + 1 + (match[1]?.length ?? 0), 0.85);
  }
  const units = taken.filter((o) => o.type === 'organisation');
  for (const unit of units)
    if (isBeingBuilt(text, unit)) found.push(projectOf(text, unit.start, unit.end, 0.85));
  readWorks(text, map, units, (start, end, confidence) => add(start, end, confidence, true));
  for (let i = 0; i < text.length; i++) {
    const tail = dictionary.projectTails.at(text, i);
    if (tail !== null) {
      const start = stem(text, map, i, 2);
      // 悦澜府一期二期 is 悦澜府, both of its stages.
      const both = /^[一二三四五六七][、和]?[一二三四五六七]?期/.test(text.slice(tail.end, tail.end + 4));
      if (start !== null) add(start, both ? i : tail.end, 0.88);
    }
    const suffix = dictionary.projectSuffixes.at(text, i);
    if (suffix === null) continue;
    for (
      let more = dictionary.projectSuffixes.at(text, suffix.end);
      more !== null && more.end - suffix.end > 1 && text.slice(suffix.end, more.end) !== '小区';
    ) {
      suffix.end = more.end;
      more = dictionary.projectSuffixes.at(text, suffix.end);
    }
    // 桂湖路停车场 is a place on a road.
    if (/[路街巷]$/.test(text.slice(0, i)) && /^(?:停车场|酒店|公寓|广场)/.test(text.slice(i))) continue;
    const works = /工程$/.test(text.slice(i, suffix.end))
      ? taken.find((o) => o.type === 'organisation' && o.end === i)
      : undefined;
    if (works !== undefined) {
      found.push(projectOf(text, works.start, suffix.end, 0.85));
      continue;
    }
    const start = stem(text, map, i, suffix.end - i > 1 ? 2 : 2);
    const whole = map.words[map.indexAt(i)];
    const inWord =
      whole !== undefined &&
      (whole.start < i || whole.end !== suffix.end) &&
      !/^(?:ns|nz|nr|nrt|x)$/.test(whole.tag);
    if (start === null || (suffix.end - i === 1 && inWord) || !map.startsAt(suffix.end)) continue;
    if (
      suffix.end - i === 1 &&
      !/^(?:项目|[一二三四五六]期|小区|工程|楼盘|开发商|\s|，|,|、|。|的|”|[一两二三几]个|由|地下|人防|防空|结建|应|欠|少|漏|业主|等|和|与|及|易地)/.test(
        text.slice(suffix.end, suffix.end + 3),
      )
    )
      continue;
    add(start, withTail(text, suffix.end, dictionary), 0.85);
  }
  for (const match of text.matchAll(named)) {
    const end = match.index + (match[1]?.length ?? 0);
    const start = stem(text, map, end, 3);
    const word = map.words[map.indexAt(end - 1)];
    const proper =
      word !== undefined &&
      (/^(?:ns|nz|nr|nrt|x)$/.test(word.tag) ||
        // 书香门第|项目: words of everyday language that name no kind of project.
        (start !== null &&
          end - start >= 4 &&
          !everyday.test(text.slice(start, end)) &&
          !kindOfProject.test(text.slice(start, end))));
    if (start !== null && start >= match.index && proper) add(start, end, 0.75);
  }
  for (let at = 0; at < text.length; at++) {
    builder.lastIndex = at;
    const context = dictionary.projectContexts.at(text, at);
    if (context === null && !(text.charAt(at) === '由' && builder.test(text))) continue;
    const start = stem(text, map, at, 2);
    if (start !== null && at - start <= 6 && unknown(text, map, start, at)) add(start, at, 0.75);
    if (context !== null) at = context.end - 1;
  }
  const stems = [...new Set(taken.filter((m) => m.type === 'place').flatMap((m) => stemOf(m.text)))];
  readFramed(text, map, dictionary, taken, stems, add);
  for (const known of [...found]) beside(text, map, known, add);
  repeat(text, found, add);
  return found.sort((a, b) => a.start - b.start);
}

/** What a word before a project's name may have swallowed of it: 对福满|家园, 申报|嘉恒悦府. */
const swallowed =
  /^(?:比方说|装在|分管|以来|期间|核定|称|收(?=.{3})|申报|报送|移送|配建|报建|报批|开发|建设|承建|办理|审批|明知|仅|光|对|在|将|把|给|以|按|因|为|从|由|与|和|及|至|到|是|叫|盖|修|买|卖|其中|包括|涉及|针对|关于|位于|验收|的|了|过|该|有|还有|另外?|原|新(?!天地|世[纪界]|城|都|华|时代|里程|港|天)|老)(?=.{3})/;

const stemOf = (place: string) => (/^.{2,3}[市县区]$/.test(place) ? [place.slice(0, -1)] : []);

function nameBegins(text: string, from: number, end: number): number {
  let start = from;
  for (let steps = 0; steps < 3; steps++) {
    const lead = swallowed.exec(text.slice(start, end))?.[0].length ?? 0;
    // 和平里 and 新华里 begin with no 和 and 新: a name of three characters is whole.
    if (lead === 0 || end - start <= 3) break;
    start += lead;
  }
  // 芮城对|福满家园, 步青云放着|书院路商住楼: what is done to it ends before it.
  const done = /^.*[对把将着了](?=.{3})/.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + done;
}

const projectOf = (text: string, start: number, end: number, confidence: number): Mention => ({
  type: 'project',
  start,
  end,
  text: text.slice(start, end),
  value: text.slice(start, end),
  confidence,
});

/** A stretch that no dictionary explains: one word of it is a name or unknown to the segmenter. */
function unknown(text: string, map: WordMap, start: number, end: number): boolean {
  const written = text.slice(start, end);
  if (
    everyday.test(written) ||
    /[县市区镇乡][开搞做建修盖办挖]/.test(written) ||
    !/^[\u4e00-\u9fa5]{2,8}$/.test(written)
  )
    return false;
  for (let i = map.indexAt(start); i <= map.indexAt(end - 1); i++)
    if (/^(?:ns|nz|nr|nrt|x)$/.test(map.words[i]?.tag ?? '')) return true;
  return false;
}

const kindOfProject =
  /重点|招商|引资|投资|民生|扶贫|政府|改造|建设|维修|政策|专项|采购|安居|惠民|房地产|开发|商业|住宅|类似|所有|这些|上述|其他|其它|人防|防空|地下|市政|水利|道路|绿化|亮化|装修|施工|监理|设计|审批|整改|问题|系统|信息|技术|服务|合作|工业|农业|旅游|国家|省级|市级|县级|财政|资金|补助|科研/;

const everyday =
  /(?:人防|地下|住宅|商业|商品房|工程|建设|开发|审批|施工|监理|维护|防护|设备|单位|公司|政府|办公|局|县|市|区|镇|乡|村|街|路|同志|主任|手续|项目|领导|老板|交|缴|免|收|全体|全部|要|应|的|盖|建|办|批)$|^(?:分管|结建|易地|人防|防空|有关|相关|违规|我|他|她|你|本|该|全|各|每|某|这|那|其)/;

/** 紫金名门、学府佳园、滨江一号都: what stands in a row with a project is one, too. */
function beside(
  text: string,
  map: WordMap,
  known: Mention,
  add: (start: number, end: number, confidence: number) => void,
): void {
  let end = known.end;
  for (
    let next = row.exec(text.slice(end, end + 14));
    next !== null;
    next = row.exec(text.slice(end, end + 14))
  ) {
    const name = next[1] ?? '';
    const start = end + next[0].length - name.length;
    end = start + name.length;
    if (everyday.test(name) || !map.startsAt(start)) return;
    add(start, end, 0.75);
  }
}

const row =
  /^(?:、|和(?=[^，。]{2,7}(?:都|等|两|三|项目|小区|楼盘)))[“"]?([\u4e00-\u9fa5A-Za-z0-9]{2,8}?)(?=、|都|等|两个|三个|四个|几个|项目|小区|楼盘|[”"]|和[^，。]{2,7}(?:都|等|两|三|项目))/;

/** A project named once is one wherever its name stands. */
function repeat(
  text: string,
  found: readonly Mention[],
  add: (start: number, end: number, confidence: number) => void,
): void {
  for (const name of new Set(found.filter((p) => p.text.length >= 3).map((p) => p.text)))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      add(at, at + name.length, 0.8);
}

function withTail(text: string, at: number, dictionary: Dictionary): number {
  const bracket = /^[（(]([^()（）]{1,6})[)）]/.exec(text.slice(at, at + 9));
  if (bracket !== null && /期|区|地块|标段/.test(bracket[1] ?? '')) return at + bracket[0].length;
  return dictionary.projectTails.at(text, at)?.end ?? at;
}

/** Where the project's own name begins before an ending; null where only everyday words stand there. */
function stem(text: string, map: WordMap, at: number, least: number): number | null {
  let start = at;
  for (let steps = 0; steps < 4 && start > 0; steps++) {
    const word = map.words[map.indexAt(start - 1)];
    if (word === undefined) break;
    const written = text.slice(word.start, Math.min(start, word.end));
    if (!/^[\u4e00-\u9fa5A-Za-z0-9·]+$/.test(written) || stops.test(written) || !nameTags.test(word.tag))
      break;
    if (/^(?:v|d|m|q)$/.test(word.tag) && written.length > 1) break;
    // 范明志|翠云苑: a whole person's name before the project's own.
    if (word.tag === 'nr' && written.length === 3 && start < at) break;
    start = word.start;
  }
  return at - start >= least && at - start <= 10 ? start : null;
}
