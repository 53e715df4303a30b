/** Non-empty lines at the beginning in which a paper names itself. */
const titleLines = 4;
const report =
  /(?:初核|初步核实|核查|核实|调查|办[理结]|处置|了结)[^\n，。]{0,10}(?:报告|审批表|呈批表|请示|说明)$/;
/** The same words in the title of who disputes such a report, */
const disputesInTitle = /不服|异议|质疑|申[诉请]|举报信|投诉|控告/;
/** and in what he tells: an office's report may quote 投诉 and 控告, never these of its own conclusion. */
const disputes =
  /不认[可同]|不服|不接受|不满意|(?<!无)异议|质疑|(?:补充|新的?)证据|官官相护|再次(?:举报|反映|控告)/;
/** 我室, 我委 is an office's word for itself; 我, 本人 is a citizen's. */
const oneself = /(?<!自)我(?!们?[室委局县市区省镇乡厅部处办国党院校组])|本人|俺/;
/** A citizen's name, masked, beside the end; an office's paper ends in its own. */
const signed = /▇[^\n。，]{0,6}(?:\n[^\n。，]{0,16})?\s*$/;
const unfounded =
  /(?:反映|举报|所列|上述|该|线索)[^，。；\n]{0,16}(?:不属实|失实|不实|查无实据|不成立|无事实依据)|(?:不属实|失实|查无实据)[。；\n]/;
const founded =
  /(?:部分|基本|情况|问题)属实|确有其事|(?:另|并|还)(?:查明|查实|发现)|给予[^，。；\n]{0,10}(?:处分|警告|处理)|违规收受[^。\n]{0,20}\d|(?<![不否])属实[。；]|涉嫌(?:严重)?违[纪法]|建议(?:予以)?立案/;
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
    .find((line) => report.test(line.trim()) && !disputesInTitle.test(line));
  if (title === undefined || founded.test(text) || isCitizens(text)) return null;
  const isUnfounded = unfounded.test(text);
  const isClosed = closes.test(text);
  if (!isUnfounded && !isClosed) return null;
  return [isUnfounded ? '核查结论为不属实' : '', isClosed ? '建议予以了结' : '']
    .filter((part) => part !== '')
    .join('，');
}

/** Only an office closes a matter: who writes of himself, disputes it or signs by name tells of its answer alone. */
const isCitizens = (text: string): boolean =>
  oneself.test(text) || disputes.test(text) || signed.test(text.trimEnd());
