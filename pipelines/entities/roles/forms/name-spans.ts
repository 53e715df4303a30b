import type { Span } from '../../../../domain/index.js';
import type { Dictionary } from '../../names/index.js';
import type { Field } from './fields.js';

const person = new Set(['accused', 'informant', 'clerk', 'handler', 'witness']);

/** Lists of names that a field may hold: several accused parted by marks. */
const pieces = /[^、，,;；/\s\t]+/g;
const nameOnly = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,8}(?:[·•][\u3400-\u9fff]{1,8}){1,2}$/;
const noPerson =
  /^(?:匿名|不详|保密|未知|某|无|待|同上|本人|全体|详见|见|等)|[人员门办局委府司组处科站所院校们等众工民]$|情况|问题|单位|公司/;

/** Values of fields for a person's name that are a name by form; whoever is called 许可 is so in a field of his own. */
export function nameSpans(text: string, fields: readonly Field[], dictionary: Dictionary): Span[] {
  const spans: Span[] = [];
  for (const field of fields) {
    if (!person.has(field.kind)) continue;
    const value = text.slice(field.start, field.end);
    const list = [...value.matchAll(pieces)];
    const namesAlone = list.every((p) => nameOnly.test(p[0]));
    for (const [n, piece] of list.entries()) {
      const bracket = piece[0].search(/[(（]/);
      const name = bracket > 0 ? piece[0].slice(0, bracket) : piece[0];
      // 郁达、符号: names and nothing else; 向阳，男，…: a person's sex follows.
      const alone = list.length === 1 || namesAlone || /^[男女]$/.test(list[n + 1]?.[0] ?? '');
      const clerk = field.kind === 'clerk' && list.length <= 3 && list.every((p) => p[0].length <= 4);
      if (nameOnly.test(name) && isName(name, alone || clerk, dictionary))
        spans.push({ start: field.start + piece.index, end: field.start + piece.index + name.length });
      else if (n === 0) break;
    }
  }
  return spans;
}

/** 被举报人：全体, 责任人：未明确: values of fields for a person's name that name nobody. */
export function nobodySpans(text: string, fields: readonly Field[], dictionary: Dictionary): Span[] {
  return fields.flatMap(({ kind, start, end }) => {
    const whole = dictionary.collectives.at(text, start);
    const isNobody = person.has(kind) && end > start && whole !== null && whole.end === end;
    return isNobody ? [{ start, end }] : [];
  });
}

/** 现将反映金国梁有关问题的来信转去: between these words stands whom the paper is about, whatever it looks like. */
const reported =
  /(?:反映|举报|检举)([\u3400-\u9fff]{2,4}?)(?:同志)?(?:等人)?(?:的)?(?:有关|相关|涉嫌[^，。\n]{2,20}的?)问题/g;

/** Names that stand where only the name of whom a paper reports can stand. */
export function reportedSpans(text: string, dictionary: Dictionary): Span[] {
  return [...text.matchAll(reported)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].indexOf(name);
    const compound = dictionary.compoundSurnames.has(name.slice(0, 2));
    const fits = compound || (name.length <= 3 && dictionary.surnames.has(name.charAt(0)));
    return fits && isName(name, false, dictionary) ? [{ start, end: start + name.length }] : [];
  });
}

/** 3、某某支行副行长 时运来；（二）某某站站长 介子推: a numbered line of unit and post with a name behind a space. */
const numbered =
  /^[ \t\u3000]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])\s?([^\s，。；：:、]{4,30})[ \t\u3000]+([\u3400-\u9fff]{2,4})(?=[（(][男女]|[；;，,。、]?[ \t\u3000]*$)/gm;

/** Names of those whom a list in a letter tells of by unit and post, one a line, whatever they look like. */
export function listedSpans(text: string, dictionary: Dictionary): Span[] {
  return [...text.matchAll(numbered)].flatMap(({ 0: line, 1: held = '', 2: name = '', index }) => {
    const start = index + line.length - name.length;
    const isOfficer = dictionary.posts.before(held, held.length)?.tag === 'public';
    return isOfficer && isName(name, true, dictionary) ? [{ start, end: start + name.length }] : [];
  });
}

function isName(name: string, alone: boolean, dictionary: Dictionary): boolean {
  if (name.includes('·') || name.includes('•')) return true;
  if (noPerson.test(name) || dictionary.collectives.at(name, 0) !== null) return false;
  if (dictionary.posts.before(name, name.length) !== null) return false;
  if (dictionary.bodies.before(name, name.length) !== null) return false;
  const everyday = dictionary.notNames.at(name, 0);
  const compound = dictionary.compoundSurnames.has(name.slice(0, 2));
  const surname = compound || dictionary.surnames.has(name.charAt(0));
  if (everyday !== null && !(alone && surname && everyday.end === name.length && name.length === 2))
    return false;
  return surname ? name.length <= 4 : alone && name.length <= 3;
}
