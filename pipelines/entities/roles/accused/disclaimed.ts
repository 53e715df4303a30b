import type { Span } from '../../../../domain/index.js';
import { oneOf } from '../../../one-of.js';
import type { Reading } from '../reading.js';

const reportWord = '(?:实名)?(?:举报|反映|控告|检举|揭发|投诉|状告|告发)';
/** 我不是要举报, 并非反映, 没有举报: the writer says whom the letter is not about. */
const notReported = new RegExp(
  `(?:不是|并非|并不是|绝不是|绝非|不想|无意|不打算|不准备|没有|并没有|并未|从未)(?:是|要|想|来|在|为了|专门|打算|故意|针对|对|去){0,3}${reportWord}`,
  'g',
);
/** 有人诬告, 造谣说: what follows is told only to be called false. */
const falselyTold = /诬告|诬陷|诬蔑|污蔑|造谣|谣传|传谣|诽谤|(?:有人|别人|他们|对手)(?:捏造|编造|栽赃)/g;
/** 那是假的, 不属实: a clause of its own that takes back what was heard in the one before. */
const takenBack =
  /^(?:但是?|其实|可)?(?:那|这|此|该|上述|以上|前述)?(?:些|个|种|件)?(?:事|话|说法|传言|传闻|消息)?(?:都|全|完全|全都|均|根本|纯粹|其实)?(?:是假的|是谣言|是谣传|是诬告|是诬陷|是造谣|不是真的|不是事实|不属实|不实|纯属(?:捏造|诬告|诬陷|造谣|谣言|虚构)|子虚乌有|没有的事|没有(?:的)?这回事|是没有的事|是捏造的|是编造的|是编的|无此事)/;
/** The same at the end of the clause that tells the hearsay: 有人说他收了30万元是假的. */
const takenBackWithin =
  /(?:(?:都|全|完全|纯粹)?是(?:假的|谣言|谣传|诬告|诬陷|捏造的|编造的|没有的事)|不属实|纯属(?:捏造|诬告|造谣|谣言)|子虚乌有)$/;
/** Where no words of these two kinds stand, nothing is taken back: most letters are not gone through clause by clause. */
const retraction =
  /是假的|是谣|是诬|是造谣|不是真的|不是事实|不属实|不实|纯属|乌有|没有的事|这回事|是捏造|是编|无此事/;
const hearsay = /有人|别人|外面|外界|外头|社会上|网上|坊间|传言|谣言|传闻|听说|据说|风言风语|诬|造谣/;
const praise = /没有?(?:收|拿|贪|问题)|清官|廉洁|清白|干净|清廉|好干部|好官|两袖清风/;
const contrast = /而是|但是?|可是|真正|实际|我们?要|要(?:举报|反映)的|是要/;
const endsClause = oneOf('，,。；;！!？?\n');
const isDigit = oneOf('0-9');
/** Clauses before 那是假的 in which the hearsay may begin. */
const reach = 3;

/**
 * Stretches of a text whose persons, deeds and sums the writer himself does not allege: whom he says he does
 * not report, what he calls a false accusation, and hearsay that the next clause calls untrue. What an
 * office answered (经查不属实) is no word of the writer's and takes nothing back.
 *
 * @returns half-open spans in the order of the text; they may overlap
 */
export function disclaimedSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(notReported)) {
    if (isAsserted(text, match.index, match[0])) continue;
    const writer = /(?:我们?|本人|本信|此信)$/.exec(text.slice(Math.max(0, match.index - 2), match.index));
    const start = match.index - (writer?.[0].length ?? 0);
    spans.push({ start, end: clauseEnd(text, match.index + match[0].length) });
  }
  for (const match of text.matchAll(falselyTold)) {
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    // 诬告、收钱 and 诬告他人 are charges themselves.
    if (/^(?:[、，,。的]|他人|陷害|报复|者)/.test(text.slice(match.index + match[0].length))) continue;
    if (/(?:不是|并非|绝非|不会|没有|绝无|决不|绝不|不敢|若|如有|如果|是否)[^，,。]{0,2}$/.test(before))
      continue;
    const end = clauseEnd(text, match.index + match[0].length);
    const saying = /^[，,](?:说|称|讲|指|谎称|硬说)/.test(text.slice(end, end + 3));
    spans.push({ start: match.index, end: saying ? clauseEnd(text, end + 1) : end });
  }
  const clauses = retraction.test(text) && hearsay.test(text) ? clausesOf(text) : [];
  clauses.forEach((clause, at) => {
    const words = text.slice(clause.start, clause.end).trim();
    if (takenBack.test(words.slice(0, 40))) {
      for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
        const told = text.slice(clauses[i]!.start, clauses[i]!.end);
        if (!hearsay.test(told)) continue;
        const whole = text.slice(clauses[i]!.start, clause.start);
        if (!praise.test(whole)) spans.push({ start: clauses[i]!.start, end: clause.end });
        break;
      }
    } else if (words.length <= 80 && takenBackWithin.test(words) && /有人|别人|外面|传言|网上/.test(words)) {
      if (!praise.test(words)) spans.push(clause);
    }
  });
  return spans.sort((a, b) => a.start - b.start);
}

/** 是不是反映, 以前没有举报, 没有反映的: words about the way of a report, not about whom it spares. */
function isAsserted(text: string, start: number, words: string): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(start + words.length, start + words.length + 2);
  if (/(?:(?<![但可])是|并非|之前|以前|此前|一直|过去|当时|至今|还|从来|都|谁|(?<!本)人)$/.test(before))
    return true;
  if (/^(?:过|人|信|了|吗|的(?!是))/.test(after)) return true;
  // 报告没有反映张某的问题 speaks of somebody else's silence: only the writer's own takes an accusation back.
  return (
    /^(?:没有|并没有|并未|从未)/.test(words) && !/(?:^|[，,。；;！!？?\n]|我们?|本人|本信|此信)$/.test(before)
  );
}

/** The end of a clause, or the word within it that turns to what is alleged: 不是告张某而是告李某. */
function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 80 && !/[，,。；;！!？?\n]/.test(text.charAt(end))) end += 1;
  const turn = contrast.exec(text.slice(from, end));
  return turn === null ? end : from + turn.index;
}

/** Half-open clauses between commas and stops; a sum like 3,600元 is not cut. */
function clausesOf(text: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !endsClause(text, i)) continue;
    if (text[i] === ',' && isDigit(text, i - 1) && isDigit(text, i + 1)) continue;
    if (i > start) clauses.push({ start, end: i });
    start = i + 1;
  }
  return clauses;
}

/** The reading without the persons, posts and values that the writer does not allege; units stay for others. */
export function onlyAlleged(reading: Reading, disclaimed: readonly Span[]): Reading {
  if (disclaimed.length === 0) return reading;
  const covered = new Uint8Array(reading.text.length);
  for (const { start, end } of disclaimed) covered.fill(1, start, end);
  const alleged = (m: Span) => covered[m.start] === 0;
  const { names, values } = reading;
  return {
    ...reading,
    values: values.filter(alleged),
    names: {
      ...names,
      persons: names.persons.filter(alleged),
      positions: names.positions.filter(alleged),
    },
  };
}
