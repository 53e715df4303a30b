import type { Language } from './errors/index.js';
import type { RecordDecision } from './record.js';
import { linkKinds } from './vocabulary.js';

type Terms = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** `accused:范明志` as people say it: 同一被反映人 范明志. Labels of one kind are named together. */
export function describeReasons(why: readonly string[], terms: Terms, language: Language): string[] {
  const labels = new Map<string, string[]>();
  for (const reason of why) {
    const colon = reason.indexOf(':');
    const kind = colon < 0 ? reason : reason.slice(0, colon);
    const known = labels.get(kind) ?? [];
    labels.set(kind, colon < 0 ? known : [...known, reason.slice(colon + 1)]);
  }
  return [...labels].map(([kind, named]) => {
    const term = Object.hasOwn(terms, kind) ? terms[kind]![language] : kind;
    if (term.includes('{}')) return term.replace('{}', named.join('、'));
    return named.length === 0 ? term : `${term} ${named.join('、')}`;
  });
}

/** One strong reason makes a link strong, and so do two of different kinds. */
export function linkStrength(why: readonly string[]): 'strong' | 'weak' {
  const kinds = new Set(why.map((reason) => reason.split(':', 1)[0]!));
  const strong = [...kinds].some(
    (k) => Object.hasOwn(linkKinds, k) && linkKinds[k as keyof typeof linkKinds].strong,
  );
  return strong || kinds.size > 1 ? 'strong' : 'weak';
}

/** The decision by which a person put the source under the clue, where one did. */
export function placementOf(
  clueNo: string,
  sourceId: number,
  decisions: readonly RecordDecision[],
): RecordDecision | undefined {
  return decisions.findLast(
    (d) => d.kind !== 'undo' && d.undoneBy === null && d.to === clueNo && d.sources.includes(sourceId),
  );
}
