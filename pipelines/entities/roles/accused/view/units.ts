import type { Mention } from '../../../../../domain/index.js';
import { endingAt } from '../../../names/index.js';
import type { Reading } from '../../reading.js';
import { unlistedUnits } from './unlisted.js';

/** One unit under all the names that the paper has for it. */
export interface Unit {
  /** The fullest of its names, abbreviations written out. */
  full: string;
  mentions: Mention[];
  /** Its names as they may be put down, with how often each stands there; in the order of the text. */
  names: Map<string, number>;
  /** Read of nothing but its ending behind a region, or against the evidence; null where it was read as a unit. */
  unsure: 'unlisted' | 'doubtful' | null;
}

/** More units than this are in no paper about somebody; they cost time. */
const mostMentions = 300;

/** The units of a paper: the organisations, the villages and towns, and what may be a unit behind a region's name. */
export function unitsOf(reading: Reading, organisations: readonly Mention[]): Unit[] {
  const { text, names } = reading;
  const units: Unit[] = [];
  for (const mention of organisations) addUnit(units, mention, reading);
  for (const place of names.places.slice(0, mostMentions))
    if (/(?:[村镇乡屯寨]|街道|社区|小组|嘎查|苏木)$/.test(place.text))
      addUnit(units, wholePlace(text, place, names.places), reading);
  for (const { start, text: name } of organisations) {
    const town = ownTown.exec(name)?.[0];
    if (town === undefined) continue;
    const end = start + town.length;
    addUnit(
      units,
      { type: 'place', start, end, text: town, value: town, confidence: 0.8 },
      reading,
      'unlisted',
    );
  }
  for (const mention of unlistedUnits(reading, organisations)) addUnit(units, mention, reading, 'unlisted');
  for (const mention of names.doubtfulUnits.slice(0, mostMentions))
    if (/[省市县区州旗镇乡村]/.test(mention.text)) addUnit(units, mention, reading, 'doubtful');
  return units;
}

/** 黄埠镇|财政所: the town, whose head may be spoken of, too. */
const ownTown = /^[\u3400-\u9fff]{2,12}?(?:[镇乡]|街道)(?=[\u3400-\u9fff]{1,8}(?:[所站办]|中心|大?队)$)/;

/** 涪阳市|老君区|白鹤镇|石桥村: with the places it lies in, as far as they are written before it. */
function wholePlace(text: string, place: Mention, places: readonly Mention[]): Mention {
  let { start } = place;
  for (let higher = endingAt(places, start); higher !== undefined; higher = endingAt(places, start))
    start = higher.start;
  const written = text.slice(start, place.end);
  return { ...place, start, text: written, value: place.text };
}

/** Adds a mention to its unit, or as a new one. */
export function addUnit(
  units: Unit[],
  mention: Mention,
  { dictionary }: Reading,
  unsure: Unit['unsure'] = null,
): Unit {
  const name = String(mention.value ?? mention.text);
  const full = writtenOut(name, dictionary.aliases);
  let unit = units.find((u) => isSame(u.full, full));
  if (unit === undefined) {
    unit = { full, mentions: [], names: new Map(), unsure };
    units.push(unit);
  }
  if (full.length > unit.full.length) unit.full = full;
  if (!unit.mentions.includes(mention)) unit.mentions.push(mention);
  for (const form of new Set([name, mention.text])) unit.names.set(form, (unit.names.get(form) ?? 0) + 1);
  return unit;
}

/** One is the other without the places before it. */
function isSame(one: string, other: string): boolean {
  if (one.length < other.length) return isSame(other, one);
  if (/公司$/.test(other) && /公司$/.test(one) && other.length >= 4 && one.includes(other.slice(0, -2)))
    return true;
  return one === other || (other.length >= 3 && one.endsWith(other.replace(/^[省市县区州镇乡](?=.{3})/, '')));
}

function writtenOut(name: string, aliases: Reading['dictionary']['aliases']): string {
  const alias = aliases.find(([written, full]) => name.includes(written) && !name.includes(full));
  return alias === undefined ? name : name.replace(alias[0], alias[1]);
}
