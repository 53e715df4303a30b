import type { Sealed } from '../../../domain/index.js';
import { disclaimedSpans, hearsay } from '../../entities/index.js';
import { tellingLines } from '../form-lines.js';
import type { Reading } from '../layout.js';
import { clausesUnder } from '../suppression/index.js';
import { speaksOfInformant } from './informant.js';
import { announcing } from './openings.js';
import { ownTitle } from './title.js';

/**
 * Which clauses a summary may tell: none of the form's head or of the title, none in which the writer speaks of
 * himself, asks, supposes, has only heard or takes something back, and nothing of a gift that was not kept.
 */
export function tellableOf(
  reading: Reading,
  sealed: Sealed,
  endings: readonly string[],
  label: string,
): (i: number) => boolean {
  const { text, clauses, sentenceOf } = reading;
  const title = ownTitle(text, endings);
  const untold = new Uint8Array(text.length + 1);
  for (const { start, end } of [...disclaimedSpans(text), ...headSpans(text)]) untold.fill(1, start, end);
  const returned = returnedSentences(reading);
  // What was only heard or supposed, to the end of its sentence.
  const unknown = clausesUnder(reading, (words) => supposed.test(words) || hearsay.test(words));
  const questions = questionSentences(reading);
  // A letterhead says nothing.
  const offices = new Set(sealed.mentions.flatMap((m) => (m.type === 'organisation' ? m.text : [])));
  const styles = sealed.accused.flatMap((a) =>
    [a.organisation, a.position, a.name].filter((s) => s !== null),
  );
  return (i) => {
    const { start, end } = clauses[i]!;
    const words = text.slice(start, end).replace(announcing, '');
    if (untold[start] === 1 || unknown[i] === 1 || returned.has(sentenceOf[i]!)) return false;
    if (questions.has(sentenceOf[i]!) || offices.has(words)) return false;
    if (isLabel(reading, i) || isStyle(words, styles, label)) return false;
    if (title !== null && start <= 400 && title.includes(words)) return false;
    return !speaksOfInformant(words) && !isRequest(words) && !asks.test(words) && !unsure.test(words);
  };
}

/** What stands before a colon and only says what follows. */
export function isLabel({ text, clauses }: Reading, i: number): boolean {
  const { start, end } = clauses[i]!;
  return end - start <= 8 && /[：:\t]/.test(text.charAt(end));
}

/** （一） is a clause of its own. */
export const isNumber = (words: string): boolean => /^第?[一二三四五六七八九十\d]{1,3}$/.test(words);

/** Units, posts and names of the accused alone, who lead the summary anyway. */
function isStyle(words: string, styles: readonly string[], label: string): boolean {
  const bare = words.replace(/(?:职务|单位|姓名)$/, '');
  if (bare.length < 2) return false;
  if (label.includes(bare)) return true;
  return (
    styles.reduce((rest, style) => rest.replaceAll(style, ''), bare).replace(/[、和与及等人]/g, '') === ''
  );
}

function isRequest(words: string): boolean {
  return (
    /^(?:请|恳请|希望|望(?:能|请|上级|领导|组织|贵|有关|尽[快早]|严|予|查|你|您)|要求|建议|盼|特此|请求)/.test(
      words,
    ) ||
    /的问题$|问题如下$|如下$|主要问题$|基本情况$|线索$|领导好|[你您]好|[你您]们|交你委|转你|移送你|书面告知|书面报送|☑|☐|□/.test(
      words,
    )
  );
}

/** Questions and outcries tell no fact. */
const asks =
  /[嘛吗呢吧么]$|多少$|是什么$|什么时候$|咋个|是不是|难道|天理|凭什么|为啥|何在$|^哪|[谁哪](?:里|个|家)?[^，]{0,6}的?$/;
/** 如果不送钱，他就不批: the consequence alone would say more than the letter does. */
const supposed = /^(?:如果|假如|倘若|要是|万一)/;
const unsure = /没有?证据|不敢(?:乱|瞎)说|(?:可能|也许|大概|估计)是/;

function questionSentences({ text, clauses, sentenceOf }: Reading): Set<number> {
  const found = new Set<number>();
  for (const [i, { end }] of clauses.entries()) if (/[？?]/.test(text.charAt(end))) found.add(sentenceOf[i]!);
  return found;
}

const aboutPeople = /^(?:来[访电信]|举报|被?反映|当事)人(?:的)?(?:基本)?情况[：:]/;

/** Lines of the form's head, and those that hold nothing but short fields. */
function headSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const [told] = tellingLines(line);
    if (told === undefined || aboutPeople.test(line)) spans.push({ start: at, end: at + line.length });
    else if (told.length < line.length && line.endsWith(told))
      spans.push({ start: at, end: at + line.length - told.length });
    at += line.length + 1;
  }
  return spans;
}

/** Not taken, or given back: told with the gift before it, no charge; and he who would not keeps it out of the sentence before. */
const notKept =
  /没有?[敢肯]?收(?![费入取据条到缴购回款税])|不肯[收要]|拒收|婉拒|谢绝|(?<!不得|不能|无法)拒绝(?:了|$|接受|收)|(?<![应该未不没拒][^，,]{0,3})退(?:还|回|给)(?!\d)/;
const keptAfterAll = /后来[^。]{0,8}收|还是收|收下了|又[^。]{0,4}收下/;

function returnedSentences({ text, clauses, sentenceOf }: Reading): Set<number> {
  const found = new Set<number>();
  for (const [i, { start, end }] of clauses.entries()) {
    if (!notKept.test(text.slice(start, end))) continue;
    const rest = text.slice(end, end + 30).split(/[。！？\n]/)[0] ?? '';
    if (keptAfterAll.test(rest)) continue;
    found.add(sentenceOf[i]!);
    // 他没有收 as a sentence of its own speaks of the one before.
    if (sentenceOf[i - 1] !== sentenceOf[i] && end - start <= 14 && text[start - 1] !== '\n')
      found.add(sentenceOf[i]! - 1);
  }
  return found;
}
