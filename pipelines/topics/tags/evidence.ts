import type { Evidence } from '../../weighing/index.js';
import type { Finding } from './rules.js';

/** A finding is telling by itself from this score on. */
export const telling = 0.5;
/** Units from the beginning of a paper that its title and first sentence take. */
const head = 60;

/**
 * What the rule of one code found, seen against what the others of its axis found: evidence that means the same for
 * every code, so that a rule of a new campaign is weighed as those are from which the weights were learned.
 *
 * @param scores of the rules of the axis that found anything
 */
export function evidenceOfRule(finding: Finding | undefined, scores: readonly number[]): Evidence {
  const evidence: Evidence = new Map();
  const score = finding?.score ?? 0;
  const better = scores.filter((other) => other > score).length;
  if (score === 0 || better >= 3) evidence.set('late', 1);
  if (!finding) return evidence;
  const { own, context, places, needed } = finding;
  const count = (kind: string) => own.filter((r) => r.kind === kind).length;
  const put = (name: string, value: number | boolean) => {
    if (value) evidence.set(name, Number(value));
  };
  put('score', score);
  put('telling', score >= telling);
  put('telling with what it needs', score >= telling && needed);
  put('share of the best', score / Math.max(...scores, 0.01));
  put('first', score > 0 && better === 0);
  put('second', score > 0 && better === 1);
  put('strong', Math.min(3, count('strong')) / 3);
  put('medium', Math.min(4, count('medium')) / 4);
  put('weak', Math.min(3, count('weak')) / 3);
  put('context', Math.min(4, context.length) / 4);
  put('pair', Math.min(3, count('pair')) / 3);
  put('frame', Math.min(3, count('frame')) / 3);
  put(
    'told of an office',
    own.some((r) => r.byOffice),
  );
  put(
    'at the head',
    own.some((r) => r.start < head),
  );
  put('places', Math.min(10, places) / 10);
  return evidence;
}
