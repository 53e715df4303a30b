import type { Entities, InformantField, Span } from '../../../domain/index.js';
import { firstDay, lastDay } from '../values/index.js';
import type { Reading } from './reading.js';

/** What money is said of that was taken, diverted or lost: there a date is of the act. */
export const matter =
  /收受|索要|索取|受贿|行贿|收了|送给|送了|送去|好处费|感谢费|辛苦费|茶水费|回扣|贿|减免|免收|免缴|免去|免了|免掉|给免|该交|返还|抬高|低价|少收|少缴|少征|漏征|缓缴|缓交|欠缴|拖欠|流失|挪用|套取|截留|坐支|私分|侵占|贪污|损失|未缴|未收|没有收|小金库|账外|虚报|冒领|虚列|多付|多报|差价|占为己有|据为己有|装进|进了|违规|报销|私存|借款|骗取|吃空饷|礼金|红包|收入不入账|不入账|应收未收/;

const notAnAct =
  /(?:出生|生于|生人|入党|参加工作|成立|注册|颁布|施行|实施|文件|规定|办法|通知|退休|毕业|任职|处分|给予|判决|裁定|决定书|调任|免职|转任|审计|巡察|移送|来访|来电|登记|收到|书面报|反馈|前报送|前上报|办结|期限|时限)/;
/** What tells of an act beside such a word. */
const act = /收受|(?<!报)送|减免|以来|至今/;

