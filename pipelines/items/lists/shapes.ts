/** What all values of one column of a table are, told by themselves; `other` where they are of no one kind. */
export type Shape =
  | 'empty'
  | 'serial'
  | 'date'
  | 'phone'
  | 'number'
  | 'person'
  /** With unit and post before the name. */
  | 'holder'
  | 'post'
  | 'text'
  | 'outcome'
  | 'other';

const day =
  /^(?:\d{2,4}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?(?:上午|下午)?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?$|^\d{8}$/u;
const phone = /^(?:\+?86-?)?(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|1[3-9]\d-\d{4}-\d{4})$/u;
const number = /^[￥¥]?-?\d[\d,，]*(?:\.\d+)?(?:元|千元|万元|万|亿元)?$/u;
const serial = /^[（(第]?(?:[A-Za-z]{0,4}-?\d{1,6}|[一二三四五六七八九十]{1,3})[)）.、号]?$/u;
const post =
  /(?:长|主任|[村居]委会|协会|书记|会计|出纳|主席|委员|经理|董事|干部|站员|科员|队员|教师|老师|医生|民警|助理|专干|文书|局|办|所|站|院|校|中心|公司|委|厅|科|政府|村|组|镇|乡|县|区|市|街道|社区|厂)$/u;
/** 县民防局局长王某某: hardly anybody who brings a matter is told so. */
const holder =
  /^[\u3400-\u9fff]{2,20}(?:[局处科股所站院校厂镇乡县市区村部队]长|主任|书记|会计|出纳|主席|委员|经理|董事长|科员|干事|文书)[，,、：:（(]?[\u3400-\u9fff·]{2,4}[)）]?$/u;
/** 张三, 张三、李四, 张某某等3人, Zhang San; 匿名 and 不肯说 stand in the place of one. */
const person =
  /^(?:[\u3400-\u9fff·]{2,4}(?:[、和及,，/][\u3400-\u9fff·]{2,4}){0,4}(?:等(?:\d{1,3}|[一二三四五六七八九十多几]{1,3})?人)?|[\u3400-\u9fff]{1,2}[某ＸXx*×]{1,2})$/u;
const outcome = /^(?:已|未|在|待|正|转|办|退|不予|存)[\u3400-\u9fff]{0,10}$/u;
const address = /(?:\d|[一二三四五六七八九十])(?:号|组|室|栋|社|单元|楼)$/u;
/** Characters of a value that tells something, and is not only a name or a count. */
const telling = 8;
const tells = (v: string) => v.length >= telling && /\p{Script=Han}{4}/u.test(v) && !address.test(v);

/** The shape that most of the values have; in a column of names or counts nearly each row is another. */
export function shapeOf(values: readonly string[]): Shape {
  const filled = values.filter((v) => v !== '');
  if (filled.length === 0) return 'empty';
  const most = (is: (value: string) => boolean) => filled.filter(is).length * 3 >= filled.length * 2;
  const varied = new Set(filled).size * 2 > filled.length;
  if (most((v) => phone.test(v))) return 'phone';
  if (most((v) => day.test(v))) return 'date';
  if (most((v) => serial.test(v)) && new Set(filled).size === filled.length && goesUp(filled))
    return 'serial';
  if (most((v) => number.test(v))) return 'number';
  if (most((v) => outcome.test(v))) return 'outcome';
  if (most((v) => holder.test(v))) return 'holder';
  if (most((v) => post.test(v) && v.length <= 20 && !/[，。；,;]/u.test(v))) return 'post';
  if (most(tells)) return 'text';
  if (varied && most((v) => person.test(v))) return 'person';
  return 'other';
}

/** 1, 2, 3: sums of a column hardly ever do. */
function goesUp(values: readonly string[]): boolean {
  const numbers = values.flatMap((v) => {
    const digits = /\d+/u.exec(v)?.[0];
    return digits === undefined ? [] : [Number(digits)];
  });
  return numbers.every((n, i) => i === 0 || (n > numbers[i - 1]! && n - numbers[i - 1]! <= 9));
}
