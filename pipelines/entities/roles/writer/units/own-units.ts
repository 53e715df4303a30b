import type { Accused, InformantField, Span } from '../../../../../domain/index.js';
import type { Reading } from '../../reading.js';

const speaker =
  '(?:我们?|俺们?|咱|本人|鄙人|笔者|(?<!被)(?:举报|反映|控告|申诉|投诉|来访|来电|写信)(?:人|者)|(?:退休|下岗|离职|离岗|辞职|入职)(?:之?前))';
const before = new RegExp(
  `${speaker}(?:(?![他她其你])[\\u3400-\\u9fff\\d]){0,12}?(?:给|从|供职于|就职于|任职于|就职在|受雇于|在|于)(?=[\\u3400-\\u9fff])`,
  'g',
);
const belongs = new RegExp(
  `${speaker}(?:[,，]?(?:的名字|姓名)?(?:叫|名叫)?(?![他她其])[\\u3400-\\u9fff·]{2,6}[,，](?:(?:男|女|[\\u3400-\\u9fff]族|中共党员|(?:今年|现年)?[\\u3400-\\u9fff\\d]{2,4}岁)[,，]){0,4})?(?:(?![他她其你])[\\u3400-\\u9fff\\d]){0,8}?(?:[是系]|来自|隶属)原?(?=[\\u3400-\\u9fff])`,
  'g',
);
/** 我在测绘公司（某某测绘有限公司）做外业: the bracket gives the name of what was called by its kind. */
const inBracket = new RegExp(
  `${speaker}(?:(?![他她其你])[\\u3400-\\u9fff\\d]){0,8}?(?:给|从|供职于|就职于|任职于|在|于|[是系])(?:(?![他她其你])[\\u3400-\\u9fff\\d]){2,16}[（(]([\\u3400-\\u9fff\\d]{4,30})[）)]`,
  'g',
);
/** What somebody of a unit is called: 的一名退休职工, 会计, 的抄表工. */
const member =
  /^(?:里|内)?的?(?:一[名个位])?(?:普通|退休|离休|下岗|在职|老|原|正式|临时|聘用|合同制|代课|返聘)?的?[\u3400-\u9fff]{0,4}?(?:职工|员工|工人|人员|老师|教师|医生|护士|会计|出纳|司机|保安|[\u3400-\u9fff]工|[\u3400-\u9fff]员|干部|工程师|技师|厨师|法定代表人|法人|[园校院厂店站所队]长|[店摊船]主|经理|负责人|老板|经营者|股东|职员|(?:区域|地区|大区|片区|销售|业务|驻外)代表|(?:销售|采购|售后|推销)(?![部科处])|学生|家属|退休|下岗|内退)/;
const worked =
  /^(?:里|内|那里|这里)?(?:先后|一直|长期|临时)?(?:上班|工作|供职|任职|就职|打工|务工|烧|煮|做|干|当|任|担任|从事|负责|看|教|扫|打扫|清扫|开车|开[货大]|服务|退休|下岗|内退|实习|值班|搞|跑|修|烧|管|守|搬|站|摆|帮|种|养|学|值|推销|画图|绘图|制图|记账|做账|跟车|送货|送水|收费|站岗|的?时候当|已?有?[一二三四五六七八九十\d]+多?年)/;
/** 我知道某某的儿子在…: what the writer knows of others. */
const learned = /知道|认识|听|看[见到]|发现|得知/;
export const unitName =
  /^.{1,24}(?:公司|厂|店|所|站|局|院|校|小学|中学|幼儿园|中心|银行|信用社|社|队|矿|场|馆|部|办|委|宾馆|酒店|饭店|招待所|食堂|超市|市场|集团|工地|商行|学校|单位|厅|政府|委员会|协会|园|林场|农场|电站|水库|段|室|台|城|商店|大楼|商场|大厦|车队|[一二三四五六七八九十\d]中)$/;

/** 我是柳树沟村的苗秀芬: where somebody is of, who is named right behind it, may be a village, too. */
const ownVillage = /^.{1,20}(?:[村屯寨]|社区)$/;

