import type { Mention, Span } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import { type NameContext, scoreName } from './scores.js';

/** What is known of a text before its persons are read. */
interface Anchoring extends NameContext {
  /** Posts behind which somebody's name may stand. */
  posts: readonly Mention[];
}

const han = /^[\u3400-\u9fff]+$/;
/** 大名叫岳长风: what follows is a name, whatever it looks like. */
const naming =
  /(?:大名|真名|全名|本名|名字|我|他|她|俺|人|的|个|[长师工任员记]|司机|老板|[夫妻子女弟妹哥姐])(?:就)?(?:名?叫|叫做|叫个|叫作|名叫)(?:做|个)?|[，,（(]名?叫做?/g;
const courtesy = /^(?:同志|先生|女士|本人|等人|等同志|夫妇|夫妻|之)/;
const closing = /^(?:$|[^\u3400-\u9fffA-Za-z])/;
/** What begins the predicate behind a name. */
const predicate =
  /^(?:等|和|与|及|在|的|将|把|又|说|对|向|给|收|索|利用|为|从|是|以|于|就|也|都|称|让|要|便|即|到|还|会|没|上|下|同|进|出|带|来|去|发|做|办|开|叫|组织|授意|指使|表示|至今|接|见|分管|主管|管|跟|同志|身为|担任|任|拿|送|找|曾|却|竟|不|因|由|被|违|擅|私|多次|先后|经常|一|其|负责|主持|指|安排|要求|涉嫌|系|夫妇|帮|作为|明知|买|卖|看|当|用|每|有|自|仗|串|伙|勾|打|签|批|讲|告|借|住|靠|捞|贪|吃|逼|压|卡|拖|挪|截|虚|套|放|默|包|干|插|徇|滥|玩|专|独|任|长期|公|大|只|才|已|未|竟|居|简|更|最|真|很|非|太|偏|伸|该|时|调|退|升|提|主|两|几|三|四|五|再|后|事|家|妻|爱|儿|女|弟|哥|姐|妹|电|手|车|点|暗|明|隐|默|默许|贱|低|高|虽|如|若|但|而|可)/;
/** What stands behind a post and is no name: 主任利用职务, 局长办公室. */
const goesOn =
  /^(?:手|敬上|敬礼|谨上|办公|助理|信箱|热线|接待|会议|室|会|们|级|职|位|岗|利用|任职|在任|任期|收受|多次|多年|经常|常年|安排|应当|应该|任用|任命|经手|经办|从|曾|时|都|全|连|都|和|与|及|于|向|能|关于|关系|关照|解决|解释|明知|明确|明显|方面|家|边|那|查|支持|支付|开|单独|宣布|干|施|通过|通知|包庇|包揽|游|习惯|相|许诺|商量|强行|强迫|强令|路过|花|计|管|司|成立|成了|成为|终|满|双|红|白|黑|金额|钱|费|车|房|党|贴|章|签|伙|伪|串|官|老|自|带|要|不|也|又|就|是|的|等|以|为|因|由|被|把|将|让|给|对|到|有|没|未|还|却|竟|更|最|很|太|及其|以及|其|他|她|我|你|您|这|该|此|各|每|某|两|三|几|一|二|十|四|五|六|七|八|九|先后|一职|一手|亲自|指|打招呼|打|拿|收|索|送|说|讲|问|答|称|拍|批|同意|主持|分管|负责|兼|下|上|中|里|内|外|前|后|当|做|作|坐|住|吃|喝|玩|看|听|想|找|请|叫|喊|骂|用|买|卖|借|还|出|进|来|去|回|过|跟|同志|现|正|已|再|才|只|真|反映|举报|投诉|涉嫌|违|擅|私|贪|受|挪|截|滥|徇|勾|弄|虚|套|名|姓)/;
const weakLast = new Set([
  ...'的了在和将对等为后由说收拿送找请要即又曾给与从到经任负还却也都就便把被让向是以于因及或至并同其所先多已未可会上下中来去做办签批借贪挪私违擅利不',
]);
const gone = /[的了们吗呢吧着过我你他她它这那哪怎谁么]/;

/**
 * Names at places where hardly anything but a name can stand: behind a post (科长|高峰), behind 名叫, and in a row
 * with such a name. There a name may be an everyday word, a place's name or have no surname that lists know.
 *
 * @returns half-open spans in the order of the text, without overlaps
 */
export function anchoredNames(anchoring: Anchoring): Span[] {
  const { text, posts, dictionary } = anchoring;
  const blocked = new Uint8Array(text.length + 1);
  for (const mention of anchoring.taken) blocked.fill(1, mention.start, mention.end);
  for (const post of posts) blocked.fill(1, post.start, post.end);
  const slots = new Map<number, number>();
  const relative = (at: number) => dictionary.relatives.before(text, at) !== null;
  for (let at = 1; at < text.length; at++) if (relative(at)) slots.set(at, 0);
  for (const unit of anchoring.taken)
    if (unit.type === 'organisation' && text.charAt(unit.end) === '的') slots.set(unit.end + 1, -0.4);
  for (const post of [...posts, ...anchoring.taken]) {
    const start = whoIs(text, post);
    if (start !== null) slots.set(start, post.type === 'position' ? 1 : 0.3);
  }
  for (const post of posts) slots.set(behind(text, post.end), dictionary.callings.has(post.text) ? 0.2 : 1);
  for (const match of text.matchAll(naming)) slots.set(match.index + match[0].length, 1.6);
  const found: Span[] = [];
  for (const [at, bonus] of [...slots].sort((a, b) => a[0] - b[0])) {
    const name = nameAt(anchoring, blocked, at, bonus);
    if (name === null || found.some((other) => other.start < name.end && name.start < other.end)) continue;
    found.push(name);
    // 局长马常在、金铃子: who stands in a row with a name is named.
    const mark = /^(?:、|和|与|及|，)/.exec(text.slice(name.end, name.end + 1))?.[0];
    if (mark === undefined || mark === '，') continue;
    const next = nameAt(anchoring, blocked, name.end + 1, 0.4);
    if (next !== null) found.push(next);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 局长：王某 and 局长 王某 leave a gap, 局长“王某” hardly ever. */
function behind(text: string, at: number): number {
  return /^[ \u3000]/.test(text.charAt(at)) ? at + 1 : at;
}

/** 钟灵，董事长，…: where the words begin that stand alone before a mark and a post or unit. */
function whoIs(text: string, post: Mention): number | null {
  if (post.type !== 'position' && post.type !== 'organisation') return null;
  const before = text.slice(Math.max(0, post.start - 12), post.start);
  const match =
    /(?:^|[\n。；：:“\s、）)])([\u3400-\u9fff]{2,4})(?:[，,（(]|，(?:男|女)，|，?(?:系|现任|时任|原任|原))$/.exec(
      before,
    );
  return match?.[1] === undefined
    ? null
    : post.start - before.length + match.index + match[0].indexOf(match[1]);
}

function nameAt(anchoring: Anchoring, blocked: Uint8Array, at: number, bonus: number): Span | null {
  const { text, dictionary } = anchoring;
  const compound = dictionary.compoundSurnames.has(text.slice(at, at + 2));
  const parts = partsEnd(text, at, dictionary);
  if (/[·•‧・]/.test(text.charAt(parts))) return null;
  if (parts - at > 2 && !blocked.subarray(at, parts).includes(1)) return { start: at, end: parts };
  const usual = usualName(anchoring, blocked, at, compound);
  if (usual !== null) return usual;
  let best: { span: Span; score: number } | null = null;
  for (const size of compound ? [3, 4] : [2, 3, 4]) {
    const span = { start: at, end: at + size };
    if (span.end > text.length || blocked.subarray(at, span.end).includes(1)) break;
    const score = scoreAt(anchoring, span, compound, bonus) + bonus;
    if (best === null || score > best.score) best = { span, score };
  }
  return best !== null && best.score >= enough ? best.span : null;
}

const enough = 3;
/** From here on a name is one by its looks and needs no anchor. */
const obvious = 4.5;

/** A name that looks like one: how long it is, its characters say better than the place. */
function usualName(anchoring: Anchoring, blocked: Uint8Array, at: number, compound: boolean): Span | null {
  const { text, dictionary } = anchoring;
  const surname = text.slice(at, at + (compound ? 2 : 1));
  if (!compound && !dictionary.surnames.has(surname)) return null;
  let best: { span: Span; score: number } | null = null;
  for (const size of [1, 2]) {
    const span = { start: at, end: at + surname.length + size };
    if (span.end > text.length || blocked.subarray(at, span.end).includes(1)) break;
    const repeats = occurrences(text, text.slice(span.start, span.end), span.start);
    const score = scoreName({ ...span, surname, form: 'full', score: 0 }, anchoring, repeats);
    const nearly = size === 2 && dictionary.given.has(text.charAt(span.end - 1)) ? 0.6 : 0;
    if (best === null || score + nearly > best.score) best = { span, score };
  }
  if (best === null || best.score < obvious) return null;
  const { start, end } = best.span;
  const shorter = end - start === surname.length + 1 && !closing.test(text.slice(end));
  // 主任范明|志在: the segmenter cut the name, but it never stands without its last character.
  if (shorter && goesOnWith(anchoring.map, dictionary, text, end)) {
    const whole = occurrences(text, text.slice(start, end + 1), start);
    const next = anchoring.map.words[anchoring.map.indexAt(end)];
    const cut = next === undefined || next.start < end || (next.end > end + 1 && unknown(next.tag));
    if (whole === occurrences(text, text.slice(start, end), start) && (whole > 1 || cut))
      return { start, end: end + 1 };
  }
  return best.span;
}

/** Where 乌云其其格 ends, which is put together of words that are names. */
function partsEnd(text: string, at: number, dictionary: Dictionary): number {
  let end = at;
  for (
    let part = dictionary.nameParts.at(text, end);
    part !== null;
    part = dictionary.nameParts.at(text, end)
  ) {
    end = part.end;
    if (end - at > 8) break;
  }
  return end;
}

function scoreAt(
  { text, map, dictionary }: Anchoring,
  { start, end }: Span,
  compound: boolean,
  bonus: number,
): number {
  const name = text.slice(start, end);
  const after = text.slice(end, end + 4);
  if (
    !han.test(name) ||
    gone.test(name) ||
    /^[姓是那]|某|^(?:家里|敬上|敬礼|谨上|手里|手上|手下|期间|代表|代笔)$/.test(name)
  )
    return -9;
  const closed = closing.test(after) || courtesy.test(after);
  const first = map.words[map.indexAt(start)];
  const whole = first?.start === start && first.end === end;
  const surname = surnameScore(name, compound, dictionary);
  let score = surname;
  if (!compound && name.length === 4) score -= dictionary.nameParts.at(text, start)?.end === end ? 0 : 2.2;
  if (closed) score += 1.6;
  else if (predicate.test(after) && map.startsAt(end)) score += 1;
  else if (map.startsAt(end)) score += 0.5;
  else if (predicate.test(after) && unknown(map.words[map.indexAt(end)]?.tag ?? '')) score += 0.2;
  else score -= 1.2;
  if (whole && surname < 0 && /^(?:v|d|vn|ad|m|t)/.test(first.tag)) return -9;
  if (whole) score += wordScore(first.tag, closed && bonus >= 1);
  else if (first !== undefined && first.start === start && first.end - start > 1)
    score -=
      first.end < end
        ? /^(?:v|d|p|c|r|m|u|t)/.test(first.tag)
          ? 2.5
          : 0.4
        : first.end > end
          ? unknown(first.tag)
            ? 0.3
            : 1.5
          : 0;
  const given = name.slice(compound ? 2 : 1);
  for (const char of given) score += dictionary.given.has(char) ? 0.4 : -0.15;
  if (weakLast.has(name.at(-1) ?? '')) score -= closed ? 0.3 : 1.8;
  if (name.length === 3 || compound) score += 0.3;
  // 由出纳习远|管，: the verb that belongs to 由.
  if (
    /[管办收做经签批写审放]$/.test(name) &&
    /由[^，。]{0,10}$/.test(text.slice(Math.max(0, start - 12), start))
  )
    score -= 2.5;
  const repeats = occurrences(text, name, start);
  // 局长杨顺|发|把: a character common in names goes on with the name, where it can end there as well.
  if (
    name.length === 2 &&
    !closed &&
    goesOnWith(map, dictionary, text, end) &&
    repeats === occurrences(text, text.slice(start, end + 1), start)
  )
    score -= 3;
  if (repeats > 1 && !(name.length < 4 && occurrences(text, text.slice(start, end + 1), start) === repeats))
    score += Math.min(2.2, 1.1 * (repeats - 1)) * (whole && !/^nr/.test(first?.tag ?? '') ? 0.5 : 1);
  if (goesOn.test(name) && !(closed && whole && name.length === 2))
    score -= closed ? 1 : repeats > 1 ? 1.2 : 2.4;
  if (dictionary.notNames.at(text, start) !== null) score -= closed && whole ? 0 : 1.6;
  return score;
}

function surnameScore(name: string, compound: boolean, dictionary: Dictionary): number {
  if (compound) return 4;
  const surname = name.charAt(0);
  if (dictionary.rareSurnames.has(surname)) return 1.2;
  if (dictionary.surnames.has(surname)) return 2.2;
  if (dictionary.nameParts.at(name, 0) !== null) return 3;
  return dictionary.signerSurnames.has(surname) ? 0.4 : -0.4;
}

/** 科长|高峰，: one word between post and mark is the holder's name, even a word of everyday language. */
function wordScore(tag: string, closed: boolean): number {
  if (/^nr/.test(tag)) return 2;
  if (tag === 'x') return 1.6;
  if (tag === 'm') return 0.3;
  if (/^(?:v|d|vn|ad)$/.test(tag)) return closed ? 0.4 : -1.5;
  if (/^(?:p|c|r|u|q|f)/.test(tag)) return -4;
  return closed ? 1 : 0.6;
}

/** The character behind the name is one of names, and the words end behind it too. */
function goesOnWith(map: WordMap, dictionary: Dictionary, text: string, end: number): boolean {
  const char = text.charAt(end);
  const after = text.slice(end + 1, end + 5);
  const word = map.words[map.indexAt(end)];
  const ofOld = char === '之' && !/^[子女妻弟妹兄父母夫]/.test(after);
  if (!ofOld && (!dictionary.given.has(char) || weakLast.has(char))) return false;
  if (word !== undefined && word.start === end && word.end > end + 1 && /^(?:v|d|p|c|r|vn)/.test(word.tag))
    return false;
  return closing.test(after) || courtesy.test(after) || predicate.test(after);
}

const unknown = (tag: string) => tag === 'x' || tag.startsWith('nr');

/** Characters on both sides of a place in which a name is counted: a register is not gone through for each of its names. */
const reach = 6000;

/** How often the words of this place stand around it, up to four. */
function occurrences(text: string, words: string, start: number): number {
  const around = text.slice(Math.max(0, start - reach), start + reach);
  let count = 0;
  for (let at = around.indexOf(words); at >= 0 && count < 4; at = around.indexOf(words, at + words.length))
    count += 1;
  return count;
}
