import type { InformantField } from '../../../../domain/index.js';
import { family } from '../../../family-words.js';
import type { Found, Reading } from '../reading.js';
import { beginsWithSurname, nameAt } from '../writer/index.js';

/** Whom a form asks for to reach the writer by. */
const relation = `(?:${family}|家属|亲属|亲友|邻居|(?:紧急|备用|第二|其他)联系人|陪同人员?|陪访人)`;
/** 配偶某某, 紧急联系人：某某: who else may be asked. */
const beside = new RegExp(
  `${relation}(?:姓名|名字|电话)?(?:名?叫|是|为|[:：\\t \\u3000（(]){0,2}(?=[\\u3400-\\u9fff])`,
  'g',
);
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

/** A note at the end of a form, or what stands by the number of the writer. */
function isNote(
  label: string,
  field: { start: number; end: number; labelStart: number },
  at: number,
): boolean {
  return /备注|说明|附注|联系|电话|其他|家属|配偶/.test(label) && field.labelStart <= at && at <= field.end;
}
