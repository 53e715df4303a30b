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
    if (hit.tag === 'public') start = departmentStart(text, start, written, dictionary, map, inside);
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
  主任: /(?:办公室|科室|中心)$/,
  部长: /部$/,
  队长: /队$/,
  支队长: /队$/,
  大队长: /队$/,
  中队长: /队$/,
  站长: /站$/,
  所长: /所$/,
  组长: /组$/,
  负责人: /(?:窗口|科|股|处|室|站|所|部|中心|组|队)$/,
};
const partWords = /^(?:n|vn|v|b|a|l|j|ng|nz|x|g|zg|i|an|f|m|s|vg|t)$/;

/** Where the department before a post begins: 设备管理科|科长. */
function departmentStart(
  text: string,
  at: number,
  post: string,
  dictionary: Dictionary,
  map: WordMap,
  inside: (at: number) => boolean,
): number {
  const before = text.slice(Math.max(0, at - 4), at);
  let start = dictionary.departments.before(text, at)?.start ?? at;
  if (start < at && inside(start)) start = at;
  if (start === at && partOf[post.replace(/^副/, '')]?.test(before) !== true) return at;
  let from = at;
  while (at - from < 10) {
    const word = map.words[map.indexAt(from - 1)];
    if (word === undefined || from === 0 || inside(word.start)) break;
    const written = text.slice(word.start, Math.min(word.end, from));
    if (
      !/^[\u4e00-\u9fa5]+$/.test(written) ||
      (!partWords.test(word.tag) &&
        !(from < at && /^第?[一二三四五六七八九十]{1,2}$/.test(written)) &&
        !(from === at && /[科股处室部组队站所办]$/.test(written))) ||
      /^(?:原|时任|现任|任|是|由|的|找|由其|向|和|把|经|请|该|叫|让|副|了|有|在|到|现|据|由|办理|分管|经手|担任|县|市|区)$/.test(
        written,
      )
    )
      break;
    from = word.start;
  }
  // 该中心|主任 is the head of a unit spoken of before.
  if (/[该本我贵]$/.test(text.slice(Math.max(0, Math.min(from, start) - 1), Math.min(from, start))))
    return at;
  return at - from >= 2 ? Math.min(from, start) : start;
}
