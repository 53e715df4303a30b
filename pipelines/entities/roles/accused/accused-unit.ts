import type { Accused, Mention } from '../../../../domain/index.js';
import type { Reading } from '../informant.js';
import { disclaimedSpans } from './disclaimed.js';

/** The unit that a paper without an accused person is about: a field's, the title's, the announcing sentence's. */
export function accusedUnit(reading: Reading): Accused[] {
  const { fields, text, lines, dictionary } = reading;
  const disclaimed = disclaimedSpans(text);
  const organisations = reading.names.organisations.filter(
    (o) => !disclaimed.some((span) => span.start <= o.start && o.start < span.end),
  );
  const inFields = fields
    .filter((f) => f.kind === 'accusedUnit' || f.kind === 'accused' || f.kind === 'accusedUnitPost')
    .flatMap((f) => organisations.filter((o) => f.start <= o.start && o.end <= f.end));
  if (inFields.length > 0) return unique(inFields);
  const written = fields.find(
    (f) => f.kind === 'accusedUnit' && f.end - f.start >= 4 && f.end - f.start <= 30,
  );
  if (written !== undefined) {
    const value = text.slice(written.start, written.end);
    return [
      {
        name: null,
        organisation: value,
        position: null,
        evidence: [{ start: written.start, end: written.end }],
      },
    ];
  }
  const title = lines.filter((l) => text.slice(l.start, l.end).trim() !== '').slice(0, 3);
  for (const line of title) {
    const written = text.slice(line.start, line.end);
    const verb = /举报|反映|控告|检举|揭发|关于/.exec(written);
    if (verb === null || written.length > 70 || /登记表|记录单|清单|移交表|收集表/.test(written)) continue;
    const units = organisations.filter(
      (o) => o.start >= line.start + verb.index && o.end <= line.end && !isAddressee(o),
    );
    const unit = units.find((o) => !isHollow(o));
    if (unit !== undefined) return unique([unit]);
  }
  for (let at = 0; at < text.length; at++) {
    const verb = dictionary.reports.at(text, at);
    if (verb === null) continue;
    // 向县委反映, 投诉无门: a verb that is told of a way taken accuses nobody.
    const told = /(?:向|给|到|去|曾|多次|已|被|经|都|再)[^，。；\n]{0,10}$/.test(
      text.slice(Math.max(0, at - 12), at),
    );
    const unit = told
      ? undefined
      : organisations.find(
          (o) => o.start >= verb.end && o.start - verb.end <= 8 && !isAddressee(o) && !isHollow(o),
        );
    if (unit !== undefined && !/[。；\n]/.test(text.slice(verb.end, unit.start))) return unique([unit]);
    at = verb.end - 1;
  }
  const blamed = organisations.find(
    (o) =>
      !isAddressee(o) &&
      !isHollow(o) &&
      !/公司|厂|集团|酒店|银行$/.test(o.text) &&
      neglect.test(text.slice(o.end, o.end + 16)),
  );
  return blamed === undefined ? [] : unique([blamed]);

  function isAddressee(org: Mention): boolean {
    return (
      dictionary.petitionOffices.before(org.text, org.text.length) !== null ||
      /^(?:领导|:|：)/.test(text.slice(org.end, org.end + 2))
    );
  }
}

/** What a unit is blamed with though no sentence says 反映. */
const neglect =
  /^[^。，,；\n]{0,8}(?:不闻不问|不作为|慢作为|置之不理|听之任之|放任|默许|推诿|视而不见|不管不问|从不检查|从未检查|未依法|乱收费|私设|截留|坐支|挪用|违规|擅自|的?(?:工作)?人员(?:先后|多次|经常)|存在(?:下列|以下|如下|的)[^，。]{0,4}问题)/;

/** 县委, 市人民政府, 物业公司: words for an authority or a trade that name no unit. */
function isHollow(org: Mention): boolean {
  const name = String(org.value ?? org.text);
  return (
    /^(?:中共)?[省市县区乡镇]?(?:委|政府|人民政府|纪委|法院|公安局|信访局|街道办事处|居委会|村委会|业委会|教育局|住建局)$/.test(
      name,
    ) || /^.{0,2}(?:公司|物业|开发商|学校|医院|酒店|银行)$|物业/.test(name)
  );
}

function unique(units: readonly Mention[]): Accused[] {
  const byName = new Map<string, Accused>();
  for (const unit of units) {
    const name = String(unit.value ?? unit.text);
    const known = byName.get(name);
    if (known !== undefined) known.evidence.push({ start: unit.start, end: unit.end });
    else
      byName.set(name, {
        name: null,
        organisation: name,
        position: null,
        evidence: [{ start: unit.start, end: unit.end }],
      });
  }
  return [...byName.values()];
}
