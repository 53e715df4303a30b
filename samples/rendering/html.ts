import { tableCells } from '../letters/tables.js';

/** How a paper looks: printed, in the script of older people's printers, large for a fax, or red-headed. */
export type Look = 'print' | 'kai' | 'large' | 'official';

const sizes: Readonly<Record<Look, number>> = { print: 16, kai: 17, large: 22, official: 16 };

/**
 * A page for Chromium to print; the fonts are Chinese system fonts. What follows a line `附件` (an enclosed
 * letter) begins on a sheet of its own, without red head and seal.
 */
export function letterHtml(text: string, look: Look): string {
  const lines = text.split('\n');
  const enclosed = lines.indexOf('附件');
  const sheets =
    enclosed < 0
      ? sheetHtml(lines, look)
      : `${sheetHtml(lines.slice(0, enclosed), look)}<section><p class="salutation">附件</p>${sheetHtml(lines.slice(enclosed + 1), 'print')}</section>`;
  const font =
    look === 'kai' || look === 'large' ? "marks,'AR PL UKai CN','KaiTi'" : "'Noto Serif CJK SC','SimSun'";
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@font-face{font-family:marks;src:local('Noto Serif CJK SC'),local('NotoSerifCJKsc-Regular');unicode-range:U+2014,U+2018-201D,U+2026,U+3000-303F,U+FF00-FFEF}
@page{size:A4;margin:26mm 24mm}
body{font-family:${font},serif;font-size:${sizes[look]}pt;line-height:1.75;margin:0;color:#111}
section{break-before:page}
p{margin:0;text-indent:2em;text-align:justify}
.title{font-size:20pt;text-align:center;text-indent:0;margin-bottom:.6em;font-weight:600}
.official .title{font-size:24pt;color:#c4161c;font-weight:700;border-bottom:2px solid #c4161c;padding-bottom:6px}
.salutation{text-indent:0}.closing{text-align:right;text-indent:0}
.sheet{break-before:page}
table{border-collapse:collapse;width:100%;font-size:13pt;line-height:1.5}
td{border:1px solid #222;padding:3px 6px}.label{white-space:nowrap}.list{font-size:11pt}
.seal{position:relative;float:right;margin:-92px 20px 0 0;opacity:.72}
</style><body>${sheets}</body></html>`;
}

function sheetHtml(lines: readonly string[], look: Look): string {
  const out: string[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows[0])
      out.push(rows[0][0] === '序号' ? listHtml(rows) : `<table>${rows.map(rowHtml).join('')}</table>`);
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('|')) {
      rows.push(tableCells(line));
      continue;
    }
    flush();
    if (line === '\f') {
      out.push('<div class="sheet"></div>');
      continue;
    }
    out.push(`<p class="${placeOf(line, index, lines.length)}">${escapeHtml(line)}</p>`);
  }
  flush();
  return `<div class="${look}">${out.join('\n')}${look === 'official' ? sealSvg : ''}</div>`;
}

/** Labels stand in the even columns of a form and are not broken; the last cell takes what is left. */
function rowHtml(cells: readonly string[]): string {
  const cellsHtml = cells.map((cell, index) => {
    const span = index === cells.length - 1 ? ' colspan="9"' : '';
    return `<td${span}${index % 2 === 0 ? ' class="label"' : ''}>${escapeHtml(cell)}</td>`;
  });
  return `<tr>${cellsHtml.join('')}</tr>`;
}

/** A list with a head, cells merged as they are marked. */
function listHtml(rows: readonly string[][]): string {
  const lines = rows.map((cells, r) => {
    const cellsHtml = cells.map((cell, c) => {
      if (cell === '^' || cell === '<') return '';
      let [down, across] = [1, 1];
      while (rows[r + down]?.[c] === '^') down += 1;
      while (cells[c + across] === '<') across += 1;
      return `<td rowspan="${down}" colspan="${across}">${escapeHtml(cell)}</td>`;
    });
    return `<tr>${cellsHtml.join('')}</tr>`;
  });
  return `<table class="list">${lines.join('')}</table>`;
}

function placeOf(line: string, index: number, count: number): 'title' | 'salutation' | 'closing' | 'body' {
  if (index === 0) return 'title';
  if (/[：:]$/.test(line) && line.length < 30) return 'salutation';
  const ends =
    index >= count - 3 && line.length <= 24 && !/[。！？]$/.test(line) && !/^(?:附|联系人)/.test(line);
  return ends ? 'closing' : 'body';
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const sealSvg =
  '<svg class="seal" width="130" height="130" viewBox="-65 -65 130 130"><circle r="60" fill="none" stroke="#d0201c" stroke-width="4"/>' +
  '<path fill="#d0201c" d="M0-20 5-6H20L8 3 12 17 0 8-12 17-8 3-20-6H-5Z"/></svg>';
