import type { Mention } from '../../../../../domain/index.js';
import type { PositionMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { holdingBefore } from '../holders.js';

/** Posts that are told of in one breath (党组书记、主任), with the unit before them. */
export interface PostRun {
  /** As the register has it. */
  post: string;
  positions: readonly PositionMention[];
  start: number;
  end: number;
  organisation: Mention | null;
}

/** More posts than this are in no paper about somebody; they cost time. */
const mostPosts = 300;

/** Every run of posts of the paper, in the order of the text. */
export function postRuns({ text, names, dictionary }: Reading): PostRun[] {
  const runs: PostRun[] = [];
  for (const last of names.positions.slice(0, mostPosts).reverse()) {
    if ((runs.at(-1)?.start ?? text.length) <= last.start) continue;
    const { position, positions, organisation } = holdingBefore(text, last.end, names, dictionary);
    const [first] = positions;
    if (position === null || first === undefined) continue;
    runs.push({ post: position, positions, start: first.start, end: last.end, organisation });
  }
  return runs.reverse();
}
