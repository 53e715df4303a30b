import {
  type Dictionary,
  firstFrom,
  type Names,
  type PersonMention,
  type PositionMention,
} from '../../names/index.js';
import { type Holding, holdingAfter, startOfAnother } from './holders.js';

/** …那个柴广运？此人身为副主任: the post stands in the next clause. */
export function laterPost(
  text: string,
  mentions: readonly PersonMention[],
  names: Names,
): PositionMention | null {
  for (const mention of mentions) {
    const after = text.slice(mention.end, mention.end + 40).split('\n')[0] ?? '';
    const said =
      /(?:此人|该人|该同志|其人|这个人|其|他|她)(?:如今|现在|目前|眼下|当时|就)?(?:身为|作为|担任|现任|时任|任|系|是)/.exec(
        after,
      );
    if (said === null) continue;
    const at = mention.end + said.index + said[0].length;
    const post = names.positions[firstFrom(names.positions, at)];
    if (post === undefined || post.start - at > 12 || post.kind !== 'public') continue;
    const other = names.persons[firstFrom(names.persons, mention.end)];
    // 他是科长|某某的姑父: the post is another's.
    if (other !== undefined && other.start <= post.end && other.value !== mention.value) continue;
    if (other === undefined || other.end > post.end) return post;
  }
  return null;
}

/** 验收的某某…这个人在县人防办当工程股股长: unit and post told of a pronoun that still means the person. */
export function laterHolding(
  text: string,
  mentions: readonly PersonMention[],
  names: Names,
  dictionary: Dictionary,
): Holding | null {
  for (const mention of mentions) {
    const stretch = text.slice(mention.end, mention.end + 200);
    const spoken =
      /(?:此人|该人|该同志|这个人|他|她)(?=(?:如今|现在|目前|眼下|当时|就|一直)?(?:身为|作为|担任|现任|时任|任|系|是|在))/g;
    for (const match of stretch.matchAll(spoken)) {
      const end = mention.end + match.index + match[0].length;
      const other = startOfAnother(names.persons, mention);
      if (other !== null && other < end) break;
      const holding = holdingAfter(text, { ...mention, end }, names, dictionary);
      if (holding.positions.some((p) => p.kind === 'public')) return holding;
    }
  }
  return null;
}

/** What is told of the person behind his name, as 此人 or 他. */
export function laterHoldings(
  text: string,
  mentions: readonly PersonMention[],
  names: Names,
  dictionary: Dictionary,
): Holding[] {
  const holding = laterHolding(text, mentions, names, dictionary);
  const post = laterPost(text, mentions, names);
  return [
    ...(holding === null ? [] : [holding]),
    ...(post === null ? [] : [{ organisation: null, position: post.text, positions: [post] }]),
  ];
}
