import type { Found, Reading } from '../reading.js';

/** Lines of a mail's head that tell of the sender's own people and addresses. */
const line =
  /(?:^|\n)[ \t]*(?:抄送|密送|密件抄送|回复|回复至|回复地址|答复至|Cc|Bcc|Reply-?To)[ \t]*[:：][ \t]*([^\n]{3,400})/giu;
const head = /(?:^|\n)[ \t]*(?:发件人|寄件人|From)[ \t]*[:：]/iu;
/** From: "mu_xf1987" <…>: what an account shows for a name. */
const sender = /(?:^|\n)[ \t]*(?:发件人|寄件人|From)[ \t]*[:：][ \t]*["“]([^"”\n]{2,40})["”][ \t]*</giu;
const entry =
  /(?:["“]?([^"“”<>,;，；\n@]{2,40}?)["”]?[ \t]*)?<?([\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})>?/gu;
/** Names and addresses of offices are no secret. */
const office = /[委局办室处科组部院厅会]$|公司|中心|政府|纪检|信访|举报/u;
const officeAddress =
  /@[\w.-]*\bgov\b|^(?:jubao|xinfang|jiwei|jw|jwjw|report|12388|info|office|service)[\w.-]*@/iu;

/** To whom a sender sends a copy, and where he wants the answer: his own other addresses and his family's, unless an office's. */
export function readMailHead({ text, names }: Reading): Found[] {
  if (!head.test(text)) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(sender)) {
    const shown = match[1]!;
    const start = match.index + match[0].indexOf(shown);
    if (!office.test(shown) && /[A-Za-z\d]/.test(shown))
      found.push({ kind: 'other', span: { start, end: start + shown.length } });
  }
  for (const match of text.matchAll(line)) {
    const value = match[1] ?? '';
    const from = match.index + match[0].length - value.length;
    for (const one of value.matchAll(entry)) {
      const [whole, shown = '', address = ''] = one;
      if (officeAddress.test(address) || office.test(shown.trim())) continue;
      const at = from + one.index;
      found.push({
        kind: 'email',
        span: { start: at + whole.indexOf(address), end: at + whole.indexOf(address) + address.length },
      });
      const name = shown.trim();
      const start = at + whole.indexOf(name);
      // Who holds a public post in the letter is whom it is about.
      const held = names.persons.some(
        (p) =>
          p.text === name && names.positions.some((post) => post.end === p.start && post.kind === 'public'),
      );
      if (/^(?:[\p{Script=Han}·]{2,6}|[A-Z][\p{L}'.-]+(?: [A-Z][\p{L}'.-]+){0,3})$/u.test(name) && !held)
        found.push({ kind: 'name', span: { start, end: start + name.length } });
    }
  }
  return found;
}
