import type { Mention } from '../../../domain/index.js';
import { tellsBody, type UnitForm, unitsAgree } from '../units/index.js';
import { comparableText, foldConfusables, isFullName } from '../wording/index.js';
import type { MatterText } from './matter.js';
import { type Alignment, readTerm } from './readings.js';

/** Full names of whom a paper accuses, each once. */
export function accusedNames(paper: Pick<MatterText, 'sealed'>): string[] {
  const names = paper.sealed.accused
    .map((p) => p.name)
    .filter((n): n is string => n !== null && isFullName(n));
  return [...new Set(names)];
}

/**
 * Whether two papers give an accused of this name units that are neither one nor parts of one another, and neither
 * paper knows the other's unit beside the name (as the former one): two persons, unless their deeds say otherwise.
 */
export function areNamesakes(name: string, a: MatterText, b: MatterText, form: UnitForm): boolean {
  const [inA, inB] = [unitsOf(name, a), unitsOf(name, b)];
  if (inA.length === 0 || inB.length === 0) return false;
  const agree = (one: string, other: string) => unitsAgree(one, other, form, a.recognised || b.recognised);
  if (inA.some((unit) => inB.some((other) => agree(unit, other)))) return false;
  const knows = (paper: MatterText, units: readonly string[]) =>
    beside(name, paper).some((near) => tellsBody(near, form) && units.some((unit) => agree(near, unit)));
  return !knows(a, inB) && !knows(b, inA);
}

/** The same where the units' places in the texts lie side by side: a misread unit is no other one. */
export function unitReadsAlike(name: string, paper: MatterText, alignment: Alignment): boolean {
  const units = new Set(unitsOf(name, paper));
  return paper.sealed.mentions.some(
    (m) =>
      m.type === 'organisation' &&
      (units.has(m.text) || units.has(String(m.value))) &&
      readTerm(alignment, m.text, false) === 'close',
  );
}

/** Units that a paper gives the bearers of a name. */
function unitsOf(name: string, { sealed }: MatterText): string[] {
  const folded = foldConfusables(name);
  return sealed.accused.flatMap((p) =>
    p.name !== null && p.organisation !== null && foldConfusables(p.name) === folded ? [p.organisation] : [],
  );
}

const endsSentence = /[。；！？!?;\n]/;

/** Units in the sentences that name somebody. */
function beside(name: string, { text, sealed }: MatterText): string[] {
  return sealed.mentions.flatMap((m) => {
    if (m.type !== 'organisation') return [];
    let [start, end] = [m.start, m.end];
    while (start > 0 && !endsSentence.test(text[start - 1]!)) start--;
    while (end < text.length && !endsSentence.test(text[end]!)) end++;
    return text.slice(start, end).includes(name) ? [typeof m.value === 'string' ? m.value : m.text] : [];
  });
}

/** Types of which one in common tells of one matter: what they name is seldom another's, too. */
const telling: readonly Mention['type'][] = ['project', 'person', 'credit-code', 'identity-number'];
const company = /(?:公司|集团|厂|事务所|合作社)$/;

/** Whether two papers share, beside the name of the accused, somebody or something of the matter, or two sums and times of it. */
export function shareFacts(
  name: string,
  a: MatterText,
  b: MatterText,
  isGeneric: (project: string) => boolean,
): boolean {
  const facts = (paper: MatterText) => {
    const [named, measured] = [new Set<string>(), new Set<string>()];
    for (const { type, text, value } of paper.sealed.mentions) {
      if (type === 'money' || type === 'area') measured.add(`${type}:${value ?? text}`);
      if (type === 'date' && /^\d{4}-\d{2}/.test(String(value)) && value !== paper.sealed.signedOn)
        measured.add(`date:${value}`);
      const tells = type === 'organisation' ? company.test(text) : telling.includes(type);
      if (!tells || (type === 'project' && isGeneric(text))) continue;
      if (type === 'person' && (!isFullName(text) || text === name)) continue;
      named.add(`${type}:${foldConfusables(comparableText(text))}`);
    }
    return { named, measured };
  };
  const [inA, inB] = [facts(a), facts(b)];
  return (
    [...inA.named].some((fact) => inB.named.has(fact)) ||
    [...inA.measured].filter((fact) => inB.measured.has(fact)).length > 1
  );
}
