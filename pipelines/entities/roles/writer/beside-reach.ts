import type { Accused, Span } from '../../../../domain/index.js';
import { firstFrom } from '../../names/index.js';
import type { Reading } from '../informant.js';
import { beginsWithSurname, canBeName } from './name-at.js';

/** A name that begins its clause, and between it and the number nothing but what asks for a number. */
const before =
  /(?:^|[，,。；;、：:！? \u3000\t（(])(?:联[系络]人)?([\u3400-\u9fff·]{2,4})(?:[（(][^（）()]{0,12}[）)])?[，,、：: \u3000\t（(]{0,3}(?:本人|我)?的?(?:联系|手机|移动|家庭)?(?:电话|手机|号码|手机号码?|联系方式|微信|邮箱|身份证号?码?)?(?:是|为)?[:：]?[ \u3000]?$/;
const longest = 40;
/** Whose the card is, behind its number. */
const holder =
  /^[^。；;\n]{0,30}?(?:户名|持卡人|收款人|开户人)(?:是|为)?[:：]?[ \u3000]?([\u3400-\u9fff·]{2,4})(?![\u3400-\u9fff])/;
/** Labels of others: a witness is reached by telephone too. */
const others = /(?:证|见|知情|经办|接|记录|登记|审核|承办|负责|责任|领导)[^，。：:\s]{0,4}[：:\s]{0,2}$/;

/**
 * Names right before a number by which the writer is reached, or behind it as the holder's: a number is given with its
 * bearer's name. Neither the accused nor whom a field gives another part.
 */
export function besideReach(reading: Reading, numbers: readonly Span[], accused: readonly Accused[]): Span[] {
  const { text, fields, dictionary, names } = reading;
  const charged = new Set(accused.flatMap((a) => a.name ?? []));
  const parts = fields.filter((f) => /^(?:clerk|handler|witness|business|accused)/.test(f.kind));
  return numbers.flatMap((number) => {
    const behind = text.slice(number.end, number.end + 2 * longest);
    const held = holder.exec(behind);
    if (held?.[1] !== undefined) {
      const end = number.end + held[0].length;
      return [{ start: end - held[1].length, end }];
    }
    const line = text.lastIndexOf('\n', number.start - 1) + 1;
    const lead = text.slice(Math.max(line, number.start - longest), number.start);
    const match = before.exec(lead);
    const name = match?.[1] ?? '';
    if (match === null || charged.has(name)) return [];
    const start = number.start - lead.length + match.index + match[0].indexOf(name);
    const span = { start, end: start + name.length };
    const between = match[0].slice(match[0].indexOf(name) + name.length);
    const person = names.persons[firstFrom(names.persons, start)];
    const whole = person?.start === start && person.end === span.end;
    const fits =
      canBeName(name, dictionary) &&
      (whole || /[^\u3400-\u9fff]|电话|手机|号码|方式|微信|邮箱/.test(between)) &&
      // 来电显示：138…: a label and no name.
      (whole || !/^[:：]/.test(between)) &&
      dictionary.ownLabel(name) === null &&
      (whole || beginsWithSurname(text, start, reading) > 0) &&
      !dictionary.labels.has(name) &&
      dictionary.notNames.at(name, 0) === null &&
      dictionary.posts.before(name, name.length) === null &&
      dictionary.collectives.all(name).length === 0 &&
      !parts.some((f) => f.labelStart <= start && span.end <= f.end) &&
      !others.test(text.slice(Math.max(line, start - 10), start));
    return fits ? [span] : [];
  });
}
