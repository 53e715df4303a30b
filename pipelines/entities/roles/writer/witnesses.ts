import type { Accused, Span } from '../../../../domain/index.js';
import { firstFrom } from '../../names/index.js';
import type { Reading } from '../reading.js';

const sentence = /[^。！!？?\n]+[。！!？?\n]?/g;
const clause = /[^，,；;]+[，,；;]?/g;
const witness = /作证|证人|见证|证明|知情人|(?:知道|了解|清楚)[^，,。；\n]{0,6}(?:经过|内情|真相)/;
/** 请对她保密, 不要写他名字, 怕他被报复. */
const protection =
  /保密|保护好?(?:他|她|其|证人|知情人)|(?:不要|不能|别|请勿|勿)[^，,。；\n]{0,6}(?:公开|透露|泄露|写|提|说)[^，,。；\n]{0,6}(?:名|姓|身份|他|她)|[怕担心恐][^，,。；\n]{0,8}(?:报复|打击|穿小鞋)/;

/**
 * Witnesses whom the writer asks to be protected, with their numbers, where it is asked in the same sentence or the next
 * one: whoever is named in the clause that tells of a witness, or where that names nobody in the one before. Nobody
 * accused.
 */
export function protectedWitnesses({ text, names, values }: Reading, accused: readonly Accused[]): Span[] {
  const charged = new Set(accused.flatMap((a) => a.name ?? []));
  const told = [...text.matchAll(sentence)];
  return told.flatMap((match, n) => {
    if (!witness.test(match[0]) || !protection.test(match[0] + (told[n + 1]?.[0] ?? ''))) return [];
    const clauses = [...match[0].matchAll(clause)].map((c) => {
      const start = match.index + c.index;
      return { words: c[0], persons: within(names.persons, start, start + c[0].length) };
    });
    const persons = clauses.flatMap((c, i) =>
      !witness.test(c.words) ? [] : c.persons.length > 0 ? c.persons : (clauses[i - 1]?.persons ?? []),
    );
    return [
      ...persons.filter((p) => !charged.has(String(p.value)) && !charged.has(p.text)),
      ...within(values, match.index, match.index + match[0].length).filter((v) => v.type === 'phone'),
    ];
  });
}

function within<T extends Span>(spans: readonly T[], from: number, to: number): T[] {
  const found: T[] = [];
  for (let at = firstFrom(spans, from); (spans[at]?.end ?? Infinity) <= to; at++) found.push(spans[at]!);
  return found;
}
