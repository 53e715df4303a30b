import type { Span } from '../../../../domain/index.js';
import type { Dictionary } from '../../names/index.js';
import { canBeName } from '../writer/index.js';

const hamlet =
  /^([\u3400-\u9fff]{1,4}?[塘湾坡坪坝岭沟冲坳垭岗洼沱坑桥庄堡渡河滩堰村屯寨])([\u3400-\u9fff]{2,3})$/;
/** What people say of themselves behind their name, or how they are reached. */
const particulars =
  /^[，,、（( \u3000]{1,2}(?:[男女](?![\u3400-\u9fff])|[1-9]\d岁|今年|现年|1[3-9]\d{9}|电话|手机)/;

/** 石堰塘|漆广才，65岁: whatever the family is called, the hamlet ends where the name begins that is told of behind it. */
export function behindHamlet(text: string, piece: Span, dictionary: Dictionary): Span | null {
  const [, place = '', name = ''] = hamlet.exec(text.slice(piece.start, piece.end)) ?? [];
  if (place === '' || !particulars.test(text.slice(piece.end, piece.end + 6))) return null;
  const other =
    !canBeName(name, dictionary) ||
    dictionary.notNames.at(name, 0) !== null ||
    dictionary.collectives.all(name).length > 0 ||
    dictionary.posts.before(name, name.length) !== null;
  return other ? null : { start: piece.start + place.length, end: piece.end };
}
