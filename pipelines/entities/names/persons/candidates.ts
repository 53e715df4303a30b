import { isHan, oneOf } from '../../../one-of.js';
import { surnameRanks, unseen } from '../name-characters.js';
import { compositeAt, foreignNames, isDot } from './composites.js';
import type { Candidate, Kind, NameContext } from './context.js';
import { partialsAt } from './forms.js';
import { isFirm, type Slot, type Telling } from './slots.js';

/** Characters that end every thought of a name. */
const isNever = oneOf('的了们吗呢吧着过我你他她它这那哪怎谁么某姓');
/** No family is called so: 股长|一人, 副局长|姓余. */
const beginsNone = oneOf('姓第一二三四五六七八九十两几各每本此等');
const joins = oneOf('、和与及');
/** 雷雨各|收受好处费: what each of a row does. */
const isShared = oneOf('收得分拿送领报受占出给打交贪挪索虚骗行有自');

/** Every stretch that may be a name, cheap to rule out; the same stretch only once. */
export function findCandidates(
  context: NameContext,
  slots: Map<number, Slot>,
  tellings: ReadonlyMap<number, Telling>,
): Candidate[] {
  const { text, dictionary, map } = context;
  const { surname: ranks, everyday } = dictionary.nameCharacters;
  const found: Candidate[] = [];
  const taken = new Uint8Array(text.length + 1);
  for (const mention of context.taken) taken.fill(1, mention.start, mention.end);
  const isFree = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (taken[at] === 1) return false;
    return to <= text.length;
  };
  const isUsual = (at: number) => {
    const grade = dictionary.nameCharacters.grade[text.charCodeAt(at)]!;
    return grade === unseen || grade > -4;
  };
  // 高远|强占了, not 高远强|占了.
  const beginsMisdeed = (at: number) =>
    !dictionary.namesInMisdeeds.has(text.charAt(at)) && (dictionary.misdeeds.at(text, at)?.end ?? 0) > at + 1;
  const known = new Set<number>();
  const add = (start: number, end: number, surname: string, kind: Kind) => {
    const stretch = stretchOf(start, end);
    if (known.has(stretch) || !isFree(start, end) || explains(text, start, end)) return;
    known.add(stretch);
    found.push({ start, end, surname, form: 'full', kind, score: 0 });
  };
  for (let at = 0; at < text.length; at++) {
    if (taken[at] === 1) continue;
    const unit = text.charCodeAt(at);
    const composite = compositeAt(text, at, dictionary, map);
    if (composite !== null && isFree(composite.start, composite.end)) {
      known.add(stretchOf(composite.start, composite.end));
      found.push(composite);
      // 村支书|吉克|五牛, 主任|海来|尔且: a clan's name, and one that no list has.
      if (composite.end === at + 2 && isFirm(slots.get(at)) && mayGoOn(text, composite.end))
        add(at, composite.end + 2, composite.surname, 'parts');
    }
    const compound = dictionary.compoundSurnames.has(text.slice(at, at + 2));
    const rank = ranks[unit]!;
    const slot = slots.get(at);
    const told = context.told.has(text.charAt(at));
    const kind: Kind = compound
      ? 'compound'
      : rank < surnameRanks.known && !told
        ? rank === surnameRanks.signer
          ? 'signer'
          : 'unlisted'
        : everyday[unit] === 1
          ? 'everyday'
          : rank === surnameRanks.common
            ? 'common'
            : 'known';
    if (!compound && rank < surnameRanks.known) {
      const begins = slot !== undefined || told || (kind === 'signer' && map.startsAt(at));
      if (!begins || isNever(text, at) || beginsNone(text, at) || !isHan(text, at)) continue;
    }
    const surname = compound ? text.slice(at, at + 2) : text.charAt(at);
    // 白|额尔敦
    const part = dictionary.nameParts.at(text, at + 1);
    if (part !== null && part.end > at + 3) add(at, part.end, surname, 'parts');
    if (compound || told || rank >= surnameRanks.signer) {
      found.push(...partialsAt(text, at, surname, dictionary, map));
    }
    for (const size of [1, 2]) {
      const end = at + surname.length + size;
      if (!mayBeGiven(text, end)) {
        // 名叫|符那泽: where a name must stand its first character may be one that ends none.
        if (size === 1 && isFirm(slot)) continue;
        break;
      }
      if (size === 2 && beginsMisdeed(end - 1)) break;
      const first = at + surname.length;
      const usual =
        slot !== undefined || told || tellings.has(end) || isUsual(first) || (size === 2 && isUsual(end - 1));
      if (!usual) continue;
      add(at, end, surname, kind);
      if (slot !== undefined && joins(text, end) && !slots.has(end + 1)) slots.set(end + 1, 'in-row');
    }
  }
  for (const { start, end } of foreignNames(text, dictionary, map))
    add(start, end, text.slice(start, end), 'foreign');
  return found;
}

/** One number for both ends: no text is that long. */
export const stretchOf = (start: number, end: number): number => start * 0x200000 + end;

const mayGoOn = (text: string, at: number) =>
  isHan(text, at) && isHan(text, at + 1) && !isNever(text, at) && !isNever(text, at + 1);

/** 荆棘|的荆，: a word by which a family's name is explained. */
const explains = (text: string, start: number, end: number): boolean =>
  text.charAt(end) === '的' && text.slice(start, end).includes(text.charAt(end + 1)) && !isHan(text, end + 2);

/** 闵浩|拉着局长, 匡|什么林: what no name ends before. */
const goesOn = /^(?:着(?![手令重力装急实])|么)/;

const mayBeGiven = (text: string, to: number): boolean =>
  to <= text.length &&
  isHan(text, to - 1) &&
  !isNever(text, to - 1) &&
  !isDot(text, to) &&
  !goesOn.test(text.slice(to, to + 2)) &&
  !(text[to - 1] === '各' && isShared(text, to));
