import type { Found, Reading } from '../reading.js';

const name = "[A-Z][A-Za-z'’.-]{0,24}(?: {1,3}[A-Z][A-Za-z'’.-]{0,24})";
const farewell =
  /^[ \t]*(?:yours?(?: (?:faithfully|sincerely|truly|respectfully))?|(?:(?:best|kind|warm)(?:est)? )?(?:regards|wishes)|(?:yours )?(?:sincerely|faithfully|respectfully|truly)(?: yours| submitted)?|(?:many )?thanks?(?: you)?(?: very much)?|cheers|signed)[ \t]*[,.!:]?[ \t]*$/i;
const labelled =
  /^[ \t]*((?:(?:my|your|full|home|sender(?:'s)?|reporter(?:'s)?|informant(?:'s)?|complainant(?:'s)?|contact|mailing|postal|return|mobile) ){0,2}(?:name|from|sender|reporter|informant|complainant|signed|address|phone|tel|telephone|mobile|cell|contact|wechat|e-?mail)(?: (?:number|no\.?))?)[ \t]*[.:：]?[ \t]*(?<=[:： \t])(\S[^\n]*)$/i;
/** A label of the one who is reported heads the lines below it. */
const ofAccused = /\b(?:accused|respondent|reported person|subject of|suspect|defendant)\b/i;
const named = new RegExp(
  `\\b(?:[Mm]y (?:full )?name is|[Mm]y name['’]s|I am called|[Tt]his is|I am(?! [A-Z][a-z]+ese\\b)|I['’]m|I, )[ ]?(${name}{0,3})`,
  'g',
);
const lives =
  /\b(?:I|we|my family) (?:now |currently )?(?:live|reside|stay|am living|are living) (?:at|in|on) ([^;\n]{4,80}?)(?=\.(?:\s|$)|[;\n]| and |$)|\bmy (?:home |postal |mailing )?address is ([^;\n]{4,80}?)(?=\.(?:\s|$)|[;\n]|$)/gi;
const works =
  /\bI (?:am|was) (?:an?|the) [a-z ]{0,24}?(?:employee|worker|teacher|clerk|driver|accountant|member|resident|nurse|engineer|manager) (?:of|at|in|with) (?:the )?((?:[A-Z][\w'-]*[ ]?){1,6})|\bI work(?:ed)? (?:at|for|in) (?:the )?((?:[A-Z][\w'-]*[ ]?){1,6})/g;
const reach =
  /\b(?:call|reach|contact|text|phone|ring|write to|visit|find|mail|answer) (?:me|us)\b[^\n]{0,120}/gi;
/** My WeChat is …, my room is …: what is his own, up to the end of the clause. */
const possessed =
  /\b[Mm]y (?:WeChat|wechat|QQ|phone|telephone|mobile|number|room|office|flat|apartment|desk|badge|staff (?:number|ID)|e-?mail)(?: (?:number|ID|id|account))? (?:is|:) ?([^,;.\n]{2,40}(?:\.[a-z]{2,3}\b)?)/g;
/** I have taught here since 2015, I am the only foreign teacher: no one else is that. */
const alone =
  /\b(?:I(?: am|'m|’m| was|'ve been| have been)? )(?:[^.;\n]{0,60}?\b)?((?:since|from) (?:\w+ )?(?:19|20)\d{2}|the only [a-z ]{3,40})/g;
/** Lines at the end among which a signature stands. */
const signedWithin = 4;
const number = /\+?\d[\d ()-]{5,18}\d/g;
const street =
  /\b(?:(?:Flat|Room|Apartment|Apt|Unit|No)\.? ?\w{1,6},? )?\d{1,5}[A-Za-z]?,? (?:[A-Z]\w*,? ){1,4}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Alley|Drive|Court|Building|Village)\b/g;
const day = /^\W*(?:\w+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} \w+ \d{4}|[\d./-]{6,10})\W*$/;

/** Kelvin Wong, "Kelvin" <kelvin@…>: a name as a label is filled in with it. */
const shownName = new RegExp(`^["“]?(${name}{0,3}|[A-Z][A-Za-z'’-]{1,24}(?=["” ]*<))`);
const signerName = new RegExp(`^${name}{0,3}`);

/** 我叫John Smith, 投诉人：Li Chunhua, and a line below the letter that is nothing but such a name. */
const introduced = new RegExp(
  `(?:(?:我(?:叫|是|系)|我的(?:英文)?名字?[叫是]?|(?<!被)(?:举报|投诉|反映|控告|来访|来电|来信|写信|检举|申诉|信访)人(?:姓名)?|姓名|署名|落款)[:：]?[ \\u3000]*)(${name}{0,3}|[A-Z][a-z]{1,24}(?![A-Za-z]))`,
  'g',
);
const signature = new RegExp(`^[ \\t\\u3000]*(${name}{0,2})[ \\t]*$`);

