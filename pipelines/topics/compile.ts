import type { Lexicon, PetitionSection, TagRule, TopicsSection } from '../../lexicon/index.js';
import { buildMatcher, type Matcher } from './matcher.js';

export type CueName = keyof TopicsSection['suppression'];
export type Strength = 'strong' | 'medium' | 'weak' | 'context';

/** What a word is to a rule. */
export type RuleUse =
  | { kind: 'rule'; rule: number; slot: Strength | 'needs' }
  | { kind: 'pair'; rule: number; pair: number; side: 'first' | 'second' | 'through' }
  | { kind: 'frame'; rule: number; frame: number; part: number };

/** What a word is there for; a word may serve several rules and lists. */
export interface Uses {
  rules: RuleUse[];
  phrases: { phrase: number; slot: number }[];
  matters: string[];
  cues: CueName[];
  lists: string[];
}

export interface CompiledRule extends TagRule {
  axis: 'topic' | 'offence' | 'deed';
  code: string;
}

interface Phrase {
  word: number;
  slots: readonly { gap: number }[];
  /** Its slots, a bit each, and those of them that other phrases may fill. */
  all: number;
  open: number;
}

/** Which slots of which phrases words may fill: what is told of word `w` stands from `first[w]` to, without, `first[w + 1]`. */
interface PhraseUses {
  first: Uint32Array;
  phrases: Uint16Array;
  slots: Uint8Array;
}

/** The lexicon's words as one matcher, with what each word is for. */
export interface Compiled {
  matcher: Matcher;
  uses: readonly Uses[];
  /** Index of each word that stands for a kind of mention: `@money` and its like. */
  mentionWords: ReadonlyMap<string, number>;
  /** Sequences of words, each with the word that it serves as. */
  phrases: readonly Phrase[];
  /** What each word is to them, packed: every word of a text is asked twice. */
  phraseUses: PhraseUses;
  /** The names of those words. */
  phraseWords: ReadonlyMap<number, string>;
  rules: readonly CompiledRule[];
}

const kept = new Map<string, Compiled>();

/** Compiles the sections once for each content of them; the two latest are kept. */
export function compileLexicon(lexicon: Lexicon): Compiled {
  const key = `${lexicon.digests.topics}:${lexicon.digests.petition}`;
  const before = kept.get(key);
  if (before) return before;
  const compiled = compile(lexicon.topics, lexicon.petition);
  kept.set(key, compiled);
  for (const old of [...kept.keys()].slice(0, -2)) kept.delete(old);
  return compiled;
}

