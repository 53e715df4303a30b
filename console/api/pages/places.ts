import type { RegisterRecord } from '../../../domain/index.js';
import { type Html, html } from '../html.js';
import type { Words } from './words/index.js';

/** Where something stands in a record's sources. */
interface Place {
  source: number;
  page: number;
  start: number;
  end: number;
}

/** More places of one quote than this say nothing more. */
const mostPlaces = 8;
const contextLength = 14;

/** For every source the first one with the same text: only that one is shown, and linked to. */
export function shownSources({ sources }: Pick<RegisterRecord, 'sources'>): number[] {
  const first = new Map<string, number>();
  return sources.map(({ text }, i) => {
    const shown = first.get(text) ?? i;
    first.set(text, shown);
    return shown;
  });
}

export function anchorOf(source: number, start: number): string {
  return `s${source + 1}-${start}`;
}

/**
 * Links to the places, each shown place once: 来件 1, 来件 3 第 2 页. Further places on the same page are numbers
 * behind it.
 */
export function placeLinks(places: readonly Place[], shown: readonly number[], w: Words): Html {
  const unique = new Map(
    places.map((p) => {
      const source = shown[p.source] ?? p.source;
      return [
        anchorOf(source, p.start),
        { source, page: p.page, anchor: anchorOf(source, p.start) },
      ] as const;
    }),
  );
  const listed = groupBy([...unique.values()].slice(0, mostPlaces), (p) => `${p.source} ${p.page}`);
  const label = ({ source, page }: { source: number; page: number }) =>
    page > 1 ? `${w.sourceNo(source + 1)} ${w.page(page)}` : w.sourceNo(source + 1);
  return html`<span class="places">${listed.map(
    (same) =>
      html`<span class="place">${same.map((place, i) => html`<a href="#${place.anchor}">${i === 0 ? label(place) : `(${i + 1})`}</a>`)}</span> `,
  )}${unique.size > mostPlaces && w.morePlaces(unique.size)}</span>`;
}

/** Every quote once, linked to where it stands. */
export function quoteList(
  evidence: readonly (Place & { quote: string })[],
  shown: readonly number[],
  w: Words,
): Html {
  return html`<ul class="quotes">${groupBy(evidence, (e) => e.quote).map((places) => {
    const first = places[0]!;
    const anchor = anchorOf(shown[first.source] ?? first.source, first.start);
    return html`<li><a class="quote" href="#${anchor}">${first.quote}</a> ${placeLinks(places, shown, w)}</li>`;
  })}</ul>`;
}

/** A few characters of the source on either side. */
export function contextOf({ sources }: Pick<RegisterRecord, 'sources'>, { source, start, end }: Place): Html {
  const text = sources[source]?.text ?? '';
  const flat = (from: number, to: number) => text.slice(Math.max(0, from), to).replaceAll('\n', ' ');
  return html`<span class="context">${start > contextLength && '…'}${flat(start - contextLength, start)}<b>${flat(start, end)}</b>${flat(end, end + contextLength)}${end + contextLength < text.length && '…'}</span>`;
}

/** Those with the same key together, in the order of the first of each; none is empty. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