/** Names in Latin letters of whoever writes in Chinese. */
export function readLatinNames({ text, lines, official }: Reading): Found[] {
  if (official || !/[A-Z][a-z]/.test(text)) return [];
  const found: Found[] = [];
  const add = (start: number, value: string) =>
    found.push({ kind: 'name', span: { start, end: start + value.length } });
  for (const match of text.matchAll(introduced)) {
    const value = match[1] ?? '';
    add(match.index + match[0].length - value.length, value);
  }
  const written = lines.filter((line) => text.slice(line.start, line.end).trim() !== '');
  for (const line of written.slice(1).slice(-signedWithin)) {
    const value = signature.exec(text.slice(line.start, line.end))?.[1];
    if (value !== undefined) add(line.start + text.slice(line.start, line.end).indexOf(value), value);
  }
  return found;
}

/** Whoever writes in English tells who he is below a farewell, in labelled lines, and behind a few words of his own. */
export function readEnglish({ text, lines, official }: Reading): Found[] {
  if (official || !/[A-Za-z]{3}/.test(text)) return [];
  const found: Found[] = [];
  const add = (kind: Found['kind'], start: number, value: string) => {
    const from = start + (value.length - value.trimStart().length);
    const end = from + value.trim().replace(/[,;.]+$/, '').length;
    if (end > from) found.push({ kind, span: { start: from, end } });
  };
  for (const match of text.matchAll(named)) {
    const value = match[1] ?? '';
    add('name', match.index + match[0].length - value.length, value);
  }
  for (const match of text.matchAll(lives)) {
    const value = match[1] ?? match[2] ?? '';
    add('address', match.index + match[0].length - value.length, value);
  }
  for (const match of text.matchAll(works)) {
    const value = match[1] ?? match[2] ?? '';
    add('organisation', match.index + match[0].length - value.length, value);
  }
  for (const form of [possessed, alone])
    for (const match of text.matchAll(form))
      add('other', match.index + match[0].length - match[1]!.length, match[1]!);
  for (const match of text.matchAll(reach)) {
    for (const at of match[0].matchAll(number)) add('phone', match.index + at.index, at[0]);
    for (const at of match[0].matchAll(street)) add('address', match.index + at.index, at[0]);
  }
  let closing = 0;
  for (const [n, line] of lines.entries()) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === '') continue;
    if (farewell.test(written)) {
      closing = 8;
      continue;
    }
    const label = labelled.exec(written);
    const value = label?.[2] ?? '';
    if (label !== null && !isOfAccused(text, lines, n)) {
      const asked = label[1] ?? '';
      const at = line.end - value.length;
      if (/address/i.test(asked) && !value.includes('@')) add('address', at, value);
      else if (/phone|tel|mobile|cell|contact/i.test(asked)) {
        for (const digits of value.matchAll(number)) add('phone', at + digits.index, digits[0]);
      } else if (/name|from|sender|reporter|informant|complainant|signed/i.test(asked)) {
        const shown = shownName.exec(value)?.[1];
        // Kelvin 某某: both are one person.
        if (shown !== undefined)
          add(/[\u3400-\u9fff]/.test(value) ? 'other' : 'name', at + value.indexOf(shown), shown);
      }
    } else if (closing > 0 && !day.test(written)) signedLine(written, line.start, add);
    closing -= 1;
  }
  return found;
}

/** A line below the farewell: a number, a home, a name, else what the signer is. */
function signedLine(
  written: string,
  at: number,
  add: (kind: Found['kind'], start: number, value: string) => void,
) {
  const bare = written.trim();
  if (
    bare.length > 80 ||
    !/[A-Za-z\d]/.test(bare) ||
    /[\u3400-\u9fff]/.test(bare) ||
    /[.!?] \w/.test(bare.replace(/\b[A-Z]\. /g, ''))
  )
    return;
  const start = at + written.indexOf(bare);
  if (/^P\.? ?S/i.test(bare)) return;
  if (/^\+?[\d ()-]{7,20}$/.test(bare)) add('phone', start, bare);
  else if (/\d/.test(bare)) add('address', start, bare);
  else {
    const signer = signerName.exec(bare)?.[0];
    if (
      signer !== undefined &&
      !/\b(?:Manager|Citizen|Employee|Worker|Party|Member|Office|Company|Ltd)\b/.test(bare)
    )
      add('name', start, signer);
    else if (!/^an? |\b(?:citizen|whistleblower|member)\b/i.test(bare)) add('organisation', start, bare);
  }
}

function isOfAccused(text: string, lines: Reading['lines'], n: number): boolean {
  return lines.slice(Math.max(0, n - 4), n + 1).some((line) => {
    const written = text.slice(line.start, line.end);
    return written.length < 60 && ofAccused.test(written);
  });
}
