import type { InformantField, Mention } from '../../domain/index.js';

/**
 * Names of units that were completed by a region which stands nowhere but in what is the informant's: they go back to
 * what is written. 区城管局 of a letter whose writer lives in 朝阳区 would tell where.
 *
 * @returns the completed name, and the written one
 */
export function maskedRegions(
  text: string,
  organisations: readonly Mention[],
  informant: readonly InformantField[],
): ReadonlyMap<string, string> {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of informant.flatMap((field) => field.spans)) covered.fill(1, start, end);
  const isMasked = new Map<string, boolean>();
  const standsMasked = (region: string): boolean => {
    let at = text.indexOf(region);
    if (at < 0) return false;
    for (; at >= 0; at = text.indexOf(region, at + 1))
      if (!covered.subarray(at, at + region.length).includes(1)) return false;
    return true;
  };
  const renamed = new Map<string, string>();
  for (const { text: written, value } of organisations) {
    const full = String(value);
    const rest = written.slice(1);
    if (full === written || !full.endsWith(rest)) continue;
    const region = full.slice(0, full.length - rest.length);
    if (!isMasked.has(region)) isMasked.set(region, standsMasked(region));
    if (isMasked.get(region)) renamed.set(full, written);
  }
  return renamed;
}
