import type { Vocabulary } from './vocabulary.js';

/** What the values of one column of a table are, told by themselves; `other` where they are of no one kind. */
export type Shape =
  | 'empty'
  | 'serial'
  | 'date'
  | 'phone'
  | 'number'
  | 'outcome'
  | 'channel'
  | 'person'
  | 'text'
  | 'other';

/** Shapes of which a value tells nothing of who brings the matter. */
export const harmless: ReadonlySet<Shape> = new Set<Shape>([
  'empty',
  'serial',
  'date',
  'number',
  'outcome',
  'channel',
]);

/** Month and day, with a year or with 月: 3.5 is a sum. */
const day =
  /^(?:(?:(?:19|20)?\d{2}[年./-]\d{1,2}[月./-]\d{1,2}|\d{1,2}月\d{1,2})[日号]?|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:上午|下午)?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$/u;
/** With or without the district's number before it. */
const phone = /^(?:\+?86-?)?(?:1[3-9]\d-?\d{4}-?\d{4}|(?:0\d{2,3}-?)?[2-8]\d{6,7})$/u;
/** A sum or count; more figures are those of a person or an account. */
const number = /^[￥¥]?-?(?:\d{1,8}|\d{1,3}(?:[,，]\d{3})+)(?:\.\d+)?(?:元|千元|万元|万|亿元)?$/u;
const serial = /^[（(第]?(?:[A-Za-z]{0,4}-?\d{1,6}|[一二三四五六七八九十]{1,3})[)）.、号]?$/u;
/** 张三, 张三、李四, 张某某等3人; 匿名 and 不肯说 stand in the place of one. */
const person =
  /^(?:[\u3400-\u9fff·]{2,4}(?:[、和及,，/][\u3400-\u9fff·]{2,4}){0,4}(?:等(?:\d{1,3}|[一二三四五六七八九十多几]{1,3})?人)?|[\u3400-\u9fff]{1,2}[某ＸXx*×]{1,2})$/u;
/** A house or the like at the end. */
export const address = /(?:\d|[一二三四五六七八九十])(?:号|组|室|栋|幢|社|单元|楼)$/u;
/** Characters of a value that tells something, and is not only a name or a count. */
const telling = 8;
const tells = (v: string) => v.length >= telling && /\p{Script=Han}{4}/u.test(v) && !address.test(v);

/** Whether one value may stand in a column of the shape. */
export function isOfShape(value: string, shape: Shape, words: Vocabulary): boolean {
  switch (shape) {
    case 'empty':
      return value === '';
    case 'serial':
      return serial.test(value);
    case 'date':
      return day.test(value);
    case 'phone':
      return phone.test(value);
    case 'number':
      return number.test(value);
    case 'outcome':
      return words.isOutcome(value);
    case 'channel':
      return words.isChannel(value);
    case 'text':
      return tells(value) && (words.tellsWrong(value) || !(words.isOffice(value) || words.isOfficer(value)));
    case 'person':
      return person.test(value);
    case 'other':
      return true;
  }
}

/** In this order: a date may be a number, and the name of a way to come in that of a person. */
const shapes: readonly Shape[] = [
  'date',
  'phone',
  'serial',
  'number',
  'outcome',
  'channel',
  'text',
  'person',
  'other',
];

/** The shape that most of the values have. */
export function shapeOf(values: readonly string[], words: Vocabulary): Shape {
  const filled = values.filter((v) => v !== '');
  if (filled.length === 0) return 'empty';
  const isCounted = new Set(filled).size === filled.length && goesUp(filled);
  return shapes.find(
    (shape) =>
      (shape !== 'serial' || isCounted) &&
      filled.filter((v) => isOfShape(v, shape, words)).length * 3 >= filled.length * 2,
  )!;
}

/** 1, 2, 3: sums of a column hardly ever do. */
function goesUp(values: readonly string[]): boolean {
  const numbers = values.flatMap((v) => {
    const digits = /\d+/u.exec(v)?.[0];
    return digits === undefined ? [] : [Number(digits)];
  });
  return numbers.every((n, i) => i === 0 || (n > numbers[i - 1]! && n - numbers[i - 1]! <= 9));
}
