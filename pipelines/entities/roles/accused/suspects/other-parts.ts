import type { PersonMention } from '../../../names/index.js';
import type { Reading } from '../../informant.js';

/** Kinds of a form's fields whose persons have another part in the paper. */
const others: ReadonlySet<string> = new Set(['clerk', 'business', 'witness']);

/** A form's field or a greeting gives him a part other than that of the accused. */
export function hasOtherPart({ text, fields }: Reading, mention: PersonMention): boolean {
  if (isAddressed(text, mention)) return true;
  const within = fields.filter((f) => f.start <= mention.start && mention.end <= f.end);
  return within.some((f) => others.has(f.kind)) && !within.some((f) => f.kind === 'accused');
}

/** 尊敬的胡书记：, 请李县长为我们做主: the reader of the letter, whom it does not accuse. */
function isAddressed(text: string, person: PersonMention): boolean {
  const near = text.slice(Math.max(0, person.start - 14), person.start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const after = text.slice(person.end, person.end + 5);
  if (/(?:尊敬的|敬爱的)[\u4e00-\u9fa5、，]{0,8}$/.test(before)) return true;
  if (/^[们]?(?:[,，:：!！]?\s?(?:您|你们?)好|、?[\u4e00-\u9fa5]{0,4}各位领导)/.test(after)) return true;
  const alone = before.trim() === '' && /^(?:同志)?[:：]\s*(?:\n|$)/.test(after);
  if (/^[^，,。；;：:]{2,12}$/.test(before) && /^[:：]\s*\n/.test(after) && person.form === 'titled')
    return true;
  if (person.form !== 'titled') return alone && /同志[:：]/.test(after);
  return alone || /(?:请|请求|希望|恳请|恳求|求求?|感谢|谢谢|致|拜托|盼)$/.test(before);
}
