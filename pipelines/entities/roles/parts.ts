import type { Span } from '../../../domain/index.js';
import { firstFrom, type PersonMention } from '../names/index.js';
import { holdingOf, laterPost } from './holders.js';
import type { Reading } from './informant.js';

/** How much the letter shows a person acting in office, and where. */
export interface Parts {
  score: number;
  holdsOffice: boolean;
  evidence: Span[];
}

const takes =
  /(?:收受|索要|索取|收取|收了|接受|收到|拿了|拿到|借了|借|吃了|要求|让|叫|安排|指使|找|逼|强迫|要)[^，,。；;\n、]{0,16}$/;
const givesTo =
  /(?:送给|送到|送了|塞给|转给|打给|交给|给了|行贿|贿赂|孝敬|宴请|请|送|给|向)(?:时任|原)?[^，,。；;\n、]{0,14}$/;
const neutral = /(?:找到|联系|问|听|据|对|跟|问过|认识|告诉|同|陪)$/;

/** Adds up, over all mentions of one person, posts, acts and gifts received, less gifts given and private callings. */
export function scoreParts(reading: Reading, mentions: readonly PersonMention[]): Parts {
  const { text, names, dictionary } = reading;
  let score = 0;
  let holdsOffice = false;
  let isPrivate = false;
  let acts = 0;
  const evidence: Span[] = [];
  if (laterPost(text, mentions, names) !== null) holdsOffice = true;
  for (const mention of mentions) {
    if (reading.closing.covers(mention)) continue;
    const holding = holdingOf(text, mention, names, dictionary);
    const inTitle = names.positions.filter((p) => mention.start < p.start && p.end <= mention.end);
    const posts = [...holding.positions, ...inTitle];
    if (posts.some((p) => p.kind === 'public')) holdsOffice = true;
    else if (posts.some((p) => p.kind === 'business')) isPrivate = true;
    const before = text.slice(Math.max(0, mention.start - 18), mention.start);
    if (dictionary.relatives.before(text, mention.start) !== null) isPrivate = true;
    if (dictionary.witnesses.before(text, mention.start) !== null) score -= 5;
    if (takes.test(before) && /收受|索要|索取|收取|收了|接受/.test(before)) isPrivate = true;
    if (
      /(?:叫|让|要求|指使|安排|逼|派)(?:时任|原)?[^，,。；;\n、]{0,10}$/.test(before) &&
      !/(?:的是|由)[^，。]{0,10}$/.test(before)
    )
      score -= 2;
    if (
      /(?:经手|办理|审批|签字|签的|收钱|负责|盖章|批准|拍板|主管|分管|经办)[^，。；\n]{0,8}(?:的?是|:|：)[^，。；\n]{0,14}$/.test(
        text.slice(Math.max(0, mention.start - 30), mention.start),
      )
    )
      acts += 2;
    const after = clauseAfter(text, mention, names.persons);
    const act = firstOf(after, dictionary.acts.at);
    const gift = firstOf(after, (clause, at) =>
      /[移报转遣护投呈抄发输接]/.test(clause.charAt(at - 1)) ? null : dictionary.gives.at(clause, at),
    );
    if (gift !== null && (act === null || gift < act) && !/(?:索|让|要求|逼)/.test(after.slice(0, gift))) {
      score -= 2.5;
    } else if (act !== null && act <= 30 && !neutral.test(before)) {
      acts += 1;
      evidence.push({ start: mention.start, end: mention.end });
    }
    if (givesTo.test(before) && !neutral.test(before)) {
      score += 1.5;
      evidence.push({ start: mention.start, end: mention.end });
    }
  }
  score +=
    Math.min(4, acts * 1.5) +
    (holdsOffice ? 2.2 : 0) +
    Math.min(1.2, (mentions.length - 1) * 0.6) -
    (isPrivate ? 4 : 0);
  return {
    score,
    holdsOffice,
    evidence: evidence.length > 0 ? evidence : mentions.slice(0, 1).map(({ start, end }) => ({ start, end })),
  };
}

/** The words from a person to the next person or the end of the sentence. */
function clauseAfter(text: string, mention: Span, persons: readonly PersonMention[]): string {
  const next = persons[firstFrom(persons, mention.end)]?.start ?? text.length;
  const clause = text.slice(mention.end, Math.min(next, mention.end + 48));
  return clause.split(/[。；;！？!?\n]/)[0] ?? '';
}

function firstOf(text: string, at: (text: string, at: number) => unknown): number | null {
  for (let i = 0; i < text.length; i++) if (at(text, i) !== null) return i;
  return null;
}
