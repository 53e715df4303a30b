import type { Entities, InformantField, Mention, Span } from '../../../domain/index.js';
import { behindLastOf, firstOf, oneOf } from '../../one-of.js';
import { firstDay, lastDay } from '../values/index.js';
import type { Reading } from './informant.js';

const total =
  /(?:合计|共计|总计|累计|总额|总金额|总共|总共是|金额共|一共|涉案金额|涉及金额|金额达|共)(?:收受|收取|索要|金额|达|约|为|是|人民币|了|减免|少收|送|给|现金|贿赂|套取|挪用|高达|:|：|\s){0,4}$/;
const matter =
  /收受|索要|索取|受贿|行贿|收了|送给|送了|送去|好处费|感谢费|辛苦费|茶水费|回扣|贿|减免|免收|免缴|免去|免了|免掉|给免|该交|返还|抬高|低价|少收|少缴|少征|漏征|缓缴|缓交|欠缴|拖欠|流失|挪用|套取|截留|坐支|私分|侵占|贪污|损失|未缴|未收|没有收|小金库|账外|虚报|冒领|虚列|多付|多报|差价|占为己有|据为己有|装进|进了|违规|报销|私存|借款|骗取|吃空饷|礼金|红包|收入不入账|不入账|应收未收/;
const schedule =
  /(?:每平方米|每平米|每亩|每㎡|每人|每月|每年|每个|单价|标准|按照?|注册资本|总投资|投资|造价|概算|预算|工资|合同价|合同金额|中标价|应缴|应收|应交|要交|要缴|须交|需交|算下来|核定|核定金额|控制价|租金|月薪|市场价在|进价|外地报价|成本|市场价|起征|年薪|定额|起点|罚款|以上|不超过|低于|超过|限额|税)(?:为|是|约|金额|款|费|易地建设费|人民币|额|:|：|的|价|共|每平方米)*$/;
const perUnit = /^\s?(?:\/|每|一平|／|的标准|以上|以下|起)/;

/**
 * The principal sum in yuan: the largest sum that is called a total (合计, 共计, 累计) if there is one, else
 * the one of a field for it, else the largest sum in a sentence about a bribe or a loss, else the largest that
 * is no rate, price or fee schedule.
 */
export function principalSum({ text, values, fields, names }: Reading): number | null {
  void names;
  const sums = values.filter(
    (v): v is Mention & { value: number } => v.type === 'money' && typeof v.value === 'number',
  );
  const usable = sums.filter((v) => {
    const before = text.slice(Math.max(0, v.start - 14), v.start);
    return !schedule.test(before) && !perUnit.test(text.slice(v.end, v.end + 4));
  });
  const largest = (some: readonly { value: number }[]) =>
    some.length === 0 ? null : Math.max(...some.map((v) => v.value));
  const totals = usable.filter(
    (v) => total.test(text.slice(Math.max(0, v.start - 14), v.start)) && matter.test(sentenceAround(text, v)),
  );
  const field = fields.filter((f) => f.kind === 'amount');
  const stated = sums.filter((v) => field.some((f) => f.start <= v.start && v.end <= f.end));
  return (
    largest(totals) ??
    largest(stated) ??
    largest(usable.filter((v) => matter.test(sentenceAround(text, v)))) ??
    largest(usable) ??
    largest(sums.filter((v) => !perUnit.test(text.slice(v.end, v.end + 4))))
  );
}

const notAnAct =
  /(?:出生|生于|生人|入党|参加工作|成立|注册|颁布|施行|实施|文件|规定|办法|通知|退休|毕业|任职|调任|免职|转任|审计|巡察|移送|来访|来电|登记|收到|书面报|反馈|前报送|前上报)/;

/** First and last day of the reported acts, from the dates in the facts; never from 落款, receipt, birth or law. */
export function actSpan(
  reading: Reading,
  informant: readonly InformantField[] = [],
): Pick<Entities, 'actedFrom' | 'actedTo'> {
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
    const around =
      text.slice(Math.max(0, v.start - 8), v.start) + text.slice(v.end, v.end + 10).split(/[，。,；]/)[0];
    if (notAnAct.test(around) && !/(?:收受|送|减免|以来|至今)/.test(around)) return false;
    if (official && aloneOnLine(text, v)) return false;
    return !aloneOnLine(text, v);
  });
  const from = days.map((v) => firstDay(String(v.value))).filter((d) => d !== null);
  const to = days.map((v) => lastDay(String(v.value))).filter((d) => d !== null);
  return { actedFrom: from.sort()[0] ?? null, actedTo: to.sort().at(-1) ?? null };
}

/** A date in what the writer says of himself, or of a birth; what he tells of a gift or a loss is an act. */
function ofOneself(text: string, { start, end }: Span): boolean {
  const from = Math.max(...['。', '；', '！', '\n'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const before = text.slice(Math.max(from, start - 80), start);
  const after = text.slice(end, end + 40).split(/[。；！\n]/)[0] ?? '';
  if (/(?:出生|生于|生日)[^，,]{0,6}$/.test(before) || /^[日号]?\s?(?:出生|生人|生于|生[，,])/.test(after))
    return true;
  return (
    /(?:我叫|我是|我系|本人(?:叫|是|系|姓名)|(?<!被)(?:举报|反映|控告|来访|来电)人(?:系|是|[^，,反映称说举报告诉]{1,4}[，,](?:男|女)))/.test(
      before,
    ) &&
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

const endsSentence = oneOf('。；！？\n;!?');

function sentenceAround(text: string, { start, end }: Span): string {
  const from = behindLastOf(endsSentence, text, Math.max(0, start - 60), start);
  return text.slice(from, firstOf(endsSentence, text, end, end + 30));
}
