import type { Mention, Sealed } from '../../../domain/index.js';
import { fromSource, type Reading } from '../layout.js';
import { announcing, kin, opening } from './openings.js';

/** Whom a clause is about. */
export type Subject =
  /** It says so itself. */
  | { kind: 'own' }
  /** It leaves out one of the accused, or says he: how the letter calls him; '' where nobody else is spoken of. */
  | { kind: 'accused'; name: string; pronoun: string }
  /** It leaves out another, or nobody can tell. */
  | { kind: 'unclear' };

export interface Subjects {
  /** @param i a clause that begins a sentence */
  of(i: number): Subject;
  /** Whether a clause within a sentence begins with somebody or an office by name. */
  beginsNamed(i: number): boolean;
}

interface Actor {
  start: number;
  end: number;
  /** How an accused is called; null for anybody else. */
  accused: string | null;
  isNamed: boolean;
}

/** Somebody who is not named. */
const anybody =
  /▇+|来[访电信]人|举报人|反映人|我们?|俺|本人|有[的些]?人|别人|群众|村民|职工|业主|老板|开发商|包工头|承包[人商]|供应商|施工[方队]|中间人|司机|会计|出纳|秘书|同事|老师|[几两三四五]个人|大家|亲戚|妻子|老婆|爱人|丈夫|儿子|女儿|弟弟|哥哥|姐夫|妹夫|侄子|外甥|小舅子|岳父|[副]?(?:局长|主任|书记|科长|股长|处长|站长|所长|院长|校长|经理|董事长|镇长|乡长|县长|村长)|公司|企业|厂家/g;
/** Whom something is done to or with, who does it not. */
const object = /[给向对让为从收送与和跟找被把替帮请托在到去至]$/;
/** 张某的弟弟 and 张某之子 are not he. */
const ofHis = /^(?:的|之)(?!.{0,3}(?:问题|办公室|时候))/;

const pronoun = /^(?:他|她|其|该人|此人|这个?人)(?![们中它他她余实])/;
const time =
  /^(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}[日号])?)?|\d{1,2}月(?:\d{1,2}[日号])?|同年|当年|去年|今年|前年|次年|近年来?|这几年来?|一?年底|春节|中秋节?|端午节?|国庆节?|元旦|过年|期间|后来|此后|之后|当时|随后|事后|过后|结果|另外|此外|同时|目前|现在|最近|平时|每年|每次|每逢|逢年过节|有一次|[前后内初底末中起间夜晚上下午至到以来、，的]|一直)+/;
/** A clause that begins so lacks whoever does it. */
const subjectless =
  /^(?:又|还|再|也|都(?!江)|就|才|先后?|多次|曾|已|长期|经常|至今|从不|擅自|私自|违[规反法]|利用|通过|以(?!前)|用(?!户)|由(?!于)|按|被|把|将|给|对(?!外|方)|向|从(?!前|业)|到|在|为(?!了)|替|帮|让|叫|派(?!出)|要|安排|指使|授意|指定|批|签|免|减|缓|收(?!费站|入)|索|受|拿|送|挪|侵|贪|骗|套|截|虚|私|吃|喝|开(?!发|工)|拖|压|卡|说|称|讲|问(?!题)|答|见|来(?!信|访|电)|去|找|跟|和|与|没|不(?!少)|未|是|只|却|办(?!公|事)|租给|卖|买|借|写|领(?!导)|分得|分给|分管(?!的)|转给|转手|存|取|交给|罚(?!款)|改成|换|答应|承诺|暗示|透露|泄露|主管|负责|担任|身为|作为|任|涉嫌|滥用|玩忽|徇私|打着|报了|跑|花|差|嫌|当(?!地|事)|认识|站|坐)/;

/** 批这个纸的是副乡长 says who does it. */
const nameless = /^[^，]{1,16}的(?:是|有|人|老板|单位|公司)/;

/** Looks up who acts in the clauses of a paper: whoever is left out was named first in the sentences before. */
export function subjectsOf(reading: Reading, sealed: Sealed): Subjects {
  const { text, clauses, sentenceOf } = reading;
  const actors = actorsOf(reading, sealed);
  const topics = topicsOf(reading, actors);
  const starts = new Set(actors.flatMap(({ start, isNamed }) => (isNamed ? start : [])));
  const offices = new Set(
    sealed.mentions
      .filter(({ type }) => type === 'organisation' || type === 'position' || type === 'project')
      .map(({ start }) => fromSource(reading, start)),
  );
  const before = (i: number): Actor | 'nobody' => {
    for (
      let at = i - 1;
      at >= Math.max(0, i - reach) && !text.slice(clauses[at]!.end, clauses[at + 1]!.start).includes('\n');
      at--
    ) {
      if (sentenceOf[at] === sentenceOf[at + 1]) continue;
      const actor = topics[sentenceOf[at]!];
      if (actor) return actor;
    }
    return 'nobody';
  };
  const beginning = (i: number) => {
    const { start, end } = clauses[i]!;
    const words = text.slice(start, end);
    const rest = words.replace(announcing, '').replace(opening, '').replace(time, '');
    return { words: rest, at: end - rest.length };
  };
  const of = (i: number): Subject => {
    let at = i;
    // A time alone says nothing yet.
    while (beginning(at).words === '' && sentenceOf[at + 1] === sentenceOf[i]) at++;
    const { words } = beginning(at);
    const he = pronoun.exec(words)?.[0];
    if (he === undefined && (!subjectless.test(words) || nameless.test(words))) return { kind: 'own' };
    const actor = before(i);
    if (actor !== 'nobody')
      return actor.accused === null
        ? { kind: 'unclear' }
        : { kind: 'accused', name: actor.accused, pronoun: he ?? '' };
    return he !== undefined && sealed.accused.length !== 1
      ? { kind: 'unclear' }
      : { kind: 'accused', name: '', pronoun: he ?? '' };
  };
  return {
    of,
    beginsNamed: (i) => {
      const { at } = beginning(i);
      return starts.has(at) || offices.has(at);
    },
  };
}

