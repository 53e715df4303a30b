import type { Accused, Span } from '../../../../domain/index.js';
import { firstFrom } from '../../names/index.js';
import type { Reading } from '../reading.js';

const sentence = /[^。！!？?\n]+[。！!？?\n]?/g;
const witness = /作证|证人|见证|证明|知情人/;
/** 请对她保密, 不要写他名字, 怕他被报复. */
const protection =
  /保密|(?:不要|不能|别|请勿|勿)[^，,。；\n]{0,6}(?:公开|透露|泄露|写|提|说)[^，,。；\n]{0,6}(?:名|姓|身份|他|她)|[怕担心恐][^，,。；\n]{0,8}(?:报复|打击|穿小鞋)/;

/** Witnesses whom the writer asks to be protected, with their numbers: in one sentence, or the next one, with the asking. Nobody accused. */
export function protectedWitnesses({ text, names, values }: Reading, accused: readonly Accused[]): Span[] {
  const charged = new Set(accused.flatMap((a) => a.name ?? []));
  const told = [...text.matchAll(sentence)];
  return told.flatMap((match, n) => {
    if (!witness.test(match[0]) || !protection.test(match[0] + (told[n + 1]?.[0] ?? ''))) return [];
    const within = <T extends Span>(spans: readonly T[]): T[] => {
      const found: T[] = [];
      for (
        let at = firstFrom(spans, match.index);
        (spans[at]?.end ?? Infinity) <= match.index + match[0].length;
        at++
      )
        found.push(spans[at]!);
      return found;
    };
    return [
      ...within(names.persons).filter((p) => !charged.has(String(p.value)) && !charged.has(p.text)),
      ...within(values).filter((value) => value.type === 'phone'),
    ];
  });
}
