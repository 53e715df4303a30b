import type { Mention } from '../../../../domain/index.js';
import type { NameContext } from './context.js';

/** Why hardly anything but a name can stand at a place, surname or none. */
export type Slot =
  | 'behind-post'
  | 'behind-calling'
  | 'named'
  | 'before-post'
  | 'before-unit'
  | 'behind-relative'
  | 'of-unit'
  | 'in-row';

/** 大名叫岳长风: what follows is a name, whatever it looks like. */
const naming =
  /(?:大名|真名|全名|本名|名字|我|他|她|俺|人|的|个|[长师工任员记]|司机|老板|[夫妻子女弟妹哥姐])(?:就)?(?:名?叫|叫做|叫个|叫作|名叫)(?:做|个)?|[，,（(]名?叫做?/g;

/** Places where somebody is named, by where the name would begin. */
export function findSlots({ text, dictionary, posts, organisations }: NameContext): Map<number, Slot> {
  const slots = new Map<number, Slot>();
  for (let at = 1; at < text.length; at++)
    if (dictionary.relatives.before(text, at) !== null) slots.set(at, 'behind-relative');
  for (const unit of organisations) {
    if (text.charAt(unit.end) === '的') slots.set(unit.end + 1, 'of-unit');
    const start = standsAlone(text, unit);
    if (start !== null) slots.set(start, 'before-unit');
  }
  for (const post of posts) {
    const start = standsAlone(text, post);
    if (start !== null) slots.set(start, 'before-post');
    // 局长：王某 and 局长 王某 leave a gap.
    const behind = /^[ \u3000]/.test(text.charAt(post.end)) ? post.end + 1 : post.end;
    slots.set(behind, dictionary.callings.has(post.text) ? 'behind-calling' : 'behind-post');
  }
  for (const match of text.matchAll(naming)) slots.set(match.index + match[0].length, 'named');
  return slots;
}

/** 钟灵，董事长，…: where the words begin that stand alone before a mark and a post or unit. */
function standsAlone(text: string, held: Mention): number | null {
  const before = text.slice(Math.max(0, held.start - 12), held.start);
  const match =
    /(?:^|[\n。；：:“\s、）)])([\u3400-\u9fff]{2,4})(?:[，,（(]|，(?:男|女)，|，?(?:系|现任|时任|原任|原))$/.exec(
      before,
    );
  return match?.[1] === undefined
    ? null
    : held.start - before.length + match.index + match[0].indexOf(match[1]);
}
