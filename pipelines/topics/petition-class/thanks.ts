import type { Sealed } from '../../../domain/index.js';
import type { ListHits } from '../lists.js';
import type { PaperFound } from '../paper.js';
import { telling } from '../tags/index.js';
import { thanksTitle } from '../telling/index.js';

/** 感谢领导看我的信 asks for something; thanks are for what was done. */
const opens =
  /^(?:我们?|本人|特此?|在此)?(?:要|想|是来)?(?:衷心|由衷|特别|万分|非常|十分|深深)?地?(?:感谢|感激|表扬|点赞|致谢)(?!领导百忙|[^，。]{0,12}(?:阅读|看|抽))/;
const reportsOn =
  /(?:现|要|想|再次|补充|继续|还|另|同时|实名|匿名|一并)(?:实名)?(?:举报|反映|控告|检举|揭发)(?!的|过|后)/;
/** Share of what a paper says that has to be said with thanks. */
const mostOfIt = 0.5;

/**
 * 感谢信、表扬信: who is named there is praised, or was punished already. Not where the writer goes on to what is
 * still open, nor where praise is only the tone in which misdeeds are told.
 * @param text the reading of the item
 */
export function isThanks(text: string, lists: ListHits): boolean {
  const title = thanksTitle(text);
  const sentences = sentencesOf(text);
  const first = sentences.find(({ words }) => words !== title && !/[：:]$/.test(words));
  const begins = first?.words
    .replace(/^[^，。：:]{2,20}[：:]/, '')
    .replace(/^(?:各位)?[您你]们?好[！。，]?/, '');
  if (title === null && !(begins !== undefined && opens.test(begins))) return false;
  if (reportsOn.test(text)) return false;
  const misdeeds = [...lists.all('report.strong'), ...lists.all('report.medium')];
  let [said, thanked] = [0, 0];
  for (const { start, end, words } of sentences) {
    if (!isSentence.test(words)) continue;
    const isThankful = isThankfulIn(lists, start, end);
    if (!isThankful && misdeeds.some((m) => start <= m.start && m.start < end)) return false;
    said += words.length;
    if (isThankful) thanked += words.length;
  }
  return thanked >= mostOfIt * said;
}

/**
 * Whether something in thanks is no thanks and may be an accusation: it names somebody who is read as accused, or a sum,
 * or a misdeed. Asked clause by clause, since an accusation hangs on thanks by a comma.
 */
export function mayAccuse({ reading: { text }, lists, findings }: PaperFound, sealed: Sealed): boolean {
  const deeds = findings.filter((f) => f.score >= telling && f.rule.axis !== 'topic').flatMap((f) => f.own);
  return [...text.matchAll(/[^，。！？；,!?;\n]+/g)].some(({ 0: words, index: start }) => {
    const end = start + words.length;
    if (isThankfulIn(lists, start, end) || opens.test(words)) return false;
    return (
      sealed.accused.some(({ name, position }) => words.includes(name ?? position ?? '\n')) ||
      money.test(words) ||
      deeds.some((deed) => start <= deed.start && deed.start < end)
    );
  });
}

/** Any sum, also one that is read as nobody's. */
const money = /[\d一二两三四五六七八九十百千]\s?[万千百]?[余多]?元|[\d一二两三四五六七八九十]万/;

const isThankfulIn = (lists: ListHits, start: number, end: number): boolean => {
  const stands = (list: string) => lists.all(list).some((hit) => start <= hit.start && hit.start < end);
  return stands('thanks.said') && !stands('thanks.open');
};

/** A title, a salutation, a day and a name are none. */
const isSentence = /[，。！？；!?;]$|[，。！]/;

function sentencesOf(text: string) {
  return [...text.matchAll(/[^。！？；!?;\n]+[。！？；!?;]?/g)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}
