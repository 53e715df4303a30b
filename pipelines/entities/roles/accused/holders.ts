import type { Mention } from '../../../../domain/index.js';
import {
  type Dictionary,
  endingAt,
  firstFrom,
  type Names,
  type PersonMention,
  type PositionMention,
  startingAt,
} from '../../names/index.js';

/** The unit and post that stand beside one mention of a person, as written there. */
export interface Holding {
  organisation: Mention | null;
  /** Posts joined as in 党组书记、主任. */
  position: string | null;
  positions: PositionMention[];
}

/** The unit's name as the register has it. */
export const unitName = (mention: Mention | null | undefined): string | null =>
  mention == null ? null : String(mention.value ?? mention.text);

const none: Holding = { organisation: null, position: null, positions: [] };

/** What stands before the name (县人防办原党组书记、主任王建国) or, failing that, after it. */
export function holdingOf(
  text: string,
  person: PersonMention,
  names: Names,
  dictionary: Dictionary,
): Holding {
  const before = holdingBefore(text, person.start, names, dictionary);
  const after = holdingAfter(text, person, names, dictionary);
  const called = before.positions.every((p) => dictionary.callings.has(p.text));
  // 分管领导|盛开元|副主任: the post behind says more than the calling before.
  if (before.position !== null && called && after.positions.some((p) => p.kind === 'public'))
    return { ...after, organisation: after.organisation ?? before.organisation };
  if (before.organisation !== null && before.position !== null) return before;
  if (after.position !== null && (after.organisation !== null || before.position === null)) {
    return { ...after, organisation: after.organisation ?? before.organisation };
  }
  if (before.position !== null) return { ...before, organisation: before.organisation ?? after.organisation };
  return before.organisation !== null ? before : after;
}

/** 组长|叫个|土登, 馆长|姓宿，|宿建华, 副馆长|姓荆，荆棘的荆，|荆小曼. */
const calledBefore =
  /(?:姓([\u3400-\u9fff])[，,]?(?:[\u3400-\u9fff]{2,4}的?\1[，,])?(?:全名|大名|名字|名)?叫?|名?叫|名叫|叫做|叫作|叫个|就是|大名叫?|名字叫)$/;

