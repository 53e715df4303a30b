import type { Reading } from '../informant.js';

const aims = [
  ['appeals', /申诉|不服|复核申请|申请复核|申请复查|请求复[核查]|喊冤|撤销[^，。\n]{0,8}处分/],
  ['proposes', /建议|意见征集|提案|提议/],
  ['reports', /举报|反映|控告|检举|揭发|线索|移送|移交|问题/],
] as const;

/** What the first lines of a paper say that it wants; null where they do not. */
export function papersAim({ text }: Pick<Reading, 'text'>): 'appeals' | 'proposes' | 'reports' | null {
  const head = text.slice(0, 120).split('\n').slice(0, 4).join('\n');
  return aims.find(([, words]) => words.test(head))?.[0] ?? null;
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
