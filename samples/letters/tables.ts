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
 * @param row from 1, the place in the table
 */
export function rowBody(body: string, row: number): string {
  const rows = rowsOf(body);
  const cellAt = (r: number, c: number): string => {
    const cell = rows[r]?.[c] ?? '';
    return cell === '^' ? cellAt(r - 1, c) : cell;
  };
  return rows[0]!
    .map((heading, c) => [heading, cellAt(row - 1, c)] as const)
    .filter(([, value]) => value !== '' && value !== '<')
    .map(([heading, value]) => `${heading}：${value}`)
    .join('\n');
}
