import type { Found, Reading } from '../reading.js';
import { beginsWithSurname, nameAt } from '../writer/index.js';

/** A home that a number ends: 某县某街77号3栋402室. */
const door =
  /[\u3400-\u9fff][\u3400-\u9fff\dA-Za-z-]{1,30}?\d{1,5}[号號栋棟幢弄组組室](?:院|[\dA-Za-z]{1,5}(?:[号號栋棟幢室楼]|单元|單元))*/;
/** What the sender's side of an envelope begins with; what he is sent from stands behind it. */
const sentFrom =
  /(?:^|\n)[ \u3000\t]*(?:寄[件信]?人?|寄[件信]|发[信件]人?|發[信件]人?|寄件單位|寄自|发自|發自|内详|內詳)(?:[ \u3000\t]{0,4}[:：;；]|(?<=自|详|詳)|[ \u3000\t]{1,4})([^\n]{2,80})/g;
/** 甘某某缄, 某地某某寄: the end of the sender's line. */
const sealedBy = /(?:^|\n)([^\n。；]{2,60}?)[ \u3000]{0,4}(?:缄|緘|寄出?|谨缄|托)[ \u3000]*(?=\n|$)/g;
/** To whom an envelope goes ends its line. */
const addressee =
  /(?:委|局|办|室|组|厅|部|处|府|院|中心|会|同志|书记|领导|主任)[^\n]{0,6}?[ \u3000]{0,6}(?:亲?[收启啟]|台启|钧启|收启)[ \u3000]*$/;
/** Where an answer should go: 回信请寄某街77号某某转. */
const answerTo =
  /(?:(?:回信|回复|答复|回函|覆信|复信|信件?|函|通知|结果|材料)[^。；\n]{0,8}?|[，,。；：:](?:请|可以?))(?:寄|邮|递)(?:到|至|往|给|在|回)?[:：]?[ \u3000]?([^，,。；\n]{4,50})/g;
const ofOthers = /[他她其]|举报人员|老板|局长|主任/;

/** The sender's side of an envelope, with a label or without one, and where the writer wants an answer. */
export function readReturnAddresses(reading: Reading): Found[] {
  const { text, lines } = reading;
  const found: Found[] = [];
  const take = (start: number, written: string) => found.push(...senderIn(reading, start, written));
  for (const match of text.matchAll(sentFrom))
    take(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '');
  for (const match of text.matchAll(sealedBy))
    take(match.index + match[0].indexOf(match[1] ?? ''), match[1] ?? '');
  for (const match of text.matchAll(answerTo)) {
    if (ofOthers.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    take(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '');
  }
  for (const [n, line] of lines.entries()) {
    if (!addressee.test(text.slice(line.start, line.end))) continue;
    // The few short lines below the addressee are the sender's.
    for (const next of lines.slice(n + 1, n + 4)) {
      const written = text.slice(next.start, next.end);
      if (written.trim() === '' || written.length > 60 || /[，。；：:]/.test(written)) break;
      if (door.test(written)) take(next.start, written);
    }
  }
  return found;
}

/** A home with a number in some words, and the name that stands behind it or alone. */
function senderIn(reading: Reading, start: number, written: string): Found[] {
  const found: Found[] = [];
  const home = door.exec(written);
  let rest = 0;
  if (home !== null) {
    found.push({
      kind: 'address',
      span: { start: start + home.index, end: start + home.index + home[0].length },
    });
    rest = home.index + home[0].length;
  }
  const [lead = ''] = /^[ \u3000，,、（(]{0,8}/.exec(written.slice(rest)) ?? [];
  const name = nameAt(reading, start + rest + lead.length, true);
  if (name === null || name.end > start + written.length + 1) return found;
  const end = /[转轉收缄緘寄]$/.test(reading.text.slice(name.start, name.end)) ? name.end - 1 : name.end;
  if (
    end - name.start >= 2 &&
    end - name.start <= 4 &&
    beginsWithSurname(reading.text, name.start, reading) > 0
  )
    found.push({ kind: 'name', span: { start: name.start, end } });
  return found;
}
