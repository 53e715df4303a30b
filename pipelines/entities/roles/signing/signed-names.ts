import type { Span } from '../../../../domain/index.js';
import type { Dictionary } from '../../names/index.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname, canBeName } from '../writer/index.js';
import { behindHamlet } from './hamlets.js';

/** Words that may stand before and behind a name in a signature; a name is what they leave. */
const before =
  /^(?:实名|联名|检举控告|(?:蒙古|维吾尔|哈萨克|[\u3400-\u9fff]{1,2})族(?=[\u3400-\u9fff]{2})|以上|全体|部分|我是|本人|您的|你的|一名|一个|一位|普通|退休|离休|下岗|在职|原|老|共产|正式|受害|被害|有正义感的|知情|广大|第一|附|盼复|恳请|特此|谨此|其)?(?:授权|委托|举报|反映|控告|检举|申诉|写信|来信|投诉|具名|署名|落款|呈报|联名|申请|报告|建议|上访|签名|签字|签章|求助|联系|填报|填表|说明|代笔|执笔|经办|代表|法定代表|法人代表|发起|证明|信访)?(?:人|者|代表)?(?:签名|签字|签章|姓名|信息)?(?:老部下|部下|下属|同事|邻居|老百姓|百姓|纳税人|党员|干部|工人|职工|员工|教师|医生|村民|居民|业主|住户|群众|市民|公民|老师|会计|司机|驾驶员|出纳|护士|保安|保洁员?|厨师|炊事员|电工|厂长|总?经理|会长|理事长|秘书长|店主|社员|民工|农民工|农民|租户|商户|老兵|学生家长|家长|学生|战士|妻子?|丈夫|儿子|女儿|父亲|母亲|同志|等|的|是|为|叫)*/;
const behind =
  /(?:敬上|敬呈|谨呈|谨上|呈上|叩首|叩上|叩|顿首|再拜|百拜|拜启|拜上|鞠躬|泣血|泣|跪|拜|敬|于|电|亲笔|代笔|执笔|签名|签字|签章|手印|按手印|捺印|盖章|女士|先生|小姐|师傅|收|启|呈|上|书|携全家|及家人|等人?|等[\d一二两三四五六七八九十百千零〇多余几来]+[人户名位]?|夫妇|全家)+$/;
/** What closes a letter on a line of its own, and is no name though it has a name's length. */
const closingWords =
  /^(?:家住|现住|称是|自称|没有|不识|[一二三四五六七八九十]+$|请|望|盼|恳|求|跪|以上|特|谨|此|致|谢谢|祝|呈|敬|急|从速|严[查惩肃]|依法|尽快|查处|为民|伸张|感谢|拜托|顿首|叩首|完毕|举报信|反映信|材料|证据)|(?:查处|严查|严办|处理|为盼|为荷|[做作]主|受理|答复|回复|公道|正义|属实|材料|照片|录音|发票|清单|一份|[一二三四五六七八九十\d]+[页张份])$/;

/** Stretches of Chinese between what is covered by units, places and numbers. */
export function pieces(text: string, area: Span, covered: readonly Span[]): Span[] {
  const found: Span[] = [];
  let start = -1;
  for (let at = area.start; at <= area.end; at++) {
    const open =
      at < area.end &&
      /[\u3400-\u9fff·•]/.test(text.charAt(at)) &&
      !covered.some((m) => m.start <= at && at < m.end);
    if (open && start < 0) start = at;
    else if (!open && start >= 0) {
      found.push({ start, end: at });
      start = -1;
    }
  }
  return spread(text, found);
}

/**
 * 甘 雨 田 is written with gaps: single characters beside each other are one piece. Where the gaps of the line
 * differ, as in 张　三　　李　四, only the narrow ones lie inside a name.
 */
function spread(text: string, found: readonly Span[]): Span[] {
  const gapAt = (n: number) => {
    const gap = text.slice(found[n]?.end ?? 0, found[n + 1]?.start ?? 0);
    return /^[ \t\u3000]{1,12}$/.test(gap) ? [...gap].reduce((w, c) => w + (c === '\u3000' ? 2 : 1), 0) : 0;
  };
  const size = (n: number) => (found[n]?.end ?? 0) - (found[n]?.start ?? 0);
  const gaps = found.flatMap((_, n) =>
    size(n) === 1 && size(n + 1) === 1 && gapAt(n) > 0 ? [gapAt(n)] : [],
  );
  const narrow = Math.min(...gaps);
  const limit = gaps.some((gap) => gap >= narrow * 1.5) ? narrow : Math.max(narrow, 8);
  const joined: Span[] = [];
  for (const [n, piece] of found.entries()) {
    const last = joined.at(-1);
    const gap = n > 0 ? gapAt(n - 1) : 0;
    const spaced =
      last !== undefined &&
      size(n) === 1 &&
      gap > 0 &&
      gap <= limit &&
      /^[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){0,2}$/.test(text.slice(last.start, last.end));
    if (spaced && last !== undefined) last.end = piece.end;
    else joined.push({ ...piece });
  }
  return joined;
}

