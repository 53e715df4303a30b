import { firstFrom } from '../names/index.js';
import type { Reading } from './informant.js';

/** 我要举报, 关于: words of the writer's own, with what may stand between them and a name. */
const charging =
  /(?:(?:^|[\n。；！我们要想现特来向兹]|(?<![）)])[，,]|本人|实名|联名|向[\u3400-\u9fff]{1,10})(?:举报|反映|控告|检举|揭发|投诉)(?!人|者|信|材料)|(?:^|\n)[ \u3000]*关于|被(?:举报|反映|控告|检举)人?[:：]?)[\u3400-\u9fff]{0,20}$/;
/** 反映李春华被打, 反映李春华的房子被拆: to whom it was done. */
const wronged = /^(?:同志)?(?:的[\u3400-\u9fff]{0,8})?[被遭]/;

/** Whom a field for the accused, a title or the writer's 举报 names: accused he stays, whatever else the paper says of him. */
export function namedAccused({ text, fields, names: { persons } }: Reading): ReadonlySet<string> {
  const named = new Set<string>();
  for (const field of fields)
    if (field.kind.startsWith('accused'))
      for (let n = firstFrom(persons, field.start); (persons[n]?.end ?? Infinity) <= field.end; n++)
        named.add(String(persons[n]!.value));
  for (const { value, start, end } of persons)
    if (charging.test(text.slice(Math.max(0, start - 32), start)) && !wronged.test(text.slice(end, end + 12)))
      named.add(String(value));
  return named;
}
