import type { PersonMention } from '../../../names/index.js';
import type { Reading } from '../../reading.js';

/** Kinds of a form's fields whose persons have another part in the paper. */
const others: ReadonlySet<string> = new Set(['clerk', 'business', 'witness']);

/** A form's field or a greeting gives him a part other than that of the accused. */
export function hasOtherPart({ text, fields }: Reading, mention: PersonMention): boolean {
  const within = fields.filter((f) => f.start <= mention.start && mention.end <= f.end);
  if (within.some((f) => f.kind === 'accused')) return false;
  return within.some((f) => others.has(f.kind)) || isAddressed(text, mention);
}

/** 请李县长为我们做主, 在此恳请李县长: a clause of the letter's own that asks, and no quotation. */
const asks =
  /(?:^|[，,。；;！!？?：:\s]|我们?|特|只|还|再次|在此|所以|因此)(?:请|请求|希望|恳请|恳求|求求?|拜托|盼)$/;
const thanks = /(?:感谢|谢谢|致)$/;
/** 请戚科长|吃海鲜, 请毛局长|验收: what officers are asked to is no request of the letter's. */
const treats = /^[^，。；\n]{0,4}[吃喝唱玩过了]|^[、，]/;

/** 尊敬的胡书记：, 请李县长为我们做主: the reader of the letter, whom it does not accuse. */
function isAddressed(text: string, person: PersonMention): boolean {
  const near = text.slice(Math.max(0, person.start - 14), person.start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = text.slice(person.end, person.end + 5);
  if (/(?:尊敬的|敬爱的)[\u4e00-\u9fa5、，]{0,8}$/.test(before)) return true;
  if (/^同志[:：]\s*(?:\n|$)/.test(after)) return true;
  if (/^[们]?(?:[,，:：!！]?\s?(?:您|你们?)好|、?[\u4e00-\u9fa5]{0,4}各位领导)/.test(after)) return true;
  const alone = before.trim() === '' && /^(?:同志)?[:：]\s*(?:\n|$)/.test(after);
  if (/^[^，,。；;：:]{2,12}$/.test(before) && /^[:：]\s*\n/.test(after) && person.form === 'titled')
    return true;
  if (person.form !== 'titled') return alone && /同志[:：]/.test(after);
  return alone || thanks.test(before) || (asks.test(before) && !treats.test(after));
}
