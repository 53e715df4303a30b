import { type Family, filesOf, goodLetter, randomBytes } from '../hostile-file.js';

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

export const plainTexts: Family = (_, random) =>
  filesOf('text', {
    'nothing.txt': () => '',
    'one-byte.txt': () => 'x',
    'zeros.txt': () => Buffer.alloc(1_000_000),
    'random.txt': () => randomBytes(random, 1_000_000),
    'mark-only-8.txt': () => Buffer.from([0xef, 0xbb, 0xbf]),
    'mark-only-16.txt': () => Buffer.from([0xff, 0xfe]),
    'mark-only-32.txt': () => Buffer.from([0, 0, 0xfe, 0xff]),
    'white-space.txt': () => ' \t\r\n\u3000\u00a0'.repeat(10_000),
    'nul-bytes.txt': () => goodLetter(730).replaceAll('反映', '\u0000\u0000'),
    'lone-surrogates.txt': () => utf16(`\udc00${goodLetter(731)}\ud800\ud800`),
    'odd-bytes-16.txt': () => Buffer.concat([utf16(goodLetter(732)), Buffer.from([0x41])]),
    'utf32.txt': () =>
      Buffer.concat([
        Buffer.from('fffe0000', 'hex'),
        ...Array.from(goodLetter(733), (c) =>
          Buffer.from([c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0]),
        ),
      ]),
    'mark-of-another.txt': () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(goodLetter(734))]),
    'no-line-feed.txt': () => '关于范明志涉嫌受贿的反映，'.repeat(12_000),
    'no-line-feed-no-words.txt': () => 'a'.repeat(190_000),
    'digits.txt': () => '1'.repeat(190_000),
    'brackets.txt': () => '（'.repeat(95_000) + '）'.repeat(95_000),
    'commas-and-names.txt': () => '张三、李四、'.repeat(30_000),
    'line-feeds.txt': () => '\n'.repeat(900_000),
    'carriage-returns.txt': () => goodLetter(735).replaceAll('\n', '\r\r\r'),
    'separators.txt': () => goodLetter(736).replaceAll('\n', '\u2028\u2029\u0085\u000b\u000c'),
    'right-to-left.txt': () => goodLetter(737).replaceAll('范明志', '\u202e志明范\u202c\u2066\u2067'),
    'all-controls.txt': () =>
      `${Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join('')}${goodLetter(738)}\u007f\u0080\u009f`,
    'escape-sequences.txt': () => `\u001b]0;owned\u0007\u001b[2J\u001b[31m${goodLetter(739)}`,
    'zero-width.txt': () => Array.from(goodLetter(740)).join('\u200b\u200d\u2060\ufeff'),
    'heaped-marks.txt': () => Array.from(goodLetter(741)).join('\u0301'.repeat(200)),
    'tags-and-selectors.txt': () => goodLetter(742).replaceAll('的', '\u{e0041}的\ufe0f\u{e0100}'),
    'private-use.txt': () => goodLetter(743).replaceAll('的', '\ue000\uf8ff\u{10ffff}'),
    'full-width-digits.txt': () =>
      goodLetter(744).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
    'overlong-utf8.txt': () =>
      Buffer.concat([
        Buffer.from(goodLetter(745)),
        Buffer.from('c0afe080aff08080aff8888080afed a080'.replaceAll(' ', ''), 'hex'),
      ]),
    'half-gb18030.txt': () =>
      Buffer.concat([Buffer.from('b9d8d3da', 'hex'), Buffer.from([0x81, 0x30, 0x81])]),
    'two-encodings.txt': () =>
      Buffer.concat([Buffer.from(goodLetter(746)), Buffer.from('b9d8d3dab7b6c3f7d6beb5c4b7b4d3b3', 'hex')]),
    'five-megabytes.txt': () => goodLetter(747).repeat(12_000),
    'just-too-long.txt': () => '举'.repeat(200_001),
    'html-look-alike.txt': () => `x <html ${'<'.repeat(100_000)}`,
    'mail-look-alike.txt': () => `${'a'.repeat(4000)}:${' x\n '.repeat(30_000)}`,
    'header-look-alike.txt': () => `${'a-'.repeat(2000)}\n`.repeat(40),
    'web-addresses.txt': () => 'http://'.repeat(25_000),
    'mail-addresses.txt': () => 'a@'.repeat(90_000),
    'amounts.txt': () => '1,000,000.00万'.repeat(10_000),
    'numerals.txt': () => '一百亿零五千万'.repeat(20_000),
    'dates.txt': () => '2018年2月30日至'.repeat(15_000),
    'same-letter-100-times.txt': () => goodLetter(748).repeat(100),
    'prototype.txt': () => '__proto__ constructor toString hasOwnProperty\n'.repeat(100) + goodLetter(749),
    'sql-and-shell.txt': () =>
      `'; drop table items; -- $(touch /tmp/qidi-hostile-shell) \`id\` \${7*7} {{7*7}}\n${goodLetter(750)}`,
    'script.txt': () => `<script>alert(1)</script><img src=x onerror=alert(1)>\n${goodLetter(751)}`,
  });

export const tables: Family = ({ http }) =>
  filesOf('csv', {
    'million-columns.csv': () => `反映内容${','.repeat(1_000_000)}\n`,
    'hundred-thousand-rows.csv': () => `姓名,反映内容\n${'甲,乙\n'.repeat(60_000)}`,
    'one-line-of-8-megabytes.csv': () => 'x'.repeat(8_000_000),
    'quote-unclosed.csv': () => `姓名,反映内容\n"甲,${goodLetter(760)}`,
    'quotes-only.csv': () => '"'.repeat(900_000),
    'formulas.csv': () =>
      `姓名,反映内容\n=HYPERLINK("${http}/csv"),"=cmd|'/c calc'!A0 ${goodLetter(761).replaceAll('\n', ' ')}"\n+1,-1\n@SUM(A1),\t=1\n`,
    'nul-between.csv': () => '姓名\u0000,反映\u0000内容\n甲,乙\n',
    'separator-changes.csv': () => `sep=;\n姓名;反映内容\n甲,乙;丙\t丁|戊\n`,
    'rows-of-all-lengths.csv': () => Array.from({ length: 600 }, (_, i) => 'x,'.repeat(i % 97)).join('\n'),
    'utf16.csv': () => utf16(`姓名\t反映内容\n甲\t${goodLetter(762).replaceAll('\n', ' ')}\n`),
    'header-only.csv': () => '序号,姓名,单位,反映内容\n',
    'prototype.csv': () => `__proto__,constructor,反映内容\n1,2,${goodLetter(763).replaceAll('\n', ' ')}\n`,
  });
