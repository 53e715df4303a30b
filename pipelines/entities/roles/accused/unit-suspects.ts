import type { Mention } from '../../../../domain/index.js';
import type { Evidence } from '../../../weighing/index.js';
import type { Reading } from '../reading.js';
import { deedsIn, papersAims } from './aim.js';
import { disclaimedSpans } from './disclaimed.js';

/** A unit that a paper without an accused person may be about. */
export interface UnitSuspect {
  name: string;
  mentions: Mention[];
  /** Each kind begins with `unit`, so that it is weighed apart from that of persons. */
  evidence: Evidence;
}

/** Every unit that the paper names, but those it is written to, with the evidence that the paper is about it. */
export function unitSuspectsOf(reading: Reading): UnitSuspect[] {
  const { fields, text, lines, dictionary, official, closing } = reading;
  const disclaimed = disclaimedSpans(text);
  const units = new Map<string, Mention[]>();
  for (const org of reading.names.organisations) {
    if (disclaimed.some((span) => span.start <= org.start && org.start < span.end)) continue;
    if (closing.covers(org) || isAddressee(org) || isHollow(org)) continue;
    const name = shortName(org);
    const known = units.get(name);
    if (known) known.push(org);
    else units.set(name, [org]);
  }
  const counts = [...units.values()].map((m) => m.length);
  const most = Math.max(...counts);
  const all = counts.reduce((a, b) => a + b, 0);
  const offices = [...units.keys()].filter((name) => office.test(name));
  const [first] = units.keys();
  const aims = papersAims(reading);
  const title = lines
    .filter((l) => text.slice(l.start, l.end).trim() !== '')
    .slice(0, 3)
    .filter((l) => isTitle(text.slice(l.start, l.end)));
  const deeds = deedsIn(reading);
  return [...units].map(([name, mentions]) => {
    const evidence: Evidence = new Map();
    const mark = (what: string, so: boolean, much = 1) => so && evidence.set(`unit ${what}`, much);
    const some = (so: (org: Mention) => boolean) => mentions.some(so);
    const inField = (kind: RegExp) =>
      some((o) => fields.some((f) => kind.test(f.kind) && f.start <= o.start && o.end <= f.end));
    mark('suspected', true);
    mark('in its field', inField(/^(?:accused|accusedUnit|accusedUnitPost)$/));
    mark('in another field', inField(/^(?!accused|body|handler)/));
    mark('is an office', office.test(name));
    mark('is a firm', firm.test(name));
    mark('is the only office', offices.length === 1 && offices[0] === name);
    mark('is the first office', offices[0] === name);
    mark('is of the field', /人防|民防|国防动员|国动/.test(name));
    mark('is named most', mentions.length === most);
    mark('share', true, mentions.length / all);
    mark('is named once', mentions.length === 1);
    mark('comes first', first === name);
    mark('comes late', mentions[0]!.start > 0.7 * text.length);
    mark(
      'in title',
      some((o) => title.some((l) => l.start <= o.start && o.end <= l.end)),
    );
    mark('announced', some(isAnnounced));
    mark(
      'blamed',
      some((o) => neglect.test(text.slice(o.end, o.end + 16))),
    );
    mark(
      'blamed in sentence',
      some((o) => blame.test(sentenceAfter(o))),
    );
    mark(
      'is asked',
      some((o) =>
        /(?:找|问|打|去|到|向|给)(?:了|过)?[^，。；\n]{0,3}$/.test(
          text.slice(Math.max(0, o.start - 6), o.start),
        ),
      ),
    );
    mark(
      'acts',
      some((o) => acts(text.slice(o.end, o.end + 24).split(/[，。；\n]/)[0] ?? '')),
    );
    mark('heads an official paper', official && mentions[0]!.start < 40);
    mark('in an official paper', official);
    for (const aim of aims) mark(`in a paper that ${aim}`, true);
    mark('in a paper of deeds', true, deeds);
    return { name: String(mentions[0]!.value ?? mentions[0]!.text), mentions, evidence };
  });

  function acts(clause: string): boolean {
    for (let at = 0; at < clause.length; at++) if (dictionary.acts.at(clause, at) !== null) return true;
    return false;
  }

  function sentenceAfter(org: Mention): string {
    return text.slice(org.end, org.end + 60).split(/[。！？\n]/)[0] ?? '';
  }

  /** 向县委反映, 投诉无门: a verb that is told of a way taken accuses nobody. */
  function isAnnounced(org: Mention): boolean {
    const before = text.slice(Math.max(0, org.start - 12), org.start);
    for (let at = before.length - 1; at >= 0; at--) {
      const verb = dictionary.reports.before(before, at + 1);
      if (verb === null) continue;
      return (
        !/[。；\n]/.test(before.slice(at + 1)) &&
        !/(?:向|给|到|去|曾|多次|已|被|经|都|再)[^，。；\n]{0,10}$/.test(
          text.slice(
            Math.max(0, org.start - before.length + verb.start - 12),
            org.start - before.length + verb.start,
          ),
        )
      );
    }
    return false;
  }

  function isAddressee(org: Mention): boolean {
    return (
      dictionary.petitionOffices.before(org.text, org.text.length) !== null ||
      /^(?:领导|:|：)/.test(text.slice(org.end, org.end + 2))
    );
  }
}

/** A line that says what the paper is about, and is no name of a form. */
const isTitle = (written: string): boolean =>
  written.length <= 70 &&
  /举报|反映|控告|检举|揭发|关于|移送|移交|监管|问题/.test(written) &&
  !/登记表|记录单|清单|移交表|收集表/.test(written);

const office = /(?:[局办委厅署]|办公室|中心|政府|委员会|管委会|支队|大队|总队|监督站|办事处)$/;
const firm = /(?:公司|厂|集团|酒店|银行|中介|事务所|商行|超市|店)$/;

/** What a unit is blamed with though no sentence says 反映. */
const neglect =
  /^[^。，,；\n]{0,8}(?:不闻不问|不作为|慢作为|置之不理|听之任之|放任|默许|推诿|视而不见|不管不问|从不检查|从未检查|未依法|乱收费|私设|截留|坐支|挪用|违规|擅自|的?(?:工作)?人员(?:先后|多次|经常)|存在(?:下列|以下|如下|的)[^，。]{0,4}问题)/;
const blame =
  /不闻不问|不作为|慢作为|置之不理|听之任之|放任|默许|推诿|视而不见|不管|从不|从未|未依法|未足额|未催缴|未上门|乱收费|私设|截留|坐支|挪用|违规|擅自|存在(?:下列|以下|如下)|干的好事|失职|渎职|有熟人|收的钱|不出具|装看不[见到]|没有?人管|没有?一个人来/;

/** 县委, 市人民政府, 物业公司: words for an authority or a trade that name no unit. */
function isHollow(org: Mention): boolean {
  const name = String(org.value ?? org.text);
  return (
    /^(?:中共)?[省市县区乡镇]?(?:委|政府|人民政府|纪委|法院|公安局|信访局|街道办事处|居委会|村委会|业委会|教育局|住建局)$/.test(
      name,
    ) || /^.{0,2}(?:公司|物业|开发商|学校|医院|酒店|银行)$|物业/.test(name)
  );
}

/** A unit under its usual short name. */
function shortName(org: Mention): string {
  return String(org.value ?? org.text)
    .replace(/人民防空办公室|人民防空办|民防办/, '人防办')
    .replace(/国防动员办公室/, '国动办')
    .replace(/住房和城乡建设局/, '住建局')
    .replace(/^[省市县区](?=.{3})/, '');
}