function compile(topics: TopicsSection, petition: PetitionSection): Compiled {
  const index = new Map<string, number>();
  const uses: Uses[] = [];
  const wordOf = (word: string) => {
    let at = index.get(word);
    if (at === undefined) {
      at = uses.push({ rules: [], phrases: [], matters: [], cues: [], lists: [] }) - 1;
      index.set(word, at);
    }
    return at;
  };
  const of = (word: string) => uses[wordOf(word)]!;
  const expand = (words: readonly string[]) => [...new Set(resolve(words, topics.sets, 0))];
  const rules: CompiledRule[] = [
    ...Object.entries(topics.topics).map(([code, r]) => ({ ...r, axis: 'topic' as const, code })),
    ...Object.entries(topics.offences).map(([code, r]) => ({ ...r, axis: 'offence' as const, code })),
    ...Object.entries(topics.deeds).map(([code, r]) => ({ ...r, axis: 'deed' as const, code })),
  ];
  rules.forEach((rule, number) => {
    for (const slot of ['strong', 'medium', 'weak', 'context', 'needs'] as const)
      for (const word of expand(rule[slot])) of(word).rules.push({ kind: 'rule', rule: number, slot });
    rule.pairs.forEach((pair, p) => {
      for (const side of ['first', 'second', 'through'] as const)
        for (const word of expand(pair[side]))
          of(word).rules.push({ kind: 'pair', rule: number, pair: p, side });
    });
    rule.frames.forEach((frame, f) => {
      frame.of.forEach((part, p) => {
        for (const word of expand(part))
          of(word).rules.push({ kind: 'frame', rule: number, frame: f, part: p });
      });
      for (const word of expand(frame.without))
        of(word).rules.push({ kind: 'frame', rule: number, frame: f, part: frame.of.length });
    });
  });
  const phrases: Phrase[] = [];
  const phraseWords = new Map<number, string>();
  for (const [name, patterns] of Object.entries(topics.phrases))
    for (const slots of patterns) {
      const word = wordOf(`~${name}`);
      phraseWords.set(word, name);
      const phrase: Phrase = { word, slots, all: 2 ** slots.length - 1, open: 0 };
      const number = phrases.push(phrase) - 1;
      slots.forEach(({ words }, slot) => {
        for (const word of expand(words)) {
          of(word).phrases.push({ phrase: number, slot });
          if (word.startsWith('~')) phrase.open |= 1 << slot;
        }
      });
    }
  for (const [matter, words] of Object.entries(topics.matters))
    for (const word of expand(words)) of(word).matters.push(matter);
  for (const [cue, words] of Object.entries(topics.suppression))
    for (const word of expand(words)) of(word).cues.push(cue as CueName);
  for (const [list, words] of petitionLists(petition))
    for (const word of expand(words)) of(word).lists.push(list);
  const words = [...index.keys()];
  const negations = expand(topics.suppression.negation ?? []);
  // 从来没有票 is told of somebody: the negation within such a word denies nothing else.
  words.forEach((word, at) => {
    const tells = uses[at]!.rules.some((use) => use.kind !== 'rule' || use.slot !== 'needs');
    if (tells && negations.some((n) => n.length < word.length && word.includes(n)))
      uses[at]!.cues.push('harmless');
  });
  const mentionWords = new Map([...index].filter(([word]) => word.startsWith('@')));
  // Mentions and phrases are found otherwise: no letter spells them.
  const spelt = words.map((word) => (/^[@~]/.test(word) ? '' : word));
  const phraseUses = packUses(uses);
  return { matcher: buildMatcher(spelt), uses, mentionWords, phrases, phraseUses, phraseWords, rules };
}

function packUses(uses: readonly Uses[]): PhraseUses {
  const all = uses.flatMap((use) => use.phrases);
  const first = new Uint32Array(uses.length + 1);
  for (const [word, use] of uses.entries()) first[word + 1] = first[word]! + use.phrases.length;
  const phrases = Uint16Array.from(all, ({ phrase }) => phrase);
  return { first, phrases, slots: Uint8Array.from(all, ({ slot }) => slot) };
}

function resolve(words: readonly string[], sets: TopicsSection['sets'], depth: number): string[] {
  if (depth > 4) return [];
  return words.flatMap((word) => {
    if (!word.startsWith('$')) return [word];
    const set = sets[word.slice(1)];
    if (!set) throw new Error(`lexicon: topics: no set ${word}`);
    return resolve(set, sets, depth + 1);
  });
}

function* petitionLists(petition: PetitionSection): Generator<[string, readonly string[]]> {
  yield ['officials', petition.officials];
  yield ['trades', petition.trades];
  yield ['thanks.said', petition.thanks.said ?? []];
  yield ['thanks.open', petition.thanks.open ?? []];
  yield ['received', petition.receivedLabels];
  yield ['recordTime', petition.recordTimeLabels];
  for (const [name, cues] of Object.entries(petition.classes)) {
    if (Array.isArray(cues)) yield [`${name}`, cues];
    else for (const [strength, words] of Object.entries(cues)) yield [`${name}.${strength}`, words];
  }
  for (const kind of ['sources', 'channels'] as const)
    for (const [name, cues] of Object.entries(petition[kind])) {
      yield [`${kind}.${name}.head`, cues.head];
      yield [`${kind}.${name}.anywhere`, cues.anywhere];
    }
  for (const [name, words] of Object.entries(petition.signature)) yield [`signature.${name}`, words];
}
