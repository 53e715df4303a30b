import type { TextRun } from './page-content.js';

/**
 * The runs of a page as lines: those on one baseline are a line, from left to right, lines from the top down.
 * What stands far off on the same line is a cell of its own and stands behind a tab. Columns are not told apart.
 */
export function linesOf(runs: readonly TextRun[]): string {
  const lines: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const first = line?.[0];
    // Half of the smaller size: a small mark above a large letter is no word of its line.
    if (line && first && run.baseline - first.baseline < Math.min(run.size, first.size) / 2) line.push(run);
    else lines.push([run]);
  }
  const margin = runs.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
  return lines.map((line) => joinLine(line, margin)).join('\n');
}

/** How far a line may be set in: as far as a title in the middle of a page. */
const MOST_INDENT = 20;

function joinLine(runs: TextRun[], margin: number): string {
  const start = runs.reduce((first, run) => (run.left < first.left ? run : first));
  const indent = Math.round((start.left - margin) / start.size);
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs.sort((a, b) => a.left - b.left)) {
    const gap = run.left - right;
    if (text !== '' && gap > run.size * 2) text += '\t';
    else if (text !== '' && gap > run.size * 0.4) text += ' ';
    text += run.text;
    right = Math.max(right, run.right);
  }
  // Paragraphs are told by where they begin.
  return '　'.repeat(Math.min(Math.max(indent, 0), MOST_INDENT)) + text.trimEnd();
}
