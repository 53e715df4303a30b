import type { Lexicon } from '../../../lexicon/index.js';
import type { Expected } from '../../../samples/expected.js';
import type { Random } from '../../random.js';

const personal = /^[\u3400-\u9fff]{2,4}$/;
const called = /^(?:某|副?(?:[\u3400-\u9fff]{0,2}(?:主任|书记|[长总工])|会计|老板|经理))/;

/** How often names have characters of each grade, and how often two of them. */
const gradeShares = [
  ['4', 0.4],
  ['3', 0.25],
  ['2', 0.17],
  ['1', 0.12],
  ['0', 0.06],
] as const;
const twoGiven = 0.75;
/** How often a person gets a name of a people that has no surnames, and a surname that few bear. */
const [minority, uncommon] = [0.08, 0.3];
/** How often somebody is called by an everyday word, or by characters or a surname that hardly any name has. */
const [everyday, rareCharacters, rareSurname] = [0.03, 0.02, 0.03];
/** In sentences names of two characters are as frequent as those of three: it is they that are lost. */
const twoGivenInSentences = 0.5;

/**
 * The paper with invented names for its persons, wherever they stand: names as people bear them teach more than the
 * odd ones that writers of samples like. Who is also called by his surname (王主任) keeps it.
 */
export function renamePersons(
  paper: Expected,
  lexicon: Lexicon,
  words: readonly string[],
  random: Random,
): Expected {
  const others = paper.entities.filter((e) => e.type !== 'person').map((e) => e.text);
  const names = [
    ...paper.entities.filter((e) => e.type === 'person').map((e) => e.text),
    ...paper.informant.filter((i) => i.kind === 'name').map((i) => i.value),
  ].filter((name) => isFull(name, lexicon) && !others.some((o) => o.includes(name)));
  const given = new Map(names.map((name) => [name, inventName(name, paper.text, lexicon, words, random)]));
  const renamed = (text: string) => given.get(text) ?? text;
  let { text } = paper;
  const marks = [...given.keys()].sort((a, b) => b.length - a.length);
  // By way of a mark that no paper has, so that no new name is replaced again.
  for (const [n, name] of marks.entries()) text = text.replaceAll(name, `\ue000${n}\ue001`);
  text = text.replace(/\ue000(\d+)\ue001/g, (_, n) => renamed(marks[Number(n)]!));
  return {
    ...paper,
    text,
    entities: paper.entities.map((e) => (e.type === 'person' ? { ...e, text: renamed(e.text) } : e)),
    informant: paper.informant.map((i) => (i.kind === 'name' ? { ...i, value: renamed(i.value) } : i)),
  };
}

/** Short texts of sentences in random order, with invented names in their places. */
export function fillSentences(
  sentences: readonly string[],
  lexicon: Lexicon,
  words: readonly string[],
  random: Random,
): Pick<Expected, 'text' | 'entities'>[] {
  const order = random.sample(sentences, sentences.length);
  const texts: Pick<Expected, 'text' | 'entities'>[] = [];
  for (let at = 0; at < order.length; ) {
    const own = order.slice(at, at + random.between(1, 4));
    at += own.length;
    const names = new Set<string>();
    const filled = own.map((sentence) => {
      const given = new Map(
        ['A', 'B', 'C'].map((place) => [
          place,
          inventPerson(twoGivenInSentences, own.join(''), lexicon, words, random),
        ]),
      );
      return sentence.replace(/\{([ABC])\}/g, (_, place) => {
        const name = given.get(place)!;
        names.add(name);
        return name;
      });
    });
    texts.push({
      text: filled.map((s) => (/[。！？]$/.test(s) && random.chance(0.6) ? s : `${s}\n`)).join(''),
      entities: [...names].map((text) => ({ type: 'person' as const, text, value: text })),
    });
  }
  return texts;
}

function isFull(name: string, { people }: Lexicon): boolean {
  return (
    personal.test(name) &&
    !/[某×老小]/.test(name) &&
    !called.test(name.slice(1)) &&
    (people.compoundSurnames.includes(name.slice(0, 2)) || people.surnames.join('').includes(name.charAt(0)))
  );
}

