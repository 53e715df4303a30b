import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import { family } from '../../../family-words.js';
import { startingAt } from '../../names/index.js';
import { isEveryday } from '../everyday.js';
import { namedAccused } from '../named-accused.js';
import type { Found, Reading } from '../reading.js';
import { relationsToWriter } from '../writer/index.js';
import { belongsToOther } from './ownership.js';

const home =
  /(?:家住|(?<=\n[ \u3000]{0,4})(?:一直)?住(?!址)(?=[^\n]{0,20}[市县区镇乡村街路])|(?:我们?|本人|俺|咱|[她他]们?)(?:家|现|们|一家|全家|一直)?(?:就|都)?(?:居|租)?住(?:在|于)?|现住址?|现居住?(?:在|于)?|暂住|租住|居住|住(?:在|于|址|所地?)|家庭(?:住址|地址)|通[讯信]地址|户籍(?:地址|所在地|地)?|[我俺咱]们?家(?:就|是)?在|(?<=[，,。；;\n])(?:老)?家(?:就)?[是在](?=[^，,。；;\n]{2,20}[县区镇乡村街路]))(?:在|于|是|为|地|[:：]|[ \u3000]){0,3}(?!院期|院部|户|房补|建局|持|的)([^，,。；;！!？?\n\t]{2,40}(?:\n[ \u3000]*[\u4e00-\u9fa5A-Za-z\d]{0,12}?\d{1,5}(?:号|栋|幢|室|单元|组)[^，,。；;！!？?\n\t]{0,20})?)/g;
const placeLike = /[\d省市县区镇乡村组街路巷号栋幢楼院室里园苑城寨屯庄坊道弄湾坝坪舍府居庭营]/;
/** 住张福生家对门, 第三家: where it lies beside something else. */
const beside =
  /(?:对[门面]|隔壁|[后前背里外][头面边]|旁边|[楼底]下|楼上|第[一二三四五六七八九十\d]{1,3}[家户排座])/;
/** 我家隔壁就是张福生家: the other way round. */
const neighbour =
  /(?:我|俺|咱|本人|我们|俺们|咱们)家(?:的|房子|屋)?((?:隔壁|对[门面]|斜?对[门面]|[左右后前][边面头]|旁边|楼[上下]|紧?挨着|紧?靠着|紧邻)(?:就|正|住的|住着)*(?:是|为)?)([^，,。；;！!？?\n\t]{2,20}?)(?=[，,。；;！!？?\n]|$)/g;
/** 住在镇上, 住一个院子, 住新房子了: no home that could be found by it. */
const anywhere =
  /^(?:[一两几多同][个间套栋座]?[\u3400-\u9fff]{1,3}|[省市县区镇乡村城][里上城内]|单位[的里]?[\u3400-\u9fff]{0,4}|新房子?[\u3400-\u9fff]?|里面|外面|楼[上下里]|院子?里|那里|这里|一起)$|^[楼院户]的|(?:宾馆|酒店|旅馆|旅店|招待所)[\dA-Za-z]*[房号室]?间?$/;
const somebody =
  /(?:其|他们?|她们?|对方|老板|局长|主任|书记|经理|县长|镇长|乡长|科长|所长)(?:一家|全家|家|现|也|目前)?$/;
