import type { Span } from '../../../domain/index.js';
import type { Dictionary } from '../names/index.js';
import type { Field } from './fields.js';

const person = new Set(['accused', 'informant', 'clerk', 'handler', 'witness']);

/** Values of fields for a person's name that are a name by form: two to four Han characters with a surname. */
export function nameSpans(text: string, fields: readonly Field[], dictionary: Dictionary): Span[] {
  const spans: Span[] = [];
  for (const field of fields) {
    if (!person.has(field.kind)) continue;
    const match = /^([\u3400-\u9fff·]{2,4})(?=$|[\s,，;；(（\t、])/.exec(text.slice(field.start, field.end));
    const name = match?.[1];
    if (name === undefined || dictionary.notNames.at(name, 0) !== null) continue;
    if (dictionary.posts.before(name, name.length) !== null || dictionary.collectives.at(name, 0) !== null)
      continue;
    if (dictionary.bodies.before(name, name.length) !== null || /^(?:匿名|不详|保密|未知|某)/.test(name))
      continue;
    const known =
      dictionary.surnames.has(name.charAt(0)) || dictionary.compoundSurnames.has(name.slice(0, 2));
    if (known) spans.push({ start: field.start, end: field.start + name.length });
  }
  return spans;
}