/** The names of a piece: none, one, or several written without a space between. */
export function namesIn(text: string, piece: Span, dictionary: Dictionary): Span[] {
  const written = text.slice(piece.start, piece.end);
  const lead = before.exec(written)?.[0].length ?? 0;
  for (const from of lead > 0 ? [lead, 0] : [0]) {
    const rest = written.slice(from);
    const name = rest.slice(0, behind.exec(rest)?.index ?? rest.length);
    if (isLongName(name, dictionary))
      return [{ start: piece.start + from, end: piece.start + from + name.length }];
    const parts = split(name.replace(/\s/g, ''), dictionary);
    // 格日勒图, 扎西顿珠: names that begin as many do, and have no surname.
    const part = dictionary.nameParts.at(name, 0);
    if (parts.length === 0 && part !== null && name.length <= part.end + 2 && !joint.test(name))
      return [{ start: piece.start + from, end: piece.start + from + name.length }];
    if (parts.length === 0) continue;
    if (parts.length === 1) return [{ start: piece.start + from, end: piece.start + from + name.length }];
    let at = piece.start + from;
    return parts.map((part) => {
      const start = at;
      at += part.length;
      return { start, end: at };
    });
  }
  return [];
}

/** What stands where a name must stand: any two to four characters that are no formula and no crowd. */
export function anyName(text: string, piece: Span, dictionary: Dictionary): Span | null {
  const written = text.slice(piece.start, piece.end);
  if (isLongName(written.replace(behind, ''), dictionary))
    return { start: piece.start, end: piece.start + written.replace(behind, '').length };
  // 一个小老板: whoever is counted is not named.
  if (/^(?:一[名个位群]|[几两数各]+[名个位]|部分|全体|广大|众)/.test(written)) return null;
  const lead = before.exec(written)?.[0].length ?? 0;
  for (const from of [lead, 0]) {
    const rest = written.slice(from);
    const stripped = behind.exec(rest)?.index ?? rest.length;
    // 秋收 alone is a name, whatever 收 means behind one.
    const cut = stripped < 2 && rest.length === 2 ? rest.length : stripped;
    const name = rest.slice(0, cut);
    if (from > 0 && name.replace(/\s/g, '').length < 2 && lead === written.length) return null;
    if (name.replace(/\s/g, '').length >= 2)
      return canBeName(name, dictionary) && !closingWords.test(name)
        ? { start: piece.start + from, end: piece.start + from + cut }
        : null;
  }
  return null;
}

/** 骨科副主任医师|方兰海, 大洼村六组|方兰海: what a signer is or belongs to ends where his name begins. */
export function behindPost(reading: Reading, piece: Span): Span | null {
  const { text, dictionary } = reading;
  // Behind a signature no sentence ends or goes on.
  if (/^(?:[。！]|(?:19|20)\d{2}年)/.test(text.slice(piece.end, piece.end + 5))) return null;
  for (const size of [4, 3, 2]) {
    const start = piece.end - size;
    const lead = text.slice(piece.start, start);
    const name = text.slice(start, piece.end);
    const family = beginsWithSurname(text, start, reading);
    if (start <= piece.start || family === 0 || size > family + 2 || size <= family) continue;
    if (joint.test(name) || !canBeName(name, dictionary) || dictionary.notNames.at(name, 0) !== null)
      continue;
    const told = dictionary.posts.before(lead, lead.length) !== null || belonging.test(lead);
    if (told && !ofOthers.test(lead)) return { start, end: piece.end };
  }
  return behindHamlet(text, piece, dictionary);
}

const belonging = /.[村组社寨屯厂站所局院队校店矿]$|公司$|社区$|[小中]学$|[职员民]工$|师傅$|[师员长]$/;
/** Words of a sentence, or for somebody else: a signature holds none of them. */
const ofOthers = /反映|控告|检举|投诉|[请找给向对把被让有是在说和与及]|证[人明实]|知情|见证|举报(?!人)/;

/** 阿卜杜热合曼: a name of more than four characters, all of them such as write foreign sounds. */
function isLongName(word: string, { nameCharacters, collectives }: Dictionary): boolean {
  return (
    word.length >= 5 &&
    word.length <= 10 &&
    [...word].filter((char) => (nameCharacters.foreign[char.charCodeAt(0)] ?? 0) > 0).length >=
      word.length - 1 &&
    collectives.all(word).length === 0
  );
}

const joint = /[与在的从对把被是向给了到不这那我你他她它]/;

/** 滑世英左丘明远 → two names; empty where the characters cannot be names end to end. */
function split(name: string, dictionary: Dictionary): string[] {
  if (name.length < 2 || name.length > 16) return [];
  if (dictionary.notNames.at(name, 0) !== null || dictionary.collectives.at(name, 0) !== null) return [];
  if (dictionary.posts.before(name, name.length) !== null || dictionary.labels.has(name)) return [];
  if (dictionary.acts.at(name, 1) !== null || dictionary.placeSuffixes.before(name, name.length) !== null)
    return [];
  const surname = dictionary.compoundSurnames.has(name.slice(0, 2))
    ? 2
    : dictionary.surnames.has(name.charAt(0))
      ? 1
      : 0;
  if (surname === 0) return [];
  if (name.length <= surname + 2) return name.length > surname && !joint.test(name) ? [name] : [];
  // A name of a minority, or one surname of two families: four characters that do not part into two names.
  for (const size of [surname + 2, surname + 1]) {
    const rest = split(name.slice(size), dictionary);
    if (rest.length > 0) return [name.slice(0, size), ...rest];
  }
  return name.length === 4 && !joint.test(name) && canBeName(name, dictionary) ? [name] : [];
}

/** How much of a piece is neither a name nor what stands around one. */
export function leftover(piece: string): number {
  const lead = before.exec(piece)?.[0].length ?? 0;
  return piece
    .slice(lead)
    .replace(behind, '')
    .replace(
      /电话|手机号?码?|联系方式|号码|身份证|住址|地址|邮编|邮箱|微信|同号|单位|此致|敬礼|致敬|男|女|岁|汉族|年|月|日|共计?|于|夜|附|公章|盖章/g,
      '',
    ).length;
}