const relative = new RegExp(
  `(?:我们?|本人|俺|咱)(?:娘家|婆家|老家|家)?(?:的|那)?((?:大|小|二|三|四|亲|前|老|堂|表|养|继|干)?(?:${family}|夫|妻|爸|妈|爹|娘|哥|姐|弟|妹|叔|婶|舅|姑|姨))(?:名叫|叫做?|是|[:：、]|[ \\u3000]|（|\\(){0,2}`,
  'g',
);
/** 我老公是高远的司机，名叫: what he is, and his name behind it. */
const calledThen = /^[^，,。；;！!？?\n他她]{2,24}[，,](?:名叫|叫|姓名)/;
const joint = /^[被在的从对把向给了到不这那我你他她是说也都就去来因和与及为有没已正将要很还又病住打]/;
const when =
  /(?:(?:生于|出生于?|出生(?:日期|年月|时间)|生日)(?:是|为|[:：]|\s){0,2})((?:19|20)\d{2}\s?[年.\-/]\s?\d{1,2}\s?(?:月|[.\-/])?\s?(?:\d{1,2}\s?日?)?)|((?:19|20)\d{2}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?)(?=\s?(?:出生|生(?:人|于|，|,|。|$)))|(?:现年|今年|年龄|时年|已)?[:：]?\s?([1-9]\d\s?(?:多)?岁|[二三四五六七八九]?十[一二三四五六七八九]?岁)|(?:今年|现年)(?:已|都|快|有)?([1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?)(?=周?岁?了|周岁)/g;
const speaker =
  /(?:我叫|我是|我系|我，|我于|我姓|鄙人|我今年|我生于|我出生|我现年|我已|本人|俺|(?<!被)(?:举报|反映|控告|来访|来电|投诉|检举|申诉|信访)人)/g;

/** What the writer says of his home, birth, age and family; nothing of what he says of the accused. */
export function readOwnWords(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): Found[] {
  const { official, closing } = reading;
  return [
    ...homes(reading, informant, accused),
    ...births(reading, informant, accused),
    ...relatives(reading, accused),
    ...whoWrote(reading, accused),
  ].filter(
    ({ span }) =>
      !official ||
      closing.enclosed(span.start) ||
      // An office that tells where the writer lives names him so.
      byOffice.test(reading.text.slice(Math.max(0, span.start - 50), span.start)),
  );
}

const byOffice = /(?<!被)(?:来信|来访|来电|信访|举报|反映|投诉|控告|申诉)人[^。；\n]*$/;

function homes(reading: Reading, informant: readonly InformantField[], accused: readonly Accused[]): Found[] {
  const { text } = reading;
  const names = accused.flatMap((a) => a.name ?? []);
  const found: Found[] = [];
  for (const match of text.matchAll(home)) {
    const value = match[1] ?? '';
    if (!(placeLike.test(value) || beside.test(value)) || anywhere.test(value)) continue;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const span = { start: end - value.length, end };
    if (names.some((name) => before.replace(/(?:一家|全家|家|现|目前)$/, '').endsWith(name))) continue;
    if (/^(?:居|租)?住|^暂住|^现住/.test(match[0]) && ofThird(reading, match.index, informant)) continue;
    if (somebody.test(before) && !/^[我本俺咱]/.test(match[0])) continue;
    if (/^[他她]/.test(match[0]) && nearestIsAccused(text, match.index, names, informant)) continue;
    if (!/^[我本俺咱]/.test(match[0]) && accusedSpeaks(text, match.index, names)) continue;
    if (belongsToOther(reading, span, informant, accused)) continue;
    found.push({ kind: 'address', span: withoutTail(text, span) });
  }
  for (const match of text.matchAll(neighbour)) {
    const [, where = '', what = ''] = match;
    const end = match.index + match[0].length;
    const start = end - what.length - where.length;
    // Whom the letter accuses stays readable, next door or not; that he is next door does not.
    const ofAccused = tellsAccused(reading, { start: end - what.length, end }, accused);
    found.push({ kind: 'address', span: { start, end: ofAccused ? end - what.length : end } });
  }
  for (const match of text.matchAll(dwelling)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].indexOf(value);
    if (placeLike.test(value)) found.push({ kind: 'address', span: { start, end: start + value.length } });
  }
  return found;
}

/** The stretch names an accused who is named elsewhere, too, or the unit of one. */
function tellsAccused({ text, names }: Reading, { start, end }: Span, accused: readonly Accused[]): boolean {
  const words = text.slice(start, end);
  const units = names.organisations.filter((o) => start <= o.start && o.end <= end);
  return accused.some(
    ({ name, organisation }) =>
      (name !== null && words.includes(name) && text.indexOf(name) !== text.lastIndexOf(name)) ||
      units.some((unit) => organisation?.endsWith(unit.text)),
  );
}

