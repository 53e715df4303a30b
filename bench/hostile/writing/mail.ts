import { toDocx } from '../../letters/index.js';
import { type Family, filesOf, goodLetter, randomBytes } from '../hostile-file.js';

const head = (more = '') =>
  `From: a@example.invalid\r\nTo: b@example.invalid\r\nSubject: =?utf-8?B?${Buffer.from('情况反映').toString('base64')}?=\r\nDate: Mon, 26 Feb 2018 10:00:00 +0800\r\nMIME-Version: 1.0\r\n${more}`;
const plain = (n: number) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${goodLetter(n)}\r\n`;
const mixed = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`;

function nestedParts(depth: number, n: number): string {
  let text = head();
  for (let i = 0; i < depth; i++) text += `${mixed(`b${i}`)}--b${i}\r\n`;
  text += plain(n);
  for (let i = depth - 1; i >= 0; i--) text += `\r\n--b${i}--\r\n`;
  return text;
}

function nestedMails(depth: number, n: number): string {
  const outer = 'Content-Type: message/rfc822\r\n\r\n';
  return `${head(outer).repeat(depth)}${head()}${plain(n)}`;
}

export const mails: Family = ({ http, path }, random) =>
  filesOf('mail', {
    'parts-10000-deep.eml': () => nestedParts(10_000, 660),
    'parts-20-deep.eml': () => nestedParts(20, 661),
    'mails-500-deep.eml': () => nestedMails(500, 662),
    'mails-4-deep.eml': () => nestedMails(4, 663),
    'fifty-thousand-parts.eml': () => `${head(mixed('b'))}${'--b\r\n\r\nx\r\n'.repeat(50_000)}--b--\r\n`,
    'header-of-ten-megabytes.eml': () => `${head(`X-Long: ${'a'.repeat(10_000_000)}\r\n`)}${plain(664)}`,
    'subject-of-a-megabyte.eml': () =>
      `${head()
        .replace('情', '')
        .replace('Subject: ', `Subject: ${'=?utf-8?B?5Li+?= '.repeat(60_000)}`)}${plain(665)}`,
    'folded-100000-times.eml': () => `${head(`X-Folded: a\r\n${' b\r\n'.repeat(100_000)}`)}${plain(666)}`,
    'hundred-thousand-headers.eml': () => `${head('X-A: b\r\n'.repeat(100_000))}${plain(667)}`,
    'hundred-thousand-receivers.eml': () =>
      `${head(`Cc: ${'a@example.invalid, '.repeat(100_000)}c@example.invalid\r\n`)}${plain(668)}`,
    'bad-base64.eml': () =>
      `${head('Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n')}\r\n!!!!====${'举报'.repeat(1000)}\r\n`,
    'million-blocks-of-base64.eml': () =>
      `${head(mixed('b'))}--b\r\n${plain(682)}--b\r\nContent-Disposition: attachment; filename="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QQ==\r\n'.repeat(1_000_000)}--b--\r\n`,
    'nothing-but-padding.eml': () =>
      `${head('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n')}\r\n${'='.repeat(20_000_000)}`,
    'bad-quoted-printable.eml': () =>
      `${head('Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n')}\r\n${'=ZZ=\r\n=='.repeat(20_000)}`,
    'unknown-charset.eml': () =>
      `${head('Content-Type: text/plain; charset=x-nobody-knows\r\n')}\r\n${goodLetter(669)}`,
    'boundary-is-empty.eml': () => `${head(mixed(''))}--\r\n${plain(670)}----\r\n`,
    'boundary-within-boundary.eml': () =>
      `${head(mixed('b'))}--b\r\n${mixed('bb')}--bb\r\n${plain(671)}--bb--\r\n--b--\r\n`,
    'boundary-never-comes.eml': () => `${head(mixed('nowhere'))}${goodLetter(672)}`,
    'boundary-of-100000.eml': () =>
      `${head(mixed('b'.repeat(100_000)))}--${'b'.repeat(100_000)}\r\n${plain(673)}`,
    'parameter-games.eml': () =>
      `${head(`Content-Type: multipart/mixed; ${'boundary*0*=a; '.repeat(20_000)}boundary="b"\r\n\r\n`)}--b\r\n${plain(674)}--b--\r\n`,
    'brackets-unclosed.eml': () =>
      `${head(`X-Comment: ${'('.repeat(100_000)}\r\nCc: ${'"'.repeat(99_999)}\r\nReply-To: ${'<'.repeat(100_000)}\r\n`)}${plain(675)}`,
    'external-body.eml': () =>
      `${head(`Content-Type: message/external-body; access-type=URL; URL="${http}/body"\r\n\r\nContent-Type: text/plain\r\n\r\n`)}`,
    'external-local-file.eml': () =>
      `${head(`Content-Type: message/external-body; access-type=local-file; name="${path}"\r\n\r\nContent-Type: text/plain\r\n\r\n`)}`,
    'web-page-with-beacons.eml': () =>
      `${head('Content-Type: text/html; charset=utf-8\r\n')}\r\n<html><base href="${http}/"><img src="beacon.png"><link rel=stylesheet href="${http}/s.css"><p>${goodLetter(676)}</p><img src="file://${path}"></html>`,
    'attachment-climbs-out.eml': () =>
      `${head(mixed('b'))}--b\r\n${plain(677)}--b\r\nContent-Type: application/octet-stream; name="../../../tmp/qidi-hostile-mail.docx"\r\nContent-Disposition: attachment; filename="../../../tmp/qidi-hostile-mail.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(toDocx(goodLetter(678))).toString('base64')}\r\n--b--\r\n`,
    'thousand-attachments.eml': () =>
      `${head(mixed('b'))}--b\r\n${plain(679)}${`--b\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\nx\r\n`.repeat(3000)}--b--\r\n`,
    'attachment-is-random.eml': () =>
      `${head(mixed('b'))}--b\r\n${plain(680)}--b\r\nContent-Disposition: attachment; filename="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${randomBytes(random, 300_000).toString('base64')}\r\n--b--\r\n`,
    'winmail.eml': () =>
      `${head(mixed('b'))}--b\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.concat([Buffer.from('789f3e22', 'hex'), randomBytes(random, 9000)]).toString('base64')}\r\n--b--\r\n`,
    'encrypted.eml': () =>
      `${head('Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\n')}\r\n${randomBytes(random, 3000).toString('base64')}\r\n`,
    'headers-only.eml': () => head(),
    'nul-bytes.eml': () => `${head('X-Nul: \u0000\u0000\r\n')}${plain(681).replace('举报', '\u0000')}`,
  });
