import type { Mention } from '../../../../domain/index.js';
import type { Dictionary, PostKind } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import { chooseStart, type PostObserver, postContextOf } from './starts.js';

/** A post with what kind of holder it has. */
export interface PositionMention extends Mention {
  kind: PostKind;
  /** Its own word, without section and prefixes: 科长 of 工程科副科长. */
  head: string;
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
  教师: /^(?:节|代表)/,
  校医: /^院/,
  董事: /^会/,
  文书: /^编号/,
  主管: /^(?:范围|部门|局|机关|单位|领导|人员|的|副)/,
  司机: /^$/,
  业主: /^(?:委员会|大会|委|单位|方)/,
  股东: /^(?:会|大会)/,
};

/** Posts with their prefixes (常务副主任) and, where one stands before them, their section (工程科科长). */
export function readPositions(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  organisations: readonly Mention[],
  places: readonly Mention[],
  observe?: PostObserver,
): PositionMention[] {
  const found: PositionMention[] = [];
  const context = postContextOf(text, map, dictionary, organisations, places);
  const inside = (at: number) => context.inUnit[at] === 1;
  for (let i = 0; i < text.length; i++) {
    const hit = dictionary.posts.at(text, i);
    if (hit === null) continue;
    const written = text.slice(i, hit.end);
    if (
      inside(i) ||
      // 总务|处主任, 会计|科: what a section is for.
      /^[科股处室]/.test(text.slice(hit.end)) ||
      (written.endsWith('工') && /[程作地资期]/.test(text.charAt(hit.end))) ||
      notHere[written]?.test(text.slice(hit.end, hit.end + 4))
    ) {
      if (!inside(i)) i = hit.end - 1;
      continue;
    }
    const head = { start: i, end: hit.end, written };
    const start = chooseStart(head, found.at(-1)?.end ?? 0, context, observe);
    found.push({
      type: 'position',
      start,
      end: hit.end,
      text: text.slice(start, hit.end),
      value: text.slice(start, hit.end),
      confidence: 0.9,
      kind: hit.tag,
      head: written,
    });
    i = hit.end - 1;
  }
  return found;
}
