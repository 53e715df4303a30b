import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import { relationWord } from '../../../family-words.js';
import { firstFrom } from '../../names/index.js';
import type { Reading } from '../reading.js';
import { callingEnd } from '../writer/index.js';
import { readParticulars } from './particulars.js';

const adverbs =
  '(?:们|就|也|都|只|原|曾经?|本来|以前|之前|当时|当年|那时|一直|目前|现在?|不过|[，,]|(?:19|20)\\d{2}年){0,3}';
/** 我是, 本人系, 我作为: up to the end of the clause, as long as it speaks of nobody else. */
const being = new RegExp(
  `(?:我|俺|咱|本人|鄙人|笔者)${adverbs}(?:在[^，,。；;\\n我俺他她]{1,10}?)?(是|系|作为|担?任|当(?![时年天即然场面事初众过成作])|做(?![了过的事梦法]))([^，,。；;：:！!？?（(\\n我俺他她你您]{2,40})`,
  'g',
);
/** 我叫某某，是所里的辅警. */
const introduced =
  /(?:我|俺|本人)(?:名?叫|姓)[^，,。；;\n他她]{1,8}[，,](?:现|原|曾|也)?(?:是|系|为|当|做)([^，,。；;：:！!？?（(\n我俺他她你您]{2,40})/g;
/** 来电人为该局保管科工作人员: a clerk notes it. */
const noted =
  /(?<!被)(?:来信|来电|来访|举报|反映|信访)人(?:为|是|系|自称是?|自?称(?:自己|其|本人)?(?:是|系|为))([^，,。；;：:！!？?（(\n他她]{2,30})/g;
/** Words of a clause that is of no calling: 我是从会计那里听说的. */
const otherwise = /[从听跟替向因给为不]|举报(?!人)|反映|知道|认识|亲眼|如何|怎么|问题|涉嫌/;
/** What of a calling says no more than that he is one of many. */
const anyone =
  /^(?:普普通通|普通|一般|退休|离休|退下来|在职|下岗|内退|基层|知情|困难|年轻|老|前|原|女|男|的){0,4}(?:职工|员工|工人|农?民工|干部|党员|工作人员|群众|村民|居民|业主|住户|租户|商户|用户|市民|公民|百姓|农民|牧民|学生|家长|老师|教师|人|代表|同事|邻居|同志|社员|股东|原告|负责人|(?:法定)?代表人|法人|当事人|受害[人者]|被害人|知情[人者]|(?:举报|反映|信访|上访|控告|投诉|申诉|起诉)人|纳税人|残疾人|证人){1,3}$/;
/** 某局|的一名|, 那个|: before what he is there. */
const before =
  /^(?:[\u3400-\u9fff]{0,5}?的(?=[一几][名个位]))?(?:的|里|内|本|该|这|那|其中|[局院校厂站所队办]里的?)*(?:一[名个位]|几[名个位]|[个名位]|各位?)?的?/;
/** 锦绣东方二期的业主: where many are at home or work, which may be what the paper is about. */
const crowd =
  /^(?!.*(?:[股科室处班]|车间|窗口)).*(?:业主|住户|居民|村民|市民|群众|百姓|租户|商户|农民|牧民|家长|学生|职工|员工|工人|干部|党员)$/;
/** Whose that is the accused may be told by. */
const nearSomebody = new RegExp(`的${relationWord}$(?<!司机|驾驶员|秘书|保姆|师傅|学生)`);
const section = /(?:[股科室处班组队]|车间|中心|窗口|支部|岗)(?=的$)/;
/** Behind a calling the sentence goes on to what he did. */
const goesOn = /^(?:在|去|给|的时候|时|看|陪|跟)/;

/** What a writer says that he is, and tells of himself, that says more than that he is one of many. */
export function readStanding(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): Span[] {
  const { text, official, closing } = reading;
  const own = (span: Span) => !official || closing.enclosed(span.start);
  const callings = [being, introduced, noted].flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      if (/[给向和与对找被要让叫比]/.test(text.charAt(match.index - 1))) return [];
      const words = match.at(-1)!;
      const start = match.index + match[0].length - words.length;
      return callingIn(reading, { start, end: start + words.length }, match[1] === '作为') ?? [];
    }),
  );
  return [
    ...callings.filter((span) => own(span) || isNoted(text, span)),
    ...readParticulars(reading, accused).filter(own),
    ...inBrackets(reading, informant),
  ];
}

/** An office that tells what the writer is names him so. */
const isNoted = (text: string, { start }: Span): boolean =>
  /(?<!被)(?:来信|来电|来访|举报|反映|信访)人[^。\n]{0,20}$/.test(text.slice(Math.max(0, start - 30), start));

/** 石涧县民防局的一名|窗口人员, 运行三班|的: section and calling without the unit. */
function callingIn(
  { text, names, dictionary }: Reading,
  clause: Span,
  mayGoOn: boolean,
  isPost = false,
): Span | null {
  const person = names.persons[firstFrom(names.persons, clause.start)];
  let from = clause.start;
  for (
    let n = firstFrom(names.organisations, from);
    (names.organisations[n]?.end ?? Infinity) < clause.end;
    n++
  )
    from = names.organisations[n]!.end;
  const until = person !== undefined && person.start < clause.end ? person.start : clause.end;
  let words = text.slice(from, Math.max(from, until));
  if (mayGoOn) words = callingBeforeDeed(words);
  const skip = before.exec(words)?.[0].length ?? 0;
  const told = words.slice(skip);
  const isCalling =
    callingEnd.test(told) ||
    section.test(told) ||
    (isPost && dictionary.posts.before(told, told.length) !== null);
  if (
    told.length < 2 ||
    !isCalling ||
    otherwise.test(told) ||
    anyone.test(told) ||
    crowd.test(told) ||
    nearSomebody.test(told)
  )
    return null;
  return { start: from + skip, end: from + words.length };
}

/** 李春华（女，原仓储科科长）: what stands in the bracket behind his name. */
const bracket = /^[（(]([^（）()\n]{2,40})[)）]/;

function inBrackets(reading: Reading, informant: readonly InformantField[]): Span[] {
  const ends = new Set(informant.flatMap((f) => (f.kind === 'name' ? f.spans.map((s) => s.end) : [])));
  return [...ends].flatMap((end) => {
    const told = bracket.exec(reading.text.slice(end, end + 44))?.[1] ?? '';
    return [...told.matchAll(/[^，,；;、\s]+/g)].flatMap(({ 0: piece, index }) => {
      const start = end + 1 + index;
      return callingIn(reading, { start, end: start + piece.length }, false, true) ?? [];
    });
  });
}

function callingBeforeDeed(words: string): string {
  for (let size = 2; size <= words.length; size++)
    if (callingEnd.test(words.slice(0, size)) && (size === words.length || goesOn.test(words.slice(size))))
      return words.slice(0, size);
  return '';
}
