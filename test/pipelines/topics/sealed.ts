import type { Accused, InformantField, Mention, Sealed } from '../../../domain/index.js';

const money =
  /[\d.,]{1,12}(?:余|多)?[万千百]?(?:余|多)?元|[一二三四五六七八九十百千两几]{1,8}(?:万|千|百)(?:多|余)?(?:元|块钱|块)?/g;
const day = /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g;

/** A sealed item as the stages before would give it, with sums, dates and the accused marked. */
export function sealedOf(text: string, accused: Accused[] = [], informant: InformantField[] = []): Sealed {
  const mentions: Mention[] = [];
  for (const { name } of accused)
    for (let at = name ? text.indexOf(name) : -1; name && at >= 0; at = text.indexOf(name, at + 1))
      mentions.push({
        type: 'person',
        text: name,
        value: name,
        confidence: 1,
        start: at,
        end: at + name.length,
      });
  for (const [type, pattern] of [
    ['money', money],
    ['date', day],
  ] as const)
    for (const m of text.matchAll(pattern))
      mentions.push({
        type,
        text: m[0],
        value: null,
        confidence: 1,
        start: m.index,
        end: m.index + m[0].length,
      });
  return {
    text,
    context: '',
    mentions,
    accused,
    signedOn: null,
    actedFrom: null,
    actedTo: null,
    amount: null,
    informant,
  };
}

export const accusedOf = (
  organisation: string | null,
  position: string | null,
  name: string | null,
): Accused => ({
  name,
  organisation,
  position,
  evidence: [],
});
