import type { Span } from '../../../../domain/index.js';
import type { Dictionary } from '../../names/index.js';

/** A telephone's number may be glued to a home. */
const piece = /(?<!\d(?=\d))(?:(?!\d{7})[^\s，,、。；;])+/g;
/** A region, and what lies in it: 袁浦县清潭乡黎家坊组. */
const placed = /^[\u3400-\u9fff]{1,6}[省市县区州旗盟镇乡](?=[\u3400-\u9fff\dA-Za-z（）()-]{3,40}$)/;
const unit =
  /(?:[局委厅院校厂矿行会社所站办处科股段]|公司|集团|中心|银行|部|工程队|[大中支]队|中学|小学|政府|超市|酒店|[一二三四五六七八九十]中)$/;
/** Whoever speaks or reports does not tell a home alone. */
const told =
  /[我你他她它俺咱们这那某的找查]|反映|举报|控告|检举|投诉|关于|[(（](?:公|盖)?章|一[群个名位]|人民$|(?:[教医药护律]师|[职员民]工|医生|护士|司机|会计|出纳|干部|[\u3400-\u9fff]员)$/;
const longest = 40;

/**
 * Homes that stand alone between the gaps of a signature's line: what begins with a region and goes on within it, and
 * is no unit and no crowd; a label may stand right before it (地址某县某乡某村).
 */
export function aloneHomes(text: string, area: Span, dictionary: Dictionary): Span[] {
  const found: Span[] = [];
  for (const match of text.slice(area.start, area.end).matchAll(piece)) {
    const after = text.charAt(area.start + match.index + match[0].length);
    if (match[0].length > longest || after === '。' || told.test(match[0])) continue;
    const lead = labelSize(match[0], dictionary);
    const home = match[0].slice(lead);
    if (!placed.test(home) || (lead === 0 && (unit.test(home) || isAddressee(home, dictionary)))) continue;
    if (dictionary.collectives.all(home).length > 0) continue;
    const start = area.start + match.index + lead;
    found.push({ start, end: start + home.length });
  }
  return found;
}

/** 雁洲市纪委监委|收, 中共皖北省纪委信访室: to whom it is sent. */
function isAddressee(written: string, { petitionOffices }: Dictionary): boolean {
  const office = written.replace(/(?:亲?收|亲?启|查[收处办]?|处理)$/, '');
  return petitionOffices.before(office, office.length) !== null;
}

/** The length of a label for an address that begins the stretch; 0 where none does. */
function labelSize(written: string, { labels }: Dictionary): number {
  for (let size = Math.min(8, written.length); size >= 2; size--)
    if (labels.get(written.slice(0, size)) === 'address')
      return size + (/[:：]/.test(written.charAt(size)) ? 1 : 0);
  return 0;
}
