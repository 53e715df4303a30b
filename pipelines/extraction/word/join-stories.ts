import { moveTable } from '../../table-text.js';
import { openPageText, type PageText } from '../page-text.js';
import type { Stories } from './stories.js';

/** Page numbers and ornaments: nothing in it is a word. */
const wordless = /^[\P{L}]*$/u;

/**
 * A document as one page (Word pages exist only once they are laid out): headers, text, notes, footers. What stands
 * at the head or foot of every kind of page is written once.
 */
export function joinStories({ body, headers, footers, notes }: Stories): PageText {
  const writer = openPageText();
  const seen = new Set<string>();
  const appendOnce = (page: PageText) => {
    if (wordless.test(page.text) || seen.has(page.text)) return;
    seen.add(page.text);
    writer.append(page);
  };
  headers.forEach(appendOnce);
  writer.append(body);
  for (const { number, page } of notes.values()) {
    const mark = `[${number}] `;
    if (page.text !== '') writer.append(shifted(page, mark));
  }
  footers.forEach(appendOnce);
  return writer.finish();
}

function shifted({ text, tables }: PageText, mark: string): PageText {
  return { text: mark + text, tables: tables.map((table) => moveTable(table, mark.length)) };
}