/** The posts that end at `end`, and the unit before them. */
export function holdingBefore(text: string, end: number, names: Names, dictionary: Dictionary): Holding {
  const positions: PositionMention[] = [];
  // “一把手”欧阳振华: a post may stand in quotation marks of its own.
  let at = skipBack(text, end, /[\s(（“”"]/);
  // 组长叫个土登, 局长就是某某.
  const called = calledBefore.exec(text.slice(Math.max(0, at - 14), at));
  if (called !== null && endingAt(names.positions, at - called[0].length) !== undefined)
    at -= called[0].length;
  // 原任科长，现任|调研员: what he is now is no further post beside what he was.
  // 馆长和副馆长，|馆长姓宿: nor what stands before the clause that tells his family.
  let now = called?.[1] !== undefined;
  for (;;) {
    const post = endingAt(names.positions, at);
    // 窦书记，支部书记: what he is called by is no further post.
    if (post !== undefined && !(positions.length > 0 && isTitle(names.persons, post))) {
      positions.unshift(post);
      at = post.start;
      continue;
    }
    const tense = dictionary.tense.before(text, at);
    if (tense !== null && endingAt(names.organisations, at) === undefined) {
      now ||= /^现/.test(text.slice(tense.start, at));
      at = tense.start;
      continue;
    }
    const join =
      positions.length > 0 && !now
        ? /(?:[、,，/兼和及]|兼任|[的嘅]|以及)$/.exec(text.slice(Math.max(0, at - 2), at))
        : null;
    if (join !== null) {
      const beyond = at - join[0].length;
      const earlier = dictionary.tense.before(text, beyond)?.start ?? beyond;
      const fits =
        endingAt(names.positions, beyond) !== undefined ||
        endingAt(names.positions, earlier) !== undefined ||
        (/[的嘅]/.test(join[0]) && endingAt(names.organisations, beyond) !== undefined);
      if (fits) {
        at = beyond;
        continue;
      }
    }
    break;
  }
  const organisation =
    endingAt(names.organisations, at) ??
    (positions.length > 0 ? (takenUpAt(text, at, names) ?? withSection(text, at, names)) : undefined) ??
    placeAsUnit(text, at, names, positions.length > 0);
  return { organisation, position: joined(text, positions), positions };
}

/** 转到|市住建局|任|二级调研员: the unit stands before the verb. */
function takenUpAt(text: string, at: number, names: Names): Mention | undefined {
  const verb = /(?:[，,]?(?:担任|任|当上?了?|做)|[，,]是)$/.exec(text.slice(Math.max(0, at - 5), at));
  return verb === null ? undefined : endingAt(names.organisations, at - verb[0].length);
}

/** 区纪委|三室|的主任: the unit with its section, behind which the post is told. */
function withSection(text: string, at: number, names: Names): Mention | undefined {
  const written = /[\u4e00-\u9fa5]{1,6}[室科股处队]的$/.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? '';
  for (let start = at - written.length; start < at - 2; start++) {
    const unit = endingAt(names.organisations, start);
    if (unit !== undefined) return extended(text, unit, at - 1);
  }
  return undefined;
}

/** The post is part of somebody's name: 窦书记. */
function isTitle(persons: readonly PersonMention[], { start, end }: Mention): boolean {
  const person = persons[firstFrom(persons, start) - 1];
  return person !== undefined && end <= person.end;
}

/** 安澜县柳溪镇大石坝村党支部书记: a village or town is the unit of its own officers. */
function placeAsUnit(text: string, end: number, names: Names, held: boolean): Mention | null {
  const place = endingAt(names.places, end) ?? villageAt(text, end, names, held);
  if (place === undefined || !held || !/[村镇乡区]$|街道$|小组$/.test(place.text)) return null;
  let start = place.start;
  for (let higher = endingAt(names.places, start); higher !== undefined; ) {
    start = higher.start;
    higher = endingAt(names.places, start);
  }
  return {
    ...place,
    type: 'organisation',
    start,
    text: text.slice(start, end),
    value: text.slice(start, end),
  };
}

/** 石磨乡|前进村|村委会主任: a village that no list knows, before its officer's post. */
function villageAt(text: string, end: number, names: Names, held: boolean): Mention | undefined {
  if (!held || !/^村|^社区|^居委/.test(text.slice(end, end + 2))) return undefined;
  const written = /[\u4e00-\u9fa5]{2,3}(?:村|社区)$/.exec(text.slice(Math.max(0, end - 5), end))?.[0];
  if (written === undefined) return undefined;
  for (let start = end - written.length; start <= end - 3; start++) {
    if (/^(?:我|俺|咱|你|他|她)?们/.test(text.slice(start))) continue;
    const clear =
      endingAt(names.places, start) !== undefined || !/[\u4e00-\u9fa5]/.test(text.charAt(start - 1));
    const name = text.slice(start, end);
    if (clear) return { type: 'place', start, end, text: name, value: name, confidence: 0.8 };
  }
  return undefined;
}

/** Characters: what is said of a person's post behind his name is shorter. */
const farthest = 400;

/** A unit spoken of before. */
const theSame = /^(?:该|本|我)(?:单位|公司|中心|[局办委县镇乡村站院校厅所区市])/;

const intro =
  /^(?:同志|先生|女士)?[\s]*(?:[(（，,、:：\t\s]\s*|时任|现任|原任|曾任|以前(?:就)?是|从前是|担任|任|系|还是|仍是|仍然是|依然是|现在是|就是|是|身为|作为|为|原系|原是|利用(?:其)?(?:担任|任)?|在(?:其)?(?:担任|任)|一直在|在|,|何许人也?[？?]|(?:啥|什么|何|哪个)人(?:呢|啊)?[，,？?]|(?:谁|哪[个位])(?:呢|啊)?[，,？?]|呢[，,]|(?:他|她|此人)?(?:如今|目前|眼下|当时)(?:已经?|就)?[是任]|(?:我们)?(?:这里|那里|[局院站所村镇乡校办]里)的|当上?了?|(?:分管|主管|管)[\u4e00-\u9fa5]{1,6}的|男|女|汉族|彝族|回族|白族|傣族|哈尼族|中共党员|党员|大专|本科|研究生|文化|\d{4}\s?年\s?\d{0,2}\s?月?\s?\d{0,2}\s?日?(?:出生|生)?|\d{2}岁|现年\d{2}岁|年龄\d{2}|现为|现是|今年|生|出生|公民|身份证(?:号码?)?[:：]?[\dXx]{15,18})+/;

/** The unit and post that follow a person, or the pronoun in his place that ends at `person.end`. */
export function holdingAfter(
  text: string,
  person: PersonMention,
  names: Names,
  dictionary: Dictionary,
): Holding {
  const next = startOfAnother(names.persons, person) ?? text.length;
  let at = person.end;
  const opening = intro.exec(text.slice(at, at + 90).split('\n')[0] ?? '');
  at += opening?.[0].length ?? 0;
  const direct = opening !== null;
  if (at > next) return none;
  let organisation: Mention | null = null;
  let unitEnd = -1;
  const positions: PositionMention[] = [];
  for (let steps = 0; steps < 8; steps++) {
    const tense = dictionary.tense.at(text, at);
    const post = startingAt(names.positions, at);
    const org = startingAt(names.organisations, at);
    // 县住建局|人防服务中心: two names of one unit, the second within the first.
    if (org !== undefined && direct && (organisation === null || organisation.end === org.start)) {
      organisation = org;
      at = org.end;
      unitEnd = at;
    } else if (post !== undefined && post.end <= next) {
      if (startingAt(names.persons, post.end)?.form === 'full') break;
      positions.push(post);
      at = post.end;
    } else if (tense !== null && direct) at = tense.end;
    // 在县民防局|当|局长.
    else if (direct && unitEnd === at && /^(?:当了?|做|任|担任)/.test(text.slice(at, at + 2)))
      at += /^(?:担任|当了|当|做|任)/.exec(text.slice(at, at + 2))?.[0].length ?? 1;
    else if (
      direct &&
      unitEnd === at &&
      /^[，,]$/.test(text.charAt(at)) &&
      startingAt(names.positions, at + 1)
    )
      at += 1;
    else if (direct && organisation !== null && unitEnd === at && (aside(text, at, names) ?? 0) > 0)
      at += aside(text, at, names) ?? 0;
    else if (direct && organisation !== null && unitEnd === at && branch(text, at, names) !== null) {
      unitEnd = branch(text, at, names) ?? at;
      organisation = extended(text, organisation, unitEnd);
      at = unitEnd;
    } else if (theSame.test(text.slice(at, at + 4)) && direct)
      at += theSame.exec(text.slice(at, at + 4))?.[0].length ?? 1;
    else if (/[、兼和/,，]/.test(text.charAt(at)) && positions.length > 0) {
      if (startingAt(names.positions, at + 1) === undefined) break;
      at += 1;
    } else if (
      /[的\s(（\t]/.test(text.charAt(at)) &&
      (organisation !== null || positions.length === 0) &&
      direct
    )
      at += 1;
    else break;
  }
  const following = startingAt(names.persons, at);
  if (
    (following !== undefined && following.value !== person.value) ||
    (organisation !== null && positions.length === 0 && !/^[)）,，\s。;；]?$/.test(text.charAt(at)))
  )
    return none;
  // 当时任县规划局总规划师，现在是…: the post of today is the one to look him up by.
  const now = positions.length === 0 ? null : today.exec(text.slice(at, at + 12))?.[0];
  if (now != null) {
    const held = holdingAfter(text, { ...person, end: at + now.length - 1 }, names, dictionary);
    if (held.organisation !== null && held.position !== null) return held;
  }
  return { organisation, position: joined(text, positions), positions };
}

const today =
  /^[，,；;](?:他|她)?(?:现在|如今|眼下|目前|[\u4e00-\u9fa5]{2,6}(?:以后|之后))(?:他|她)?(?:已经?)?(?:是|任|为)/;

/** 镇人民政府|的，管盖房子这一摊，|规划建设办主任: how long the clause between unit and post is. */
function aside(text: string, at: number, names: Names): number | null {
  const clause = /^的?[，,][\u4e00-\u9fa5]{2,10}[，,]/.exec(text.slice(at, at + 14))?.[0];
  if (clause === undefined || startingAt(names.positions, at + clause.length) === undefined) return null;
  return clause.length;
}

/** 县供电公司|河口供电所|，所长: where the branch that the post belongs to ends. */
function branch(text: string, at: number, names: Names): number | null {
  const written = /^[\u4e00-\u9fa5]{2,6}?([所站队])(?=[，,]?(?:副|大|分)?\1长)/.exec(
    text.slice(at, at + 12),
  )?.[0];
  if (written === undefined) return null;
  const end = at + written.length;
  const post = startingAt(names.positions, end) ?? startingAt(names.positions, end + 1);
  return post === undefined ? null : end;
}

function extended(text: string, unit: Mention, end: number): Mention {
  const more = text.slice(unit.end, end);
  return { ...unit, end, text: unit.text + more, value: String(unit.value ?? unit.text) + more };
}

/** Where the next person after the mention is named who is somebody else, looking no further than it matters. */
export function startOfAnother(
  persons: readonly PersonMention[],
  { end, value }: PersonMention,
): number | null {
  for (let i = firstFrom(persons, end); i < persons.length && persons[i]!.start - end < farthest; i++)
    if (persons[i]!.value !== value) return persons[i]!.start;
  return null;
}

/** Posts as written from the first to the last, without 原 and 时任 among them. */
function joined(text: string, positions: readonly PositionMention[]): string | null {
  const [first] = positions;
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return null;
  return text
    .slice(first.start, last.end)
    .replace(/(?<=[、,，])(?:原|时任|现任|前)/g, '')
    .replace(/\s+/g, '');
}

function skipBack(text: string, end: number, what: RegExp): number {
  let at = end;
  while (at > 0 && end - at < 3 && what.test(text.charAt(at - 1))) at -= 1;
  return at;
}
