import type { Reading } from '../../informant.js';
import type { PaperView, Unit } from '../view/index.js';

/** Of a unit that was read of nothing but its ending: whether its name goes on from that of another, or holds a clause. */
export function unsureEvidence(
  { dictionary, map }: Reading,
  { units }: PaperView,
  unit: Unit,
): Record<string, boolean> {
  const { unsure, full, mentions } = unit;
  const goesOn = units.some((u) => u.full.length < full.length && full.startsWith(u.full));
  const continued = units.some((u) => u.full.length > full.length && u.full.startsWith(full));
  if (unsure === null) return { 'goes on from another unit': goesOn };
  const [{ start, end } = { start: 0, end: 0 }] = mentions;
  let clause = false;
  for (let i = map.indexAt(start); i < map.words.length && map.words[i]!.end <= end; i++)
    clause ||= map.words[i]!.start > start && clauseTags.has(map.words[i]!.tag);
  const kind = dictionary.bodies.before(full, full.length)?.tag ?? 'other';
  return {
    [unsure]: true,
    [`${unsure}, a ${kind}`]: true,
    [`${unsure}, goes on from another unit`]: goesOn,
    [`${unsure}, another goes on from it`]: continued,
    [`${unsure}, a clause inside`]: clause,
  };
}

const clauseTags = new Set('v d p c r u ul uj ug uz y'.split(' '));
