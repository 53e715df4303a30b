import type { Span } from '../../../../domain/index.js';
import type { Reading } from '../informant.js';

const han = /[\u3400-\u9fff]/;
/** Words that go on behind a name; what stands before the first of them is the name. */
const continuing =
  /是|系|今年|现年|现已|家住|家在|现住|住|男|女|在|原[为系是在]|现[为系是在]|来自|和|与|及|以及|等|反映|举报|控告|投诉|检举|称|说|来电|来访|来信|来我|来本|到|自称|表示|电话|打来|致电|上门|代书|代笔|代写|执笔|口述|因|于|被|也|都|的|向|对|给|把|从|有|二人|两人|三人|[四五六七八九十]人|夫妇|一家|同志|之/g;
const called = /^.(?:先生|女士|小姐|同志|师傅|大爷|大妈|大姐|大哥|阿姨|老师|老人|某某?)/;
/** What no name begins with, whoever speaks. */
const noBeginning =
  /^(?:本人|本身|本单位|不愿|未留|拒绝|他|她|它|你|您|我|俺|咱|这|那|哪|谁|啥|什么|不|了|过|没|很|也|都|就|才|还|又|再|人家|大家|别人|们|自己|一[个名位]|来[的过到]|是|在|的|被|把|对|向|给|为|因|所以|但|但是|只|已|现|今|至|以|之|及|与|或|如|某|姓|名|单位|电话|地址|住址|信息|情况|姓名|身份|签名|签字|匿名|无名|不详|保密|反映|举报|控告|投诉|认为|认识|知道|希望|要求|恳请|请求|保证|承诺|愿意|实名|郑重|多次|曾经|家住|年龄|性别|男|女)/;

/** Words for people without a name, and what closes a letter: neither is a name. */
const common =
  /街坊|邻居|乡亲|乡邻|路人|一员|同志|群众|家长$|学生|部下|职工|员工|村民|居民|业主|住户|党员|干部|市民|公民|百姓|工人|教师|会计|老师|商户|农民|租户|人$|者$|者们|们$|代表|委员|领导|书记|局长|主任|公司|单位|全体|家属|手印|签名|签字|盖章|纪委|监委|以上|以下|上述|附后|见后|如下|为证|属实|情况|电话|地址|住址|栋$|单元|村$|镇$|县$|组$|部门$|车间$|宿舍|小区|花园$/;
const formula =
  /^(?:此致|敬礼|谢谢|特此|致敬|敬上|顿首|盼复|知情|匿名|不详|保密|无名|某某?|略|无|附件?|附言|同上|以上|完毕|求助|举报|反映|控告|投诉|检举|申诉|祝好|您好|你好|拜托|多谢|感谢|再见|跪求|急盼|急急|落款|日期|签名|手印|盖章|公章|空白|待查|姓名|序号|备注|房号|合计|共计|性别|年龄|男|女|其中|其余|另附|特此|顺致|敬祝|祝愿|祝您|祝你|微信|手机|号码|邮箱|邮编|身份|联系|单位|住址|地址|传真|不愿|未留|未署|拒绝|本人|证明|证据|材料|代表)/;

/** What stands in a place for a name and can be one, whatever the family is called. */
export function canBeName(word: string): boolean {
  const squeezed = word.replace(/\s/g, '');
  if (/[·•]/.test(squeezed)) return squeezed.length >= 3 && squeezed.length <= 20;
  return squeezed.length >= 2 && squeezed.length <= 4 && !common.test(squeezed) && !formula.test(squeezed);
}

export function beginsWithSurname(
  text: string,
  at: number,
  { dictionary }: Pick<Reading, 'dictionary'>,
): number {
  if (dictionary.compoundSurnames.has(text.slice(at, at + 2))) return 2;
  return dictionary.signerSurnames.has(text.charAt(at)) ? 1 : 0;
}

/**
 * The name at a place where the words before say that one stands, such as behind 我叫: a person that was read
 * there, else what stands before a mark or a word that goes on. `strict` asks for a known surname.
 */
export function nameAt(reading: Reading, at: number, strict: boolean): Span | null {
  const { text, names, dictionary } = reading;
  const person = names.persons.find((p) => p.start === at);
  const titled = called.exec(text.slice(at, at + 5));
  if (titled !== null && beginsWithSurname(text, at, reading) === 1 && person?.form !== 'full')
    return { start: at, end: at + titled[0].length };
  const spaced =
    /^[\u3400-\u9fff][ \u3000]{1,3}[\u3400-\u9fff](?:[ \u3000]{0,3}[\u3400-\u9fff])?(?![\u3400-\u9fff])/.exec(
      text.slice(at, at + 12),
    );
  if (spaced !== null && person === undefined && beginsWithSurname(text, at, reading) > 0)
    return { start: at, end: at + spaced[0].length };
  let end = at;
  while (end - at < 24 && (han.test(text.charAt(end)) || /[·•]/.test(text.charAt(end)))) end += 1;
  const run = text.slice(at, end);
  if (noBeginning.test(run)) return person === undefined ? null : { start: at, end: person.end };
  const surname = beginsWithSurname(text, at, reading);
  let length = run.length;
  for (const match of run.matchAll(continuing)) {
    // 高等, 于和: a word that goes on stands behind two characters at least.
    if (match.index < Math.max(2, surname + 1)) continue;
    length = match.index;
    break;
  }
  const word = run.slice(0, length);
  if (person !== undefined) {
    const whole = word.length <= 4 || /[·•]/.test(word);
    return { start: at, end: Math.max(person.end, whole && !common.test(word) ? at + word.length : 0) };
  }
  if (dictionary.collectives.at(word, 0) !== null || dictionary.posts.at(word, 0) !== null) return null;
  if (canBeName(word) && (surname > 0 || !strict)) return { start: at, end: at + word.length };
  if (surname === 0 || word.length <= 4 || strict) return null;
  return { start: at, end: at + surname + 2 };
}