/** 范明志退下来以后还住在…: the sentence is about the accused, and the writer is not in it. */
function accusedSpeaks(text: string, at: number, names: readonly string[]): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const sentence = before.slice(Math.max(...[...'。；！\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  return names.some((name) => sentence.includes(name)) && !/我|本人|俺|咱|举报人|反映人/.test(sentence);
}

/** 我现在金湖花园6栋居住: the place stands before the verb. */
const dwelling =
  /(?:我们?|本人|俺们?|咱|鄙人|举报人|反映人|来访人|来电人|我的(?:身份证号?码?|电话|手机)[^。；;！!？?\n]{6,60}[，,])(?:一?家|全家|一直|长期|常年|夫妻)?(?:现在|目前|如今|现|暂|都|就)?(?:在|于)?([^，,。；;！!？?\n\t他她其]{3,30}?)(?:居住|租住|暂住|租房住)/g;

/** 住东门街36号）称: a bracket that was opened before ends the address. */
function withoutTail(text: string, { start, end }: Span): Span {
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (/[(（]/.test(text.charAt(at))) depth += 1;
    else if (/[)）]/.test(text.charAt(at)) && --depth < 0) return { start, end: at };
    // 家住东门街36号的某某来访：the clause goes on behind the address.
    else if (/[:：]/.test(text.charAt(at)) || (text.charAt(at) === '的' && at - start >= 3))
      return { start, end: at };
  }
  return { start, end };
}

/**
 * 这信是柳林小学的尉迟老师帮写的, 我托邻居打印这封信, 请村里的文书代笔: through whoever wrote for him the writer is
 * found. The letter is what is written, or the writer has it written: 他让会计代笔签字 is of the matter.
 */
const scribes = [
  /(?:(?:这|此|本|该)(?:封|份)?(?:举报)?(?:信件?|材料)|(?<![\u3400-\u9fff])信)(?:是|由)([^，,。；;！!？?\n他她]{2,20}?)(?:(?:帮|代|替)(?:我们?|俺们?|咱们?|忙)?(?:写|代?笔|抄|打字|打印)|写的(?=[，,。；;！!\n]|$))/g,
  /(?:我们?|俺们?|本人|咱们?|阿拉)[^，,。；;\n他她]{0,6}?(?:请|让|叫|托|找|求|麻烦)了?([^，,。；;！!？?\n他她]{2,20}?)(?:(?:帮|代|替)(?:我们?|俺们?|咱们?|忙)?(?:写|代?笔|抄|打字|打印)|(?:写|抄|打印?)了?(?:这|本|此)?(?:封|份)?(?:举报)?(?:信|材料))/g,
  /(?<=^|[，,。；;：:\n ])(?:特|只好|只能|就|便|才|故)?(?:请|托|求|麻烦)了?([^，,。；;！!？?\n他她]{2,20}?)(?:(?:帮忙|帮|代|替)(?:我们?|俺们?|咱们?)?(?:代?笔|书)(?!签)|(?:帮|代|替)?写的(?=[，,。；;！!\n]|$)|(?:帮忙|帮|代|替)?(?:我们?|俺们?|咱们?)?(?:代?写|抄|打印?)了?(?:这|本|此)?(?:封|份)?(?:举报)?(?:信|材料))/g,
];
/** 来电人：…（女，自称在质监站上班）: an office notes where somebody without a name says that he works. */
const claimed =
  /(?<!被)(?:来电|来访|来信|举报|反映|信访)人[^。\n]{0,60}?(?:自称|自述)(?:是|在|系)([^，,。；;（）()\n]{2,20}?)(?:上班|工作|任职|职工|员工|干部|退休)/g;

function whoWrote({ text }: Reading, accused: readonly Accused[]): Found[] {
  // Whom nothing but this names is accused of nothing.
  const names = accused.flatMap(({ name }) =>
    name !== null && text.indexOf(name) !== text.lastIndexOf(name) ? name : [],
  );
  return [...scribes, claimed].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const value = match[1] ?? '';
      if (names.some((name) => value.includes(name))) return [];
      const start = match.index + match[0].lastIndexOf(value);
      return [{ kind: 'other', span: { start, end: start + value.length } }];
    }),
  );
}

/** 老板某某…，他在某处上班，住在…: the sentence has gone on to speak of somebody else. */
function ofThird({ text, names }: Reading, at: number, informant: readonly InformantField[]): boolean {
  const from = Math.max(
    at - 60,
    ...['。', '；', '！', '\n'].map((mark) => text.lastIndexOf(mark, at - 1) + 1),
    0,
  );
  const sentence = text.slice(from, at);
  const third = Math.max(sentence.lastIndexOf('他'), sentence.lastIndexOf('她'));
  if (third < 0 || third < [...sentence.matchAll(speaker)].reduce((last, m) => Math.max(last, m.index), -1))
    return false;
  return names.persons.some(
    (p) =>
      from <= p.start &&
      p.end <= from + third &&
      !informant.some((f) => f.kind === 'name' && f.value === p.value),
  );
}

/** 他 and 她 mean whoever was named last; the petitioner where nobody was. */
function nearestIsAccused(
  text: string,
  at: number,
  names: readonly string[],
  informant: readonly InformantField[],
): boolean {
  const before = text.slice(Math.max(0, at - 120), at);
  const other = Math.max(-1, ...names.map((name) => before.lastIndexOf(name)));
  const own = informant.filter((f) => f.kind === 'name').map((f) => before.lastIndexOf(f.value));
  const role = [...before.matchAll(speaker)].at(-1)?.index ?? -1;
  // 范明志收了钱。他住…: one sentence on he is still meant.
  return other > Math.max(role, ...own) && (before.slice(other).match(/[。；\n]/g)?.length ?? 0) <= 1;
}

