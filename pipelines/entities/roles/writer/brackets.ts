import type { InformantField, Span } from '../../../../domain/index.js';
import type { Reading } from '../reading.js';
import { canBeName } from './name-at.js';
import { unitName } from './units/index.js';

const behind = /^(?:等|共|[二两三四五六七八九十\d]+[人名位]|夫妇|夫妻|\s){0,4}[（(]([^（）()\n]{2,60})[)）]/;
/** 来访人　某某，男，48岁，某区某小区9幢，电话: sex, age, home in a row behind the name. */
const ownRow =
  /^[，,](?:(?:男|女|[\u3400-\u9fff]{1,3}族|\d{1,3}岁|[\d.]{4,10}年?[\d月]{0,4}出?生)[，,]){1,4}([\u3400-\u9fff\d\-—]{5,40})(?=[，,。；;\n]|$)/;
const lead = /^(?:\s|均|都|分别|全部|现|原|系|是|为|家住|住址|住在|住|来自|单位|地址|[:：])+/;
const calling =
  /(?:的?(?:部分|普通|退休|离休|下岗|在职|老)*(?:村民|居民|业主|住户|租户|商户|职工|员工|工人|教师|老师|社员|农民|群众|代表|人|会计|保安|司机|医生|护士|干部))+$/;
const place = /[省市县区镇乡村组街路巷号栋幢栋楼室里园苑院屯寨庄社]\d*$|\d+[号栋幢][\d\-—单元室楼层号]*$/;
const other = /反映|举报|控告|手印|签|章|代|电话|身份证|关于|被/;

/** 来访人：某某等3人，某市某区某社区居民: at home, right behind the name. */
const ownHome =
  /^(?:等?[\d一二两三四五六七八九十]{1,3}[人名户位])?[，,]((?:[\u3400-\u9fff]{1,6}[省市县区旗州镇乡]){1,4}[\u3400-\u9fff\d]{1,10}(?:村|社区|屯|寨|组))(?:村民|居民|业主|住户|的?人)?(?=[，,。；;\n]|$)/;
/** 我叫某某，某县财政局国库股的, 退下来的: the unit right behind the name. */
const ofUnit =
  /^([\u3400-\u9fff]{0,6}(?:股|科|室|处|所|队|车间))?(?:里)?(?:(?:退|干|辞|下)下?来的|退休的?|内退的?|下岗的?|离休的?|出来的|的)(?=[，,。；;\n]|$)/;

/** 强老四（大名强振国）, 缑大娘（缑桂兰）: another name of the same person. */
const otherName =
  /^[（(](?:(身份证上?(?:的名字)?|户口[本簿]?上?(?:的名字)?|大名|真名|本名|原名|学名|实名|真实姓名|又名|曾用名|小名|乳名|绰号|外号|人称|名叫|姓名|即|叫|备注)[:：是为]?)?([\u3400-\u9fff·]{2,4})[）)]/;

/** Home, unit or other name in the bracket behind the names of visitors and signers: 某某、某某（某县某村四组村民）. */
export function besideNames(
  { text, dictionary, names }: Reading,
  informant: readonly InformantField[],
): { kind: InformantField['kind']; span: Span }[] {
  const found: { kind: InformantField['kind']; span: Span }[] = [];
  const ends = new Set(informant.filter((f) => f.kind === 'name').flatMap((f) => f.spans.map((s) => s.end)));
  for (const end of ends) {
    const row = ownRow.exec(text.slice(end, end + 80));
    if (row?.[1] !== undefined && place.test(row[1]) && /[省市县区镇乡村路街]/.test(row[1])) {
      const start = end + row[0].length - row[1].length;
      found.push({ kind: 'address', span: { start, end: start + row[1].length } });
    }
    const home = ownHome.exec(text.slice(end, end + 60))?.[1];
    if (home !== undefined) {
      const start = text.indexOf(home, end);
      found.push({ kind: 'address', span: { start, end: start + home.length } });
    }
    const employer = names.organisations.find((o) => o.start === end + 1);
    const working =
      employer && /[，,]/.test(text.charAt(end))
        ? ofUnit.exec(text.slice(employer.end, employer.end + 20))
        : null;
    if (employer !== undefined && working !== null)
      found.push({
        kind: 'organisation',
        span: { start: employer.start, end: employer.end + (working[1]?.length ?? 0) },
      });
    const called = otherName.exec(text.slice(end, end + 20));
    const name = called?.[2] ?? '';
    const told = called?.[1] !== undefined || dictionary.signerSurnames.has(name.charAt(0));
    if (called !== null && told && canBeName(name, dictionary) && !calling.test(name)) {
      const start = end + called[0].length - 1 - name.length;
      found.push({ kind: 'name', span: { start, end: start + name.length } });
    }
    const match = behind.exec(text.slice(end, end + 80));
    if (match?.[1] === undefined) continue;
    const from = end + match[0].length - 1 - match[1].length;
    for (const piece of match[1].matchAll(/[^，,；;、\s]+/g)) {
      if (other.test(piece[0])) continue;
      const skip = lead.exec(piece[0])?.[0].length ?? 0;
      const value = piece[0].slice(skip).replace(calling, '');
      const start = from + piece.index + skip;
      if (value.length < 3 || !(place.test(value) || unitName.test(value))) continue;
      found.push({
        kind: place.test(value) ? 'address' : 'organisation',
        span: { start, end: start + value.length },
      });
    }
  }
  return found;
}
