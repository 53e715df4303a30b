import type { Mention, Span } from '../../../../domain/index.js';
import { isHan } from '../../../one-of.js';
import type { Dictionary } from '../dictionary.js';
import type { WordMap } from '../word-map.js';
import type { SiteSigns } from './signs.js';

/** What is known of a text when its places and projects are decided on. */
export interface SiteReading {
  text: string;
  map: WordMap;
  dictionary: Dictionary;
  signs: SiteSigns;
  /** Stretches that the rules read as places. */
  places: readonly Mention[];
  units: readonly Mention[];
  /** Units, posts, numbers and certain persons in the order of the text. */
  taken: readonly Mention[];
  /** Values of fields for a project's name. */
  titled: readonly Span[];
  /** Where the unit that ends there begins. */
  unitStart: ReadonlyMap<number, number>;
  /** Where the unit that begins there ends. */
  unitEnd: ReadonlyMap<number, number>;
  /** 松浦 of 松浦市, 汶阴 of 汶阴县人防办: what places and units of the text begin with. */
  stems: ReadonlySet<string>;
  /** Where the first line ends. */
  firstLine: number;
  /** How often a name stands in the text, and how often between signs or line ends on both sides; both up to four. */
  times(name: string): readonly [times: number, bounded: number];
}

export function readingOf(
  known: Pick<SiteReading, 'text' | 'map' | 'dictionary' | 'places' | 'taken' | 'titled'>,
): SiteReading {
  const units = known.taken.filter((m) => m.type === 'organisation');
  const counted = new Map<string, readonly [number, number]>();
  return {
    ...known,
    signs: known.dictionary.siteSigns,
    units,
    unitStart: new Map(units.map((u) => [u.end, u.start])),
    stems: stemsOf([...known.places, ...units]),
    unitEnd: new Map(units.map((u) => [u.start, u.end])),
    firstLine: `${known.text}\n`.indexOf('\n'),
    times: (name) => {
      const before = counted.get(name);
      if (before) return before;
      const now = count(known.text, name);
      counted.set(name, now);
      return now;
    },
  };
}

/** A few, for a list may name thousands. */
function stemsOf(names: readonly Mention[]): Set<string> {
  const stems = new Set<string>();
  for (const { text } of names) {
    const stem = /^([\u4e00-\u9fa5]{2,4}?)[省市县区州旗镇乡]/.exec(text)?.[1];
    if (stem !== undefined && stems.size < 40) stems.add(stem);
  }
  return stems;
}

function count(text: string, name: string): readonly [number, number] {
  let times = 0;
  let bounded = 0;
  for (let at = text.indexOf(name); at >= 0 && times < 4; at = text.indexOf(name, at + name.length)) {
    times++;
    if (!isHan(text, at - 1) && !isHan(text, at + name.length)) bounded++;
  }
  return [times, bounded];
}
