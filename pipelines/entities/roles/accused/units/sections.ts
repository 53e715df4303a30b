import type { Dictionary } from '../../../names/index.js';

/** The parts of a unit that a post is told with: 执法支队 of 执法支队支队长, none of 副主任. */
export function sectionsOf(position: string | null, dictionary: Dictionary): string[] {
  return (position ?? '').split(/[、，,]/).flatMap((post) => sectionOf(post, dictionary) ?? []);
}

/** The part of a unit that one post is told with; none of 党组书记 and 二级调研员. */
export function sectionOf(
  post: string,
  { posts, postPrefixes, postKinds, unitKinds }: Dictionary,
): string | null {
  if (postKinds.before(post, post.length)?.tag === 'party') return null;
  let end = posts.before(post, post.length)?.start ?? 0;
  for (let prefix = postPrefixes.before(post, end); prefix !== null; prefix = postPrefixes.before(post, end))
    end = prefix.start;
  const ending =
    unitKinds.before(post, end)?.start ?? (/[科股室部窗口]$/.test(post.slice(0, end)) ? end - 1 : 0);
  return ending > 0 ? post.slice(0, end) : null;
}
