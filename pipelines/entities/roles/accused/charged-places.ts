import type { Accused, Mention } from '../../../../domain/index.js';
import type { Names } from '../../names/index.js';

/** A village or town with the region that it lies in. */
const whole = /[省市县区州旗盟].*(?:[村镇乡]|街道|社区|嘎查|苏木)$/;
/** A hostile text names one village without end. */
const mostPlaces = 40;

/** The names, with the villages and towns that are an accused's unit among the units: 江垴县青石镇竹园村. */
export function withChargedPlaces(text: string, names: Names, accused: readonly Accused[]): Names {
  const units = new Set(accused.flatMap((a) => a.organisation ?? []).filter((o) => whole.test(o)));
  const found: Mention[] = [];
  for (const unit of units)
    for (let at = text.indexOf(unit); at >= 0 && found.length < mostPlaces; ) {
      const end = at + unit.length;
      const free = !names.organisations.some((o) => o.start < end && at < o.end);
      if (free)
        found.push({ type: 'organisation', start: at, end, text: unit, value: unit, confidence: 0.85 });
      at = text.indexOf(unit, end);
    }
  if (found.length === 0) return names;
  const within = (place: Mention) => found.some((f) => f.start <= place.start && place.end <= f.end);
  return {
    ...names,
    organisations: [...names.organisations, ...found],
    places: names.places.filter((place) => !within(place)),
  };
}