/** Everybody that the text speaks of, in its order. */
function actorsOf(reading: Reading, sealed: Sealed): Actor[] {
  const { text } = reading;
  const found: Actor[] = [];
  for (const mention of sealed.mentions) {
    if (mention.type !== 'person') continue;
    const end = fromSource(reading, mention.end);
    const following = text.slice(end, end + 8);
    found.push({
      start: fromSource(reading, mention.start),
      end,
      accused: ofHis.test(following) || kin.test(following) ? null : calledSo(mention, sealed.accused),
      isNamed: true,
    });
  }
  const begins = new Set(found.map(({ start }) => start));
  for (const { index, 0: words } of text.matchAll(anybody)) {
    const end = index + words.length;
    // 主任张某 is one.
    if (begins.has(end) || found.length > maxActors) continue;
    found.push({
      start: index,
      end,
      accused: inPost(text.slice(0, index), words, sealed.accused),
      isNamed: false,
    });
  }
  for (const { type, start } of sealed.mentions)
    if (type === 'position') begins.add(fromSource(reading, start));
  for (const mention of sealed.mentions) {
    if (mention.type !== 'organisation') continue;
    const end = fromSource(reading, mention.end);
    // The unit of somebody who follows, or of the accused, is none that acts.
    const isOwn = sealed.accused.some(({ organisation }) => isSameUnit(organisation ?? '', mention.text));
    if (!begins.has(end) && !isOwn)
      found.push({ start: fromSource(reading, mention.start), end, accused: null, isNamed: false });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The accused whom a name calls: in full, 老张, 张主任; null where it is nobody of them or may be several. */
function calledSo({ text, value }: Mention, accused: Sealed['accused']): string | null {
  const called = accused.filter(({ name, position }) => {
    if (!name) return false;
    if (name === text || name === value) return true;
    const surname = /^老(.+)$/u.exec(text)?.[1] ?? withoutPost(text, position);
    return surname !== '' && surname !== name && name.startsWith(surname);
  });
  return called.length === 1 ? called[0]!.name : null;
}

const withoutPost = (text: string, position: string | null): string =>
  position && text.endsWith(position.slice(-2)) ? text.slice(0, -2) : '';

/**
 * The accused who holds a post that the text speaks of, or null: 主任, 人防办主任 and 伏主任 are he, 前任主任 and
 * 办公室主任 are not.
 */
function inPost(before: string, post: string, accused: Sealed['accused']): string | null {
  if (!/[长任记理]$/u.test(post)) return null;
  const lead = /\p{Script=Han}*$/u.exec(before.slice(-longestUnit))![0].replace(/^该/u, '');
  const holders = accused.filter(
    ({ name, organisation, position }) =>
      position?.endsWith(post) &&
      position.includes('副') === post.includes('副') &&
      (`${organisation ?? ''}${position}`.endsWith(lead + post) || name?.startsWith(lead)) &&
      (lead !== '办公室' || position.startsWith(lead)),
  );
  return holders.length === 1 ? (holders[0]!.name ?? post) : null;
}

const longestUnit = 30;
const isSameUnit = (one: string, other: string): boolean =>
  one.endsWith(other) || (one !== '' && other.endsWith(one));
const maxActors = 5000;
/** Clauses back in which somebody is looked for who is left out. */
const reach = 24;

/** Whom each sentence is about in the end: who last began a clause of it, else who is named first. */
function topicsOf(reading: Reading, actors: readonly Actor[]): (Actor | undefined)[] {
  const topics: (Actor | undefined)[] = [];
  const begins = new Set<Actor | undefined>();
  for (const actor of actors) {
    const clause = reading.clauseOf[actor.start]!;
    const sentence = reading.sentenceOf[clause];
    if (sentence === undefined || object.test(reading.text.slice(Math.max(0, actor.start - 1), actor.start)))
      continue;
    const isFirst = actor.start - reading.clauses[clause]!.start <= 1;
    if (topics[sentence] && !isFirst) continue;
    if (isFirst || !begins.has(topics[sentence])) topics[sentence] = actor;
    if (isFirst) begins.add(actor);
  }
  return topics;
}
