import { Parser } from 'htmlparser2';
import { PermanentError } from '../../../domain/index.js';
import { newTextBudget, openPageText, type PageText } from '../page-text.js';

const blocks = new Set(
  (
    'p pre h1 h2 h3 h4 h5 h6 li ul ol dl dt dd div section article header footer main nav aside form fieldset legend ' +
    'blockquote address figure figcaption hr center caption body'
  ).split(' '),
);
/** What a reader of the page does not see, and what was deleted in Word. */
const unseen = new Set(
  'head script style noscript template svg math object embed applet iframe frame select datalist del xml rt rp'.split(
    ' ',
  ),
);
/** Elements that have no end. */
const lone = new Set('area base br col embed hr img input link meta param source track wbr frame'.split(' '));
/** Pages have some dozens of elements in one another; sloppy ones never close a few hundred. */
const MAX_HTML_DEPTH = 5_000;

/**
 * The text that a web page shows, tables as tables. Comments in margins, as Word saves them, stand apart.
 *
 * @throws {PermanentError} `extraction.too_much_text`; `extraction.damaged` where elements lie in one another beyond
 * all measure.
 */
export function htmlToText(html: string): { page: PageText; comments: string[] } {
  const budget = newTextBudget();
  const writer = openPageText(budget);
  const remarks = openPageText(budget);
  let out = writer;
  let inline = '';
  let preformatted = 0;
  let depth = 0;
  /** Where an element began that is not seen, or the margin; 0 where none did. */
  let unseenFrom = 0;
  let remarksFrom = 0;
  const shapes: { columns: number; rows: number }[] = [];

  const flush = () => {
    if (inline !== '') out.write(closeUp(inline).replace(/^ | $/g, ''));
    inline = '';
  };
  const endLine = () => {
    flush();
    out.endLine();
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_HTML_DEPTH) throw new PermanentError('extraction.damaged', { kind: 'html' });
        if (unseenFrom > 0) return;
        const style = (attributes.style ?? '').slice(0, 2000).toLowerCase();
        if (!lone.has(name)) {
          if (unseen.has(name) || isHidden(attributes, style)) {
            unseenFrom = depth;
            return;
          }
          if (remarksFrom === 0 && /mso-element:\s?comment-list/.test(style)) {
            endLine();
            remarksFrom = depth;
            out = remarks;
          }
        }
        if (name === 'pre') preformatted += 1;
        if (name === 'input') inline += shownIn(attributes);
        else if (name === 'br' || blocks.has(name)) endLine();
        else if (name === 'table') {
          endLine();
          out.openTable();
        } else if (name === 'tr') {
          endLine();
          out.openRow();
        } else if (name === 'td' || name === 'th') {
          endLine();
          shapes.push({ columns: count(attributes.colspan), rows: count(attributes.rowspan) });
          out.openCell();
        }
      },
      ontext(text) {
        if (unseenFrom > 0) return;
        if (preformatted === 0) {
          inline += text;
          return;
        }
        const [first, ...more] = text.split('\n');
        inline += first;
        for (const line of more) {
          endLine();
          inline += line;
        }
      },
      onclosetag(name) {
        if (unseenFrom > 0) {
          if (unseenFrom === depth) unseenFrom = 0;
          depth -= 1;
          return;
        }
        if (name === 'pre') preformatted -= 1;
        if (blocks.has(name)) endLine();
        else if (name === 'td' || name === 'th') {
          flush();
          out.closeCell(shapes.pop());
        } else if (name === 'tr') {
          flush();
          out.closeRow();
        } else if (name === 'table') {
          flush();
          out.closeTable();
        }
        if (remarksFrom === depth) {
          endLine();
          remarksFrom = 0;
          out = writer;
        }
        depth -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  parser.end();
  endLine();
  const remark = remarks.finish().text;
  return { page: writer.finish(), comments: remark === '' ? [] : remark.split('\n') };
}

function isHidden(attributes: Readonly<Record<string, string>>, style: string): boolean {
  return (
    'hidden' in attributes || /(?:display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all)/.test(style)
  );
}

/** What a form shows: words that were filled in, ticks. */
function shownIn({ type = 'text', value = '', checked }: Readonly<Record<string, string>>): string {
  if (/^(?:checkbox|radio)$/i.test(type)) return checked === undefined ? '□' : '☑';
  return /^(?:text|tel|email|number|date|url)$/i.test(type) ? value : '';
}

function count(attribute: string | undefined): number {
  return Number.parseInt(attribute ?? '1', 10);
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Spaces as a browser shows them; a line's end between Chinese characters is none, editors only wrap there. */
function closeUp(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
    const wraps =
      space.includes('\n') && wide.test(text[at - 1] ?? '') && wide.test(text[at + space.length] ?? '');
    return wraps ? '' : ' ';
  });
}
