import { type Channel, type ClueSource, channelKeys, type ReceiptFacts } from '../../../domain/index.js';
import type { PetitionSection } from '../../../lexicon/index.js';
import { isHan } from '../../one-of.js';
import { contentStart } from '../form-lines.js';
import type { ListHits } from '../lists.js';
import { statedDate } from './stated-date.js';

/** Characters of the beginning of a paper that count as its head: letterhead, title and first line. */
const headLength = 220;

/** Which source wins where several speak: the sender's own kind of paper before words in its text. */
const sourceOrder: readonly ClueSource[] = [
  'audit',
  'inspection',
  'self-check',
  'media',
  'superior',
  'finance',
  'judicial',
  'organisation',
  'investigation',
  'subordinate',
  'supervision',
  'enforcement',
  'self-report',
];
/** Sources whose head names an office that letters also write about; only a handing-over paper counts. */
const needTransfer: ReadonlySet<ClueSource> = new Set<ClueSource>([
  'finance',
  'judicial',
  'enforcement',
  'organisation',
  'audit',
  'inspection',
  'supervision',
  'subordinate',
  'superior',
  'investigation',
]);
/** How a paper that one office hands to another begins. */
const handingOver =
  /移送(?:处理|函|书|单|表|清单|通知|问题线索|有关|案件|线索)|移交(?:函|表|清单|单|问题线索|有关|线索)|线索移[送交]|现(?:予)?移[送交]|[交转督]办[函单通件]|转[送交][函单通]|现将.{0,80}转[去送来交]|通报函|线索函|的函(?:\n|$)|关于报送|线索的(?:报告|请示)|移送你委|移送[^，。\n]{0,12}(?:清单|线索)|移送(?:机关|单位|日期|文号)|移〔\d{4}〕|纪办?[交转督驻][^〔\n]{0,4}〔|领导批示[^。\n]{0,4}请你|问题的请示|关于移[交送][^。\n]{0,40}的函/;
const plainLetter = /举报信|检举信|控告书|控告信|申诉书|尊敬的|来访登记|来电登记|电话记录|电话举报/;

/** A text with the hits of the petition section's lists in it. */
export interface Provenance {
  text: string;
  lists: ListHits;
}

/**
 * 线索来源 and 信访形式 of an item. What stands around it (the cover, the mail, the title of the list) is asked first;
 * where that says nothing, the item itself, and of a row its own columns: a list holds rows that came in several ways,
 * so that what a row says goes before what the clerk gave for the whole file.
 *
 * @returns `ownSource` is what the item alone would be: who signs it is told by that
 */
export function provenanceOf(
  receipt: ReceiptFacts,
  own: Provenance,
  around: Provenance | null,
  isRow: boolean,
  { sources, channels }: PetitionSection,
): { source: ClueSource; ownSource: ClueSource; channel: Channel } {
  const ownSource = sourceOf(own.text, own.lists);
  const above = around ? sourceOf(around.text, around.lists) : 'petition';
  if (around && above !== 'petition')
    return {
      source: above,
      ownSource,
      channel: channelOf(receipt, above, around.text, around.lists) ?? (isRow ? 'unknown' : 'letter'),
    };
  const source = (isRow && sourceInColumn(own.text, sources)) || ownSource;
  const written = isRow ? channelInColumn(own.text, channels) : null;
  if (written !== null) return { source, ownSource, channel: written };
  const channel =
    channelOf(receipt, source, own.text, own.lists) ??
    (isRow ? channelOfList(around?.text ?? '', channels) : 'letter');
  const inMail = around !== null && receipt.channel === null && source === 'petition' && isMail(around.text);
  return { source, ownSource, channel: inMail ? 'email' : channel };
}

/** What the column 线索来源 says of a row, or null. */
function sourceInColumn(text: string, sources: PetitionSection['sources']): ClueSource | null {
  const said = /(?:^|\n)(?:问题)?(?:线索)?来源[：:]([^\n]{2,40})/u.exec(text)?.[1];
  if (said === undefined) return null;
  for (const source of sourceOrder)
    if (sources[source]?.named.some((word) => said.includes(word))) return source;
  return null;
}

