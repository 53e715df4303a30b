import type { Mention } from '../../../domain/index.js';
import type { Dictionary } from './dictionary.js';
import { startingAt, touches } from './mention-at.js';
import { choosePersons, type PersonMention, type Surroundings, weighNames } from './persons/index.js';
import { readPlaces } from './places/index.js';
import { type PositionMention, type PostObserver, readPositions } from './positions/index.js';
import { readSites, type WatchSites } from './sites/index.js';
import { readOrganisations, type UnitObserver } from './units/index.js';
import type { WordMap } from './word-map.js';

export { type Dictionary, dictionaryOf, lacksPost } from './dictionary.js';
export { endingAt, firstFrom, startingAt, touches } from './mention-at.js';
export { unseen } from './name-characters.js';
export { type Candidate, type PersonMention, type Surroundings, weighNames } from './persons/index.js';
export type { PositionMention, PostStart } from './positions/index.js';
export { chooseSites, type SiteCandidate, type SiteWeights } from './sites/index.js';
export type { Trie } from './trie.js';
export { agreeOnUnits, type UnitStart } from './units/index.js';
export { mapWords, type WordMap } from './word-map.js';

/** Everything in a text that is called by a name. */
export interface Names {
  persons: PersonMention[];
  organisations: Mention[];
  /** What could be a unit though the evidence does not speak for it. */
  doubtfulUnits: Mention[];
  positions: PositionMention[];
  places: Mention[];
  projects: Mention[];
}

/** Are shown every candidate with what speaks for and against it, or what names are weighed in: what weights are learned from. */
export interface Observers {
  names?: (surroundings: Surroundings) => void;
  sites?: WatchSites;
  units?: UnitObserver;
  posts?: PostObserver;
}

/** Names of the text; `values` are its numbers, inside which no name begins; `forced` are certain persons, `titled` certain projects. */
export function readNames(
  text: string,
  map: WordMap,
  dictionary: Dictionary,
  values: readonly Mention[],
  forced: readonly { start: number; end: number }[],
  titled: readonly { start: number; end: number }[] = [],
  observers: Observers = {},
): Names {
  let places = readPlaces(text, map, dictionary);
  const { units: organisations, doubtful } = readOrganisations(
    text,
    map,
    dictionary,
    places,
    observers.units,
  );
  localise(organisations, places);
  organisations.push(...villages(text, places, organisations, dictionary));
  giveSectionsToPosts(text, organisations, dictionary);
  organisations.sort((a, b) => a.start - b.start);
  const positions = readPositions(text, map, dictionary, organisations, places, observers.posts);
  const placeAt = new Uint8Array(text.length + 1);
  for (const place of places) placeAt.fill(1, place.start, place.end);
  const surroundings: Surroundings = {
    text,
    map,
    dictionary,
    posts: positions,
    organisations: [...organisations],
    places: [...places],
    placeAt,
    taken: [...organisations, ...values, ...positions].sort((a, b) => a.start - b.start),
  };
  observers.names?.(surroundings);
  const weighed = weighNames(surroundings);
  const { anchored } = weighed;
  places = places.filter((p) => !anchored.some((name) => name.start < p.end && p.start < name.end));
  const named = anchored.map(
    (span): Mention => ({
      ...span,
      type: 'person',
      text: text.slice(span.start, span.end),
      value: null,
      confidence: 1,
    }),
  );
  const sites = readSites(
    {
      text,
      map,
      dictionary,
      places,
      taken: [...organisations, ...values, ...positions, ...named].sort((a, b) => a.start - b.start),
      titled,
    },
    observers.sites,
  );
  const { projects } = sites;
  const weighedUnits = new Set(sites.units);
  const houses = new Set(projects.map((p) => `${p.start} ${p.end}`));
  const units = organisations.filter(
    (o) =>
      !houses.has(`${o.start} ${o.end}`) &&
      !inside(o, projects) &&
      !touches(sites.units, o.start, o.end) &&
      // 兰州|开火锅店: the place at its head is likelier than all of it.
      !sites.places.some((p) => p.start === o.start && p.end < o.end),
  );
  units.push(...sites.units);
  organisations.length = 0;
  organisations.push(...units.sort((a, b) => a.start - b.start));
  const persons = choosePersons(weighed, forced, [...projects, ...sites.units]);
  organisations.push(...headedUnits(doubtful, { organisations, positions, persons, projects }));
  organisations.sort((a, b) => a.start - b.start);
  const hidden = (m: Mention) =>
    !persons.some((p) => p.form === 'full' && p.start < m.end && m.start < p.end);
  const numbers = values.filter((v) => v.type === 'document-number');
  const free = sites.places.filter(
    (p) =>
      hidden(p) &&
      !touches(organisations, p.start, p.end) &&
      !inside(p, numbers) &&
      !inside(p, organisations) &&
      !inside(p, projects),
  );
  return {
    persons,
    organisations: organisations.filter((o) => !weighedUnits.has(o) || hidden(o)),
    doubtfulUnits: doubtful,
    positions,
    places: free,
    projects: projects.filter(hidden),
  };
}

