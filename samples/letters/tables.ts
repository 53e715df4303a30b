/** The cells of a line that begins with `|`. */
export function tableCells(line: string): string[] {
  return line.slice(1).split('|');
}

/** The rows of a body's tables, merged cells as they are marked. */
function rowsOf(body: string): string[][] {
  return body
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(tableCells);
}

/**
 * What must come out of a row of a list: one line a column, its heading before it. The first row is the heading; a
 * cell merged with the one above it says what that one says.
 *
 * @param row from 1: the place in the table, or of the line where the whole body is a sheet
 */
export function rowBody(body: string, row: number, isSheet = false): string {
  const rows = rowsOf(body);
  const above = isSheet
    ? body
        .trim()
        .split('\n')
        .findIndex((line) => line.startsWith('|'))
    : 0;
  const cellAt = (r: number, c: number): string => {
    const cell = rows[r]?.[c] ?? '';
    return cell === '^' ? cellAt(r - 1, c) : cell;
  };
  return rows[0]!
    .map((heading, c) => [heading, cellAt(row - 1 - above, c)] as const)
    .filter(([, value]) => value !== '' && value !== '<')
    .map(([heading, value]) => `${heading}：${value}`)
    .join('\n');
}
