import type { Span } from '../../../../../domain/index.js';
import type { Reading } from '../../reading.js';
import { unitName } from './own-units.js';

/** 某公司就是我的, 某店是我家开的. */
const owned =
  /(?:就|才|都)?是(?:我们?|本人|俺们?|咱|鄙人)(?:家|自己|本人|夫妻|两口子|夫妇|爱人|老婆|老公|和[\u3400-\u9fff]{1,6})?(?:里)?(?:的(?=[，,。；;、\n]|$)|[开办注创经](?:册|立|办|营)?的)/g;
/** 店名叫“一碗香米线”, 字号长青: the name of a business that the writer runs. */
const named =
  /(?:(?:店名|厂名|公司名称?|店的名字|摊位名|店里?|摊子)(?:就?叫做?|是|为|[:：]){1,2}|(?:字号|招牌|商号|店号)(?:就?叫做?|是|为|[:：]){0,2})[“"「《]?([\u3400-\u9fff\dA-Za-z]{2,16})[”"」》，,。；;\n]/g;
/** 我在县城开一个小宾馆，清水湾宾馆，: its name behind its kind. */
const kindFirst =
  /(?:我们?|本人|俺们?|咱|鄙人)[^。；;！!？?\n他她，,]{0,16}(?:开|经营|办|盘|承包)(?:了|着|有|得有)?[一两]?[个家间爿]?[\u3400-\u9fff]{0,3}?(宾馆|酒店|旅馆|旅社|招待所|饭店|餐馆|超市|商店|商行|店|厂|公司|诊所|药店|农庄|农家乐|茶楼|茶馆|网吧|作坊)[，,](?:就?叫做?|名叫|店名)?([\u3400-\u9fff]{2,10})(?=[，,。；;\n])/g;
const running = /(?:我们?|本人|俺们?|咱|鄙人)[^。；;！!？?\n他她]{0,20}(?:开|经营|办|租|盘|承包|摆)/;

/** Businesses that the writer says are his own. */
export function ownShops({ text, names }: Reading): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(owned)) {
    const end = /[，,]$/.test(text.slice(0, match.index)) ? match.index - 1 : match.index;
    const unit = names.organisations.find((o) => o.end === end);
    if (unit !== undefined) found.push({ start: unit.start, end });
    else {
      const run = /[\u3400-\u9fff\d“”]{3,24}$/.exec(text.slice(Math.max(0, end - 24), end))?.[0] ?? '';
      const cut = run.search(/“/);
      const name = cut >= 0 ? run.slice(cut) : run;
      if (/^“.{2,}”$/.test(name) || unitName.test(name.replace(/[“”]/g, '')))
        found.push({ start: end - name.length, end });
    }
  }
  for (const match of text.matchAll(kindFirst)) {
    const [, kind = '', name = ''] = match;
    const end = match.index + match[0].length;
    if (name.endsWith(kind) || (unitName.test(name) && names.organisations.some((o) => o.end === end)))
      found.push({ start: end - name.length, end });
  }
  for (const match of text.matchAll(named)) {
    const name = match[1] ?? '';
    if (!running.test(text.slice(Math.max(0, match.index - 50), match.index))) continue;
    const start = match.index + match[0].indexOf(name, 2);
    found.push({ start, end: start + name.length });
  }
  return found;
}
