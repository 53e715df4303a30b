import { sentencesOf } from './facts.js';
import type { FamilyMember } from './member.js';
import type { Alignment } from './readings.js';

const forwardCue =
  /转去|转来|转给你|转你[委局办县市区]|转办|转送|转交|交办|随函|现将[^。]{1,60}(?:转|移送|送)|阅处|报送办理结果|移送[^。]{0,12}(?:处理|办理)/;

/** Fewer letters and digits than this before the letter are no cover note. */
const shortestCover = 30;

/** The letter's own sentences in `member` where it is a cover note with that letter, or is the letter; else null. */
export function coverOf(member: FamilyMember, other: FamilyMember, { a, b, to }: Alignment): string[] | null {
  const places = [...to.keys()].filter((i) => inRun(to, i));
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  const head = member.text.slice(0, a.at[first]);
  const otherHead = other.text.slice(0, b.at[to[first]!]);
  const isCover = (text: string, length: number) => length >= shortestCover && forwardCue.test(text);
  if (isCover(head, first)) return sentenceTexts(member, a.at[first]!, a.at[last]! + 1);
  return isCover(otherHead, to[first]!) ? sentenceTexts(member, 0, member.text.length) : null;
}

/** Single aligned units far from others are chance; five in a row are the letter. */
function inRun(to: Int32Array, i: number): boolean {
  for (let k = 0; k < 5; k++) if (to[i]! < 0 || to[i + k] !== to[i]! + k) return false;
  return true;
}

function sentenceTexts(member: FamilyMember, from: number, to: number): string[] {
  return sentencesOf(member.text, member.recognised)
    .filter((s) => s.end > from && s.start < to)
    .map((s) =>
      member.text
        .slice(s.start, s.end)
        .replace(/\s*\n\s*/g, '')
        .trim(),
    );
}
