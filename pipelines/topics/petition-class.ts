import type { Offence, PetitionClass, Sealed, Tag } from '../../domain/index.js';
import { fromSource, type Reading } from './layout.js';
import type { ListHits } from './lists.js';
import { inSalutation, isGreeted } from './offices.js';

/** What the class of a paper is decided by. */
export interface ClassFacts {
  reading: Reading;
  sealed: Sealed;
  topics: readonly Tag[];
  offences: readonly Tag<Offence>[];
  /** Rules that tell what somebody in office is said to have done. */
  deeds: number;
  lists: ListHits;
  /** The paper speaks of the campaign's own field, such as 人防. */
  inField: boolean;
  /** Some tag follows from what is told, not from the name of an offence alone. */
  told: boolean;
  /** Whole paper handed over by another office. */
  handedOver: boolean;
  /** An office sums up what the public says somewhere. */
  published: boolean;
}

const strengths = [
  ['strong', 1],
  ['medium', 0.5],
  ['weak', 0.25],
] as const;

/** What decides in figures: kept apart so that a test and a person can look at it. */
export interface ClassScores {
  report: number;
  appeal: number;
  suggestion: number;
  outOfScope: number;
  noSubstance: number;
  /** Points that somebody could go and check: person with post, time, place, sum, project. */
  substance: number;
  zero: boolean;
}

/** Weighs the cues of each class; every number is a count of different words, strong ones whole. */
function weighClass({ reading: { text }, sealed, topics, offences, lists }: ClassFacts): ClassScores {
  const sum = (name: string) =>
    strengths.reduce((total, [strength, weight]) => total + weight * lists.weigh(`${name}.${strength}`), 0);
  const tags = topics.reduce((s, t) => s + t.score, 0) + 1.5 * offences.reduce((s, t) => s + t.score, 0);
  return {
    report: sum('report') + tags,
    appeal: sum('appeal'),
    suggestion: sum('suggestion'),
    outOfScope: sum('outOfScope'),
    noSubstance: sum('noSubstance'),
    substance: substanceOf(text, sealed),
    zero: lists.first('zeroReport') !== null,
  };
}

