/** Non-empty lines at the beginning in which a paper names itself. */
const titleLines = 4;
const report =
  /(?:初核|初步核实|核查|核实|调查|办[理结]|处置|了结)[^\n，。]{0,10}(?:报告|审批表|呈批表|请示|说明)$/;
/** The same words in the title of who disputes such a report. */
const disputes = /不服|异议|质疑|申[诉请]|举报信|投诉|控告/;
const unfounded =
  /(?:反映|举报|所列|上述|该|线索)[^，。；\n]{0,16}(?:不属实|失实|不实|查无实据|不成立|无事实依据)|(?:不属实|失实|查无实据)[。；\n]/;
const founded = /(?:部分|基本|情况|问题)属实|(?<![不否])属实[。；]|涉嫌(?:严重)?违[纪法]|建议(?:予以)?立案/;
const closes = /(?:建议|拟|决定|同意)[^，。；\n]{0,6}(?:了结|澄清)|予以(?:了结|澄清)|了结处理/;

/**
 * What an office's report says that looked into a matter and closes it, in one clause for a card; null for any other
 * paper. Such papers are booked, for what was closed is looked through again, but they charge nobody with anything.
 * @param text the reading of the item
 */
export function closedMatter(text: string): string | null {
  const title = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, titleLines)
    .find((line) => report.test(line.trim()) && !disputes.test(line));
  if (title === undefined || founded.test(text)) return null;
  const isUnfounded = unfounded.test(text);
  const isClosed = closes.test(text);
  if (!isUnfounded && !isClosed) return null;
  return [isUnfounded ? '核查结论为不属实' : '', isClosed ? '建议予以了结' : '']
    .filter((part) => part !== '')
    .join('，');
}
