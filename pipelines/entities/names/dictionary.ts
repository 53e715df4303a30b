import { anyOf, type Lexicon } from '../../../lexicon/index.js';
import { createScale, type Scale } from '../../weighing/index.js';
import { type NameCharacters, nameCharactersOf } from './name-characters.js';
import { type OwnLabelReader, ownLabelReader } from './own-labels.js';
import { type SiteSigns, siteSignsOf } from './sites/index.js';
import { createTrie, type Trie } from './trie.js';

export type PostKind = 'public' | 'business' | 'other';

/** The lexicon's words in the form that reading needs them; built once for each lexicon. */
export interface Dictionary {
  surnames: ReadonlySet<string>;
  rareSurnames: ReadonlySet<string>;
  /** All surnames, also those that are believed only where the writer names himself. */
  signerSurnames: ReadonlySet<string>;
  compoundSurnames: ReadonlySet<string>;
  nameParts: Trie<true>;
  /** What characters are in names, by UTF-16 unit. */
  nameCharacters: NameCharacters;
  /** How much each kind of evidence says of a person's name. */
  nameScale: Scale;
  /** In log-odds, where nothing is seen of a name. */
  nameBias: number;
  /** How much each kind of evidence says of where a unit's name begins. */
  unitScale: Scale;
  /** How much each kind of evidence says of where a post begins. */
  postScale: Scale;
  notNames: Trie<true>;
  posts: Trie<PostKind>;
  callings: ReadonlySet<string>;
  postPrefixes: Trie<true>;
  departments: Trie<true>;
  tense: Trie<true>;
  courtesies: Trie<true>;
  relatives: Trie<true>;
  bodies: Trie<'body' | 'suffix'>;
  /** What companies are called by their trade: 物业 makes no name of 物业公司. */
  companyKinds: ReadonlySet<string>;
  trades: ReadonlySet<string>;
  petitionOffices: Trie<true>;
  /** What kind of unit has a name that ends so, and what kind of post. */
  unitKinds: Trie<string>;
  postKinds: Trie<string>;
  /** By kind of unit: the kinds of posts that such a unit has none of. */
  lacksPosts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of one kind of body: as written, and as it is called in full. */
  aliases: readonly (readonly [written: string, full: string])[];
  divisions: Trie<string>;
  /** Names of places that need no level behind them. */
  knownPlaces: Trie<true>;
  placeSuffixes: Trie<true>;
  genericPlaces: ReadonlySet<string>;
  siteSigns: SiteSigns;
  /** How much each kind of evidence says of a place's name, of the name of something built and of a unit's. */
  siteScale: Scale;
  acts: Trie<true>;
  misdeeds: Trie<true>;
  /** Characters with which misdeeds begin and names before them end. */
  namesInMisdeeds: ReadonlySet<string>;
  /** What may stand between a person and his misdeed, what makes the misdeed no deed of his, and that he was made to. */
  misdeedLeads: Trie<true>;
  misdeedThings: Trie<true>;
  forced: Trie<true>;
  /** Behind them stand those to whom somebody else does something. */
  objectMarks: Trie<true>;
  /** What stands behind a post without being its holder. */
  notBehindPosts: ReadonlySet<string>;
  gives: Trie<true>;
  reports: Trie<true>;
  /** 指使, 伙同: behind them stands whom somebody has act, or acts with. */
  involving: Trie<true>;
  receives: Trie<true>;
  witnesses: Trie<true>;
  praises: Trie<true>;
  dissents: Trie<true>;
  harms: Trie<true>;
  harsh: Trie<true>;
  gains: Trie<true>;
  /** Words by which topics and offences are known, each of some weight by itself. */
  charges: Trie<true>;
  collectives: Trie<true>;
  labels: ReadonlyMap<string, string>;
  /** Words that are no name, where the writer of a paper signs or is named. */
  notSigners: RegExp;
  plainUnits: Record<'markers' | 'parts' | 'whole', ReadonlySet<string>>;
  /** Labels of the writer's own fields, understood by their parts. */
  ownLabel: OwnLabelReader;
}

/** No such unit has such a post: a firm has no 局长, a village no 所长. */
export function lacksPost(
  { unitKinds, postKinds, lacksPosts }: Dictionary,
  unit: string,
  post: string,
): boolean {
  const kind = unitKinds.before(unit, unit.length)?.tag ?? '';
  const held = postKinds.before(post, post.length)?.tag ?? '';
  return lacksPosts.get(kind)?.has(held) === true;
}

const built = new WeakMap<Lexicon, Dictionary>();

/** The dictionary of this lexicon. */
export function dictionaryOf(lexicon: Lexicon): Dictionary {
  const known = built.get(lexicon);
  if (known !== undefined) return known;
  const dictionary = build(lexicon);
  built.set(lexicon, dictionary);
  return dictionary;
}

