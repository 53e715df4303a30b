import { createRandom, type Random } from '../random.js';
import { addDays, type Facts, inventFacts, isoDay } from './facts.js';
import { addNoise } from './noise.js';
import { reportHead, reportTail } from './reports.js';
import { type GeneratedLetter, type Plan, writeLetter } from './text.js';
import * as words from './words.js';

export type { GeneratedLetter } from './text.js';

export interface LetterOptions {
  seed: number;
  count: number;
  /** Share of letters that belong to an earlier letter's family. */
  repeats?: number;
  /** Share of letters that are another matter in an earlier letter's words. */
  forms?: number;
  outOfScope?: number;
  /** Rates of wrong characters for copies that were scanned or retyped; 0 for none. */
  errorRates?: readonly number[];
  /** What the later letters of a family are; all kinds alike where missing. */
  kinds?: readonly RepeatKind[];
}
export const repeatKinds = ['same-file', 'retyped', 'copy', 'repeat', 'supplement', 'enclosed'] as const;
/** Papers several times as long as the letter that stands in them, whole or in part. */
export const longKinds = ['in-report', 'quoted'] as const;
export type RepeatKind = (typeof repeatKinds | typeof longKinds)[number];

/** How many earlier letters may still get repeats: bounds the memory of a long run. */
const reach = 400;

/**
 * Invented letters with a known structure of repeats: the same seed and options give the same letters.
 * Later letters follow the one they come from within some hundred letters.
 */
export function* generateLetters(options: LetterOptions): Generator<GeneratedLetter> {
  const { seed, count, repeats = 0.3, forms = 0.08, outOfScope = 0.1 } = options;
  const { errorRates = [0, 0.005, 0.01, 0.03, 0.05, 0.08], kinds = repeatKinds } = options;
  const random = createRandom(seed);
  const recent: { plan: Plan; letter: GeneratedLetter }[] = [];
  for (let id = 0; id < count; id++) {
    const base = recent.length > 0 ? random.pick(recent) : undefined;
    let made: { plan: Plan; letter: GeneratedLetter };
    if (base && random.chance(repeats)) {
      made = {
        plan: base.plan,
        letter: repeatOf(base.plan, base.letter, id, random, random.pick(kinds), random.pick(errorRates)),
      };
    } else if (base?.plan.inScope && random.chance(forms / (1 - repeats))) {
      const plan = formPlan(base.plan, id, random);
      made = { plan, letter: writeLetter(plan, id) };
    } else {
      const plan = newPlan(id, random, !random.chance(outOfScope));
      made = { plan, letter: writeLetter(plan, id) };
    }
    yield made.letter;
    // Repeats are made from first letters only: errors would pile up otherwise.
    if (made.letter.from === null) recent.push(made);
    if (recent.length > reach) recent.shift();
  }
}

function newPlan(id: number, random: Random, inScope: boolean): Plan {
  const count = inScope ? random.between(3, 10) : random.between(3, 5);
  const episodes = random.sample(inScope ? words.episodes : words.outside, count).map((template) => {
    const more = inScope ? random.sample(words.details, random.between(0, 3)).join('') : '';
    return choose(template + more, random);
  });
  const signedOn = isoDay(random.between(2013, 2023), random.between(1, 12), random.between(1, 28));
  return {
    family: id,
    formOf: null,
    inScope,
    facts: inventFacts(count, random),
    episodes,
    opening: choose(
      inScope ? random.pick(words.openings) : '{我想反映一个问题|有件事请你们帮忙|您好，向您反映一件事}。',
      random,
    ),
    closing: choose(inScope ? random.pick(words.closings) : '{请有关部门处理|盼回复|谢谢}。', random),
    addressee: inScope ? random.pick(words.addressees) : '$city信访局',
    receivedOn: addDays(signedOn, random.between(1, 12)),
    signedOn,
    signed: random.chance(0.4),
  };
}