/** Units where the writer says that he works or worked: 我在某厂做饭, 退休前在某局供职. */
export function ownUnits(reading: Reading, given: readonly Span[]): Span[] {
  const { text, names } = reading;
  const found: Span[] = [];
  const named = (end: number) =>
    given.some((name) => name.start === end || (name.start === end + 1 && text.charAt(end) === '的'));
  const belonging = (end: number) => isCalling(text, end) || named(end);
  const working = (end: number) => isWork(text, end);
  for (const [pattern, follows] of [
    [before, working],
    [belongs, belonging],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      if (learned.test(match[0])) continue;
      if (/[给向和与对找被要让]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) continue;
      const unit = names.organisations.find((o) => o.start >= at && o.start <= at + 4);
      const employed = /(?:[供就任]职[于在]|受雇于)$/.test(match[0]);
      if (unit !== undefined && (employed || follows(unit.end)) && sectionOf(text, unit.end) === 0)
        found.push({ start: at, end: unit.end });
      else if (unit !== undefined && sectionOf(text, unit.end) > 0)
        found.push({ start: at, end: unit.end + sectionOf(text, unit.end) });
      else {
        const end = unitEnd(text, at, follows) ?? unitEnd(text, at, named, ownVillage);
        if (end !== null) found.push({ start: at, end });
      }
    }
  for (const match of text.matchAll(inBracket)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length - 1;
    if (learned.test(match[0]) || !unitName.test(name) || !(working(end + 1) || belonging(end + 1))) continue;
    found.push({ start: end - name.length, end });
  }
  return found;
}

/** 供职于县公路段|机料股，: a section that ends the clause belongs to the unit before it. */
const section = /^[\u3400-\u9fff]{1,6}(?:股|科|室|处|车间|班组|大队|中队|支部)(?=[，,。；;])/;
const sectionOf = (text: string, at: number): number =>
  section.exec(text.slice(at, at + 10))?.[0].length ?? 0;

export const isCalling = (text: string, at: number): boolean => member.test(text.slice(at, at + 18));
export const isWork = (text: string, at: number): boolean => worked.test(text.slice(at, at + 12));

/** The end of a unit that no list of names knows, where the right words follow it. */
export function unitEnd(
  text: string,
  at: number,
  follows: (end: number) => boolean,
  name = unitName,
): number | null {
  for (let to = at + 2; to < at + 26 && /[\u3400-\u9fff\d“”]/.test(text.charAt(to - 1)); to++)
    if (name.test(text.slice(at, to)) && follows(to)) return to;
  return null;
}

/**
 * Every other place where the letter speaks of a unit of the writer, also in a shorter form (农机公司 for
 * 云泽县农机公司). A unit that is also the accused's stays: it names him.
 */
export function unitsAgain(
  { text, names }: Reading,
  informant: readonly InformantField[],
  accused: readonly Accused[],
): Span[] {
  const found: Span[] = [];
  for (const { kind, value } of informant) {
    if (kind !== 'organisation' || value.length < 4) continue;
    for (const form of shortForms(value)) {
      if (
        accused.some(
          (a) => a.organisation !== null && (a.organisation.includes(form) || form.includes(a.organisation)),
        )
      )
        continue;
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        const end = at + form.length;
        const longer = names.organisations.some((o) => o.start <= at && end < o.end);
        const holds =
          names.positions.some((p) => p.start === end) || names.persons.some((p) => p.start === end);
        if (!longer && !holds) found.push({ start: at, end });
      }
    }
  }
  return found;
}

const tradeName =
  /^[\u3400-\u9fff]{0,3}?([\u3400-\u9fff]{2})(?:工程|建材|建筑|建设|运输|物流|咨询|监理|商贸|贸易|科技|实业|投资|置业|地产|房地产|物业|装饰|设备|防护|测绘|设计|劳务|安装|机械|电子|食品|医药|化工|能源|环保|园林|广告|文化|信息|管理|服务|餐饮|农业|纺织|服装|家具|印刷|汽车|电力|矿业|水利|路桥|市政|勘察|检测|人防)[\u3400-\u9fff]*公司$/;

/** The unit's name as given, and without its place, its 有限 and its trade. */
function shortForms(value: string): string[] {
  const bare = value.replace(/^(?:[\u3400-\u9fff]{0,3}?[省市县区州])+/, '');
  const trade = /^([\u3400-\u9fff]{2})[\u3400-\u9fff]{2,8}(?:有限)?(?:责任)?公司$/.exec(bare)?.[1];
  // 浛川晨光工程监理有限公司 is 晨光公司: a place without its 市 may stand before the name.
  const brand = tradeName.exec(bare)?.[1];
  const forms = [value, bare, bare.replace(/有限(?:责任)?(?=公司)/, '')];
  if (trade !== undefined) forms.push(`${trade}公司`);
  if (brand !== undefined) forms.push(`${brand}公司`);
  return [...new Set(forms)].filter((form) => form.length >= 4 || (/[厂矿]$/.test(form) && form.length >= 3));
}
