import { behindLastOf, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import { type Dictionary, firstFrom } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { type Scene, see } from './scenes.js';

/** How far, in characters, what is said of a misdeed goes on behind the name of whoever does it. */
const reach = 36;
/** How far behind the misdeed stands what it is only an attribute of. */
const objectReach = 8;
/** 终南山的|秘书冀北: somebody's man, with whose name the clause begins. */
const manOf = /^[\u3400-\u9fff·]{2,8}的$/;
const stopsClause = oneOf('，。；：！？、\n,;:“”（）()');
/** When and where he does it: 2019年5月|, 在公示中|. */
const circumstance =
  /^(?:[\d〇一二三四五六七八九十至到～、.-]{1,9}[年月日号]|在[\u3400-\u9fff]{1,8}?[中时里])/;

/**
 * Who holds a post and, where he is named, does what nobody does in good faith (局人事科科长凤鸣压下不报) is accused, wherever
 * in the paper he comes. The misdeed is said right behind him: any other verb between makes it what he finds, tries or
 * suffers.
 */
export function seeMisdeeds(evidence: Evidence, reading: Reading, scene: Scene): void {
  const { text, names, dictionary } = reading;
  const { styled, innocent, row } = scene;
  if (innocent || row.isObject) return;
  const before = text.slice(behindLastOf(stopsClause, text, Math.max(0, styled - 12), styled), styled);
  if (/的$/.test(before) && !manOf.test(before)) return;
  if ([dictionary.receives, dictionary.reports].some((marks) => marks.before(text, styled) !== null)) return;
  const next = names.persons[firstFrom(names.persons, row.end)]?.start ?? text.length;
  const said = text.slice(row.end, row.end + reach).replace(/^同志|^[）)]/, '');
  const clause = /^[，,]?[^，,。；;！!？?\n“：:]*/.exec(said)?.[0] ?? '';
  const misdeed = misdeedIn(clause.slice(0, next - row.end), dictionary);
  if (misdeed === null || dictionary.forced.all(said).length > 0) return;
  if (!isAttribute(clause.slice(misdeed), dictionary)) see(evidence, 'misdeed');
}

/** Where the misdeed ends that a clause begins with, but for its circumstances. */
function misdeedIn(clause: string, { misdeeds, misdeedLeads }: Dictionary): number | null {
  for (let at = /^[，,]/.test(clause) ? 1 : 0; at < clause.length; ) {
    const misdeed = misdeeds.at(clause, at);
    if (misdeed !== null) return misdeed.end;
    const lead =
      misdeedLeads.at(clause, at)?.end ?? at + (circumstance.exec(clause.slice(at))?.[0].length ?? 0);
    if (lead === at) return null;
    at = lead;
  }
  return null;
}

/** 伪造|的凭证, 贪污|案, 私分|公款的是他: not what he does, but what something or somebody else is told by. */
function isAttribute(behind: string, { misdeedThings }: Dictionary): boolean {
  return /^的|的是/.test(behind) || misdeedThings.all(behind.slice(0, objectReach)).length > 0;
}
