import type { Accused, InformantField, Span } from '../../../../domain/index.js';
import { firstFrom } from '../../names/index.js';
import type { Found, Reading } from '../reading.js';
import { isCalling, isPlainUnit, isWork, unitEnd, unitName } from './units/index.js';

/** A clause that the writer begins with himself; 我单位, 我儿子 and 我县 are somebody or something else. */
const mine =
  /^\s*(?:附[:：])?(?:我(?:叫|是|系|名叫|当时|时任|担任|任|调|分配|被[调分派聘]|到|(?=(?:19|20)\d{2}年)|姓|今年|现年|现在?|原|曾|一直|以前|从|于|在|生于|出生|已|家住|退休|(?=[,，]|$))|俺(?:叫|是)|本人|鄙人|笔者|(?:举报|反映|控告|检举|申诉|投诉|写信|来信|来访|来电|信访|申请|委托|上诉)人(?!反映|称|说|举报|认为|不服)|(?:原告|上诉人)(?=[:：\u3400-\u9fff]))/;
/** The sentence has gone on to what the writer knows, or to somebody else. */
const turned =
  /(?:举报|反映|控告|检举|投诉)(?!人)|知道|发现|听说|听(?=[\u3400-\u9fff])|看见|看到|认识|得知|据说|(?<!是)[他她]们?(?!的)|其(?!中|实|他)|对方|该|领导|老板/;
/** No word of these is made of others (先后 is 先 and 后): a row of them is read in one way only, so in linear time. */
const adverbs =
  '(?:我|本人|自|从|现\\s?在|目前|如今|现任|现|暂|原来|原|以前|之前|曾经|曾|先|一直|长期|常年|后来|后|最早|起初|当时|也|就|都|均|皆|分别|至今|退休前|下岗前|被|(?:19|20)\\d{2}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:起|开始|以来|以后|前)?|[至到—－~-]|期间|\\s)*';
const inUnit = new RegExp(`^${adverbs}(?:就职于|供职于|任职于|受雇于|服务于|就读于|在|于|给)\\s?`);
const ofUnit = new RegExp(`^${adverbs}(?:[是系为]|来自|隶属)(?:原)?\\s?`);
const holding = new RegExp(
  `^\\s*(?:我|本人)?${adverbs}(?:(?:退休|离休|离职|辞职|处分|免职|案发|下岗)前)?${adverbs}(?:[是系为任在]|担任|出任|曾任|原任|时任|前任)?(?:原|前)?`,
);
/** 分配到某校任教, 被调到某局, 到某校教书. */
const moved = new RegExp(
  `^\\s*(?:我|本人)?${adverbs}(?:毕业后?|转业后?)?(?:(分配|分|调动?|调任|招聘?|聘|派|借调|抽调|下放|转业|考)?(?:到|至|进|入|往|回)入?|(进入|考入|调入|转入|调任))`,
);
const row = new RegExp(`^${adverbs}先后(?:供职于|任职于|就职于|受雇于|在|于|到|为)\\s?`);
/** 开了一家某店, 经营某部: the writer's own business. */
const shop = new RegExp(
  `^${adverbs}(?:开(?:了|办了?|设了?|着)?|经营(?:着|了)?|创办了?)(?:一[家个间])?(?=[\\u3400-\\u9fff])`,
);
/** 先在某局车队，: a time of the writer's life, so that the clause needs no verb. */
const formerly =
  /^\s*(?:我|本人)?(?:自|从)?(?:一直|长期|常年|原先|原来|原|以前|之前|曾经|曾|先|后来|最早|起初|退休前|下岗前)/;
/** 某部经营者: the clause is nothing but what the writer is. */
const bareCalling =
  /^(?:原)?([\u3400-\u9fff\d“”]{3,26}?)的?(?:经营者|业主|老板|负责人|法定代表人|法人代表|法人|股东|(?:区域|地区|大区|片区|销售|业务|采购|驻外|售后|市场)(?:代表|经理|主管|专员|员)?|推销员|(?:退休|离休|下岗|在职)?(?:职工|员工|工人|教师|干部)|退休|离休|下岗|内退)(?:[—…].*)?$/;
