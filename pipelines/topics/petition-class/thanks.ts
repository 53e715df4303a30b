import type { ListHits } from '../lists.js';
import { thanksTitle } from '../telling/index.js';

/** 感谢领导看我的信 asks for something; thanks are for what was done. */
const opens =
  /^(?:我们?|本人|特此?|在此)?(?:要|想|是来)?(?:衷心|由衷|特别|万分|非常|十分|深深)?地?(?:感谢|感激|表扬|点赞|致谢)(?!领导百忙|[^，。]{0,12}(?:阅读|看|抽))/;
/** What is told with thanks: what was done for the writer, whom he praises, and how he feels. */
const thankful =
  /感谢|谢谢|感激|感恩|谢意|敬意|致敬|点赞|锦旗|大快人心|好(?:干部|同志|公仆|领导|党员|官)|贴心人|主心骨|热心|耐心|辛苦了|满意|温暖|暖心|帮(?:助|忙|我|着)|为民|为(?:老)?百姓|解决了|已?(?:经|全部|圆满)解决|查清|查处了?|处理了|处分了|追[回缴]|退[还回给]|补[给发]|发到|落实|讨回|还了?我|公道|及时|放心/;
/** 但至今没有解决: what is still asked for. */
const stillOpen = /但是?|可是|然而|不过|至今|仍|依然|继续|另外|此外|同时|没有?(?:人管|解决|退|查|处理)/;
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
    const isThankful = thankful.test(words) && !stillOpen.test(words);
    if (!isThankful && misdeeds.some((m) => start <= m.start && m.start < end)) return false;
    said += words.length;
    if (isThankful) thanked += words.length;
  }
  return thanked >= mostOfIt * said;
}

/** A title, a salutation, a day and a name are none. */
const isSentence = /[，。！？；!?;]$|[，。！]/;

function sentencesOf(text: string) {
  return [...text.matchAll(/[^。！？；!?;\n]+[。！？；!?;]?/g)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}
