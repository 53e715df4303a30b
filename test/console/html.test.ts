import { describe, expect, it } from '@jest/globals';
import { html, htmlText } from '../../console/api/html.js';
import { type Mark, segmentLines } from '../../console/api/marks.js';
import { processorTime } from '../support/index.js';

describe('html', () => {
  it('escapes every value, in text and in quoted attributes', () => {
    const hostile = `<script>alert("1")</script>' onclick='x' \`&amp;`;
    const text = htmlText(html`<p title="${hostile}" class='${hostile}'>${hostile}</p>`);
    const escaped =
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onclick=&#39;x&#39; &#96;&amp;amp;';
    expect(text).toBe(`<p title="${escaped}" class='${escaped}'>${escaped}</p>`);
  });

  it('keeps its own markup and escapes what merely looks like it', () => {
    expect(htmlText(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}</ul>`)).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
    expect(htmlText(html`${[['<i>', null], false, undefined, 0]}`)).toBe('&lt;i&gt;0');
    const forged = JSON.parse('{"html":"<b>","description":"html"}');
    expect(() => htmlText(html`${forged}`)).toThrow(TypeError);
  });

  it('refuses an attribute value without quotes', () => {
    expect(() => html`<a href=${'x'}>`).toThrow(TypeError);
    expect(htmlText(html`<a href="/?page=${2}">`)).toBe('<a href="/?page=2">');
  });
});

describe('segmentLines', () => {
  const mark = (kind: Mark['kind'], start: number, end: number, code: string | null = null): Mark => ({
    kind,
    start,
    end,
    label: kind,
    code,
  });
  const kindsOf = (text: string, marks: Mark[]) =>
    segmentLines(text, marks).map((line) =>
      line.map((s) => [
        text.slice(s.start, s.end),
        s.marks
          .map((m) => m.kind)
          .sort()
          .join('+'),
      ]),
    );

  it('cuts at every boundary of overlapping, nested and touching marks', () => {
    const text = '零一二三四五六七八九';
    expect(
      kindsOf(text, [
        mark('topic', 1, 6),
        mark('offence', 4, 8),
        mark('accused', 2, 3),
        mark('entity', 8, 9),
      ]),
    ).toEqual([
      [
        ['零', ''],
        ['一', 'topic'],
        ['二', 'accused+topic'],
        ['三', 'topic'],
        ['四五', 'offence+topic'],
        ['六七', 'offence'],
        ['八', 'entity'],
        ['九', ''],
      ],
    ]);
  });

  it('carries marks over line ends, opens and closes each once', () => {
    const lines = segmentLines('一二\n\n三四', [mark('topic', 1, 5, 'E1'), mark('topic', 1, 5, 'B2')]);
    expect(lines.map((line) => line.length)).toEqual([2, 0, 2]);
    expect(lines.flat().map((s) => s.opens)).toEqual([false, true, false, false]);
    expect(lines.flat().map((s) => s.closes)).toEqual([[], [], ['E1', 'B2'], []]);
  });

  it('is the whole text again, whatever the marks', () => {
    const text = '甲乙\n丙😀丁\n\n戊';
    const marks: Mark[] = [];
    for (let start = -2; start < text.length + 2; start++)
      for (let end = start - 1; end < text.length + 4; end++)
        marks.push(mark(start % 2 ? 'entity' : 'topic', start, end));
    const lines = segmentLines(text, marks).map((line) => line.map((s) => text.slice(s.start, s.end)));
    expect(lines.map((line) => line.join('')).join('\n')).toBe(text);
    expect(lines.flat()).toContain('😀');
    expect(lines.flat().every((part) => part.isWellFormed())).toBe(true);
  });

  it('stays quick with thousands of marks on a long text', () => {
    const text = '字'.repeat(100_000);
    const marks = Array.from({ length: 5000 }, (_, i) => mark('entity', i * 20, i * 20 + 30));
    const spent = processorTime(() => expect(segmentLines(text, marks).flat().length).toBeGreaterThan(9000));
    expect(spent).toBeLessThan(1000);
  });
});