const lodging =
  /^(?:\s*(?:(?:本人|我)(?:一?家|全家)?|一?家|全家))?(?:现|目前|如今|暂时?|都|在|\s)+([^，,。；;！!？?\n\t他她其]{3,30}?)(?:居住|租住|暂住|租房住|生活)/;
/** 住某县某村, 现住址某路3号. */
const living =
  /^\s*(?:(?:本人|我)?(?:现|家|户籍|户口|原籍|暂|租|长期|常年|一直|都){0,2}(?:居?住|地址|住址|住所地?|户籍所?在?地?|籍贯|通讯处|通信处)(?:在|于|是|为|地)?[:：]?\s?)([\u3400-\u9fff\dA-Za-z（）()-]{3,40}?)(?=[，,。；;！\n]|$)/;
/** An address alone between commas. */
const alone =
  /^\s*([\u3400-\u9fff]{2,4}[省市县区州旗镇乡][\u3400-\u9fff\dA-Za-z-]{2,32}(?:\d[号栋幢室组户]|[村屯寨组社队]|村[\u3400-\u9fff]{1,4}[庄湾坪坝沟里头湖冲岭塘院梁坡洼]|社区|小区|嘎查|单元))(?:的?(?:居民|村民|住户|业主|人))?(?=[，,。；;！\n]|$)/;
/** 某县某乡某村人, 某县某乡某村的: where the writer is at home. */
const native =
  /^\s*(?:我|本人|俺)?(?:[是系]|来自|家是|老家是?)?([\u3400-\u9fff\d]{2,20}(?:村|屯|寨|组|社区|小区|庄|社|队|村[\u3400-\u9fff]{1,4}[湾坪坝沟里头湖冲岭塘院梁坡洼]|嘎查|团场|街道?|镇|乡))(?:的(?:一[名个位])?(?:普通|退休|困难|老)?(?:党员|干部|教师|军人|农民|群众|老人|百姓|村民|居民|社员|[\u3400-\u9fff]{1,2}户)?|人氏?|人士|这边的|那边的)[，,。；;！\n]?$/;
const dwelt =
  /[省市县区州旗镇乡村屯寨街路巷坊弄].*(?:[号栋幢楼室户院园苑村屯寨组社队庄湾坪坝沟头里坊弄巷]|单元|小区|街道?|镇|乡)$|[\d一二三四五六七八九十]+[号栋幢]/;
const post =
  /^(?:的)?(?:原|前|现任|时任|退休|离休)?(?:[\u3400-\u9fff]{1,6}(?:科|股|室|处|部|队|所|车间|班组))?/;
const resident = /^的?(?:一[名个位])?(?:普通|老)?(?:业主|住户|租户|村民|居民|社员)/;
const placed = /[省市县区镇乡村街路巷]/;
const nowhere = /^(?:家|外|外地|这里|那里|此|本地|当地|现场|里面)|[我你他她这那哪]|其(?!他)/;

/**
 * What the writer says of himself in the clauses of one sentence, as long as it speaks of nobody else: where he
 * works (我是他的妻子，在某园做饭), what he belongs to (我叫某某，某年出生，是某队的职工), where he worked before
 * (先后在甲厂、乙公司任职), where he lives (电话…，现在某村居住). `own` are the places already known to tell of
 * him; a sentence that one of them begins is his.
 */