/** 业务类别 of an item. */
export function classOf(facts: ClassFacts): PetitionClass {
  const s = weighClass(facts);
  const { lists, topics, offences } = facts;
  const { text } = facts.reading;
  const accused = accusedOfficial(facts);
  const tagged = topics.length + offences.length > 0;
  if (s.zero && !tagged) return 'no-substance';
  if (facts.published && tagged) return 'report';
  if (facts.handedOver) return isAppeal(text, s, lists) ? 'appeal' : 'report';
  if (isAppeal(text, s, lists)) return 'appeal';
  if (onlyWords(s, facts)) return 'no-substance';
  // Whoever proposes rules and says that he means nobody accuses nobody, however many abuses he names.
  if (s.suggestion >= 2 && facts.sealed.accused.length === 0 && /不针对|不是说谁|不是告/.test(text))
    return 'suggestion';
  // Wrath or a mere feeling, and no deed to it.
  if (s.noSubstance >= 2 && !tagged && s.report < 0.5 && s.outOfScope < 1.5) return 'no-substance';
  const named = facts.sealed.accused.some(
    (a) => a.name !== null && a.position !== null && !isGreeted(text, a.name),
  );
  if (tellsDeed(s, facts, named)) return 'report';
  const ofField = facts.inField && topics.some((t) => t.score >= 0.6);
  const unit = facts.sealed.accused.some(
    (a) => a.name === null && !/公司|厂$|集团|物业/.test(a.organisation ?? '公司'),
  );
  if (ofField && (accused || unit) && s.suggestion < 2 && s.substance >= 1) return 'report';
  const ownWords = lists.weigh('report.strong') >= 1 || offences.some((o) => o.score >= 0.6);
  // Neglect and high-handedness are what any complaint says of an office; alone they need a name and more weight.
  const grave =
    lists.weigh('report.strong') >= (tagged ? 1 : 2) || offences.some((o) => !everyday.has(o.code));
  const gravely = offences.some((o) => !everyday.has(o.code) && o.score >= 0.6);
  if (facts.inField && facts.told && tagged && gravely && s.suggestion < 1 && s.outOfScope < 1.5)
    return 'report';
  const accusation =
    s.report >= 1.5 && ownWords && accused && (grave || (named && s.report > s.outOfScope * 1.2));
  if (accusation && s.report > s.outOfScope * 0.8)
    return s.substance >= 2 || (tagged && s.substance >= 1) ? 'report' : 'no-substance';
  if (named && s.substance >= 2 && divertsMoney(facts)) return 'report';
  if (s.suggestion >= 1 && s.report < 1.5 && s.suggestion >= s.outOfScope * 0.5) return 'suggestion';
  if (s.noSubstance >= 1 && s.substance <= 1 && s.outOfScope < 1.5) return 'no-substance';
  const someone = facts.sealed.accused.length > 0 || lists.first('officials') !== null;
  if (
    s.report >= 1 &&
    s.outOfScope < 1 &&
    someone &&
    (offences.length > 0 || s.noSubstance > 0 || lists.weigh('report.strong') >= 1)
  )
    return s.substance >= 2 ? 'report' : 'no-substance';
  // A scan that lost characters loses cue words first: what still speaks of the campaign's field, of somebody
  // in office and of something to check, and of no private trouble, is read by a person rather than set aside.
  if (facts.inField && someone && s.outOfScope < 1.5 && s.report >= 0.5 && s.substance >= 2 && !s.zero)
    return 'report';
  // Somebody in office is named as accused, in the campaign's field, with things to check.
  if (facts.inField && named && s.substance >= 3 && s.outOfScope < 1.5 && s.suggestion < 1 && !s.zero)
    return 'report';
  if (
    (someone || (facts.inField && tagged)) &&
    s.outOfScope < 1.5 &&
    s.suggestion < 1 &&
    s.appeal < 1 &&
    !s.zero &&
    !asks(text) &&
    (facts.inField ? s.substance >= (tagged ? 2 : 3) : named && s.substance >= 4 && s.outOfScope < 1)
  )
    return 'report';
  if (accused && tagged && s.outOfScope < 1 && s.suggestion < 0.5 && s.substance >= 2 && !asks(text))
    return 'report';
  if (proposes(text) && (s.outOfScope < 1 || (opensWithIdea.test(text) && s.report < 1.5)))
    return 'suggestion';
  if (nothingTold(facts.reading)) return 'no-substance';
  return 'out-of-scope';
}

/**
 * An act of somebody in office that serves himself or breaks his duty is reported whatever the field, and with
 * whatever words of everyday trouble around it; a mere idea how such things could be prevented is none.
 */
function tellsDeed(s: ClassScores, { deeds }: ClassFacts, named: boolean): boolean {
  if (deeds === 0 || s.suggestion >= 2) return false;
  // The longer a paper dwells on a trouble of the writer's own, the more it must say of the official.
  return deeds + (named ? 1 : 0) > s.outOfScope * 0.45;
}

const ofMoney: ReadonlySet<Offence> = new Set<Offence>([
  'embezzlement',
  'misappropriation',
  'private-division',
]);

/**
 * Somebody in a public post is said to have taken or diverted public money: a report whatever the place where
 * it happened is else complained of. 收了 alone is also what a private school does with its fees.
 */
function divertsMoney({ offences, lists }: ClassFacts): boolean {
  const counts = ({ code }: Tag<Offence>) =>
    ofMoney.has(code) || (code === 'bribery' && lists.weigh('outOfScope.strong') === 0);
  return lists.all('officials').length > 0 && offences.some((o) => o.score >= 0.5 && counts(o));
}

const greeting =
  /尊敬的|各位|领导|同志|书记|主任|中央|[省市县区]|纪委|监委|纪检|监察|信访|[局办]|(?:你们|您们|你|您|大家)?好|管一?管|查一?查|看一?看|帮一?帮|救一?救|为(?:我们?|民)|我们?|你们?|您|老百姓|主持公道|做主|到底|谢谢|求求|赶紧|赶快|一下|麻烦|希望|能|快|请|求|来|吧|呀|啊|呢|了|的|[^\u4e00-\u9fa5A-Za-z0-9]/g;

