import type { Span } from '../../../domain/index.js';
import type { Dictionary } from '../names/index.js';
import type { Field } from './fields.js';

const person = new Set(['accused', 'informant', 'clerk', 'handler', 'witness']);

/**
 * Values of fields for a person's name that are names by form: two to four Han characters with a surname, one or
 * several behind one another (窦振华、罗启航).
 */
export function nameSpans(text: string, fields: readonly Field[], dictionary: Dictionary): Span[] {
  const spans: Span[] = [];
  for (const field of fields) {
    if (!person.has(field.kind)) continue;
    for (let at = field.start; at < field.end; ) {
      const match = /^([\u3400-\u9fff·]{2,4})(?=$|[\s,，;；(（\t、/])/.exec(
        text.slice(at, Math.min(at + 5, field.end)),
      );
      const name = match?.[1];
      if (name === undefined || !isName(name, dictionary)) break;
      spans.push({ start: at, end: at + name.length });
      const between = /^\s{0,2}[、,，;；/\s]\s{0,2}/.exec(
        text.slice(at + name.length, Math.min(at + name.length + 5, field.end)),
      );
      if (!between) break;
      at += name.length + between[0].length;
    }
  }
  return spans;
}

function isName(name: string, dictionary: Dictionary): boolean {
  if (dictionary.notNames.at(name, 0) !== null) return false;
  if (dictionary.posts.before(name, name.length) !== null || dictionary.collectives.at(name, 0) !== null)
    return false;
  if (dictionary.bodies.before(name, name.length) !== null || /^(?:匿名|不详|保密|未知|某)/.test(name))
    return false;
  return dictionary.surnames.has(name.charAt(0)) || dictionary.compoundSurnames.has(name.slice(0, 2));
}
