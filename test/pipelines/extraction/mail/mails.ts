import type { Mail } from '../../../../samples/rendering/eml.js';
import { extract } from '../../extractions.js';

export const letter: Mail = {
  from: '陆见川 <lujc@example.com>',
  to: '举报信箱 <jubao@example.gov.cn>',
  date: 'Tue, 18 Apr 2017 09:12:00 +0800',
  subject: '关于翠云苑项目有关问题的举报',
  text: '领导：\n　　反映翠云苑项目涉嫌违规减免易地建设费。',
};
export const page = `发件人：陆见川 <lujc@example.com>
收件人：举报信箱 <jubao@example.gov.cn>
日期：2017年4月18日 09:12
主题：关于翠云苑项目有关问题的举报

领导：
　　反映翠云苑项目涉嫌违规减免易地建设费。`;

export const read = (mail: string | Uint8Array) => extract(Buffer.from(mail as string), 'eml');
export const textOf = async (mail: string | Uint8Array) => (await read(mail)).pages[0]!.text;
export const pathsOf = async (mail: string | Uint8Array) =>
  (await read(mail)).parts.slice(1).map((part) => part.member);
/** Lines of a mail, joined as mail servers do. */
export const mailOf = (...lines: string[]) => lines.join('\r\n');
export const plain = ['MIME-Version: 1.0', 'From: a@example.com', 'Content-Type: text/plain; charset=utf-8'];
export const multipart = (kind: string, ...parts: string[][]) =>
  [
    'MIME-Version: 1.0',
    'From: a@example.com',
    `Content-Type: multipart/${kind}; boundary=b`,
    '',
    ...parts.flatMap((part) => ['--b', ...part]),
    '--b--',
    '',
  ].join('\r\n');
export const head = '发件人：a@example.com';
