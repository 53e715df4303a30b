import type { Mention } from '../../../../domain/index.js';
import { touches } from '../mention-at.js';
import type { WordMap } from '../word-map.js';

/** 在|澜川|打工: the short name of a city whose full name stands elsewhere in the letter. */
export function freeStems(text: string, found: Mention[]): Mention[] {
  found.sort((a, b) => a.start - b.start);
  const stems = new Map<string, string>();
  for (const place of found) {
    const whole = stems.size < 40 ? /^[\u4e00-\u9fa5]{2,3}?[市县]/.exec(place.text)?.[0] : undefined;
    if (whole !== undefined) stems.set(whole.slice(0, -1), whole);
  }
  const short: Mention[] = [];
  for (const [stem, value] of stems)
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) {
      const end = at + stem.length;
      if (!/(?:^|[在来去到从驻离回赴，。、\s])$/.test(text.slice(Math.max(0, at - 1), at))) continue;
      if (
        !/^(?:的|打工|做|工作|生活|这|那|人(?!民|防|大|社|力)|本地|当地|挖|，|。|、|$)/.test(
          text.slice(end, end + 3),
        )
      )
        continue;
      if (touches(found, at, end)) continue;
      short.push({ type: 'place', start: at, end, text: stem, value, confidence: 0.8 });
    }
  return short;
}

const deeper =
  /(?:[\u4e00-\u9fa5]{1,4}?(?:村(?!民|委|支|里|集|干)|镇(?!政|党|长|委|里|上)|乡(?!政|党|长|委|里|下)|庄(?!园)|寨|屯(?!兵)|街道(?!办)|社区(?!居|党)))/y;
const notDeeper =
  /[的了着过在是和与及向由从对把被将给到这那我你他她们有为让找请去来问各某每该本全等原]|领导|干部|政府|所有|下辖|自然|行政|城中|城(?=[乡镇])/;

/** 云栖县马场镇|柳树庄: what follows a higher division up to the next level's character is a name in it. */
export function deepen(text: string, found: Mention[]): void {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const [i, place] of found.entries()) {
    if (!/[县区镇乡]$|街道$/.test(place.text)) continue;
    for (let steps = 0; steps < 2; steps++) {
      deeper.lastIndex = place.end;
      const name = deeper.exec(text)?.[0];
      if (name === undefined || notDeeper.test(name)) break;
      const end = place.end + name.length;
      const next = found.slice(i + 1, i + 4).find((other) => other.end > end);
      if (next !== undefined && next.start < end) break;
      place.end = end;
      place.text = text.slice(place.start, end);
      place.value = place.text;
    }
  }
  let last = 0;
  const outer = found.filter((place) => {
    const own = place.end > last;
    last = Math.max(last, place.end);
    return own;
  });
  found.length = 0;
  for (const place of outer) found.push(place);
}

/** 总包|霁州, 和|霁州: the letter's own city with a head that belongs to no name. */
export function cutHead(place: Mention, cities: readonly string[]): void {
  for (const known of cities) {
    const head = place.text.length - known.length;
    if (head < 1 || head > 3 || !place.text.endsWith(known)) continue;
    if (/[省市县区州镇乡旗]/.test(place.text.slice(0, head))) continue;
    place.start += head;
    place.text = known;
    place.value = known;
    return;
  }
}

/** Full and short names of the letter's cities and counties; a few, for a list may name thousands. */
export function citiesOf(places: readonly Mention[]): string[] {
  const names = new Set(places.filter((p) => /^.{2,}[市县区州]$/.test(p.text)).map((p) => p.text));
  return [...names]
    .slice(0, 40)
    .flatMap((name) => (name.length > 3 || !/州$/.test(name) ? [name, name.slice(0, -1)] : [name]));
}

const scene =
  /(?<=[在到去往过游登爬绕来，。；、：\n])[\u4e00-\u9fa5]{1,3}?[山湖河江岛崖洲桥](?=山?[边上旁脚底]|清淤|对岸|[，。；](?:住|玩|游|登|桥)|那(?:边|一)|钓|旅游)/g;
const noScene =
  /[的了着个座条大小那这该本某一两几每各有在到去往过人我你他她沿]|江湖|火山|假山|靠山|山河|[上下]山|[爬登]山/;

/** 在|三岔河|边, 前往|鸡冠山|: hills and waters, where somebody goes or something lies. */
export function scenes(text: string, map: WordMap, found: readonly Mention[]): Mention[] {
  const taken = [...found].sort((a, b) => a.start - b.start);
  return [...text.matchAll(scene)].flatMap((match): Mention[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (noScene.test(match[0]) || !map.startsAt(start) || touches(taken, start, end)) return [];
    return [{ type: 'place', start, end, text: match[0], value: match[0], confidence: 0.82 }];
  });
}
