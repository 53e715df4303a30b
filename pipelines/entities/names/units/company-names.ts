import type { Word } from '../word-map.js';

/** Stands in no short name: 找公司, 他的公司, 到集团. */
const notInNames =
  /[的了着过我你您他她它们是被把给这那说很都也就及与或因某该此每各其谁哪吗呢吧啊嘛在由从将让于请找去到问家个名两几多本原前后里内外上下票并无张]|同学|门口|公司/;
const shortEnding =
  /^(?:公司|集团|建工|置业|地产|实业|物业|路桥|家私|会所|.{0,3}店|.{0,2}部|.{0,3}队|.{0,2}厂|茶[楼庄室舍馆]|酒[楼家]|食府|饭庄|农庄|客栈|商行|诊所|门业|木业)$/;

/** 瀚海公司, 宏远建工: two or three characters that name no trade are a firm's own short name. */
export function isShortName(stem: string, suffix: string, kinds: ReadonlySet<string>): boolean {
  return (
    shortEnding.test(suffix) &&
    /^[\u3400-\u9fff]{2,3}$/.test(stem) &&
    !kinds.has(stem) &&
    !kinds.has(stem.slice(-2)) &&
    !notInNames.test(stem)
  );
}

/** ，大成|集团, 收受|通衢|公司: a verb or adverb of two characters begins a clause only as a name. */
export function opensName(text: string, word: Word): boolean {
  const written = text.slice(word.start, word.end);
  return (
    written.length === 2 &&
    !notInNames.test(written) &&
    !/^(?:收受|指定|成立|注册|控制|介绍|委托|挂靠|通过|联系|投资|经营|参股|入股|承包|借用|收取|组织|作为|属于|就是|还有|没有|有些|进入|离开|帮助|安排|要求|强迫|逼迫|威胁|排挤|排斥|联合|操纵)$/.test(
      written,
    ) &&
    (word.start === 0 ||
      /[^\u3400-\u9fff]|[的了由给向被让找在是叫请受]|单位/.test(
        text.slice(Math.max(0, word.start - 2), word.start).slice(-1),
      ) ||
      /(?:单位|收受)$/.test(text.slice(Math.max(0, word.start - 2), word.start)))
  );
}

/** Between the region and the ending of a firm's name. */
const notInFirms =
  /[，。；、：:,;\s“”"'的由给向为了把被将让在从到是叫请找]|老板|主任|局长|书记|科长|开发商|中标|指定|[程目]中|和(?!.{0,3}(?:有限|股份))/;
const longestFirm = 16;

/** 霁州|临汐商贸城开发有限公司: where the places stand with which a firm's name begins; null where none does. */
export function regionalStart(
  text: string,
  start: number,
  at: number,
  stems: readonly string[],
): number | null {
  const from = Math.max(0, Math.min(start - 6, at - longestFirm));
  const near = text.slice(from, at);
  let best = -1;
  for (const stem of stems) {
    const begin = near.lastIndexOf(stem);
    // 澜川|市人防办: the region's own office and no firm.
    if (begin > best && !/^[省市县区州镇乡]/.test(near.slice(begin + stem.length))) best = begin;
  }
  if (best < 0) return null;
  const begin = from + best;
  if (begin < start && notInFirms.test(text.slice(begin, at))) return null;
  return withRegions(text, begin, stems);
}

/** A province, a city, a county and a town: more regions stand before no firm. */
const mostRegions = 4;

function withRegions(text: string, at: number, stems: readonly string[]): number {
  let begin = at;
  for (let taken = 0; taken < mostRegions; taken += 1) {
    const before = stems.find((stem) => stem.length <= begin && text.startsWith(stem, begin - stem.length));
    if (before === undefined) break;
    begin -= before.length;
  }
  return begin;
}