export function ownClauses(
  reading: Reading,
  own: readonly Span[],
  informant: readonly InformantField[],
  accused: readonly Accused[],
): Found[] {
  const { text } = reading;
  const found: Found[] = [];
  const charged = accused.flatMap((a) => a.name ?? []);
  const names = new Set(informant.filter((f) => f.kind === 'name').map((f) => f.value));
  const starts = new Map(own.map((span) => [span.start, span.end]));
  // 高塘镇 before a village may be read as a name.
  const others = reading.names.persons.filter(
    (p) =>
      !/[县镇乡村]$/.test(p.text) &&
      !names.has(p.text) &&
      !(typeof p.value === 'string' && names.has(p.value)),
  );
  let other = 0;
  let his = false;
  for (const match of text.matchAll(/[^，,。；;！!？?\n]+([，,。；;！!？?\n]|$)/g)) {
    const start = match.index;
    const clause = match[0].slice(0, 400);
    const end = start + clause.length;
    const lead = clause.length - clause.trimStart().length;
    while (other < others.length && (others[other]?.start ?? 0) < start) other += 1;
    const person = others[other];
    const opened = mine.exec(clause)?.[0];
    // 我是死者的母亲某某, 原告某某: a name behind 是 or 叫, or right behind what he calls himself, may be his own.
    const itself = /[人告]$/.test(opened ?? '') && person?.start === start + (opened?.length ?? 0);
    const stranger =
      person !== undefined &&
      person.end <= end &&
      !itself &&
      !/(?:是|叫|系).{0,12}$/.test(text.slice(start, person.start));
    // 业主某某，住…: his name may stand behind what he is.
    const named = [0, 2, 3, 4, 5].some((skip) => starts.has(start + lead + skip));
    if (opened !== undefined || named) his = true;
    const accuses =
      charged.some((name) => clause.includes(name)) ||
      (person !== undefined && person.end <= end && charged.includes(String(person.value)));
    if (his && (stranger || accuses || turned.test(clause))) his = false;
    if (his) found.push(...inClause(reading, start, clause));
    if (!/^[，,]?$/.test(match[1] ?? '')) his = false;
  }
  return found;
}

function inClause(reading: Reading, start: number, clause: string): Found[] {
  const { text } = reading;
  for (const pattern of [living, alone, native]) {
    const value = pattern.exec(clause)?.[1];
    if (value === undefined || !dwelt.test(value) || nowhere.test(value)) continue;
    const at = start + clause.indexOf(value);
    return [{ kind: 'address', span: { start: at, end: at + value.length } }];
  }
  const joined = moved.exec(clause);
  if (joined !== null) {
    const at = start + joined[0].length;
    const unit = unitAt(reading, at);
    const sure = joined[1] !== undefined || joined[2] !== undefined;
    if (unit !== undefined && (sure || isWork(text, unit.end)))
      return [{ kind: 'organisation', span: { start: at, end: unit.end } }];
  }
  const held = postHeld(reading, start, clause);
  if (held !== null) return [{ kind: 'organisation', span: held }];
  const home = lodging.exec(clause);
  if (home?.[1] !== undefined && /[\d省市县区镇乡村路街巷号栋幢]/.test(home[1])) {
    const at = start + home[0].indexOf(home[1]);
    return [{ kind: 'address', span: { start: at, end: at + home[1].length } }];
  }
  const said = clause.replace(/[，,。；;！!？?\n]+$/, '');
  const stop = start + said.length;
  const bare = bareCalling.exec(said.trim())?.[1];
  if (bare !== undefined && unitName.test(bare) && !/^[我本俺]/.test(bare) && !/干部|部分|全体/.test(bare)) {
    const at = start + said.indexOf(bare);
    const span = { start: at, end: at + bare.length };
    if (!isPlainUnit(text, span, reading.dictionary)) return [{ kind: 'organisation', span }];
  }
  const several = row.exec(clause);
  if (several !== null) return units(text, start + several[0].length, start + clause.length);
  const opened = /^\s*(?:我|本人|俺|鄙人|笔者)/.exec(clause)?.[0].length ?? 0;
  const trade = shop.exec(clause.slice(opened))?.[0].length ?? 0;
  if (trade > 0 && unitName.test(text.slice(start + opened + trade, stop)))
    return [{ kind: 'organisation', span: { start: start + opened + trade, end: stop } }];
  for (const pattern of [inUnit, ofUnit]) {
    const size = pattern.exec(clause.slice(opened))?.[0].length ?? 0;
    if (size === 0) continue;
    const at = start + opened + size;
    const follows = pattern === inUnit ? isWork : isCalling;
    const end =
      unitEnd(text, at, (to) => follows(text, to)) ??
      wholeRun(text, at, pattern === inUnit) ??
      former(text, at, stop, clause);
    if (end === null || nowhere.test(text.slice(at, end))) continue;
    // An estate or a village is a home: its name without the county may be the name of what is reported.
    const kind = resident.test(text.slice(end, end + 10)) ? 'address' : 'organisation';
    return [{ kind, span: { start: at, end } }];
  }
  return [];
}

