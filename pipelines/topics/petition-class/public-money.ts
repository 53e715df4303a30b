import type { PaperFound } from '../paper.js';

/** Money that many have a part in, or an office takes in or hands out: 承包费, 征地款, 补贴, 账. */
const funds =
  '(?:[\\d一二三四五六七八九十百千万两]\\s?[万千百]?[余多]?元|[\\d一二三四五六七八九十两百]万|钱|款|补贴|补助|补偿|经费|资金|租金|低保|[^\\s，。]费|账)';
/** It is held back, taken, told to nobody, or nobody knows where it went. */
const kept =
  '(?:抽走|扣[了下掉走住发]|克扣|私?吞|[眯昧]了|截留|挪用|套取|冒领|私分|贪污|收受|索要|好处费|回扣|[不没未]有?(?:上墙|公布|公示|公开|入账|进账|见账|上账|交账)|说不清|去向不明|不知去向|下落不明|不知道?(?:去了?哪|[哪上]哪|用在)|[丢烧]了|揣|装进|进了(?:自己|个人|[他她]))';
const keepsMoney = new RegExp(
  `${funds}[^。！？；\\n]{0,24}?(${kept})|(${kept})[^。！？；\\n]{0,24}?${funds}`,
  'dg',
);

/** Characters between the money and the post of who is answerable for it. */
const nearOffice = 60;
/** What stands around a post in trade; there are no public sums. */
const inTrade = /公司|厂|集团|物业|经理|班组|医生|律师|老板|店/;
const around = { before: 10, behind: 6 };
/** Less force has what is denied or only asked. */
const leastForce = 0.5;

/**
 * Whether it is told near somebody's public post that money was held back or taken, or is not accounted for: in words that
 * no rule for an offence need know.
 */
export function keptNearOffice({ reading: { text }, offices, force }: PaperFound): boolean {
  const posts = offices.filter(
    (at) => !inTrade.test(text.slice(Math.max(0, at - around.before), at + around.behind)),
  );
  return [...text.matchAll(keepsMoney)].some((found) => {
    const [start] = found.indices![1] ?? found.indices![2]!;
    return force[start]! >= leastForce && posts.some((at) => Math.abs(at - start) <= nearOffice);
  });
}
