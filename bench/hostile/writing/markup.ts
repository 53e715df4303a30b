import { type Family, filesOf, goodLetter } from '../hostile-file.js';

const rtf = (body: string) => `{\\rtf1\\ansi\\ansicpg936\\uc1 ${body}}`;
const escaped = (text: string) =>
  Array.from(text, (c) => (c === '\n' ? '\\par ' : c < '\u0080' ? c : `\\u${c.charCodeAt(0)}?`)).join('');
const html = (body: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>信</title>${head}</head><body>${body}</body></html>`;
const paragraphs = (n: number) => goodLetter(n).replaceAll('\n', '<br>');

export const richText: Family = ({ http, path }) =>
  filesOf('rtf', {
    'million-brackets.rtf': () => rtf('{'.repeat(1_000_000) + '}'.repeat(1_000_000)),
    'million-brackets-open.rtf': () => `{\\rtf1${'{'.repeat(1_000_000)}`,
    'million-brackets-closed.rtf': () => `{\\rtf1${'}'.repeat(1_000_000)}`,
    'binary-of-gigabytes.rtf': () => rtf(`\\bin2147483647 ${escaped(goodLetter(690))}`),
    'binary-negative.rtf': () => rtf(`\\bin-2147483648 ${escaped(goodLetter(691))}`),
    'object-data.rtf': () =>
      rtf(
        `{\\object\\objemb\\objupdate{\\*\\objclass Equation.3}{\\*\\objdata ${'0105000002000000'.repeat(50_000)}}}${escaped(goodLetter(692))}`,
      ),
    'linked-object.rtf': () =>
      rtf(
        `{\\object\\objautlink\\objupdate{\\*\\objdata 01}}{\\field{\\*\\fldinst INCLUDETEXT "${path}"}{\\fldrslt x}}{\\field{\\*\\fldinst INCLUDEPICTURE "${http}/rtf.png"}}${escaped(goodLetter(693))}`,
      ),
    'template-outside.rtf': () => rtf(`{\\*\\template ${http}/template.dotm}${escaped(goodLetter(694))}`),
    'skips-everything.rtf': () => rtf(`\\uc2147483647 \\u20030${escaped(goodLetter(695))}`),
    'unicode-beyond.rtf': () =>
      rtf(`\\u99999999? \\u-99999999? \\u55357? \\u${'9'.repeat(100_000)}? ${escaped(goodLetter(696))}`),
    'half-a-million-words.rtf': () => rtf('\\par\\b\\i0 '.repeat(500_000)),
    'word-of-a-megabyte.rtf': () => rtf(`\\${'a'.repeat(1_000_000)} ${escaped(goodLetter(697))}`),
    'hex-cut.rtf': () => rtf(`\\'b9\\'d8\\'`),
    'code-page-unknown.rtf': () => `{\\rtf1\\ansi\\ansicpg99999 \\'b9\\'d8${escaped(goodLetter(698))}}`,
    'picture-of-megabytes.rtf': () =>
      rtf(
        `{\\pict\\pngblip\\picw2147483647\\pich2147483647 ${'89504e470d0a1a0a'.repeat(300_000)}}${escaped(goodLetter(699))}`,
      ),
    'table-of-a-million-cells.rtf': () =>
      rtf(`\\trowd${'\\cellx9'.repeat(200_000)} ${'x\\cell '.repeat(200_000)}\\row`),
    'cut.rtf': () => rtf(escaped(goodLetter(700))).slice(0, 400),
  });

export const webPages: Family = ({ http, path }) =>
  filesOf('html', {
    'million-deep.html': () => html(`${'<div>'.repeat(1_000_000)}${paragraphs(710)}`),
    'hundred-thousand-tables-deep.html': () => html('<table><tr><td>'.repeat(100_000)),
    'million-closed.html': () => html(`${'</div>'.repeat(1_000_000)}${paragraphs(711)}`),
    'misnested-formatting.html': () => html(`${'<b><i><a><p>'.repeat(30_000)}${paragraphs(712)}`),
    'refresh.html': () =>
      html(paragraphs(713), `<meta http-equiv="refresh" content="0;url=${http}/refresh">`),
    'remote-everything.html': () =>
      html(
        `<img src="${http}/a.png" srcset="${http}/b.png 2x"><iframe src="${http}/frame"></iframe><object data="file://${path}"></object><embed src="${http}/embed"><video src="${http}/video" poster="${http}/poster"></video><script src="${http}/a.js"></script><svg><image href="${http}/c.png"/></svg>${paragraphs(714)}`,
        `<link rel="stylesheet" href="${http}/a.css"><link rel="dns-prefetch" href="${http}"><style>@import url("${http}/b.css"); body { background: url(${http}/d.png) }</style>`,
      ),
    'base-is-a-file.html': () =>
      html(
        `<img src="../../../../${path}"><iframe src="${path}"></iframe>${paragraphs(715)}`,
        `<base href="file:///">`,
      ),
    'script-for-ever.html': () => html(`<script>for(;;)fetch("${http}/loop")</script>${paragraphs(716)}`),
    'script-unclosed.html': () => html(`<script>${'举报'.repeat(100_000)}`),
    'comment-unclosed.html': () => html(`${'<!--'.repeat(100_000)}${paragraphs(717)}`),
    'attribute-of-megabytes.html': () => html(`<p title="${'a'.repeat(5_000_000)}">${paragraphs(718)}</p>`),
    'hundred-thousand-attributes.html': () =>
      html(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(' ')}>${paragraphs(719)}</p>`),
    'spans-everything.html': () =>
      html(`<table><tr><td colspan="2147483647" rowspan="2147483647">${paragraphs(720)}</td></tr></table>`),
    'spans-multiply.html': () =>
      html(`<table>${'<tr><td colspan="1000" rowspan="60000">x</td></tr>'.repeat(200)}</table>`),
    'entities.html': () =>
      html(
        `&#x110000;&#xd800;&#0;&#99999999999999999;${'&'.repeat(200_000)}${'&amp'.repeat(100_000)}${paragraphs(721)}`,
      ),
    'external-entity.html': () =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://${path}"><!ENTITY y SYSTEM "${http}/xhtml">]><html xmlns="http://www.w3.org/1999/xhtml"><body>&x;&y;${paragraphs(722)}</body></html>`,
    'charset-lies.html': () => html(paragraphs(723)).replace('utf-8', 'utf-7'),
    'hidden-words.html': () =>
      html(
        `<div style="display:none">${paragraphs(724)}</div><template>${paragraphs(725)}</template><noscript>${paragraphs(726)}</noscript>`,
      ),
    'archive.mht': () =>
      `From: x\r\nSubject: y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: ${http}/mht\r\n\r\n${html(`<img src="${http}/mht.png">${paragraphs(727)}`)}\r\n--b--\r\n`,
    'plist-in-xml.xml': () =>
      `<?xml version="1.0"?><?xml-stylesheet href="${http}/a.xsl"?><letter xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file://${path}" parse="text"/>${goodLetter(728)}</letter>`,
  });
