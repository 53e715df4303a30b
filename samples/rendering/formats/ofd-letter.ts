import { writeOfd } from '../ofd.js';

const charactersInLine = 32;
const linesOnPage = 24;

/** A letter printed to OFD: paragraphs begin two characters in and break at the edge. */
export function renderOfdLetter(text: string): Buffer {
  const lines = text
    .split('\n')
    .flatMap(
      (line, i) =>
        `${i === 0 || line.endsWith('：') ? '' : '　　'}${line}`.match(
          new RegExp(`.{1,${charactersInLine}}`, 'gu'),
        ) ?? [],
    );
  const pages = Array.from({ length: Math.ceil(lines.length / linesOnPage) }, (_, page) => ({
    lines: lines.slice(page * linesOnPage, (page + 1) * linesOnPage),
  }));
  return writeOfd({ pages });
}
