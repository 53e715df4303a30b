import { walkMarkup } from '../markup/index.js';

/** Tags that begin and end a line. */
const blocks = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Tags with words in them that nobody sees. */
const unseen = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'object',
  'select',
  'textarea',
]);

/**
 * The words of a mail written in HTML: one line a paragraph, cells of a table apart by tabs. Pictures and links
 * are never followed.
 *
 * @throws {PermanentError} `extraction.unpacks_too_large`, `extraction.nested_too_deep`.
 */
export function htmlBodyText(html: string): string {
  const lines: string[] = [];
  // Pieces, not a growing text: to look at the end of that costs its whole length, every time.
  let line: string[] = [];
  let ended = true;
  let hidden = 0;
  const add = (words: string) => {
    if (words !== '') line.push(words);
    ended = words === '' ? ended : /[ \t]$/.test(words);
  };
  const endLine = () => {
    const words = line.join('').trim();
    // One empty line says that there is a gap; more say no more.
    if (words !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(words);
    line = [];
    ended = true;
  };
  const breakLine = () => {
    if (line.some((words) => words.trim() !== '')) endLine();
    line = [];
    ended = true;
  };
  walkMarkup(html, 'html', {
    open(name) {
      if (unseen.has(name)) hidden += 1;
      else if (name === 'br') endLine();
      else if (blocks.has(name)) breakLine();
    },
    close(name) {
      if (unseen.has(name)) hidden -= 1;
      else if (name === 'td' || name === 'th') add('\t');
      else if (blocks.has(name)) breakLine();
    },
    text(text) {
      if (hidden > 0) return;
      const words = text.replace(/[ \t\r\n\f]+/g, ' ');
      add(ended && words.startsWith(' ') ? words.slice(1) : words);
    },
  });
  breakLine();
  return lines.join('\n').trim();
}
