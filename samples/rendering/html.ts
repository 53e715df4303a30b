import { tableCells } from '../letters/paper.js';

/** How a paper looks: the office's printer, an old person's typewriter face, or a red-headed official letter. */
export type Look = 'print' | 'kai' | 'large' | 'official';

const sizes: Readonly<Record<Look, number>> = { print: 16, kai: 17, large: 22, official: 16 };

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A page for Chromium to print; the fonts are Chinese system fonts. */
export function letterHtml(text: string, look: Look): string {
  const font =
    look === 'kai' || look === 'large' ? "marks,'AR PL UKai CN','KaiTi'" : "'Noto Serif CJK SC','SimSun'";
  const lines = text.split('\n');
  const out: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) out.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('|')) {
      const cells = tableCells(line);
      rows.push(
        `<tr>${cells.map((c, i) => `<td${i === cells.length - 1 ? ' colspan="9"' : ''}>${escapeHtml(c)}</td>`).join('')}</tr>`,
      );
      continue;
    }
    flush();
    const kind =
      index === 0
        ? 'title'
        : /[：:]$/.test(line) && line.length < 30
          ? 'salutation'
          : isClosing(line, index, lines.length)
            ? 'closing'
            : 'body';
    out.push(`<p class="${kind}">${escapeHtml(line)}</p>`);
  }
  flush();
  const seal = look === 'official' ? sealSvg : '';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face{font-family:marks;src:local('Noto Serif CJK SC'),local('NotoSerifCJKsc-Regular');unicode-range:U+2014,U+2018-201D,U+2026,U+3000-303F,U+FF00-FFEF}
@page{size:A4;margin:26mm 24mm}
body{font-family:${font},serif;font-size:${sizes[look]}pt;line-height:1.75;margin:0;color:#111}
p{margin:0;text-indent:2em;text-align:justify}
.title{font-size:${look === 'official' ? 24 : 20}pt;text-align:center;text-indent:0;margin-bottom:.6em;${look === 'official' ? 'color:#c4161c;font-weight:700;border-bottom:2px solid #c4161c;padding-bottom:6px' : 'font-weight:600'}}
.salutation{text-indent:0}.closing{text-align:right;text-indent:0}
table{border-collapse:collapse;width:100%;font-size:13pt;line-height:1.5}td{border:1px solid #222;padding:3px 6px}
.seal{position:relative;float:right;margin:-92px 20px 0 0;opacity:.72}
</style><body>${out.join('\n')}${seal}</body></html>`;
}

function isClosing(line: string, index: number, count: number): boolean {
  return index >= count - 3 && line.length <= 24 && !/[。！？]$/.test(line);
}

const sealSvg =
  '<svg class="seal" width="130" height="130" viewBox="-65 -65 130 130"><circle r="60" fill="none" stroke="#d0201c" stroke-width="4"/>' +
  '<path fill="#d0201c" d="M0-20 5-6H20L8 3 12 17 0 8-12 17-8 3-20-6H-5Z"/></svg>';
