import type { Span } from '../../../../domain/index.js';
import { relationAtEnd } from '../../../family-words.js';
import { firstFrom } from '../../names/index.js';
import { isDeed, isEveryday } from '../everyday.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname, canBeName, nameAt } from './name-at.js';
import { openingName } from './opening.js';
import { unitName } from './units/index.js';

/** 额 is 我 in Shaanxi, 偶 and 阮 elsewhere; within a word (金额, 配偶) they are not. */
const speaker =
  '(?:我们?|俺们?|咱|(?<![\\u3400-\\u9fff])(?:额|偶|阮|吾)们?|本人|鄙人|在下|笔者|(?<!被)(?:举报|反映|控告|检举|申诉|投诉|写信|来信|来访|来电|信访|上访)(?:人|者))';
const nameGiven = new RegExp(
  `(?:${speaker}(?:夫妻|夫妇|两口子|[二两三四五]人)?[,，]?(?:的(?:名字|姓名|真名|本名))?|(?<=[,，。\\n]|^)(?:姓名|名字)|(?:身份证|户口[本簿]?|档案|工资表)[里上](?:的名字)?|(?<=[,，。\\n])(?:大名|学名|真名|本名))(?:自称)?(?:叫做?|名叫|名字叫|姓名(?:是|为|叫)?|名为|真名)[:：是]?\\s?|(?<=[,，])姓名[:：是]?(?=[\\u3400-\\u9fff])|(?<![写提说露报留署把将出])(?:我|本人|俺)的?(?:真实)?(?:名字|姓名|真名)[:：是为]{0,2}(?=[\\u3400-\\u9fff])`,
  'g',
);
/** 我公司（某公司，联系人某某）: who may be asked for the unit that writes. */
const contact =
  /[我本](?:们)?(?:公司|单位|厂|店|社|村|所|院|校|中心|协会)[^（）()\n。；向与和给他她其]{0,24}[（(，,][^（）()\n。；他她其]{0,60}?(?:联系人|负责人|法定代表人|法人代表|法人|经办人)[:：是为]?/g;
/** 我是某工地的技术负责人，叫某某。 */
const calledThen = new RegExp(
  `${speaker}(?:就|都)?(?:[是系在]|供职|任职|就职|来自|住)(?![他她其])[^。；;！!？?\\n他她]{2,40}[,，](?:我)?(?:名叫|名字叫|叫)`,
  'g',
);
/** 我是都洛县人，壮族，闭桂香，住在…: the name alone between commas, before what people say of themselves. */
const listed =
  /(?<![\u3400-\u9fff])(?:我|本人|俺)(?:是|系)?[^。；;！!？?\n他她其]{0,30}?[，,]([\u3400-\u9fff·]{2,8})(?=[，,](?:[男女](?:性)?[，,。]|[\u3400-\u9fff]{1,4}族|\d{2}岁|[三四五六七八]十|(?:19|20)\d{2}年|今年|现年|生于|家住|现住|住|身份证|手机|电话|联系|党员|中共))/g;
/** 我是叶尔肯，哈萨克族: right behind 是, whatever a name begins with, before what people say of themselves. */
const beingNamed =
  /(?<![\u3400-\u9fff])(?:我|本人|俺)[是系]([\u3400-\u9fff·]{2,8})(?=[，,（(](?:[男女](?:性)?[，,。]|[\u3400-\u9fff]{1,4}族|\d{2}岁|(?:19|20)\d{2}年\d{0,2}月?(?:出)?生|今年|现年|生于|身份证))/g;
/** 我是某单位的资料员，管图纸，包长山。: the name alone behind a comma, where the first clause ends with a calling. */
const behindCalling =
  /(?<![\u3400-\u9fff])(?:我|本人|俺)(?:是|系)([^。；;！!？?\n他她其，,]{2,40})(?:[，,][^。；;！!？?\n他她其，,]{1,6})??[，,](?:名(?:叫)?)?([\u3400-\u9fff·]{2,4})(?=[。；\n（(]|[，,](?:[在于原现曾从因自已常是]|今年|去年|前年|后来|以前|一直|(?:19|20)\d{2}年))/g;
const surnameFirst =
  /(?:我|本人|俺|自称|来电人|来访人|(?<=[,，]))(?:免贵)?姓([\u3400-\u9fff]{1,2})[,，]?(?:名字?|叫|名叫|单名)([\u3400-\u9fff]{1,4})/g;
/** 我是做防水的，姓某，: no more of the name is told. */
const familyOnly =
  /(?<![\u3400-\u9fff])(?:我|本人|俺)(?:[是系叫][^。；;！!？?\n他她其，,]{2,30}[，,])?(?:我|本人)?(?:自称)?(?:免贵|复)?姓([\u3400-\u9fff]{1,2})(?=[，,。；\n]|$)|(?:(?:来访|来电|来信|举报|反映|投诉)人(?:自称)?|(?<=[，,。；：:\n“])(?:自称)?(?=免贵|复姓))(?:免贵|复)?姓([\u3400-\u9fff]{1,2})(?=[，,。；）)\n]|$)/g;
/** 叫我强先生, 解女士 alone on its line: whoever is called by his family's name there. */
const style =
  /(?:[叫喊称]我|\n[ \u3000]*|人[:：])(([\u3400-\u9fff]{1,2})(?:女士|先生|小姐|同志|大姐|大哥|师傅|阿姨))(?=[\s就，,。即]|$)/g;
const apposed = new RegExp(`(?:${speaker}[,，]?[ \\u3000]?|(?<=\\n)我[,，])`, 'g');
/** 原告某某，住…: in a letter of somebody who went to court. */
const plaintiff = /(?<=(?:^|[\n。！])[ \u3000]{0,20})(?:原告|上诉|起诉|具状)人?[:：，,]?(?=[\u3400-\u9fff])/g;
/** What people say of themselves right behind their name. */
const described =
  /^[,，、(（\s]{0,2}(?:男|女|今年|现年|年龄|\d{2}\s?岁|[五六七八四三]十|(?:19|20)\d{2}年|生于|汉族|[\u3400-\u9fff]{1,3}族|中共|共产党员|系|是|家住|现住|住|身份证|联系|电话|手机|1[3-9]\d{9}|一个|一名|一位|原|现|农民|务农|退休|下岗|个体|务工|文化|小学|初中|高中|大专|本科|实名|特此|在此|代表|受|谨)/;
/** 举报人某某，持证检测员，: whatever the family is called, where a calling follows between commas. */
const byRoleOnly =
  /(?<!被)(?:举报|反映|控告|检举|申诉|投诉|写信|来信|来访|来电|信访|申请)人([\u3400-\u9fff]{2,3})(?=[，,](?:[\u3400-\u9fff]{0,24}(?:[员师工长民生]|职工|干部|退休|离休|下岗|党员)|男|女|[\u3400-\u9fff]{1,4}族|\d{2}岁|现年|今年)[，,。])/g;
const being = new RegExp(`${speaker}(?:[\\u3400-\\u9fff]{0,2})?(?:就|都)?(?:是|系(?!统|列)|乃)`, 'g');
const relation = new RegExp(`${relationAtEnd}$`);
/** What somebody is called in his unit or village, at the end of some words. */
export const callingEnd =
  /(?:职工|员工|工人|[\u3400-\u9fff]工|人员|[\u3400-\u9fff]员|老师|教师|[医律技厨]师|医生|护士|会计|出纳|司机|保安|保洁|门卫|[程计筑价]师|村民|居民|农民|市民|业主|住户|租户|商户|用户|[老民工]兵|楼长|战士|军人|学生|家长|负责人|法人|代表|原告|[上起申]诉人|当事人|受害[人者]|被害人|老板|经理|董事长|组长|队长|班长|村长|厂长|校长|主任|科长|书记|干部|群众|百姓|[辅协民]警|志愿者|同事|邻居|部下|下属|股东|合伙人|工头)$/;
/** Words in a 我是… that tell of something else than who the writer is. */
const otherwise =
  /[从听跟替给被向因由看]|(?<![普交])通|举报|反映|为了|知道|认识|亲眼|不是|如何|怎么|怎样|这样|去年|在.{1,12}(?:时|后|前)/;
/** 我是程志，青石乡羊路村三社，: behind a name stands where its bearer is at home. */
const homeNext = /^[，,][\u3400-\u9fff]{1,6}[县区市旗镇乡][\u3400-\u9fff]{1,8}[村屯寨社组队]/;
/** What the writer goes on with where no mark parts it from who he is: 我是柳树沟村的苗秀芬|请你们查. */
const goingOn =
  /反映|举报|控告|投诉|检举|实名|今天|现在向|现向|特向|给你|给您|写信|[恳敬]?请(?:求|[你您](?!好)|上级|领导|组织|纪委|[省市县区]|查)|[恳乞]?求(?:求|[你您]|上级|领导|组织|纪委)|希望|盼望?(?:着|你|您|上级|领导|组织)|要求|[你您]们|望(?=[你您]|上级|领导|组织|纪委)/;
const scribe = /([\u3400-\u9fff]{2,4})(?:代书|代笔|代写|执笔|口述|代述)/g;

/** Names that the writer gives himself in running words: 我叫高峰, 我是死者之父某某, 本人某某，男. */
export function ownNames(reading: Reading): Span[] {
  const { text, names } = reading;
  const found: Span[] = [];
  const push = (span: Span | null) => {
    if (span !== null && !isNamedElsewhere(reading, span)) found.push(span);
  };
  for (const match of text.matchAll(nameGiven)) {
    // 他把我叫过去.
    if (/[把将让]$/.test(text.slice(0, match.index).slice(-1)) && /^[我俺]/.test(match[0])) continue;
    if (!/我|俺|本人|[人者]/.test(match[0]) && tellsOfAnother(reading, match.index)) continue;
    let next = nameAt(reading, match.index + match[0].length, false);
    while (next !== null) {
      push(next);
      // 我们叫某某、某某: the others of the row.
      next = /[、和与]/.test(text.charAt(next.end)) ? nameAt(reading, next.end + 1, true) : null;
    }
  }
  for (const match of text.matchAll(contact)) push(nameAt(reading, match.index + match[0].length, false));
  for (const match of text.matchAll(calledThen)) {
    const span = nameAt(reading, match.index + match[0].length, !/名/.test(match[0].slice(-3)));
    if (span !== null && /[，,。（(\n]/.test(text.charAt(span.end))) push(span);
  }
  for (const match of text.matchAll(listed)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    const fits = canBeName(name, reading.dictionary) && !callingEnd.test(name) && !/族$|住/.test(name);
    if (fits && beginsWithSurname(text, start, reading) > 0) push({ start, end: start + name.length });
  }
  for (const match of text.matchAll(beingNamed)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    const fits =
      canBeName(name, reading.dictionary) &&
      !callingEnd.test(name) &&
      !relation.test(name) &&
      !/族$/.test(name);
    if (fits) push({ start, end: start + name.length });
  }
  for (const match of text.matchAll(behindCalling)) {
    const [, calling = '', name = ''] = match;
    const start = match.index + match[0].length - name.length;
    const surname = beginsWithSurname(text, start, reading);
    const fits = canBeName(name, reading.dictionary) && reading.dictionary.notNames.at(name, 0) === null;
    if (
      fits &&
      (callingEnd.test(calling) ||
        /[长管师]$/.test(calling) ||
        (/[户兵的]$/.test(calling) &&
          !otherwise.test(calling.replace(/^(?:一[名个位])?看(?=[大门守])/, '')) &&
          (surname > 1 || !isEveryday(reading.map, start)))) &&
      surname > 0
    )
      push({ start, end: start + name.length });
  }
  push(openingName(reading));
  for (const match of text.matchAll(surnameFirst)) {
    if (match[0].startsWith('姓') && tellsOfAnother(reading, match.index)) continue;
    const end = match.index + match[0].length;
    const given = match[2] ?? '';
    const cut = given.search(/[是在今住不有]/);
    const size = cut > 0 ? cut : given.length;
    const whole = text.slice(end - given.length, end - given.length + size);
    found.push({ start: end - given.length, end: end - given.length + whole.length });
    const surnameAt = match.index + match[0].indexOf('姓') + 1;
    // 我姓仉，叫仉得胜: the name is whole behind 叫; 姓仉，名得胜: both parts together tell it.
    found.push({ start: surnameAt, end: end - given.length + whole.length });
  }
  const families = new Set<string>();
  for (const match of text.matchAll(familyOnly)) {
    const end = match.index + match[0].length;
    const surname = match[1] ?? match[2] ?? '';
    const whole = beginsWithSurname(text, end - surname.length, reading) === surname.length;
    // 欧阳 and 皇甫 stand behind 复姓 whether or not a list has them.
    if (!whole && !match[0].includes('复姓')) continue;
    if (/^(?:免贵|复|自称)/.test(match[0]) && tellsOfAnother(reading, match.index)) continue;
    found.push({ start: end - surname.length, end });
    families.add(surname);
  }
  found.push(...styled(text, families));
  for (const match of text.matchAll(apposed)) {
    const at = match.index + match[0].length;
    const span = nameAt(reading, at, true);
    if (span === null || text.charAt(match.index - 1) === '被') continue;
    const known = names.persons.some((p) => p.start === at && p.form !== 'titled');
    const byRole = /[人者]/.test(match[0]) && match[0] !== '本人' && !/^鄙人|^本人/.test(match[0]);
    const after = text.slice(span.end, span.end + 8);
    // 我，某某，某厂职工。: between commas stands who I am.
    const apart = /^我[,，]/.test(match[0]) && /^[,，]/.test(after) && !isEveryday(reading.map, at);
    if (apart || (described.test(after) && (known || /^[,，、(（\s]/.test(after)))) push(span);
    else if (
      byRole &&
      // 来访人思路清楚，: what he did, and not what he is called.
      (known ||
        !isEveryday(reading.map, at) ||
        (reading.dictionary.surnames.has(text.charAt(at)) &&
          span.end - at <= 3 &&
          !isDeed(reading.map, at))) &&
      /^(?:[,，(（:：\s、]|反映|举报|称|说|到|来|自称|表示|核实|补充)/.test(after)
    )
      push(span);
    else if (
      /^(?:本人|鄙人|在下|笔者)/.test(match[0]) &&
      (known || (/^[，,。；\n]|^$/.test(after) && !isEveryday(reading.map, at)))
    )
      push(span);
  }
  for (const match of text.matchAll(plaintiff)) {
    const span = nameAt(reading, match.index + match[0].length, true);
    if (span !== null && described.test(text.slice(span.end, span.end + 8))) push(span);
  }
  for (const match of text.matchAll(byRoleOnly)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    const { notNames, collectives, posts } = reading.dictionary;
    const word = notNames.at(name, 0) ?? collectives.at(name, 0) ?? posts.at(name, 0);
    if (word === null) push({ start, end: start + name.length });
  }
  // 我不是要…, 我们报的是第二…: nobody says so who he is.
  for (const match of text.matchAll(being))
    if (!/不|还是|的是/.test(match[0])) {
      let span = nameBehindBeing(reading, match.index + match[0].length);
      while (span !== null) {
        push(span);
        // 我们是某某、某某: the others of the row.
        span = /[、和与]/.test(text.charAt(span.end)) ? nameAt(reading, span.end + 1, true) : null;
      }
    }
  for (const match of text.matchAll(scribe)) push(scribeName(reading, match));
  return found;
}

/** 叫我强先生, and 解女士 alone on the line that signs: the writer by his family's name, and nobody else of that name. */
function styled(text: string, families: ReadonlySet<string>): Span[] {
  return [...text.matchAll(style)].flatMap((match) => {
    const [, name = '', family = ''] = match;
    const end = match.index + match[0].length;
    return families.has(family) ? { start: end - name.length, end } : [];
  });
}

/** 一个汉族同志，姓施，|名字…, 城建环资工委主任，|名字叫…: the sentence has told of somebody else, and not who the writer is. */
function tellsOfAnother({ text, names }: Reading, at: number): boolean {
  const from = Math.max(0, at - 60, ...[...'。；！？\n'].map((mark) => text.lastIndexOf(mark, at - 1) + 1));
  const sentence = text.slice(from, at);
  if (/(?:我们?|俺们?|本人|鄙人|笔者|[报映告访信诉]人)(?:是|系|叫|姓|，|家|住|今年|在|自称)/.test(sentence))
    return false;
  const held = names.positions[firstFrom(names.positions, from)];
  return (
    (held !== undefined && held.end <= at && held.kind === 'public') ||
    /[他她]|一[个位名]|有[个位]|那[个位]|[一这那有][位家套块]|此人|晓得|听说|打听|得知|后来/.test(sentence)
  );
}

/** 我是[单位的][老师]某某，: the name ends the phrase behind a calling, a relation or 的. */
function nameBehindBeing(reading: Reading, at: number): Span | null {
  const { text, names } = reading;
  const phrase = /^[\u3400-\u9fffA-Za-z\d·•“”]{2,40}/.exec(text.slice(at, at + 40))?.[0] ?? '';
  const cut = phrase.search(goingOn);
  const end = at + (cut > 0 ? cut : phrase.length);
  const person = names.persons.find((p) => p.end === end && p.start >= at && p.form !== 'titled');
  // 向 and 从 may be of the name itself: only what stands before it tells of something else.
  const short =
    end - at <= 3 && reading.dictionary.surnames.has(text.charAt(at)) && !isEveryday(reading.map, at);
  if (end <= at || otherwise.test(text.slice(at, person?.start ?? (short ? at : end)))) return null;
  if (person !== undefined) return { start: person.start, end };
  for (const size of [2, 3, 4]) {
    const start = end - size;
    if (start < at) break;
    const word = text.slice(start, end);
    const lead = text.slice(at, start);
    if (!canBeName(word, reading.dictionary) || callingEnd.test(word) || relation.test(word)) continue;
    if (callingEnd.test(text.slice(at, end)) || relation.test(text.slice(at, end))) return null;
    const surname = beginsWithSurname(text, start, reading);
    if (surname === 0 || size > surname + 2) continue;
    if (
      lead === ''
        ? reading.dictionary.notNames.at(word, 0) === null &&
          (size === surname + 2 ||
            !isEveryday(reading.map, start) ||
            homeNext.test(text.slice(end, end + 24)))
        : /^[\u3400-\u9fff]{1,8}的$/.test(lead) ||
          callingEnd.test(lead) ||
          relation.test(lead) ||
          unitBefore(reading, start, lead)
    )
      return { start, end };
  }
  return null;
}

/** 水泥厂的某某: a unit or a place with 的 stands right before. */
function unitBefore({ names }: Reading, start: number, lead: string): boolean {
  return (
    lead.endsWith('的') &&
    (unitName.test(lead.slice(0, -1)) ||
      [...names.organisations, ...names.places].some((m) => m.end === start - 1 || m.end === start))
  );
}

function scribeName(reading: Reading, match: RegExpMatchArray): Span | null {
  const end = (match.index ?? 0) + (match[1]?.length ?? 0);
  const person = reading.names.persons.find((p) => p.end === end);
  if (person !== undefined) return { start: person.start, end };
  for (const size of [3, 2]) {
    const start = end - size;
    if (start < (match.index ?? 0)) continue;
    if (
      beginsWithSurname(reading.text, start, reading) > 0 &&
      canBeName(reading.text.slice(start, end), reading.dictionary)
    )
      return { start, end };
  }
  return null;
}

/** Who is named with a public post or as accused elsewhere is not made the writer by a slip of grammar. */
function isNamedElsewhere({ text, fields, names }: Reading, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  // 副主任方便。名字叫方便，…: the name of whom the sentence before was about.
  const lead = text.slice(Math.max(0, span.start - 16), span.start);
  if (/[。，,](?:名字|姓名|大名|真名)(?:就)?[叫是]?$/.test(lead) && lead.includes(word)) return true;
  const before = names.persons.findLast((p) => p.end <= span.start && p.text === word);
  if (
    before !== undefined &&
    /(?:姓名|名字)[^我]{0,4}$/.test(text.slice(before.end, span.start)) &&
    !/我|本人|俺/.test(text.slice(before.end, span.start)) &&
    names.positions.some((p) => p.end === before.start && p.kind === 'public')
  )
    return true;
  return fields.some((f) => f.kind === 'accused' && text.slice(f.start, f.end).includes(word));
}
