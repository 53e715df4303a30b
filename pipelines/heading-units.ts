/** Yuan by the words that a heading has for a unit of money. */
const money: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  亿元: 1e8,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
};
const written =
  /(?:[(（[【](?:单位[:：])?|[/／])(元|千元|万元|亿元|千|万|亿|平方米|㎡|m2|m²)(?:[)）\]】]|$)/u;
/** 万 alone counts money only where the heading is one of money. */
const ofMoney = /[额款费钱价]|资金|资产|收入|损失/u;

/** What the numbers under a heading count. */
export interface HeadingUnit {
  type: 'money' | 'area';
  /** By which a number is multiplied to give yuan or square metres. */
  scale: number;
}

/** The unit that a heading or label gives for what stands under it, null where it gives none: 涉及金额（万元）. */
export function unitOfHeading(heading: string): HeadingUnit | null {
  const unit = written.exec(heading.replace(/\s+/gu, ''))?.[1];
  if (unit === undefined) return null;
  const scale = money[unit];
  if (scale === undefined) return { type: 'area', scale: 1 };
  return unit.endsWith('元') || ofMoney.test(heading) ? { type: 'money', scale } : null;
}
