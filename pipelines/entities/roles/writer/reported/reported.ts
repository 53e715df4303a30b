import type { Span } from '../../../../../domain/index.js';
import { firstFrom } from '../../../names/index.js';
import type { Reading } from '../../reading.js';

/** What stands between a name and what its bearer did: his telephone or home, others who did it with him, a day. */
export const beside =
  '(?:[（(][^（）()\\n]{0,60}[）)])?(?:等?[一二两三四五六七八九十百零〇\\d]{0,5}[人名位户]|同志|先生|女士|老人|夫妇){0,2}(?:于?[\\d年月日./-]{4,12})?的?';
const manner = '(?:实名|联名|署名|当面|再次|多次|书面|电话)?';
/** Only the writer does these: 某某来信. */
const sent = '(?:来信|来函|来件|来电|来访|致信|写信|寄来|寄送|递交|送来|交来)';
/** One reports, and one is reported: 某某的举报信 is his, 关于某某的举报信 is about him. */
const told = '(?:信访|投诉|申诉|举报|检举|控告|反映)';
export const deed = `(?:${manner}(?:${sent}|${told}))`;
export const byRole = '(?:[来写]信人|(?:实名)?(?:举报|信访|反映)人)';

const did = new RegExp(`^(${beside})${manner}(?:(${sent})|(${told}))`);
const introduced = new RegExp(`${byRole}$`);
/** What is about somebody names him right behind these. */
const about = /(?:关于|有关|针对|涉及|[对就]|根据|依据|反映|举报|控告|检举|投诉|申诉)$/;
/** Who has a letter in hand tells whose it is. */
const inHand = /(?:收到|接到|收悉|受理|[^根依]据|^据)$/;
const passedOn = /(?:[现兹今谨]?将|转去|转来|附上)$/;
const onGround = /(?:根据|依据)$/;
/** 某某反映的问题: what he tells of. */
const matter = /^的(?:问题|事项|诉求|内容)/;
const telling = /^的?(?:问题|情况|事项|诉求|内容)/;
const other = /^(?:了)?(?:其|该|本[村县市区镇乡单公]|[你我他她贵](?!委))/;
const ofAccused = /^的?(?:有关|相关|问题)?(?:线索|问题)/;
const papersOf = /^的?(?:有关|相关|问题)?(?:线索|问题|材料|资料)/;
const clerks = /来[访信电函]|接[访待谈听]|登记|记录|受理|转[办送]|交办/;

/** An office wrote the paper, or its head tells that a clerk did. */
export const isOfClerk = ({ text, official }: Reading): boolean => official || clerks.test(text.slice(0, 60));

/**
 * Whether the words around a name make its bearer the one who reports. A report is named after whom it is about as
 * well as after who wrote it: 关于某某的举报信 and 根据某某举报线索 are about him, unless whom he reports is told behind it.
 */
export function hasReported(reading: Reading, name: Span): boolean {
  const { text } = reading;
  const match = did.exec(text.slice(name.end, name.end + 120));
  if (match === null) return false;
  const lead = text.slice(Math.max(0, name.start - 8), name.start);
  if (introduced.test(lead)) return true;
  const isAbout = about.test(lead);
  if (match[2] !== undefined) return !(isAbout && match[1]?.endsWith('的'));
  const after = name.end + match[0].length;
  const rest = text.slice(after, after + 8);
  const clerk = isOfClerk(reading);
  if (inHand.test(lead)) return !ofAccused.test(rest) && !isOfficeHolder(reading, name);
  if (!clerk) return false;
  if (namesOther(reading, after) || other.test(rest)) return true;
  if (matter.test(rest) || (match[3] === '反映' && telling.test(rest))) return true;
  if (isAbout) return onGround.test(lead) && /^[，,]/.test(rest);
  return !(passedOn.test(lead) ? ofAccused : papersOf).test(rest) && !isOfficeHolder(reading, name);
}

/** A person, a unit, a post or a place right there: whom the report is about. */
export function namesOther({ names }: Reading, at: number): boolean {
  return [names.persons, names.organisations, names.positions, names.places].some(
    (mentions) => mentions[firstFrom(mentions, at)]?.start === at,
  );
}

/** A field or a public post beside the name somewhere in the paper makes its bearer whom the paper is about. */
export function isOfficeHolder({ text, fields, names }: Reading, { start, end }: Span): boolean {
  const written = text.slice(start, end);
  return (
    fields.some((f) => f.kind === 'accused' && text.slice(f.start, f.end).includes(written)) ||
    names.persons.some(
      (p) =>
        p.text === written &&
        names.positions.some(
          (post) => post.kind === 'public' && (post.end === p.start || post.start === p.end),
        ),
    )
  );
}
