import type { Reading } from '../reading.js';

/** What the first lines say of the paper. */
const heads = [
  ['proposes', /建议|意见征集|提案|提议/],
  ['reports', /举报|反映|控告|检举|揭发|线索|移送|移交|问题/],
] as const;
/** What befell whoever was punished himself, and what he asks. */
const punished = /处分|警告|记过|开除|撤职|降级|留党察看|免职|撤了|处份/;
const asks =
  /申诉|不服|复核|复议|复查|喊冤|冤枉|冤屈|叫冤|撤销[^，。]{0,8}(?:处分|决定)|(?:过|太)重|恢复(?:党籍|名誉|职务|公职|我)|还(?:我|俺)清白|请[^，。]{0,8}重新查/;
const reports = /^[^\n]{0,40}(?:举报|反映|控告|检举)/;
const court = /法院|判决|一审|二审|再审|上诉|起诉|原告|被告(?!人)|法官|胜诉|败诉|仲裁/g;

/** What a paper wants, as far as its words show: to report, to propose, to appeal against a punishment or a judgement. */
export function papersAims({ text }: Pick<Reading, 'text'>): string[] {
  const head = text.slice(0, 120).split('\n').slice(0, 4).join('\n');
  const aims: string[] = heads.filter(([, words]) => words.test(head)).map(([aim]) => aim);
  if (punished.test(text) && asks.test(text) && !reports.test(text.trimStart())) aims.push('appeals');
  if (new Set(text.match(court)).size >= 2) aims.push('tells of a court');
  if (/建议/.test(text) && !/举报|涉嫌/.test(text)) aims.push('may propose');
  return aims;
}

/** How full a text is of words for deeds of office: 0 for none, 1 for six or more. */
export function deedsIn({ text, dictionary }: Pick<Reading, 'text' | 'dictionary'>): number {
  let deeds = 0;
  for (let at = 0; at < text.length && deeds < 6; at++) {
    const word = dictionary.acts.at(text, at);
    if (word === null) continue;
    deeds += 1;
    at = word.end - 1;
  }
  return deeds / 6;
}