function build(lexicon: Lexicon): Dictionary {
  const { people, organisations, places, sites } = lexicon;
  const set = (words: readonly string[]) => trieOf(words, true as const);
  const characters = (entries: readonly string[]) => new Set([...entries.join('')]);
  const labels = new Map<string, string>();
  for (const [kind, words] of Object.entries(people.labels)) {
    for (const word of words) labels.set(word, kind);
  }
  return {
    surnames: characters(people.surnames),
    rareSurnames: characters(people.rareSurnames),
    signerSurnames: characters([...people.surnames, ...people.signerSurnames]),
    compoundSurnames: new Set(people.compoundSurnames),
    nameParts: set(people.nameParts),
    nameCharacters: nameCharactersOf(people),
    // Both sides of a name are weighed apart from the name.
    nameScale: createScale([{ ...lexicon['weights/names'], bias: 0 }], true),
    nameBias: lexicon['weights/names'].bias,
    unitScale: createScale([lexicon['weights/organisations']]),
    postScale: createScale([lexicon['weights/posts']]),
    notNames: set(people.notNames),
    posts: createTrie<PostKind>([
      ...people.otherPosts.map((word) => [word, 'other'] as const),
      ...people.businessPosts.map((word) => [word, 'business'] as const),
      ...people.posts.map((word) => [word, 'public'] as const),
    ]),
    callings: new Set(people.callings),
    postPrefixes: set(people.postPrefixes),
    departments: set(organisations.departments),
    tense: set(people.tenseWords),
    courtesies: set(people.courtesies),
    relatives: set(people.relatives),
    bodies: createTrie<'body' | 'suffix'>([
      ...organisations.suffixes.map((word) => [word, 'suffix'] as const),
      ...organisations.bodies.map((word) => [word, 'body'] as const),
      ...organisations.aliases.flatMap((alias) =>
        [alias.name, ...alias.also, ...alias.formerly.map((f) => f.name)].map(
          (word) => [word, 'body'] as const,
        ),
      ),
    ]),
    companyKinds: new Set(organisations.companyKinds),
    trades: new Set(organisations.trades),
    petitionOffices: set(organisations.petitionOffices),
    unitKinds: kinds(organisations.unitKinds),
    postKinds: kinds(organisations.postKinds),
    lacksPosts: new Map(
      Object.entries(organisations.lacksPosts).map(([unit, posts]) => [unit, new Set(posts)]),
    ),
    aliases: organisations.aliases
      .flatMap((alias) => alias.also.map((written) => [written, alias.name] as const))
      .sort(([a], [b]) => b.length - a.length),
    divisions: createTrie(
      places.divisions.flatMap((division) => [
        ...(division.short.length > 1 ? [[division.short, division.name] as const] : []),
        ...division.former.map((former) => [former.name, division.name] as const),
        [division.name, division.name] as const,
      ]),
    ),
    knownPlaces: set(places.known),
    placeSuffixes: set(places.suffixes),
    genericPlaces: new Set(places.generic),
    siteSigns: siteSignsOf(sites),
    siteScale: createScale([
      lexicon['weights/places'],
      lexicon['weights/projects'],
      lexicon['weights/firms'],
    ]),
    acts: set(people.actWords),
    misdeeds: set(people.misdeedWords),
    namesInMisdeeds: new Set(people.namesInMisdeeds),
    misdeedLeads: set(people.misdeedLeads),
    misdeedThings: set(people.misdeedThings),
    forced: set(people.forcedWords),
    objectMarks: set(people.objectMarks),
    notBehindPosts: new Set(people.notBehindPosts),
    gives: set(people.giveWords),
    reports: set(people.reportVerbs),
    involving: set(people.involvingVerbs),
    receives: set(people.receiveMarks),
    witnesses: set(people.witnessWords),
    praises: set(people.praiseWords),
    dissents: set(people.dissentWords),
    harms: set(people.harmWords),
    harsh: set(people.harshWords),
    gains: set(people.gainWords),
    charges: set(chargesIn(lexicon.topics)),
    collectives: set(people.collectiveSigns),
    labels,
    notSigners: notSignersOf(people.notSigners),
    plainUnits: {
      markers: new Set(people.plainUnits.markers),
      parts: new Set(people.plainUnits.parts),
      whole: new Set(people.plainUnits.whole),
    },
    ownLabel: ownLabelReader(people.ownLabels, labels),
  };
}

/** Names of sets and phrases among them begin with a sign. */
const chargesIn = ({ topics, offences, deeds }: Lexicon['topics']): string[] =>
  [topics, offences, deeds]
    .flatMap((rules) => Object.values(rules).flatMap(({ strong, medium }) => [...strong, ...medium]))
    .filter((word) => /^[\u3400-\u9fff]{2,}$/.test(word));

function notSignersOf({ anywhere, beginnings, endings, whole }: Lexicon['people']['notSigners']): RegExp {
  return new RegExp(`${anyOf(anywhere)}|^${anyOf(beginnings)}|${anyOf(endings)}$|^${anyOf(whole)}$`);
}

const trieOf = <Tag>(words: readonly string[], tag: Tag) =>
  createTrie<Tag>(words.map((word) => [word, tag] as const));

const kinds = (endings: Readonly<Record<string, readonly string[]>>) =>
  createTrie(Object.entries(endings).flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));
