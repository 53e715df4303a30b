import {
  type Offence,
  offences as offenceTerms,
  type PetitionClass,
  type Sealed,
  type Tag,
} from '../../../domain/index.js';
import { disclaimedSpans } from '../../entities/index.js';
import { tellingLines } from '../form-lines.js';
import type { Reading } from '../layout.js';
import { holdsMatter, introducesWriter, speaksOfInformant } from './informant.js';
import { announcing } from './openings.js';
import { chooseStretches } from './stretches.js';
import { accusedLabel, cutAtClause, leadOf, ownTitle } from './title.js';

/** What a title and a summary are made of. */
export interface SummaryFacts {
  text: string;
  petitionClass: PetitionClass;
  reading: Reading;
  sealed: Sealed;
  topics: readonly Tag[];
  offences: readonly Tag<Offence>[];
  endings: readonly string[];
  topicName(code: string): string;
  /** The paper is of who comes forward about himself. */
  isSelf: boolean;
  /** What an office's report says that closes a matter; null for any other paper. */
  closed: string | null;
}

/** Characters, at most, of a summary that a register card shows whole. */
const summaryLength = 140;
/** And of the beginning of a paper that accuses nobody. */
const beginningLength = 80;

/**
 * One or two sentences of the letter's own facts: who, what, when, how much. Of a report only stretches that prove a
 * tag are taken, in the letter's order; none that speaks of the informant.
 */
export function summaryOf(facts: SummaryFacts): string {
  const label = accusedLabel(facts.sealed);
  const charges = facts.offences.slice(0, 2).map((o) => offenceTerms[o.code].zh.replace(/^涉嫌/, ''));
  const tail = charges.length > 0 ? `涉嫌${charges.join('、')}。` : '';
  if (facts.petitionClass !== 'report') return beginningOf(facts) + tail;
  if (facts.closed !== null) {
    // Where nobody is accused the report's own title says what was closed.
    const what = label === '' ? ownTitle(facts.text, facts.endings) : null;
    return `${what ?? `反映${label}有关问题`}，${facts.closed}。`;
  }
  const lead = label === '' ? '反映' : `${leadOf(facts)}：`;
  const body = chooseStretches(facts, label, Math.max(40, summaryLength - lead.length - tail.length - 1));
  if (body !== '') return `${lead}${body}。${tail}`;
  const matters = facts.topics.slice(0, 2).map(({ code }) => facts.topicName(code));
  if (label !== '') return `${leadOf(facts)}${matters.length > 0 ? matters.join('、') : '有关'}问题。${tail}`;
  return `${beginningOf(facts)}${tail}`;
}

/** What the paper begins with, without its title, salutation, fields of the form's head and whatever speaks of the informant. */
function beginningOf({ text, endings }: SummaryFacts): string {
  const title = ownTitle(text, endings);
  const lines = withoutDisclaimed(tellingLines(text).join('\n'))
    .split('\n')
    .map((line) => line.replace(/^(?:主题|标题|事由)[：:]\s?/, ''));
  const telling = lines.filter((line) => line !== title && !/[：:]$/.test(line.trim()));
  let introduced = false;
  const isPlain = (sentence: string) => {
    if (introducesWriter(sentence)) introduced = true;
    else if (holdsMatter(sentence)) introduced = false;
    return !introduced && !speaksOfInformant(sentence);
  };
  // 明明他还开着车 answers what was said before it.
  const plain = (telling.length > 0 ? telling : lines)
    .map((line) =>
      line
        .split(/(?<=[。！？；])/)
        .map((sentence) => sentence.replace(/\t/g, ' ').trim())
        .map((sentence) => sentence.replace(announcing, ''))
        .filter((sentence) => isPlain(sentence) && sentence.length > 6 && !answers.test(sentence))
        .join(''),
    )
    .filter((line) => line !== '')
    // Lines of a form end without a mark.
    .map((line, i, all) => (i < all.length - 1 && !/[。！？；，、：…]$/.test(line) ? `${line}。` : line))
    .join('');
  return cutAtClause(plain, beginningLength);
}

const answers = /^(?:明明|难道|凭什么|何况|更何况|况且)/;

/** The text without what its writer disclaims; kept whole where he disclaims all of it. */
function withoutDisclaimed(text: string): string {
  let told = '';
  let at = 0;
  for (const { start, end } of disclaimedSpans(text)) {
    if (start > at) told += text.slice(at, start);
    at = Math.max(at, end);
  }
  told = (told + text.slice(at)).replace(/[，,]{2,}/g, '，').replace(/(^|[\n。])[，,]/g, '$1');
  return told.trim() === '' ? text : told;
}
