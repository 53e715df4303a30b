import { nameDifference } from '../wording/index.js';
import type { UnitForm } from './forms.js';

/** 澜川市石涧县水利局: the places in front, widest first, and the body that they are of. */
interface UnitParts {
  places: Place[];
  body: string;
}

/** 石涧 and 县; a bare 县局 has no stem. */
interface Place {
  stem: string;
  kind: string;
}

/** 市 of 市场监管局 and 城市管理局, 区 of 区划 and 村 of 村镇 are of the body. */
const place =
  /^([^省市县区旗州盟镇乡村]{0,6}?)(?:自治)?(省|(?<!城)市(?!场|容|政(?!府)|民(?![政族宗防]))|州(?!市)|盟|县|区(?![划域])|旗|镇(?!市)|乡(?![村镇])|街道|村(?!镇)|社区)/;
const levels: readonly (readonly string[])[] = [
  ['省'],
  ['市', '州', '盟'],
  ['县', '区', '旗'],
  ['镇', '乡', '街道'],
  ['村', '社区'],
];
const levelOf = ({ kind }: Place): number => levels.findIndex((kinds) => kinds.includes(kind));
const mostPlaces = 5;
/** Party, government and committee of one place are led by the same few. */
const ofThePlace =
  /^(?:党?委|党工委|党支部|党总支|政府|人民政府|村委|居委|村民委|居民委|委会|两委|办事处|办)?$/;

/**
 * Whether two names may be of one unit or of a part of it, as 云岭市人防办 and 市人防办综合科; an unknown unit may be any.
 * Two full names are not, if one character of them differs: 宏达建筑公司 is not 宏远建筑公司, unless `misreadable` says
 * that one was recognised.
 */
export function unitsAgree(a: string | null, b: string | null, form: UnitForm, misreadable = false): boolean {
  if (a === null || b === null) return true;
  const [x, y] = [form(a), form(b)];
  if (x.includes(y) || y.includes(x)) return true;
  const { all, beyondConfusion } = nameDifference(x, y);
  if (beyondConfusion === 0 || (misreadable && x.length >= 5 && all === 1)) return true;
  const [one, other] = [partsOf(x), partsOf(y)];
  return placesAgree(one.places, other.places) && bodiesAgree(one.body, other.body);
}

/** Whether a name says more than a place: 石涧县水利局, not 石涧县. */
export function tellsBody(unit: string, form: UnitForm): boolean {
  return !ofThePlace.test(partsOf(form(unit)).body);
}

function partsOf(unit: string): UnitParts {
  const places: Place[] = [];
  let body = unit;
  for (let found = place.exec(body); found && places.length < mostPlaces; found = place.exec(body)) {
    places.push({ stem: found[1]!, kind: found[2]! });
    body = body.slice(found[0].length);
  }
  return { places, body };
}

/** The last place owns the body; those before it are told or not. A bare 市 or 县 is whichever the paper is of. */
function placesAgree(a: readonly Place[], b: readonly Place[]): boolean {
  const [own, others] = [a.at(-1), b.at(-1)];
  if (own === undefined || others === undefined) return true;
  const bare = own.stem === '' || others.stem === '';
  // By its name alone where both have one: a county may have become a city, a village a community.
  const sameOwner = bare ? own.kind === others.kind : own.stem === others.stem;
  return sameOwner && !a.some((one) => b.some((other) => areOtherPlaces(one, other)));
}

const areOtherPlaces = (a: Place, b: Place): boolean =>
  levelOf(a) === levelOf(b) && a.stem !== '' && b.stem !== '' && a.stem !== b.stem;

/** One is the other, a part of it, or its name in short: 交通局 of 交通运输局. */
function bodiesAgree(a: string, b: string): boolean {
  if (ofThePlace.test(a) && ofThePlace.test(b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.includes(short) || (short.length > 1 && isInOrder(short, long));
}

function isInOrder(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((unit) => {
    at = long.indexOf(unit, at + 1);
    return at >= 0;
  });
}
