import type { Mention } from '../../../domain/index.js';
import type { Dictionary } from './dictionary.js';
import type { WordMap } from './word-map.js';

const quoted =
  /[“"「『]([^“”"「」『』\n]{2,24})[”"」』](?=(?:房地产|建设|开发|商住|住宅|安置)?(?:项目|工程|小区|楼盘|地块|片区)?)/g;
const named = /([\u4e00-\u9fa5A-Za-z0-9]{2,12})(?:项目|工程)/g;
const stops =
  /^(?:的|在|是|对|和|与|及|将|把|被|为|给|向|由|从|到|于|该|本|这|那|某|各|个|等|了|其|我|他|让|开发商|公司|老板|开发|建设|承建|同意|审批|负责|违规|减免|县|市|区|村|镇|所有|全部|一个|几个|多个|有关|相关|我县|全县|全市|办理|通过|利用|主要|包括|因|以|并|项目|工程|人防|办公|住宅|商业|一|小|大|新|老|旧|购物|商务|服务|活动|文化|检测|指挥|行政|交易|政务|培训|购买|住|位于|名为|叫)$/;
const nameTags = /^(?:ns|nz|nr|nrt|nrfg|x|n|zg|g|ng|a|b|j|nt|i|f|l|z|ad|an|vn|tg|vg|ag|eng|m|v|d|q)$/;

/** Building projects: 翠云苑二期, “翠云苑”项目, names before a known ending, with 二期 or A区 behind. */
export function readProjects(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  taken: readonly Mention[],
): Mention[] {
  const found: Mention[] = [];
  const add = (start: number, end: number, confidence: number) => {
    if (end - start < 3 || found.some((o) => o.start < end && start < o.end)) return;
    if (
      taken.some(
        (o) => o.start < end && start < o.end && !(o.type === 'place' && o.start >= start && o.end <= end),
      )
    )
      return;
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
  for (let i = 0; i < text.length; i++) {
    const tail = dictionary.projectTails.at(text, i);
    if (tail !== null) {
      const start = stem(text, map, i, 2);
      if (start !== null) add(start, tail.end, 0.88);
    }
    const suffix = dictionary.projectSuffixes.at(text, i);
    if (suffix === null) continue;
    const start = stem(text, map, i, suffix.end - i > 1 ? 2 : 2);
    const whole = map.words[map.indexAt(i)];
    const inWord =
      whole !== undefined &&
      (whole.start < i || whole.end !== suffix.end) &&
      !/^(?:ns|nz|nr|nrt|x)$/.test(whole.tag);
    if (start === null || (suffix.end - i === 1 && inWord) || !map.startsAt(suffix.end)) continue;
    if (
      suffix.end - i === 1 &&
      !/^(?:项目|[一二三四五六]期|小区|工程|楼盘|开发商|\s|，|,|、|。|的|”)/.test(
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
    if (start !== null && start >= match.index && word !== undefined && /^(?:ns|nz|nr|nrt|x)$/.test(word.tag))
      add(start, end, 0.75);
  }
  return found.sort((a, b) => a.start - b.start);
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
    start = word.start;
  }
  return at - start >= least && at - start <= 10 ? start : null;
}