/** What the column 信访形式 of a row says, else its column 来源, by the word that stands first there; or null. */
function channelInColumn(text: string, channels: PetitionSection['channels']): Channel | null {
  const columns = [...text.matchAll(channelColumn)].map(([, heading, said]) => ({ heading, said: said! }));
  for (const { said } of columns.sort(
    (a, b) => Number(a.heading === '来源') - Number(b.heading === '来源'),
  )) {
    let first: { channel: Channel; at: number; length: number } | null = null;
    for (const channel of channelKeys)
      for (const word of channels[channel]?.named ?? []) {
        const at = said.indexOf(word);
        // 电子邮件 and not 邮件, 12388网络举报 and not what stands behind it.
        if (at < 0 || (first && (first.at < at || (first.at === at && first.length >= word.length))))
          continue;
        first = { channel, at, length: word.length };
      }
    if (first) return first.channel;
  }
  return null;
}

/**
 * 线索来源 by the letterhead and wording of the paper; a paper without any is a petition letter.
 *
 * @param text the reading of the item
 */
function sourceOf(text: string, lists: ListHits): ClueSource {
  const head = text.slice(0, headLength);
  const handed = handingOver.test(head);
  for (const source of sourceOrder) {
    const inHead = lists.first(`sources.${source}.head`, headLength);
    const strict = needTransfer.has(source);
    if (inHead && (strict ? handed : !plainLetter.test(head.slice(0, inHead.start)))) return source;
    if (lists.first(`sources.${source}.anywhere`) && (handed || !plainLetter.test(head))) return source;
  }
  return 'petition';
}

/** How the columns are called that say in which way a row came in. */
const channelColumn =
  /(?:^|\n)(?:信访|来信来访|来件|来访|受理|收件|举报|反映|问题|线索){0,2}(形式|方式|渠道|途径|来源)[：:]([^\n]{1,20})/gu;

const channelOrder: readonly Channel[] = ['visit', 'phone', 'transfer', 'online', 'form'];

/** What a list is of by its heading (来信登记台账), where that names one way alone: rows that say nothing are no letters. */
function channelOfList(heading: string, channels: PetitionSection['channels']): Channel {
  const head = heading.slice(0, headLength);
  const named = channelKeys.filter((key) => channels[key]?.named.some((word) => head.includes(word)));
  return named.length === 1 ? named[0]! : 'unknown';
}

/** 信访形式: what the clerk gave, else what the paper itself is; null where neither says so. */
function channelOf(receipt: ReceiptFacts, source: ClueSource, text: string, lists: ListHits): Channel | null {
  if (receipt.channel) return receipt.channel;
  if (source === 'self-check') return 'form';
  if (source === 'media') return 'other';
  if (isMail(text)) return 'email';
  for (const channel of channelOrder) {
    const head = lists
      .all(`channels.${channel}.head`)
      .find(({ start }) => start < headLength && !isOfBoth(text, start));
    if (head && !(channel === 'online' && lists.first('channels.letter.head', head.start))) return channel;
    if (channel !== 'transfer' && lists.first(`channels.${channel}.anywhere`)) return channel;
  }
  return source === 'petition' || source === 'self-report' || source === 'other' ? null : 'transfer';
}

/** The form 来信来访登记表 serves letters and visits alike: its fields say which. */
const isOfBoth = (text: string, at: number): boolean =>
  /(?:来信|信)[、和及]?$/.test(text.slice(Math.max(0, at - 3), at));

/** Two header lines of an e-mail make one. */
function isMail(text: string): boolean {
  const head = text.slice(0, headLength * 2);
  const fields = /(?:^|\n)(?:发件人|收件人|主题|抄送|From|To|Subject|Date|发送时间)[:：]/gi;
  return (head.match(fields)?.length ?? 0) >= 2 && /发件人|From/i.test(head);
}

/** The day in the header of a mail, as its sender's machine wrote it, or null; ISO. */
export function mailDay(text: string): string | null {
  if (!isMail(text)) return null;
  const written = /(?:^|\n)(?:日期|发送时间|Date)[:：][^\n]{0,60}/iu.exec(text.slice(0, headLength * 2));
  return written && statedDate(written[0], [{ start: 0, end: written[0].search(/[:：]/u) + 1 }]);
}

const recordChannels: readonly Channel[] = ['visit', 'phone', 'online'];

/** The day that the office's own record of a visit, call or message has at its head, or null; ISO. */
export function recordDay({ text, lists }: Provenance): string | null {
  if (!recordChannels.some((channel) => lists.first(`channels.${channel}.head`, headLength))) return null;
  const head = contentStart(text.slice(0, headLength));
  // 时间 of 反映时间 is another label.
  const labels = lists.all('recordTime').filter(({ start }) => start < head && !isHan(text, start - 1));
  return statedDate(text, labels);
}