function inventName(
  name: string,
  text: string,
  lexicon: Lexicon,
  words: readonly string[],
  random: Random,
): string {
  const { people } = lexicon;
  const own = people.compoundSurnames.includes(name.slice(0, 2)) ? name.slice(0, 2) : name.charAt(0);
  const kept = [...text.matchAll(new RegExp(own, 'g'))].some((match) =>
    called.test(text.slice(match.index + own.length, match.index + own.length + 6)),
  );
  return kept
    ? own + inventGiven(twoGiven, lexicon, random)
    : inventPerson(twoGiven, text, lexicon, words, random);
}

/** A name as people bear them, now and then an odd one; never a word that the text itself has. */
function inventPerson(
  longShare: number,
  text: string,
  lexicon: Lexicon,
  words: readonly string[],
  random: Random,
): string {
  if (random.chance(minority)) return inventForeign(lexicon, random);
  const { people } = lexicon;
  if (random.chance(everyday)) {
    const word = random.pick(words);
    if (!text.includes(word)) return word;
  }
  if (random.chance(rareCharacters)) {
    const name = random.pick([...people.surnames.join('')]) + inventRareGiven(longShare, lexicon, random);
    if (!text.includes(name)) return name;
  }
  if (random.chance(rareSurname))
    return random.pick([...people.signerSurnames.join('')]) + inventGiven(longShare, lexicon, random);
  const surname = random.chance(uncommon)
    ? random.pick([...people.surnames.join('')])
    : oftenFirst([...people.commonSurnames.join('')], 8, random);
  return surname + inventGiven(longShare, lexicon, random);
}

const inventGiven = (longShare: number, lexicon: Lexicon, random: Random): string =>
  Array.from({ length: random.chance(longShare) ? 2 : 1 }, () => givenCharacter(lexicon, random)).join('');

/** One character, or one beside an ordinary one, that stands in few names. */
function inventRareGiven(longShare: number, lexicon: Lexicon, random: Random): string {
  const { givenCharacters } = lexicon.people;
  const rare = random.pick([
    ...['0', '-1', '-2', '-3', '-4'].flatMap((g) => givenCharacters[g] ?? []).join(''),
  ]);
  if (!random.chance(longShare)) return rare;
  const other = givenCharacter(lexicon, random);
  return random.chance(0.5) ? rare + other : other + rare;
}

function givenCharacter({ people }: Lexicon, random: Random): string {
  let rest = random.next();
  const found = gradeShares.find(([, share]) => {
    rest -= share;
    return rest < 0;
  });
  const [grade] = found ?? gradeShares[0];
  return oftenFirst([...(people.givenCharacters[grade] ?? []).join('')], 30, random);
}

function inventForeign(lexicon: Lexicon, random: Random): string {
  const { people } = lexicon;
  const strong = [
    ...[
      ...(people.transliterationCharacters['4'] ?? []),
      ...(people.transliterationCharacters['3'] ?? []),
    ].join(''),
  ];
  const run = () =>
    Array.from({ length: random.between(2, 4) }, () => oftenFirst(strong, 20, random)).join('');
  if (random.chance(0.3)) return `${run()}·${run()}`;
  if (random.chance(0.4)) return random.sample(people.nameParts, 2).join('');
  // 吉克|五牛, 白|额尔敦
  if (random.chance(0.1))
    return random.pick(people.nameParts.filter((p) => !isLong(p))) + inventGiven(1, lexicon, random);
  if (random.chance(0.1))
    return random.pick([...people.commonSurnames.join('')]) + random.pick(people.nameParts.filter(isLong));
  return run() + random.pick(strong);
}

const isLong = (part: string) => part.length > 2;

/** The lists begin with what is most frequent: the nth has a share of 1 / (n + `flat`). */
function oftenFirst(list: readonly string[], flat: number, random: Random): string {
  const n = Math.floor(flat * ((1 + list.length / flat) ** random.next() - 1));
  return list[Math.min(n, list.length - 1)]!;
}