/** 大石坝村|党支部书记, 上坝村三组|的|组长: a village with its officer behind it is his unit. */
function villages(
  text: string,
  places: readonly Mention[],
  organisations: readonly Mention[],
  dictionary: Dictionary,
): Mention[] {
  return places.flatMap((place) => {
    const town = /(?:[镇乡]|街道|苏木)$/.test(place.text);
    if (!town && !/(?:[村连]|社区|小组|嘎查)$/.test(place.text)) return [];
    const end =
      place.end + (/^第?[一二三四五六七八九十]{1,2}[组社]/.exec(text.slice(place.end))?.[0].length ?? 0);
    const behind = text.charAt(end) === '的' ? end + 1 : end;
    // 金沙镇|副镇长, 白沙湾街道|城建办主任.
    const section = town
      ? (/^[\u4e00-\u9fa5]{2,6}?[办所站](?=副?[主所站])/.exec(text.slice(end, end + 10))?.[0].length ?? 0)
      : 0;
    const post = behind + section + (text.charAt(behind + section) === '副' ? 1 : 0);
    const headed =
      dictionary.posts.at(text, post) !== null || (!town && dictionary.tense.at(text, behind) !== null);
    if (!headed || organisations.some((o) => o.start < end && place.start < o.end)) return [];
    const written = text.slice(place.start, end);
    return [
      { ...place, end, text: written, value: written, type: 'organisation' as const, confidence: 0.85 },
    ];
  });
}

/** 县住建局|质安站站长: a bureau's section before its own head belongs to the post, and is no unit by itself. */
function giveSectionsToPosts(text: string, organisations: Mention[], dictionary: Dictionary): void {
  for (const [n, org] of [...organisations.entries()].reverse()) {
    const behind = text.charAt(org.end) === '副' ? org.end + 1 : org.end;
    if (dictionary.posts.at(text, behind) === null) continue;
    if (/^市场[\u4e00-\u9fa5]{0,4}[处科股]$/.test(org.text)) {
      organisations.splice(n, 1);
      continue;
    }
    const section = /^[\u4e00-\u9fa5]{2,}?(?:局|委员会|厅)(?=([\u4e00-\u9fa5]{2,8}(?:站|登记中心|办))$)/.exec(
      org.text,
    );
    if (section?.[1] === undefined || /[局队所]|分局/.test(section[1])) continue;
    const size = section[1].length;
    if (typeof org.value === 'string' && org.value.endsWith(section[1]))
      org.value = org.value.slice(0, -size);
    org.end -= size;
    org.text = text.slice(org.start, org.end);
  }
}

/** 县医院, 该局, 采购中心: a kind of unit or a part of one, and no name. */
const plainUnit = /^(?:[省市县区州旗镇乡村某各该本我此全]|.{1,3}$)|(?:中心|[科室部处组队]|窗口)$/;

/** 城南医院|基建科科长|雷鸣: what may be a unit is one where somebody's post there and his name stand right behind it. */
function headedUnits(
  doubtful: readonly Mention[],
  {
    organisations,
    positions,
    persons,
    projects,
  }: Pick<Names, 'organisations' | 'positions' | 'persons' | 'projects'>,
): Mention[] {
  return doubtful.filter((unit) => {
    const post = startingAt(positions, unit.end);
    const holder = post && startingAt(persons, post.end);
    return (
      holder?.form === 'full' &&
      !plainUnit.test(unit.text) &&
      ![organisations, persons, projects].some((named) => touches(named, unit.start, unit.end))
    );
  });
}

const inside = (mention: Mention, others: readonly Mention[]) =>
  others.some((other) => other.start <= mention.start && mention.end <= other.end);

/** 县人防办 in a letter that names one county alone is that county's: its value gets the county's name. */
function localise(organisations: readonly Mention[], places: readonly Mention[]): void {
  for (const [letter, pattern] of [
    ['县', /[县]$/],
    ['市', /市$/],
    ['区', /[区]$/],
    ['旗', /旗$/],
    ['镇', /镇$/],
    ['乡', /乡$/],
    ['村', /村$/],
  ] as const) {
    const names = new Set(places.filter((p) => pattern.test(p.text) && p.text.length > 2).map((p) => p.text));
    if (names.size !== 1) continue;
    const [name = ''] = names;
    for (const org of organisations) {
      if (org.text.startsWith(letter) && org.text.length > 2 && !/^(?:市场|市政|县城|区域)/.test(org.text))
        org.value = name + org.text.slice(1);
    }
  }
  const values = new Set(organisations.map((org) => String(org.value)));
  for (const org of organisations) {
    const longer = [...values].filter((value) => value.length > org.text.length && value.endsWith(org.text));
    if (org.value === org.text && longer.length === 1 && org.text.length >= 3)
      org.value = longer[0] ?? org.value;
  }
}
