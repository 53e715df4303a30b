import type { Accused, Span } from '../../../../domain/index.js';
import { firstFrom } from '../../names/index.js';
import type { Reading } from '../reading.js';
import { beginsWithSurname, canBeName } from './name-at.js';

/** A name that begins its clause, and between it and the number nothing but what asks for a number. */
const before =
  /(?:^|[，,。；;、：:！? \u3000\t（(])(?:如[有需][^。；;\n，,]{0,8}?)?(?:(?:请|可)?(?:与|和|跟)?(?:联[系络]人?|找)|户名|(?:收|退)款人?|持卡人)?[:：]?([\u3400-\u9fff·]{2,4})(?:女士|先生|同志|老师|师傅|大姐|大哥)?(?:[（(][^（）()]{0,12}[）)])?[，,、：: \u3000\t（(]{0,3}(?:本人|我)?的?(?:联系|手机|移动|家庭)?(?:电话|手机|号码|手机号码?|联系方式|微信|邮箱|身份证号?码?|(?:银行)?(?:卡号?|账户|账号))?(?:是|为)?[:：]?[ \u3000]?$/;
const longest = 40;
/** The number of a bank card or an account, and no identity number with its birthday. */
const card = /^(?!\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx]$)(?:\d[ -]?){14,}\d$/;
/** Whose the card is, behind its number. */
const holder =
  /^[^。；;\n]{0,30}?(?:户名|持卡人|收款人|开户人)(?:是|为)?[:：]?[ \u3000]?([\u3400-\u9fff·]{2,4})(?![\u3400-\u9fff])/;
/** 6222…李梅, 6222…（李梅）, 6222…，李梅，农行: whose the card is, without a word for it. */
const bearer = /^[ \u3000]{0,2}[，,、（(]?[ \u3000]?([\u3400-\u9fff·]{2,4})(?=[）)，,。；;\s]|$)/;
/** Labels of others. Whose number is sealed, a witness too, is sealed with it. */
const others = /(?:经办|接|记录|登记|审核|承办|负责|责任|领导)[^，。：:\s]{0,4}[：:\s]{0,2}$/;

/**
 * Names right before a number by which the writer is reached, or behind it as the holder's: a number is given with its
 * bearer's name. Neither the accused nor whom a field gives another part.
 */
export function besideReach(reading: Reading, numbers: readonly Span[], accused: readonly Accused[]): Span[] {
  const { text, fields } = reading;
  const charged = new Set(accused.flatMap((a) => a.name ?? []));
  const parts = fields.filter((f) => /^(?:clerk|handler|witness|business|accused)/.test(f.kind));
  return numbers.flatMap((number) => {
    const behind = text.slice(number.end, number.end + 2 * longest);
    const held = holder.exec(behind);
    // 户名不是她: who holds it is told behind.
    if (held?.[1] !== undefined && !held[1].startsWith('不')) {
      const end = number.end + held[0].length;
      return [{ start: end - held[1].length, end }];
    }
    const borne = card.test(text.slice(number.start, number.end)) ? bearer.exec(behind) : null;
    if (borne?.[1] !== undefined) {
      const end = number.end + borne[0].length;
      const span = { start: end - borne[1].length, end };
      // Whom a letter accuses it tells of elsewhere too.
      const isTold = charged.has(borne[1]) && text.indexOf(borne[1]) !== text.lastIndexOf(borne[1]);
      if (!isTold && !/[行社]$/.test(borne[1]) && isName(reading, span)) return [span];
    }
    const line = text.lastIndexOf('\n', number.start - 1) + 1;
    const lead = text.slice(Math.max(line, number.start - longest), number.start);
    const match = before.exec(lead);
    const name = match?.[1] ?? '';
    if (match === null || charged.has(name)) return [];
    const start = number.start - lead.length + match.index + match[0].indexOf(name);
    const span = { start, end: start + name.length };
    const between = match[0].slice(match[0].indexOf(name) + name.length);
    const whole = isPerson(reading, span);
    const fits =
      isName(reading, span) &&
      (whole || /[^\u3400-\u9fff]|电话|手机|号码|方式|微信|邮箱|[卡账]/.test(between)) &&
      // 来电显示：138…: a label and no name.
      (whole || !/^[:：]/.test(between)) &&
      !parts.some((f) => f.labelStart <= start && span.end <= f.end) &&
      !others.test(text.slice(Math.max(line, start - 10), start));
    return fits ? [span] : [];
  });
}

const isPerson = ({ names }: Reading, { start, end }: Span): boolean => {
  const person = names.persons[firstFrom(names.persons, start)];
  return person?.start === start && person.end === end;
};

/** A name that was read there, or what can be one and is neither a label, a word nor a post. */
function isName(reading: Reading, span: Span): boolean {
  const { text, dictionary } = reading;
  const name = text.slice(span.start, span.end);
  return (
    canBeName(name, dictionary) &&
    (isPerson(reading, span) ||
      (beginsWithSurname(text, span.start, reading) > 0 && !/[对认过]$/.test(name))) &&
    // 来电号码, 来电人: words for the writer begin no name.
    [2, 3, 4].every((size) => dictionary.ownLabel(name.slice(0, size)) === null) &&
    !dictionary.labels.has(name) &&
    dictionary.notNames.at(name, 0) === null &&
    dictionary.posts.before(name, name.length) === null &&
    dictionary.collectives.all(name).length === 0
  );
}
