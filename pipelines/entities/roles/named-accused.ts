import { firstFrom } from '../names/index.js';
import type { Reading } from './reading.js';

/** 我要举报: words of the writer's own, with the unit and post that may stand between them and a name. */
const charging =
  /(?:(?:^|[\n。；！我们要想现特来向兹]|关于|(?<![）)])[，,]|本人|实名|联名|向[\u3400-\u9fff]{1,10})(?:举报|反映|控告|检举|揭发|投诉)(?!人|者|信|材料)|被(?:举报|反映|控告|检举)人?[:：]?)(?:我们?的?)?((?:(?![我俺]|本人)[\u3400-\u9fff]){0,20})$/;
/** 关于高远违规减免问题: a title that tells whom its matter is of. */
const titled = /(?:^|\n)[ \u3000]*关于((?:(?![我俺]|本人|群众|[举反检控][报映举告])[\u3400-\u9fff]){0,20})$/;
const ofMatter =
  /^(?:同志)?(?![^\n问]{0,24}(?:反映|举报|检举|控告|投诉|来信|来访|来电))[^\n。]{0,24}(?:问题|涉嫌|违纪|违法)/;
/** 反映李春华被打, 反映李春华的房子被拆: to whom it was done. */
const wronged = /^(?:同志)?(?:的[\u3400-\u9fff]{0,8})?[被遭]/;

/** Whom a field for the accused, a title or the writer's 举报 names: accused he stays, whatever else the paper says of him. */
export function namedAccused({ text, fields, names: { persons } }: Reading): ReadonlySet<string> {
  const named = new Set<string>();
  for (const field of fields)
    if (field.kind.startsWith('accused'))
      for (let n = firstFrom(persons, field.start); (persons[n]?.end ?? Infinity) <= field.end; n++)
        named.add(String(persons[n]!.value));
  for (const [n, { value, start, end }] of persons.entries()) {
    const [before, behind] = [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 48)];
    const told = charging.exec(before) ?? (ofMatter.test(behind) ? titled.exec(before) : null);
    // 举报高远强占李春华的房子: of two who are not listed side by side the first is charged.
    const last = persons[n - 1];
    const isSecond =
      told !== null &&
      last !== undefined &&
      last.end > start - told[1]!.length &&
      !/^[、和及与]/.test(text.slice(last.end, last.end + 1));
    if (told && !isSecond && !wronged.test(behind)) named.add(String(value));
  }
  return named;
}