/** 6月12日曾向你委举报: the day of an earlier letter. */
const written =
  /^[日号]?(?:[、和](?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)?(?:[，,]?我们?|本人|[，,])?(?:就|已经?|曾经?|又|再次|先后|多次|首次|第一次|[一两二三四五六\d]次|实名|匿名){0,3}(?:(?:向|给|到|去|来|往)([^，,。；\n]{1,14}))?(?:曾经?|已经?)?(?:实名|匿名|书面|联名)?(?:举报|反映|投诉|控告|检举|写信|寄出?|邮寄|信访|上访|来信|去信)(?!人|对象)/;

/** 上次邮寄时间：2024年1月 */
const writtenAhead = /(?:邮寄|寄信|寄出|来信|去信|举报|反映|投诉|上访)(?:的?(?:时间|日期)|于)[：:\s]{0,2}$/;
/** 2016年起, 2016年以来, 自2015年任院长以来: the end is not told. */
const openEnd = /^[日号]?(?:[^，,。；\n\d]{0,8}以来|份?(?:开始|起)(?![诉草码重飞至到]))/;

/** A numbered point, or what follows a salutation or a heading, says nothing of the line above it. */
const beginsPoint = /(?:[：:]\n\s*|\n\s*[（(]?[\d一二三四五六七八九十]{1,2}[)）.．、]\s*)$/;

/** 从2022年3月|收到|2024年8月: whatever he did from one day to the other. */
const isOfRange = (before: string, behind: string): boolean =>
  (/[从自由]\s?$/.test(before) && /^[^，,。；\n\d]{1,4}[到至]\d/.test(behind)) ||
  /\d[日号月年]?[^，,。；\n\d]{1,3}[到至]$/.test(before);

/** 2019年到现在, where no day is known on which it was written. */
const untilNow = /(?:今|现在|目前|今[天日])$/;
const since = /\bsince\s$/i;
/** 2022年10月而不是11月: what is put right is no day of the deed. */
const denied = /(?:不是|并非|而非)(?:在|于)?$/;

/** Who takes complaints; 高远办公室 is where somebody sits. */
const takesComplaints =
  /纪[委检]|监委|信访|巡[视察]|检察|公安|法院|政府|[省市县区镇乡]里|中央|上级|组织|部门|领导|贵|你们|您|12388|[委局厅部会院]$/;

/** 我向高远投诉，他又索要2万元: the day of a complaint to the man himself is that of what he did about it. */
function isOfComplaint(behind: string): boolean {
  const found = written.exec(behind);
  if (!found) return false;
  if (found[1] === undefined || takesComplaints.test(found[1])) return true;
  const told = behind.slice(found[0].length).split(/[。；！\n]|\d{4}年|\d月/)[0]!;
  return !matter.test(told);
}

/** First and last day of the reported acts, from the dates in the facts; never from 落款, receipt, birth or law. */
export function actSpan(
  reading: Reading,
  informant: readonly InformantField[] = [],
): Pick<Entities, 'actedFrom' | 'actedTo'> {
  const before = ({ start }: Span) => text.slice(Math.max(0, start - 8), start);
  const behind = ({ end }: Span) => text.slice(end, end + 10);
  const sealed = informant.flatMap((field) => field.spans);
  const { text, values, fields, closing, official } = reading;
  const aside = fields.filter(
    (f) => f.kind === 'signedOn' || f.kind === 'receivedOn' || f.kind === 'other' || f.kind === 'clerk',
  );
  const days = values.filter((v) => {
    if (v.type !== 'date' || typeof v.value !== 'string' || v.value === '') return false;
    if (sealed.some((span) => span.start < v.end && v.start < span.end)) return false;
    if (ofOneself(text, v)) return false;
    if (closing.date !== null && v.start === closing.date.start) return false;
    if (closing.covers(v) || aside.some((f) => isDateField(f.label) && f.start <= v.start && v.end <= f.end))
      return false;
    const ahead = beginsPoint.test(before(v)) ? '' : before(v);
    const around = ahead + behind(v).split(/[。，,；]/)[0];
    if (notAnAct.test(around) && !act.test(around) && !isOfRange(ahead, behind(v))) return false;
    if (official && aloneOnLine(text, v)) return false;
    if (denied.test(before(v))) return false;
    if (isOfComplaint(text.slice(v.end, v.end + 80))) return false;
    if (writtenAhead.test(text.slice(Math.max(0, v.start - 10), v.start))) return false;
    return !aloneOnLine(text, v);
  });
  const from = days.map((v) => firstDay(String(v.value))).filter((d) => d !== null);
  const ended = days.filter(
    (v) =>
      !v.text.endsWith('以来') &&
      (String(v.value).includes('/') ||
        !(untilNow.test(v.text) || since.test(before(v)) || openEnd.test(text.slice(v.end, v.end + 12)))),
  );
  const to = ended.map((v) => lastDay(String(v.value))).filter((d) => d !== null);
  return { actedFrom: from.sort()[0] ?? null, actedTo: to.sort().at(-1) ?? null };
}

/** A date in what the writer says of himself, or of a birth; what he tells of a gift or a loss is an act. */
function ofOneself(text: string, { start, end }: Span): boolean {
  const from = Math.max(...['。', '；', '！', '\n'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const before = text.slice(Math.max(from, start - 80), start);
  const after = text.slice(end, end + 40).split(/[。；！\n]/)[0] ?? '';
  if (
    /(?:出生|生于|生日)[^，,]{0,6}$|(?:出生|年龄)[^。；\n]{0,24}[改写填涂变][为成][^，,]{0,4}$/.test(
      before,
    ) ||
    /^[日号]?\s?(?:出生|生人|生于|生[，,。；;、）)\s]|生$)/.test(after)
  )
    return true;
  return (
    /(?:我叫|我是|我系|本人(?:叫|是|系|姓名)|(?<!被)(?:举报|反映|控告|来访|来电)人(?:系|是|[^，,反映称说举报告诉]{1,4}[，,](?:男|女)))/.test(
      before,
    ) &&
    !/(?:举报|反映|控告|检举)(?!人)/.test(before) &&
    !matter.test(before) &&
    !matter.test(after)
  );
}

const isDateField = (label: string) => !/^(?:时间|发生时间|事发时间|问题发生时间)$/.test(label);

function aloneOnLine(text: string, span: Span): boolean {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  return text.slice(start, end < 0 ? text.length : end).trim().length <= span.end - span.start + 2;
}
