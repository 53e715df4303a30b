import type { Boundary } from './letters.js';
import {
  isAttachmentLabel,
  isContact,
  isDay,
  isEvidence,
  isField,
  isFormHead,
  isFormTitle,
  isGreeting,
  isHeading,
  isMailHead,
  isName,
  isPetitionTitle,
  isPostscript,
  isSigning,
  type PaperLine,
  saysSomething,
} from './signs.js';

/** Lines behind a closing among which the next paper begins: a telephone, a postscript's label. */
const between = 3;
/** Characters: so much told before an opening is no head, and behind a date no postscript. */
const enough = 60;

/**
 * Whether something says that lines which are taken for one paper hold a second one, but not enough to part them:
 * a page on which one seems to begin, or that they open or close twice. Then a person should look.
 *
 * @param boundaries where papers may begin in the file: what lies outside of the lines says nothing
 */
export function isUncertain(lines: readonly PaperLine[], boundaries: readonly Boundary[]): boolean {
  const begun = new Set(
    boundaries.filter((b) => !b.attached && ((b.titled && b.top) || b.paging >= 2)).map((b) => b.at),
  );
  return (
    lines.slice(1).some(({ start, text }) => begun.has(start) && !isEvidence(text)) ||
    opensOrClosesTwice(lines)
  );
}

/** Two greetings or titles, an opening behind a signature, much that is told behind a date or closed by another one. */
function opensOrClosesTwice(lines: readonly PaperLine[]): boolean {
  let told = 0;
  let closedAt = Number.NEGATIVE_INFINITY;
  /** Whether the last closing has a date, and whether one before it had, with more told between. */
  let dated = false;
  let datedBefore = false;
  /** What is told behind the last closing, in characters, and whether as a postscript. */
  let since = 0;
  let postscript = false;
  /** Kinds of openings with what had been told at each. */
  const opened = new Map<string, number>();
  for (const [i, { text }] of lines.entries()) {
    // What lies behind belongs to the paper.
    if (isAttachmentLabel(text)) return false;
    if (isEvidence(text)) continue;
    const justClosed = since === 0 && i - closedAt <= between;
    const opening = openingOf(lines, i);
    if (opening !== null && tells(lines, i)) {
      if (justClosed || told >= enough || told > (opened.get(opening) ?? told)) return true;
      opened.set(opening, told);
    }
    if (justClosed && isHeading(text) && tells(lines, i)) return true;
    if (told > 0 && closes(lines, i)) {
      if (since > 0) {
        datedBefore = dated && !postscript;
        dated = false;
      }
      dated ||= isDay(text);
      if (dated && datedBefore) return true;
      closedAt = i;
      since = 0;
      continue;
    }
    if (!saysSomething(text)) continue;
    told += text.length;
    if (since === 0) postscript = isPostscript(text);
    since += text.length;
    if (dated && since >= enough) return true;
  }
  return false;
}

/** A greeting, a title, the name of a form or the head of a mail; null for any other line. */
function openingOf(lines: readonly PaperLine[], index: number): string | null {
  const { text } = lines[index]!;
  if (isGreeting(text)) return 'greeting';
  if (isPetitionTitle(text)) return 'title';
  if (isFormTitle(text) || (isFormHead(text) && fields(lines, index + 1) >= 2)) return 'form';
  return isMailHead(text) ? 'mail' : null;
}

/** How many of the next lines are fields: 来电时间：…. */
const fields = (lines: readonly PaperLine[], from: number) =>
  lines.slice(from, from + 3).filter(({ text }) => isField(text)).length;

/** Behind a beginning something is told. */
const tells = (lines: readonly PaperLine[], index: number) =>
  lines.slice(index, index + 12).some(({ text }) => saysSomething(text));

const closes = (lines: readonly PaperLine[], index: number) => {
  const { text } = lines[index]!;
  return (
    isDated(lines, index) ||
    isSigning(text) ||
    isContact(text) ||
    (isName(text) && endsSentence(lines[index - 1]))
  );
};

/** A month alone may head what was done in it: it dates a paper beside who signs. */
const isDated = (lines: readonly PaperLine[], index: number) =>
  isDay(lines[index]!.text) &&
  (!lines[index]!.text.endsWith('月') ||
    [lines[index - 1], lines[index + 1]].some((line) => line && (isSigning(line.text) || isName(line.text))));

const endsSentence = (line: PaperLine | undefined) => line !== undefined && /[。！!？?]$/u.test(line.text);
