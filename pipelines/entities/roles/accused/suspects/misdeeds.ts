import { behindLastOf, oneOf } from '../../../../one-of.js';
import type { Evidence } from '../../../../weighing/index.js';
import { firstFrom } from '../../../names/index.js';
import type { Reading } from '../../informant.js';
import { rowEnd, type Scene, see } from './scenes.js';

/** How far, in characters, a misdeed stands behind the name of whoever does it. */
const reach = 24;
/** Before the deed: somebody says it, finds it, does not do it, or does it only in a rule. */
const notDone =
  /[说讲称劝查凡被听怕防]|表示|举报|反映|发现|制止|反对|拒绝|批评|不准|禁止|严禁|没有|从未|从不|未曾|并未|如果|通知|通报|要求|处理|怀疑|质疑|揭/;
/** 终南山的|秘书冀北: somebody's man, with whose name the clause begins. */
const manOf = /^[\u3400-\u9fff·]{2,8}的$/;
const stopsClause = oneOf('，。；：！？、\n,;:“”（）()');
const notActing = /[向给找对把被叫让送请问听据经替帮陪]$|认识|联系|告诉|举报|反映/;

/**
 * Who holds a post and, where he is named, does what nobody does in good faith (局人事科科长凤鸣压下不报) is accused, wherever
 * in the paper he comes.
 */
export function seeMisdeeds(evidence: Evidence, reading: Reading, scene: Scene): void {
  const { text, names, dictionary } = reading;
  const { mention, styled, innocent } = scene;
  if (innocent) return;
  const before = text.slice(behindLastOf(stopsClause, text, Math.max(0, styled - 12), styled), styled);
  if (notActing.test(before.slice(-4)) || (/的$/.test(before) && !manOf.test(before))) return;
  const from = rowEnd(text, mention, names.persons);
  const next = names.persons[firstFrom(names.persons, from)]?.start ?? text.length;
  const said = text.slice(from, Math.min(next, from + reach)).replace(/^同志|^[）)]/, '');
  const clause = /^[，,]?[^，,。；;！!？?\n“：:]*/.exec(said)?.[0] ?? '';
  if (clause.startsWith('的')) return;
  for (let at = 0; at < clause.length; at++)
    if (dictionary.misdeeds.at(clause, at) !== null) {
      if (!notDone.test(clause.slice(0, at)) && !/[不没未]$/.test(clause.slice(0, at)))
        see(evidence, 'misdeed');
      return;
    }
}
