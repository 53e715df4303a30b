import type { Sealed } from '../../../domain/index.js';
import type { Reading } from '../layout.js';

/** 我要举报, 现实名反映, 举报… at the head of a clause: the writer's own word for what he does. */
const reports =
  /(?<=^|[\n，。！？；：:,!?;])(?:我们?|本人|俺们?|咱们?)?(?:今天|在此)?(?:(?:现|特此?|要|想|是来|来|郑重|强烈){0,2}(?:(?:实名|匿名|联名|再次)?(?:举报|检举|控告|揭发))|(?:现|要|特此|实名|匿名|联名){1,2}反映)(?![人信件者书函箱过了无:：]|材料|电话|平台|中心|途径|渠道|方式)/g;
/** Characters behind such a word in which is named whom it means. */
const reach = 40;
/** A body of trade: what it does to its customers is no matter of discipline. */
const firm = /公司|厂$|集团|物业|店$|酒店|商行/;

/** Whether a paper reports somebody in public office in so many words, by his name or by his unit. */
export function reportsOutright({ text }: Reading, { accused }: Sealed): boolean {
  const inOffice = accused.filter(
    ({ organisation, position }) => position !== null && !firm.test(organisation ?? ''),
  );
  const meant = inOffice.flatMap(({ name, organisation }) => [name, organisation].filter((m) => m !== null));
  return [...text.matchAll(reports)].some(({ 0: words, index }) => {
    const behind = text.slice(index + words.length, index + words.length + reach).split(/[。！？；\n]/)[0]!;
    return meant.some((name) => behind.includes(name));
  });
}
