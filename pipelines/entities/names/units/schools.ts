import type { Mention } from '../../../../domain/index.js';

/** 涵陂三中, 县一小: schools by their number behind a region. */
export function addSchools(
  text: string,
  found: Mention[],
  placeByEnd: ReadonlyMap<number, number>,
  stems: readonly string[],
): void {
  for (const match of text.matchAll(
    /(?:第?[一二三四五六七八九十]{1,2}|附)[中小](?![央间心学区组型小队国午])/g,
  )) {
    const at = match.index;
    const end = at + match[0].length;
    const stem = stems.find((s) => text.startsWith(s, at - s.length));
    const level = /[省市县区镇]/.test(text.charAt(at - 1)) ? at - 1 : undefined;
    const start = placeByEnd.get(at) ?? (stem === undefined ? level : at - stem.length);
    if (start === undefined || found.some((o) => o.start < end && start < o.end)) continue;
    const name = text.slice(start, end);
    found.push({ type: 'organisation', start, end, text: name, value: name, confidence: 0.95 });
  }
  found.sort((a, b) => a.start - b.start);
}
