import type { Dictionary } from '../../names/index.js';

const longestWord = 4;

/** 一家外贸公司, 镇政府: words for a kind of unit alone name none, and whoever works there stays unknown. */
export function isPlainUnit(value: string, { plainUnits }: Pick<Dictionary, 'plainUnits'>): boolean {
  const reached = new Set([0]);
  for (let end = 1; end <= value.length; end++)
    for (let size = 1; size <= longestWord; size++)
      if (reached.has(end - size) && plainUnits.has(value.slice(end - size, end))) reached.add(end);
  return reached.has(value.length);
}
