import type { InformantField, Span } from '../../../domain/index.js';
import { touches } from '../names/index.js';
import { collectFields } from './collecting.js';
import type { Field } from './forms/index.js';
import type { Reading } from './reading.js';

/**
 * The fields with one for each cell that may be the informant's in the place of whatever its label says: the names in it
 * are read as his.
 *
 * @param cells in their order, apart from one another
 */
export function withCellFields(fields: readonly Field[], cells: readonly Span[]): Field[] {
  if (cells.length === 0) return [...fields];
  const own = cells.map(({ start, end }) => ({
    start,
    end,
    kind: 'informant',
    label: '',
    labelStart: start,
  }));
  const endOfCell = new Map(cells.map(({ start, end }) => [start, end]));
  const others = fields.flatMap((field) => {
    const end = endOfCell.get(field.start);
    // The name of who tells it is no part of the matter.
    const rest = end !== undefined && end < field.end ? { ...field, start: end } : field;
    return touches(cells, rest.start, rest.end) ? [] : rest;
  });
  return [...others, ...own].sort((a, b) => a.labelStart - b.labelStart);
}

/**
 * The informant's fields with every cell that may be his, whole. A unit or place is sealed where it stands only: the
 * matter may be about it.
 */
export function withCells(
  informant: readonly InformantField[],
  { text, dictionary }: Pick<Reading, 'text' | 'dictionary'>,
  cells: readonly Span[] = [],
): InformantField[] {
  const { fields, has, put } = collectFields({ text, fields: [], dictionary }, informant);
  for (const cell of cells) {
    const value = text.slice(cell.start, cell.end);
    const isUnit = dictionary.unitKinds.before(value, value.length) !== null;
    put(has('name', value) ? 'name' : isUnit ? 'organisation' : 'other', cell);
  }
  return fields;
}
