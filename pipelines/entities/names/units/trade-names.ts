import type { Mention } from '../../../../domain/index.js';
import type { Dictionary } from '../dictionary.js';
import { touches } from '../mention-at.js';

const han = /[\u3400-\u9fff]/;
const house = /(?:公司|集团|厂|事务所|设计院|勘察院)$/;
const legalForm = /(?:股份|有限|责任|集团|公司|总厂|厂|事务所|设计院|勘察院|[一二三四五]公司)$/;
const moreKinds = [
  '器材',
  '机械',
  '医疗',
  '医疗器械',
  '装备',
  '人防',
  '信息',
  '管理',
  '服务',
  '发展',
  '实业',
  '器械',
  '防化',
  '勘察设计',
  '资产',
  '电子',
];
/** What may stand before and behind a firm that is called by its bare name. */
const leads = /[在给向由与和找是从到被对让为把同跟的说叫归及就而但用请托]/;
const follows = /[的是和与在把给做了出有没也就都老经又还才却能会要说叫想拿干送交投中报来去上]/;
/** A hostile text names firms without end. */
const [mostFirms, mostPlaces] = [40, 20];

/** 铁卫 where the letter has 甘南铁卫防护设备厂: a firm that is called by its bare name is that firm. */
export function readTradeNames(text: string, units: readonly Mention[], dictionary: Dictionary): Mention[] {
  const firms = new Map(
    units.filter((u) => house.test(u.text)).map((u) => [u.text, String(u.value)] as const),
  );
  const found: Mention[] = [];
  for (const [firm, value] of [...firms].slice(0, mostFirms))
    for (const name of namesOf(firm, text, dictionary)) {
      let looked = 0;
      for (
        let at = text.indexOf(name);
        at >= 0 && looked < mostPlaces;
        at = text.indexOf(name, at + name.length)
      ) {
        looked += 1;
        const end = at + name.length;
        const [before, behind] = [text.charAt(at - 1), text.charAt(end)];
        if ((han.test(before) && !leads.test(before)) || (han.test(behind) && !follows.test(behind)))
          continue;
        if (touches(units, at, end) || found.some((f) => f.start < end && at < f.end)) continue;
        found.push({ type: 'organisation', start: at, end, text: name, value, confidence: 0.8 });
      }
    }
  return found;
}

/** 甘南铁卫 and 铁卫 of 甘南铁卫防护设备厂: what is left without its legal form, its trade and the place before. */
function namesOf(firm: string, text: string, { companyKinds }: Dictionary): string[] {
  let stem = firm.replace(/^(?:[\u3400-\u9fff]{2,3}?[省市县区州])+/, '');
  const placed = stem.length < firm.length;
  for (let before = ''; before !== stem; ) {
    before = stem;
    stem = stem.replace(legalForm, '');
    const kind = [4, 3, 2].find(
      (n) => stem.length - n >= 2 && (companyKinds.has(stem.slice(-n)) || moreKinds.includes(stem.slice(-n))),
    );
    if (kind !== undefined) stem = stem.slice(0, -kind);
  }
  if (stem.length < 2 || stem.length > 6 || stem === firm || !/^[\u3400-\u9fff]+$/.test(stem)) return [];
  // 甘南 of 甘南铁卫: the place stands before the name without its level.
  const own = !placed && stem.length >= 4 && stem.length <= 5 ? [stem.slice(2)] : [];
  return [...(stem.length <= 4 ? [stem] : []), ...own].filter(
    (name) => name.length >= 2 && !companyKinds.has(name) && text.split(name, 3).length > 2,
  );
}
