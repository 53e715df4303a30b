import type { InformantField, Span } from '../../../../domain/index.js';
import { family } from '../../../family-words.js';
import { endingAt, startingAt } from '../../names/index.js';
import { isEveryday } from '../everyday.js';
import type { Found, Reading } from '../reading.js';
import { beginsWithSurname, canBeName, nameAt } from '../writer/index.js';

/** Whom a form asks for to reach the writer by. */
const relation = `(?:${family}|家属|亲属|亲友|邻居|(?:紧急|备用|第二|其他)联系人|陪同人员?|陪访人)`;
/** 配偶某某, 紧急联系人：某某: who else may be asked. */
const beside = new RegExp(
  `${relation}(?:姓名|名字|电话)?(?:名?叫|是|为|[:：\\t \\u3000（(]){0,2}(?=[\\u3400-\\u9fff])`,
  'g',
);
/** 我表姐…。表姐叫某某: whom the writer has called his is named later. */
const namedLater = new RegExp(
  `(?<=[，,。；;！\\n])((?:大|小|二|三|四|亲|前|老|堂|表|养|继|干)?(?:${family}|姐|哥|弟|妹|姨|姑|舅|叔))(?:名叫|叫|姓名是|的名字[叫是])(?=[\\u3400-\\u9fff]{2,4}[，,。；;！\\n])`,
  'g',
);
/** Characters in which the writer has called somebody his before. */
const longestBack = 2000;
const worksAt = /^[，,](?:现|现在|一直|目前)?在([\u3400-\u9fff\d]{2,16}?)(?:上班|工作|教书|当|做|任)/;
/** 我是某校三（2）班学生某某的妈妈: of whom the writer is a parent. */
const childOf =
  /(?<![\u3400-\u9fff])(?:我们?|本人|俺)(?:就|也)?[是系]([^，,。；;\n我俺他她你]{2,30}?)的(?:妈妈?|爸爸?|母亲|父亲|爹|娘|爷爷|奶奶|外公|外婆|家长|监护人)(?=[，,。；;！\n]|$)/g;
const otherSide = /^(?:accused|business|clerk|handler|witness|aside)/;

/** The family and others whom the writer or a clerk names to reach him by, in a form's note or cell or his own words. */
export function readKin(
  reading: Reading,
  informant: readonly InformantField[],
  accused: readonly string[],
): Found[] {
  const { text, fields, values } = reading;
  const form = fields.some((f) => f.kind === 'informant');
  const found: Found[] = [];
  for (const match of text.matchAll(beside)) {
    const at = match.index + match[0].length;
    const name = nameAt(reading, at, true);
    if (name === null || name.end - name.start > 4 || beginsWithSurname(text, name.start, reading) === 0)
      continue;
    const isKnown = startingAt(reading.names.persons, name.start) !== undefined;
    // 我家孩子符合条件: what he does, and not what he is called.
    if (!isKnown && (isEveryday(reading.map, name.start) || /^[有是在都]/.test(text.slice(name.start))))
      continue;
    const from = Math.max(...[...'。；\n'].map((mark) => text.lastIndexOf(mark, match.index - 1))) + 1;
    const clause = text.slice(from, match.index);
    if (/被(?:举报|反映|控告|检举)|他的|她的/.test(clause) || accused.some((a) => clause.includes(a)))
      continue;
    const own = /(?:我|俺|额|本人|我屋头)(?:家|们)?的?$/.test(clause);
    const byRole = /(?<!被)(?:[来信]访|来[信电]|举报|反映)人[^，,。；]{0,10}$/.test(clause);
    const field = fields.findLast((f) => f.labelStart <= match.index);
    const noted =
      form && field !== undefined && !otherSide.test(field.kind) && isNote(field.label, field, match.index);
    const reached =
      form &&
      /(?:联系|回复|可打|打|找)(?:其|我|俺)?的?$/.test(clause) &&
      /^[^。；\n]{0,10}\d{7}/.test(text.slice(name.end, name.end + 20));
    const apart = match[0].includes('联系人') || /姓名|[:：\t]/.test(match[0]);
    if (!own && !byRole && !noted && !reached && !(apart && form && !(field && otherSide.test(field.kind))))
      continue;
    if (informant.some((f) => f.kind === 'name' && f.value === text.slice(name.start, name.end))) continue;
    found.push({ kind: 'other', span: { start: name.start, end: name.end } });
    for (const value of values)
      if (
        value.type === 'phone' &&
        value.start >= name.end &&
        value.start - name.end <= 16 &&
        !/[。；\n]/.test(text.slice(name.end, value.start))
      )
        found.push({ kind: 'phone', span: { start: value.start, end: value.end } });
  }
  return found;
}

/** Whom the writer calls his kin elsewhere, with where he works, and the child whose parent he says to be. */
export function readOwnKin(reading: Reading, charged: readonly string[]): Found[] {
  const { text, names } = reading;
  // Whom nothing but this names is accused of nothing.
  const accused = charged.filter((name) => text.indexOf(name) !== text.lastIndexOf(name));
  const found: Found[] = [];
  for (const match of text.matchAll(namedLater)) {
    const called = new RegExp(`(?:我|俺|本人|咱)(?:家|们)?的?${match[1]!}`);
    if (!called.test(text.slice(Math.max(0, match.index - longestBack), match.index))) continue;
    const name = nameAt(reading, match.index + match[0].length, true);
    if (name === null || accused.includes(text.slice(name.start, name.end))) continue;
    found.push({ kind: 'other', span: name });
    const unit = worksAt.exec(text.slice(name.end, name.end + 30));
    if (unit !== null) {
      const start = name.end + unit[0].indexOf(unit[1]!);
      found.push({ kind: 'organisation', span: { start, end: start + unit[1]!.length } });
    }
  }
  for (const match of text.matchAll(childOf)) {
    const words = match[1]!;
    const start = match.index + match[0].indexOf(words);
    // 六年级几个班的家长: one of many.
    if (accused.some((name) => words.includes(name)) || /[几各]个?班|部分|全体/.test(words)) continue;
    const end = start + words.length;
    const child = endingAt(names.persons, end);
    const name = child ?? nameAtEnd(reading, start, end);
    if (name !== null) found.push({ kind: 'other', span: { start: name.start, end } });
    if (name === null ? /班/.test(words) : name.start - start >= 2)
      found.push({ kind: 'organisation', span: { start, end: name?.start ?? end } });
  }
  return found;
}

/** 学生|羿子轩: behind what the child is a name ends the words. */
function nameAtEnd(reading: Reading, start: number, end: number): Span | null {
  for (const size of [3, 2, 4]) {
    const at = end - size;
    const before = reading.text.slice(start, at);
    if (at < start || !(before === '' || /(?:学生|同学|[班级生童])$/.test(before))) continue;
    if (
      beginsWithSurname(reading.text, at, reading) > 0 &&
      canBeName(reading.text.slice(at, end), reading.dictionary)
    )
      return { start: at, end };
  }
  return null;
}

/** A note at the end of a form, or what stands by the number of the writer. */
function isNote(
  label: string,
  field: { start: number; end: number; labelStart: number },
  at: number,
): boolean {
  return /备注|说明|附注|联系|电话|其他|家属|配偶/.test(label) && field.labelStart <= at && at <= field.end;
}
