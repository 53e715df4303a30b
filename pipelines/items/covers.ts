import type { Normalised } from '../../domain/index.js';
import { type Draft, draftOf, type Paper, withFlag } from './item.js';
import { type Boundary, findBoundaries, isSure, linesOf, stretchesOf } from './letters.js';
import { isUncertain } from './second-paper.js';
import { isEvidence, isPetitionTitle, type PaperLine } from './signs.js';

/** A letter that only hands another one on says so within so many characters. */
const longestCover = 1500;
const handsOn =
  /转去|转来|转给你|转你[委局办县市区组]|转请|转办|转送|转交|交办|交由?你|随函|随文|附后|移[送交]|请[^。]{0,8}(?:阅处|办理|核查)/u;
/** What the body of a mail says where it only carries what is attached to it. */
const carries =
  /附件|附上|附后|随附|转发|转去|转来|转办|请查收|请阅|请收|查阅|请处理|请办理|见附|材料如|打包/u;
/** A body without these few characters says nothing of its own. */
const shortestBody = 40;
const longestForward = 400;
const accuses = /举报|检举|控告|涉嫌|收受|贪污|受贿|违规|违纪|侵占|挪用/u;
const mailField =
  /^(?:发件人|收件人|抄送|密送|主题|日期|时间|发送时间|发件时间|附件|From|To|Cc|Bcc|Subject|Date|Sent|Attachments?|回复)\s{0,4}[:：]/iu;

/**
 * The letters in a paper: the whole is one, unless at least two signs say that another begins. A paper that only
 * hands on the letter behind it is its cover.
 */
export function letterDrafts(source: Normalised, paper: Paper): Draft[] {
  const lines = linesOf(source, paper);
  const first = paper.pages[0]!;
  const whole = {
    start: Math.min(first.start, lines[0]?.start ?? first.start),
    end: paper.pages.at(-1)!.end,
  };
  const boundaries = findBoundaries(source, paper, lines);
  const handedOn = boundaries.find((b) => isHandedOn(source.text, lines, b)) ?? null;
  const starts = boundaries.filter(
    (b) => b === handedOn || (handedOn && b.at > handedOn.at && isEnclosed(b)) || isSure(lines, b),
  );
  if (starts.length === 0) {
    const draft = draftOf(source, paper, whole);
    return [isUncertain(lines, boundaries) ? withFlag(draft, 'split_uncertain') : draft];
  }
  const stretches = stretchesOf(
    lines,
    starts.map((b) => b.at),
  );
  let line = 0;
  const own = stretches.map(({ end }) => {
    const from = line;
    while (line < lines.length && lines[line]!.start < end) line += 1;
    return lines.slice(from, line);
  });
  const cover =
    handedOn && starts[0] === handedOn ? draftOf(source, paper, stretches[0]!, { cover: true }) : null;
  return stretches.map((stretch, i) => {
    if (cover && i === 0) return cover;
    const known = cover ? { coveredBy: cover, context: cover.text } : {};
    const draft = draftOf(source, paper, stretch, known);
    return isUncertain(own[i]!, boundaries) ? withFlag(draft, 'split_uncertain') : draft;
  });
}

/** Whether all before the place hands on what begins there. */
function isHandedOn(text: string, lines: readonly PaperLine[], boundary: Boundary): boolean {
  if (!boundary.opening || isEvidence(lines[boundary.line]!.text)) return false;
  if (!boundary.attached && !boundary.signed && !(boundary.top && boundary.titled)) return false;
  const before = text.slice(lines[0]!.start, boundary.at);
  if (before.length > longestCover || !handsOn.test(before)) return false;
  return !lines.slice(0, 3).some((l) => isPetitionTitle(l.text));
}

function isEnclosed(boundary: Boundary): boolean {
  return boundary.opening && (boundary.attached || (boundary.titled && boundary.top));
}

/**
 * A mail with what is attached to it: a body that only forwards is the cover of the attachments, one that says
 * nothing is no item, any other is a letter of its own.
 */
export function withAttachments(own: readonly Draft[], attached: readonly Draft[]): Draft[] {
  const [body, ...others] = own;
  if (!body || attached.length === 0 || others.length > 0 || body.review !== null)
    return [...own, ...attached];
  const said = body.text
    .split('\n')
    .filter((line) => !mailField.test(line.trim()))
    .join('\n')
    .trim();
  const inMail = (draft: Draft, cover: Draft | null): Draft =>
    draft.coveredBy || draft.context !== '' ? draft : { ...draft, coveredBy: cover, context: body.text };
  if (said.replace(/\s/gu, '').length <= shortestBody && !accuses.test(said))
    return attached.map((d) => inMail(d, null));
  const forwards = said.length <= longestForward && (carries.test(said) || handsOn.test(said));
  if (!forwards || (accuses.test(said) && !handsOn.test(said)))
    return [...own, ...attached.map((d) => inMail(d, null))];
  const cover = { ...body, cover: true };
  // What an attachment covers itself keeps its own cover.
  const inside = new Map(attached.map((draft) => [draft, inMail(draft, cover)]));
  return [
    cover,
    ...attached.map((draft) => {
      const found = inside.get(draft)!;
      return found.coveredBy && inside.has(found.coveredBy)
        ? { ...found, coveredBy: inside.get(found.coveredBy)! }
        : found;
    }),
  ];
}
