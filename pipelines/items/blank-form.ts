import type { TablesSection } from '../../lexicon/index.js';
import type { PaperPage } from './item.js';
import { headingsOf } from './lists/index.js';

/** Characters around the table of a form: its name and how to fill it in. */
const mostAround = 200;
/** What stands in a cell that nobody has filled in: 年 月 日, □是 □否. */
const unfilled = /^[\s□○年月日时分：:（）()是否男女、/]*$/u;

/** A form with its labels and nothing else: a blank copy that was sent in. */
export function isBlankForm(text: string, pages: readonly PaperPage[], lexicon: TablesSection): boolean {
  const headings = headingsOf(lexicon);
  const cells = pages.flatMap((p) => p.tables.flatMap((t) => t.rows.flatMap((r) => r.cells)));
  const written = [...new Map(cells.map((c) => [c.start, text.slice(c.start, c.end).trim()]))].map(
    ([, w]) => w,
  );
  const filled = written.filter((w) => !unfilled.test(w));
  if (filled.length < 3 || cells.length < filled.length * 1.6) return false;
  if (filled.some((w) => w.length > 16 || /\d/u.test(w))) return false;
  const inside = written.reduce((sum, w) => sum + w.length, 0);
  const all = pages.reduce((sum, p) => sum + (p.end - p.start), 0);
  if (all - inside > mostAround) return false;
  return filled.some((w) => ['problem', 'accused', 'informant'].includes(headings.kindOf(w) ?? ''));
}