function births(
  { text }: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): Found[] {
  const names = accused.flatMap((a) => a.name ?? []);
  const own = informant.filter((f) => f.kind === 'name').map((f) => f.value);
  const found: Found[] = [];
  for (const match of text.matchAll(when)) {
    const value = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const from = Math.max(
      0,
      match.index - 80,
      ...['。', '；', '！', '\n\n'].map((mark) => text.lastIndexOf(mark, match.index - 1) + 1),
    );
    const before = text.slice(from, match.index + 2);
    const said = Math.max(
      [...before.matchAll(speaker)].at(-1)?.index ?? -1,
      ...own.map((name) => before.lastIndexOf(name)),
    );
    const other = Math.max(
      ...names.map((name) => before.lastIndexOf(name)),
      before.search(/被(?:举报|反映|控告)人|其(?!中|实|他)|他|她/),
    );
    if (said < 0 || other > said) continue;
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ kind: 'other', span: { start, end: start + value.trimEnd().length } });
  }
  return found;
}

function relatives(reading: Reading, accused: readonly Accused[]): Found[] {
  const { text, names, dictionary, map } = reading;
  const charged = new Set(accused.flatMap((a) => a.name ?? []));
  const inOffice = new Set(accused.flatMap((a) => (a.position === null ? [] : (a.name ?? []))));
  const named = namedAccused(reading);
  const found: Found[] = relationsToWriter(reading, charged).map((span) => ({ kind: 'other', span }));
  for (const match of text.matchAll(relative)) {
    const behind = match.index + match[0].length;
    const start = behindStyle(
      names,
      behind + (calledThen.exec(text.slice(behind, behind + 32))?.[0].length ?? 0),
    );
    const person = startingAt(names.persons, start);
    const end =
      (person?.form === 'titled' ? null : person?.end) ??
      (isEveryday(map, start) || isClause(map, start) ? null : guessedEnd(text, start, dictionary));
    if (end === null) continue;
    // Who reports a relative has him as the accused, and he stays on the record; that he is a relative does not.
    const name = text.slice(start, end);
    const from = match.index + match[0].indexOf(match[1]!);
    if (!charged.has(name) || !(charged.size === 1 || named.has(name)))
      found.push({ kind: 'other', span: { start, end } });
    else if (named.has(name) || inOffice.has(name))
      found.push({ kind: 'other', span: { start: from, end: from + match[1]!.length } });
  }
  return found;
}

/** 我前夫|县民防局|局长|高远: where the name begins behind unit and post. */
function behindStyle({ organisations, positions }: Reading['names'], from: number): number {
  let at = from;
  for (const before of [organisations, positions]) at = startingAt(before, at)?.end ?? at;
  return at;
}

/** 我老娘|常|说, 我儿子|要|考学: what he does, and not what he is called. */
function isClause(map: Reading['map'], start: number): boolean {
  const n = map.indexAt(start);
  const [first, next] = [map.words[n], map.words[n + 1]];
  return (
    first?.start === start &&
    first.end === start + 1 &&
    /^[vdrp]/.test(first.tag) &&
    /^[vmq]/.test(next?.tag ?? '')
  );
}

/** A surname and one or two characters more that no list of names knows. */
function guessedEnd(
  text: string,
  start: number,
  { surnames, compoundSurnames, notNames }: Reading['dictionary'],
): number | null {
  const everyday = notNames.at(text, start);
  if (everyday !== null) {
    // 我丈夫文明在工地: a word that is a name too, with the verb of a person behind it.
    const word = text.slice(start, start + 2);
    const named =
      everyday.end === start + 2 && surnames.has(word.charAt(0)) && !/[年来时当经任常前后期间次]$/.test(word);
    return named && /[在是被也于，,（(。]/.test(text.charAt(start + 2)) ? start + 2 : null;
  }
  const size = compoundSurnames.has(text.slice(start, start + 2))
    ? 2
    : surnames.has(text.charAt(start))
      ? 1
      : 0;
  if (size === 0) return null;
  const han = (at: number) => /[\u3400-\u9fff]/.test(text.charAt(at)) && !joint.test(text.charAt(at));
  if (!han(start + size)) return null;
  return start + size + (han(start + size + 1) ? 2 : 1);
}