/** The same wording about somebody else: all facts, the accused only, the project only, or the sums only. */
function formPlan(base: Plan, id: number, random: Random): Plan {
  const fresh = inventFacts(base.episodes.length, random);
  const { accused, project, sums } = base.facts;
  // A letter that names no project cannot differ by it.
  const other = random.pick(
    [...base.episodes, base.opening].some((e) => e.includes('$project')) ? [0, 1, 2, 3] : [0, 1, 3],
  );
  const facts: Facts = { ...base.facts };
  if (other === 0) Object.assign(facts, fresh);
  if (other === 1)
    facts.accused = { ...accused, name: fresh.accused.name === accused.name ? '钱守成' : fresh.accused.name };
  if (other === 2) facts.project = fresh.project === project ? '听泉山庄' : fresh.project;
  if (other === 3)
    facts.sums = fresh.sums.map((s, i) =>
      s.value === sums[i]?.value ? { text: '7.25万元', value: 72_500 } : s,
    );
  const signedOn = addDays(base.signedOn, random.between(0, 200));
  return {
    ...base,
    family: id,
    formOf: base.family,
    facts,
    signedOn,
    receivedOn: addDays(signedOn, random.between(1, 12)),
  };
}

function repeatOf(
  plan: Plan,
  first: GeneratedLetter,
  id: number,
  random: Random,
  kind: RepeatKind,
  rate: number,
): GeneratedLetter {
  const received = addDays(plan.receivedOn, random.between(0, 30));
  const base = { id, family: plan.family, from: first.id, formOf: plan.formOf };
  if (kind === 'same-file')
    return { ...first, ...base, receivedOn: received, relation: 'same-file', newFacts: [] };
  if (kind === 'retyped') {
    return {
      ...distort(first, rate, random),
      ...base,
      receivedOn: received,
      relation: rate > 0 ? 'rescan' : 'copy',
    };
  }
  if (kind === 'copy') {
    const addressee = random.pick(words.addressees.filter((a) => a !== plan.addressee));
    return {
      ...distort(writeLetter(plan, id, { addressee }), rate, random),
      ...base,
      receivedOn: received,
      relation: 'copy',
    };
  }
  // Without an accused nothing but the wording says which letter a report holds.
  if (plan.inScope && (kind === 'in-report' || kind === 'quoted')) {
    // The same paragraphs stand before and behind it in each such report.
    const [before, after] = [choose(reportHead, random), choose(reportTail, random)];
    const only = kind === 'quoted' ? Math.ceil(plan.episodes.length * 0.8) : plan.episodes.length;
    return {
      ...distort(writeLetter(plan, id, { before, after, only }), rate, random),
      ...base,
      receivedOn: received,
      relation: 'enclosed',
    };
  }
  if (kind === 'enclosed' || kind === 'in-report' || kind === 'quoted') {
    const before = choose(random.pick(words.covers), random);
    return {
      ...distort(writeLetter(plan, id, { before }), rate, random),
      ...base,
      receivedOn: received,
      relation: 'enclosed',
    };
  }
  const later = { ...plan, signedOn: addDays(plan.signedOn, random.between(120, 700)) };
  const receivedOn = addDays(later.signedOn, random.between(1, 12));
  if (kind === 'repeat' || !plan.inScope) {
    const preface = random.chance(0.5) ? choose(random.pick(words.again), random) : '';
    return {
      ...distort(writeLetter(later, id, { preface }), rate, random),
      ...base,
      receivedOn,
      relation: 'repeat',
    };
  }
  const template = random.pick(
    words.episodes.filter((e) => !plan.episodes.some((own) => own.slice(0, 6) === e.slice(0, 6))),
  );
  const written = writeLetter(later, id, { episodes: [choose(template, random)] });
  return { ...distort(written, rate, random), ...base, receivedOn, relation: 'supplement' };
}

/** Errors of recognition over a whole letter; the terms keep their places and what they mean. */
function distort(letter: GeneratedLetter, rate: number, random: Random): GeneratedLetter {
  if (rate === 0) return letter;
  const { text, map } = addNoise(letter.text, rate, random);
  const terms = letter.terms.map((t) => ({ ...t, start: map[t.start]!, end: map[t.end]! }));
  const informant = letter.informant.map((own) => {
    const at = letter.text.indexOf(own);
    return text.slice(map[at]!, map[at + own.length]!);
  });
  return { ...letter, text, terms, informant, errorRate: rate };
}

/** Takes one of the wordings of each `{a|b}`. */
function choose(template: string, random: Random): string {
  return template.replace(/\{([^{}]*)\}/g, (_, wordings: string) => random.pick(wordings.split('|')));
}
