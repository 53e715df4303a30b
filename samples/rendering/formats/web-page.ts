import iconv from 'iconv-lite';
import { tableCells } from '../../letters/tables.js';

/** A page saved from a web system: styles, scripts and comments around the words, all in GBK. */
export function renderWebPage(text: string): Buffer {
  const [title = '', ...lines] = text.split('\n').map(escapeHtml);
  const body = lines.map((line) =>
    line.startsWith('|')
      ? `<tr>${tableCells(line)
          .map((cell, c, all) => `<td${c === all.length - 1 ? ' colspan="3"' : ''}>${cell}</td>`)
          .join('')}</tr>`
      : `</table><p>${line}</p><table>`,
  );
  const page = `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${title}</title>
<style>td{border:1px solid #999}</style><script>var token="0";document.title="举报";</script></head>
<body onload="init()"><!-- 打印时不显示 -->
<h1>${title}</h1>
<table border="1">${body.join('\n')}</table>
<noscript>请启用脚本</noscript></body></html>
`;
  return iconv.encode(page, 'gbk');
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
