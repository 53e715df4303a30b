import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { extract } from '../../extractions.js';
import { cellsOf } from '../tables.js';

const textOf = async (html: string | Uint8Array) =>
  (await extract(Buffer.from(html as string), 'html')).pages[0]!.text;
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}<title>标题</title></head><body>${body}</body></html>`;

describe('a saved web page', () => {
  it('is its visible text: one line a paragraph', async () => {
    const html = page(
      `<style>p{}</style><script>var a = "<p>不是</p>";</script><!-- 注释 --><h1>举报 信</h1>
       <p>第一段&nbsp;甲&#20057;&lt;丙&gt;，这一行在编辑器
里折断了</p><div>外<p>内</p>外后</div><p hidden>藏一</p><p style="display: none">藏二</p><span style="VISIBILITY:hidden">藏三</span>
       上<br>下<noscript>请启用脚本</noscript><del>已删</del><ul><li>一<li>二</ul><pre>原
样</pre><img src="http://example.invalid/a.png" alt="图"><input type="text" value="填写"><input type="hidden" value="密"><input type="checkbox" checked>是`,
    );
    expect(await textOf(html)).toBe(
      '举报 信\n第一段\u00a0甲乙<丙>，这一行在编辑器里折断了\n外\n内\n外后\n上\n下\n一\n二\n原\n样\n填写☑是',
    );
  });

  it('has its tables as tables', async () => {
    const { pages } = await extract(
      Buffer.from(
        page(`<table><tr><th>序号<th>姓名<th colspan=2>问题及金额</tr>
        <tr><td rowspan="2">1<td>甲<td>减免<td>5万元
        <tr><td>乙<td><table><tr><td>内一<td>内二</table><td></td></tr>
        <tr><td>2</td><td></td><td></td><td></td></tr></table><p>表后`),
      ),
      'htm',
    );
    expect(pages[0]!.text).toBe(
      '序号\t姓名\t问题及金额\n1\t甲\t减免\t5万元\n\t乙\t内一 内二\t\n2\t\t\t\n表后',
    );
    expect(cellsOf(pages[0]!)).toEqual([
      ['序号', '姓名', '问题及金额', '问题及金额'],
      ['1', '甲', '减免', '5万元'],
      ['1', '乙', '内一 内二', ''],
      ['2', '', '', ''],
    ]);
  });

  it.each([
    ['gb18030', iconv.encode(page('举报信', '<meta charset="gb2312">'), 'gbk')],
    ['gb18030', iconv.encode(page('举报信'), 'gbk')],
    [
      'utf-8',
      Buffer.from(page('举报信', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')),
    ],
    ['big5', iconv.encode(page('舉報信', '<meta charset=big5>'), 'big5')],
    ['utf-16le', iconv.encode(page('举报信'), 'utf-16le', { addBOM: true })],
  ])('is read in its encoding: %s', async (encoding, bytes) => {
    const { parts, pages } = await extract(bytes, 'html');
    expect(parts).toMatchObject([{ format: 'html', encoding, flags: [] }]);
    expect(pages[0]!.text).toMatch(/^(?:举报信|舉報信)$/);
  });

  it('is read by what it is where a system calls it doc or xls', async () => {
    const table = '<table border=1><tr><td>序号</td><td>姓名</td></tr></table>';
    const { parts, pages } = await extract(Buffer.from(table), 'xls');
    expect(parts).toMatchObject([{ format: 'html', flags: ['wrong_extension'] }]);
    expect(cellsOf(pages[0]!)).toEqual([['序号', '姓名']]);
  });

  it('as Word saves it: comments apart, numbers of lists kept', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:a>无</o:a></xml><![endif]--></head><body>
      <p class=MsoNormal><![if !supportLists]><span>一、</span><![endif]><span>问题<o:p></o:p></span></p>
      <div style='mso-element:comment-list'><p>请核对</p></div><p>正文</p></body></html>`;
    const { parts, pages } = await extract(Buffer.from(html), 'doc');
    expect(pages[0]!.text).toBe('一、问题\n正文');
    expect(parts).toMatchObject([{ format: 'html', comments: ['请核对'], flags: ['wrong_extension'] }]);
  });

  it('ends in bounded time whatever it is given', async () => {
    const started = performance.now();
    await expect(textOf(page('<div>'.repeat(500_000)))).rejects.toMatchObject({ code: 'extraction.damaged' });
    await expect(
      textOf(page(`<table>${'<tr><td colspan=1000 rowspan=65534>x'.repeat(10_000)}`)),
    ).rejects.toMatchObject({
      code: 'extraction.too_much_text',
    });
    expect(await textOf(page('</div>'.repeat(500_000)))).toBe('');
    expect(await textOf(page(`<p${' a'.repeat(500_000)}>甲`))).toBe('甲');
    expect(await textOf(page(`甲${'<b '.repeat(500_000)}`))).toBe('甲');
    expect(await textOf(page(`${' \n'.repeat(90_000)}甲`))).toBe('甲');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a web archive', () => {
  const archive = (type: string, encoding: string, body: string) =>
    `From: <由浏览器保存>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_x"\r\n\r\n前言\r\n------=_x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: http://example.invalid/\r\n\r\n${body}\r\n------=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------=_x--\r\n`;
  const quoted = (bytes: Buffer) =>
    [...bytes]
      .map((byte) =>
        byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
      )
      .join('');

  it.each([
    [
      'quoted-printable, GBK',
      archive(
        'text/html; charset="gb2312"',
        'quoted-printable',
        quoted(iconv.encode(page('举报信<p>第二段'), 'gbk')).replace('<p>', '<=\r\np>'),
      ),
    ],
    [
      'base64, UTF-8',
      archive('text/html', 'base64', Buffer.from(page('举报信<p>第二段')).toString('base64')),
    ],
  ])('is its page: %s', async (_, text) => {
    const { parts, pages } = await extract(Buffer.from(text), 'mht');
    expect(parts).toMatchObject([{ format: 'html', flags: [] }]);
    expect(pages[0]!.text).toBe('举报信\n第二段');
  });

  it('is all its pages where the first is only a frame around them, as of a saved workbook', async () => {
    const part = (html: string) => `------=_x\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html}\r\n`;
    const text = `From: <x>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_x"\r\n\r\n${part('<html><frameset><frame src="sheet001.htm"></frameset></html>')}${part('<html><table><tr><td>序号<td>问题</table></html>')}${part('<html><p>第二张表</html>')}------=_x--\r\n`;
    const { pages } = await extract(Buffer.from(text), 'mht');
    expect(pages.map((p) => p.text)).toEqual(['序号\t问题', '第二张表']);
  });
});