/** The unit whose name begins right there. */
function unitAt({ names }: Reading, at: number): Span | undefined {
  const unit = names.organisations[firstFrom(names.organisations, at)];
  return unit?.start === at ? unit : undefined;
}

/** 原|某市粮库|主任, 退休前任|某小学|校长: a unit that begins the clause and a post that he held there. */
function postHeld(reading: Reading, start: number, clause: string): Span | null {
  const { text, names } = reading;
  const lead = holding.exec(clause)?.[0].length ?? 0;
  const at = start + lead;
  const isHeld = (end: number) => {
    const skip = post.exec(text.slice(end, end + 12))?.[0].length ?? 0;
    const next = names.positions[firstFrom(names.positions, end)];
    return (next !== undefined && next.start <= end + skip) || isCalling(text, end);
  };
  const named = unitAt(reading, at);
  if (named !== undefined) return isHeld(named.end) ? { start: at, end: named.end } : null;
  const end = lead > 0 && /[原前任]$/.test(clause.slice(0, lead)) ? unitEnd(text, at, isHeld) : null;
  return end === null ? null : { start: at, end };
}

function former(text: string, at: number, stop: number, clause: string): number | null {
  return formerly.test(clause) && unitName.test(text.slice(at, stop)) ? stop : null;
}

/** A unit whose last character tells nothing: all between the particle and the verb or the calling. */
function wholeRun(text: string, at: number, working: boolean): number | null {
  const run = /^[\u3400-\u9fff\d“”]{4,30}/.exec(text.slice(at, at + 30))?.[0] ?? '';
  const cut = working
    ? run.search(
        /(?:上班|工作|供职|任职|就职|打工|务工|做[饭工事]|烧[饭火]|教书|当|担任|从事|负责|看[大门守]|画图|绘图|制图|记账|做账|站[柜岗]|卖|收银|值班|退休)/,
      )
    : run.search(
        /的?(?:一[名个位])?(?:普通|退休|离休|下岗|在职|老)*(?:职工|员工|工人|教师|老师|业主|住户|租户|商户|村民|居民|社员|会计|保安|司机|医生|护士)/,
      );
  return cut >= 4 && placed.test(run.slice(0, cut)) ? at + cut : null;
}

/** 在甲厂、乙公司和丙局|任职: each of the row, the last one up to the verb. */
function units(text: string, at: number, limit: number): Found[] {
  const found: Found[] = [];
  for (let from = at; from < limit; ) {
    const piece =
      /^[\u3400-\u9fff\d“”（）()]{2,40}/.exec(text.slice(from, Math.min(from + 40, limit)))?.[0] ?? '';
    const joined = text.charAt(from + piece.length) === '、';
    const parts = unitRows(text, from, piece, joined);
    for (const span of parts) found.push({ kind: 'organisation', span });
    if (!joined || parts.length === 0) break;
    from += piece.length + 1;
  }
  return found;
}

function unitRows(text: string, from: number, piece: string, joined: boolean): Span[] {
  const whole =
    (joined ? null : unitEnd(text, from, (to) => isWork(text, to))) ??
    (joined ? from + piece.length : wholeRun(text, from, true));
  if (whole === null || nowhere.test(text.slice(from, whole))) return [];
  const run = text.slice(from, whole);
  for (const match of run.matchAll(/以及|和|与|及/g)) {
    const next = match.index + match[0].length;
    if (!unitName.test(run.slice(0, match.index)) || run.length - next < 3) continue;
    return [
      { start: from, end: from + match.index },
      { start: from + next, end: whole },
    ];
  }
  return [{ start: from, end: whole }];
}
