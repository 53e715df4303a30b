import type { Mention } from '../../../../domain/index.js';
import { isHan } from '../../../one-of.js';
import { endingAt } from '../mention-at.js';
import type { NameContext } from './context.js';

/** Why hardly anything but a name can stand at a place, surname or none. */
export type Slot =
  | 'behind-post'
  | 'behind-held-post'
  | 'behind-titled-post'
  | 'behind-calling'
  | 'named'
  | 'before-post'
  | 'before-unit'
  | 'before-being'
  | 'behind-relative'
  | 'behind-role'
  | 'of-unit'
  | 'in-row';

/** 大名叫岳长风: what follows is a name, whatever it looks like; 把我叫过去 names nobody. */
const naming =
  /(?<![把将])(?:大名|真名|全名|本名|名字|我|他|她|俺|人|的|个|[长师工任员记]|司机|老板|[夫妻子女弟妹哥姐])(?:就)?(?:名?叫|叫做|叫个|叫作|名叫)(?:做|个)?|名字(?:就)?是|[，,（(]名?叫做?/g;

/** 审核人|成立、批准人|骆建平, 经办：|祭典: who did something in the matter. */
const doing =
  /(?:审核|批准|审批|经办|承办|签字|签发|签名|验收|填报|填表|报送|负责|联系|复核|记录|校对|编辑|移交|接收|保管|领款|收款|付款|汇款|证明|见证|知情|证|当事|代理|借款|担保|投标|承租|出租|举报|反映|控告|检举)(?:人员?|者)[：:]?|(?:经办|审核|复核|校对|编辑|记录|制表|填表|户名|法人|对象)[：:]/g;

/** Places where somebody is named, by where the name would begin. */
export function findSlots(context: NameContext): Map<number, Slot> {
  const { text, dictionary, posts, organisations } = context;
  const slots = new Map<number, Slot>();
  for (let at = 1; at < text.length; at++)
    if (dictionary.relatives.before(text, at) !== null) slots.set(at, 'behind-relative');
  for (const match of text.matchAll(doing)) slots.set(match.index + match[0].length, 'behind-role');
  for (const unit of organisations) {
    if (text.charAt(unit.end) === '的') slots.set(unit.end + 1, 'of-unit');
    const start = standsAlone(text, unit);
    if (start !== null) slots.set(start, 'before-unit');
    const being = beforeBeing.exec(text.slice(Math.max(0, unit.start - 6), unit.start))?.[1];
    if (being !== undefined) slots.set(unit.start - 1 - being.length, 'before-being');
  }
  for (const post of posts) {
    const start = standsAlone(text, post);
    if (start !== null) slots.set(start, 'before-post');
    // 局长：王某 and 局长 王某 leave a gap.
    const behind = /^[ \u3000]/.test(text.charAt(post.end)) ? post.end + 1 : post.end;
    const held = isHeld(context, post)
      ? 'behind-held-post'
      : isTitle(context, post)
        ? 'behind-titled-post'
        : 'behind-post';
    slots.set(behind, dictionary.callings.has(post.text) ? 'behind-calling' : held);
  }
  for (const match of text.matchAll(naming)) slots.set(match.index + match[0].length, 'named');
  return slots;
}

/** 寸草心|是|县招商局…: a clause of a few characters before 是 and a unit. */
const beforeBeing = /(?:^|[\n，。；：:“])([\u3400-\u9fff]{2,4})[是系]$/;

/** 县住建局|站长, 党组书记、|主任, 该所的|所长: a post whose unit is told, or another of the same person's. */
function isHeld({ text, posts, organisations, dictionary }: NameContext, { start }: Mention): boolean {
  const tense = dictionary.tense.before(text, start)?.start ?? start;
  const at = /[的、兼]/.test(text.charAt(tense - 1)) ? tense - 1 : tense;
  return endingAt(organisations, at) !== undefined || endingAt(posts, at) !== undefined;
}

/** 屠|主任|要现的: a post that ends a name itself. */
function isTitle({ text, dictionary, map }: NameContext, { start }: Mention): boolean {
  const word = map.words[map.indexAt(start - 1)];
  return (
    dictionary.surnames.has(text.charAt(start - 1)) &&
    dictionary.nameCharacters.everyday[text.charCodeAt(start - 1)] === 0 &&
    (word === undefined || word.start >= start - 1 || !isHan(text, start - 2) || /^(?:nr|x)/.test(word.tag))
  );
}

/** Behind the post that somebody holds, or behind 名叫, hardly anything but his name stands. */
export const isFirm = (slot: Slot | undefined): boolean =>
  slot === 'behind-post' || slot === 'behind-held-post' || slot === 'named';

/** What begins behind a name and tells his unit or post. */
export type Telling = 'before-unit-told' | 'before-post-told' | 'before-being-told';

const lead =
  /([，,（(])?(?:(?:[他她]|此人|这人|那时候?|以前|原来|现在|当时|如今|早就)*(?:就是|是|系|时任|现任|原任|担任|任|原|现))?$/;

/** Places where a name's unit or post is told next: |，县人防办…, |是县住建局…, |（审批科副科长）. */
export function findTellings({ text, posts, organisations }: NameContext): Map<number, Telling> {
  const tellings = new Map<number, Telling>();
  const note = (held: Mention, mark: Telling) => {
    const before = lead.exec(text.slice(Math.max(0, held.start - 10), held.start));
    if (before === null || before[0] === '') return;
    const at = held.start - before[0].length;
    if (before[1] !== undefined) tellings.set(at, mark);
    else if (/[是系任]/.test(before[0])) tellings.set(at, 'before-being-told');
  };
  for (const post of posts) {
    note(post, 'before-post-told');
    // |，审批科副科长，: the clause ends in a post, whatever its section is called.
    const clause = /[，,（(](?=[\u3400-\u9fff]{1,12}$)/.exec(
      text.slice(Math.max(0, post.start - 13), post.start),
    );
    if (clause !== null && /[，,。；;）)\n]/.test(text.charAt(post.end)))
      tellings.set(Math.max(0, post.start - 13) + clause.index, 'before-post-told');
  }
  for (const unit of organisations) note(unit, 'before-unit-told');
  return tellings;
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