/** A question about rules and procedure accuses nobody, whoever answers at the counter. */
function asks(text: string): boolean {
  return /请问|想问|问一下|咨询|怎么办|能不能|可不可以|需要哪些/.test(text);
}

/** The very first words propose something. */
const opensWithIdea = /^(?:[^\n。]{0,24}[：:\n])?(?:我|本人|我们)?(?:建议|提议|提个建议|提一个建议|想提)/;

/** What the writer would have others do stands at the head of a sentence of his own. */
function proposes(text: string): boolean {
  return /(?:^|[\n。；！，：])(?:因此|为此|我们?|本人|特)?(?:建议|提议|有个建议|有一个建议|提几点建议|希望(?:纪委|政府|人防办|有关部门)?加强)|提[^，。]{0,8}建议/.test(
    text,
  );
}

/** 你们好，管管吧: behind greeting and begging nothing is said of any matter. */
function nothingTold(reading: Reading): boolean {
  return reading.text.length <= 60 && reading.text.replace(greeting, '').length <= 2;
}

/** Characters between a misdeed and the post of who did it. */
const nearOffice = 70;

/** Somebody who holds an office stands accused, not merely greeted: a post close to what is told of. */
function accusedOfficial({ sealed, reading, lists, topics, offences }: ClassFacts): boolean {
  if (sealed.accused.some((a) => a.position !== null && !isGreeted(reading.text, a.name ?? a.position)))
    return true;
  const posts = lists.all('officials').filter((o) => !inSalutation(reading.text, o.start, o.end));
  const deeds = [
    ...[...topics, ...offences].flatMap((t) => t.evidence).map((e) => fromSource(reading, e.start)),
    ...lists.all('report.strong').map((h) => h.start),
  ].slice(0, 60);
  return deeds.some((deed) => posts.some((o) => Math.abs(o.start - deed) <= nearOffice));
}

const everyday: ReadonlySet<Offence> = new Set<Offence>(['dereliction', 'abuse-of-power', 'favouritism']);

/** An appeal is made by the one who was punished: first person, a decision of the party or supervision. */
function isAppeal(text: string, s: ClassScores, lists: ListHits): boolean {
  const decision = lists.weigh('appeal.strong') >= 1;
  if (!decision || s.appeal < 1.5) return false;
  if (!/不服|申诉|复查|复核|撤销|过重|纠正|重新|恢复|平反|减轻/.test(text)) return false;
  return /我|本人|申诉人|申请人|来访人|来电人/.test(text) && s.report < s.appeal * 3;
}

/** Bare names of crimes and abuse, whoever is called so, with neither deed, time nor sum: nothing could be checked. */
function onlyWords(s: ClassScores, { sealed, reading, topics, offences, told }: ClassFacts): boolean {
  if (s.outOfScope >= 1.5 || topics.length > 0 || told) return false;
  if (s.noSubstance < 0.5 && offences.length === 0) return false;
  const kinds = new Set(sealed.mentions.map((m) => m.type));
  if (kinds.has('money') || kinds.has('project') || kinds.has('document-number')) return false;
  return !/\d|[一二三四五六七八九十百千万]{2}[元块]/.test(body(reading.text));
}

/** The text without its last lines, where only the date of the letter stands. */
function body(text: string): string {
  return text.slice(0, Math.max(0, text.length - 24));
}

const digits = /\d|[一二三四五六七八九十百千万几两]{1,4}[元万亩块]/;

function substanceOf(text: string, sealed: Sealed): number {
  const kinds = new Set(sealed.mentions.map((m) => m.type));
  let points = 0;
  if (sealed.accused.some((a) => a.name !== null || a.position !== null)) points++;
  if (kinds.has('money') || (/[元块]钱?/.test(text) && digits.test(text))) points++;
  if (kinds.has('date') || /\d{2,4}年|去年|今年|前年|上半年|下半年|\d{1,2}月|春节|中秋/.test(text)) points++;
  if (
    kinds.has('project') ||
    kinds.has('place') ||
    (/[小区项目工程楼盘村镇]/.test(text) && /小区|项目|工程|楼盘|村|镇/.test(text))
  )
    points++;
  if (kinds.has('organisation') || /公司|局|办公室|人防办|村委会|学校|医院/.test(text)) points++;
  return points;
}
