import type { Span } from '../../../../domain/index.js';
import { endingAt, touches } from '../../names/index.js';
import type { Found, Reading } from '../reading.js';
import { callingEnd } from './introductions.js';
import { beginsWithSurname } from './name-at.js';

const piece = /[^，,、；;。（）()“”\s]+/g;
/** 自称姓阮, 说是县水务公司职工: the office notes what it was told. */
const claim = /^(?:[自据只仅声]?[称述说])?(?:自己|其|本人)?[是系为在]?/;
const family = /^(?:免贵|复)?姓([\u3400-\u9fff]{1,2})$/;
/** What names no unit before a calling: 退休|教师, 多名|群众, 本村|村民. */
const standing =
  /^(?:[本该我某]|多|数|几|部分|广大|全体|众多?|一|[\d两三四五六七八九十]+|匿名)?[名个位些批]?(?:普通|退休|离休|下岗|内退|在职|临时|正式|老|原|前)?的?/;
/** 县水泥厂|退休|职工 */
const between = /(?:普通|退休|离休|下岗|内退|在职|临时|正式|老|一?[名个位])?的?$/;

/**
 * What a field of who came says of him beside a name: his unit before what he is there (县职高教师 耿精忠), however short
 * it is written; and where he gives no name the family and all that he says to be.
 */
export function toldInField(reading: Reading, field: Span, isWithheld: boolean): Found[] {
  const { text, names } = reading;
  return [...text.slice(field.start, field.end).matchAll(piece)].flatMap((match): Found[] => {
    const lead = claim.exec(match[0])?.[0].length ?? 0;
    const start = field.start + match.index + lead;
    const whole = field.start + match.index + match[0].length;
    const end = endingAt(names.persons, whole)?.start ?? whole;
    const words = text.slice(start, Math.max(start, end));
    const surname = family.exec(words)?.[1];
    if (surname !== undefined)
      return isWithheld && beginsWithSurname(surname, 0, reading) > 0
        ? [{ kind: 'name', span: { start: end - surname.length, end } }]
        : [];
    const calling = callingEnd.exec(words);
    const unit = words.slice(0, calling?.index).replace(standing, '').replace(between, '');
    if (calling === null || unit.length < 2) return [];
    if (isWithheld) return [{ kind: 'organisation', span: { start, end } }];
    const at = start + words.indexOf(unit);
    return touches(names.organisations, start, end)
      ? []
      : [{ kind: 'organisation', span: { start: at, end: at + unit.length } }];
  });
}
