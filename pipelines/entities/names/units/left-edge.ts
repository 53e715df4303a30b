import type { WordMap } from '../word-map.js';

/** What stands between a place and the unit of it. */
const level =
  /(?:中共|[一二三四五六七八九十]{1,3}届|省|市|县|区|州|镇|乡|国家|中央|全国|公安部|(?:省委|市委|县委|区委|自治区党委)(?:第[一二三四五六七八九十]{1,2}|第?\d{1,2})?|第[一二三四五六七八九十]{1,2}|(?:纪委|监委|纪委监委)?派?驻)$/;

/** 市委网信办 behind an unknown word that begins a clause: 澜川|市委网信办 is that city's. */
export function withUnknownPlace(text: string, map: WordMap, start: number): number {
  if (!/^(?:市|县|区|州)/.test(text.charAt(start))) return start;
  const word = map.words[map.indexAt(start - 1)];
  if (start === 0 || word === undefined || word.end !== start) return start;
  const written = text.slice(word.start, word.end);
  const clause = word.start === 0 || /[\s，。、；：:,;“”（(]|共/.test(text.charAt(word.start - 1));
  if (!clause || !/^(?:x|ns|nr|nrt|nrfg|nz)$/.test(word.tag)) return start;
  // 反映人系|县供销社: what stands before says of whom it is told.
  if (!/^[\u4e00-\u9fa5]{2,3}$/.test(written) || /[系是为在]$/.test(written)) return start;
  return text.slice(word.start - 2, word.start) === '中共' ? word.start - 2 : word.start;
}

/** The start with the places and levels before it: 中共云南省|纪委, 云泽县|第三人民医院. */
export function withPlaces(text: string, at: number, placeByEnd: ReadonlyMap<number, number>): number {
  let start = at;
  // 中共云南省|纪委 as the word 省纪委: the place ends inside it.
  const across = /^[省市县区州]/.test(text.charAt(at)) ? placeByEnd.get(at + 1) : undefined;
  if (across !== undefined && across < at) start = across;
  const street = text.startsWith('街道', at) ? placeByEnd.get(at + 2) : undefined;
  if (street !== undefined && street < at) start = street;
  for (let steps = 0; steps < 4; steps++) {
    const before = placeByEnd.get(start);
    if (before !== undefined) {
      start = before;
      continue;
    }
    const word = level.exec(text.slice(Math.max(0, start - 8), start))?.[0];
    if (word === undefined || /[我该本各全]$/.test(text.slice(0, start - word.length))) {
      if (
        word !== undefined &&
        /[我该本各全]$/.test(text.slice(Math.max(0, start - word.length - 1), start - word.length))
      )
        start -= word.length;
      break;
    }
    start -= word.length;
  }
  return start;
}

/** 县|医院, 镇|敬老院: a level by itself says whose house it is. */
export function withLevel(text: string, map: WordMap, start: number): number {
  const alone = map.startsAt(start) && map.startsAt(start - 1);
  return alone && /[省市县区州旗镇乡村]/.test(text.charAt(start - 1)) ? start - 1 : start;
}
