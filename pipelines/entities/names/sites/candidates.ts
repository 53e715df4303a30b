import type { Span } from '../../../../domain/index.js';
import { isHan, oneOf } from '../../../one-of.js';
import { firstFrom } from '../mention-at.js';
import type { SiteReading } from './reading.js';

const longest = 18;
const isWritten = oneOf('\u3400-\u9fffA-Za-z0-9·—-');
const closesQuotation = oneOf('”」』》');
/** Kinds of words that end what could be a name, read backwards from its end. */
const stopTags = new Set('p c d r u uj ul uz ud ug uv y e o'.split(' '));
/** Characters that the segmenter glues to the name behind them: 对和|谐尚城, 在菱|塘. */
const isGlued = oneOf('对将把给在与及到从去按至是叫的了为被买修盖住我们阮系和有着向由让于称');

/** Stretches that could be a name of a place or of something built: between where one may end and where one may begin. */
export function candidatesOf(reading: SiteReading): Span[] {
  const { text } = reading;
  const found = new Map<number, Span>();
  const add = (start: number, end: number) => {
    if (end - start < 2 || end - start > longest || overlaps(reading, start, end)) return;
    found.set(start * 0x200000 + end, { start, end });
  };
  for (const { start, end } of [...reading.places, ...reading.units]) add(start, end);
  for (const { start, end } of reading.dictionary.knownPlaces.all(text)) add(start, end);
  for (const end of endsOf(reading)) for (const start of startsBefore(reading, end)) add(start, end);
  for (const unit of reading.units) {
    later(reading, unit, add);
    for (let i = firstFrom(reading.places, unit.start); reading.places[i]?.start === unit.start; i++)
      add(reading.places[i]!.end, unit.end);
  }
  led(reading, add);
  for (const stem of reading.stems)
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length))
      add(at, at + stem.length);
  return [...found.values()];
}

/** Something that is no name of this kind begins or ends within the stretch. */
function overlaps({ taken, places }: SiteReading, start: number, end: number): boolean {
  for (let i = Math.max(0, firstFrom(taken, start) - 1); i < taken.length; i++) {
    const other = taken[i]!;
    if (other.start >= end) return false;
    if (other.end <= start) continue;
    if (other.type !== 'organisation') return true;
    if (other.start === start && other.end > end && isPlace(places, start, end)) continue;
    if (other.end !== end && (other.start < start || other.end > end)) return true;
  }
  return false;
}

/** 兰州|开火锅店: a place that the unit behind it may have swallowed. */
const isPlace = (places: SiteReading['places'], start: number, end: number) => {
  for (let i = firstFrom(places, start); places[i]?.start === start; i++)
    if (places[i]!.end === end) return true;
  return false;
};

/** How far behind its beginning a unit's name may really begin. */
const reach = 6;

/** 传说去|市发改委: a unit's name may begin at a later word. */
function later({ map }: SiteReading, { start, end }: Span, add: (start: number, end: number) => void): void {
  for (let at = start + 1; at <= start + reach && at < end - 2; at++) if (map.startsAt(at)) add(at, end);
}

/** Behind an ending, before a word that stands behind names, and where a quotation closes. */
function endsOf({ text, signs, units, places }: SiteReading): Set<number> {
  const ends = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const ending = signs.endings.at(text, at);
    if (ending !== null) {
      ends.add(ending.end);
      // 苏仙路|口, 沈园桥|头
      if (ending.end - at === 2 && text[at + 1] === '口') ends.add(at + 1);
      // 云梦湖畔|二期: the name without its stage is one, too.
      if (
        ending.tag.includes('ends stage') ||
        ending.tag.includes('ends works') ||
        ending.tag.includes('ends construction') ||
        ending.end - at > 2
      )
        ends.add(at);
    }
    if (isHan(text, at - 1)) {
      const behind = signs.behind.at(text, at);
      if (behind?.tag.some((kind) => strong.has(kind))) ends.add(at);
    }
    if (closesQuotation(text, at) && isWritten(text, at - 1)) ends.add(at);
  }
  for (const { end } of [...units, ...places]) ends.add(end);
  return ends;
}

/** Kinds of words behind a name before which any stretch is tried. */
const strong: ReadonlySet<string> = new Set([
  'behind project',
  'behind developer',
  'behind shelter',
  'behind fee',
  'behind check',
  'behind worksite',
  'behind firm',
  'behind native',
  'behind people',
  'behind stay',
  'behind side',
  'behind inside',
]);

const works = new Set(['ends works', 'ends construction', 'ends shelter', 'ends building']);
const isWork = (kinds: readonly string[]) => kinds.some((kind) => works.has(kind));

const beginsToo = oneOf('都和与及对为同自');
const runOnTags = new Set('v d m t'.split(' '));

function startsBefore({ text, map, signs, unitStart }: SiteReading, end: number): number[] {
  const starts: number[] = [];
  let start = end;
  while (start > 0 && end - start < longest && starts.length < 8) {
    const unit = unitStart.get(start);
    if (unit !== undefined) {
      start = unit;
      starts.push(start);
      continue;
    }
    // 基本|指挥所|改造|工程: words of what is built, however the segmenter cuts them.
    const built = start < end ? signs.endings.before(text, start) : null;
    if (built !== null && start - built.start > 1 && isWork(built.tag)) {
      start = built.start;
      starts.push(start);
      continue;
    }
    const word = map.words[map.indexAt(start - 1)];
    if (word === undefined || !isWritten(text, start - 1)) break;
    const from = word.start;
    const whole = start === word.end;
    if (start < end && whole && (stopTags.has(word.tag) || signs.never.at(text, from)?.end === start)) {
      // 都|洛县, 和|谐尚城: a name that begins with what else is a word by itself.
      if (start - from === 1 && end - from <= 5 && beginsToo(text, from)) {
        starts.push(from);
        // 凤凰|和|苑, 苗|都|水城: or that holds such a word.
        const before = map.words[map.indexAt(from - 1)];
        if (end - from <= 3 && isHan(text, from - 1) && before !== undefined && end - before.start <= 5)
          starts.push(before.start);
      }
      break;
    }
    for (let at = start - 1; at > from; at--)
      if (isGlued(text, at - 1) && end - at > 1) {
        starts.push(at);
        break;
      }
    if (start < end && start - from > 2 && runOnTags.has(word.tag)) break;
    start = from;
    if (!isWritten(text, start)) break;
    starts.push(start);
  }
  return starts;
}

const nameTags = new Set(
  'n ns nr nrt nz nt x zg g ng a b f j l i s z q m t vn v eng nrfg an ag vg tg'.split(' '),
);

/** What stands behind 在, 去, 叫, 我们是, 、 and the like, up to a few words. */
function led({ text, map, signs }: SiteReading, add: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const cue = signs.before.at(text, at);
    if (cue === null || !cue.tag.some((kind) => leading.has(kind))) continue;
    const start = cue.end;
    let end = start;
    for (let words = 0; words < 4 && end - start < 10; words++) {
      const word = map.words[map.indexAt(end)];
      if (word === undefined || !isHan(text, end) || !nameTags.has(word.tag)) break;
      end = word.end;
      if (word.tag === 'v' && words > 0) break;
      add(start, end);
    }
  }
}

const leading: ReadonlySet<string> = new Set([
  'before at',
  'before go',
  'before from',
  'before live',
  'before called',
  'before row',
  'before include',
  'before we',
  'before buy',
  'before build',
  'before give',
  'before deal',
]);
