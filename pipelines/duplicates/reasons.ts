import type { SourceReason } from '../../domain/index.js';
import { comparableText } from './comparable.js';
import { foldConfusables } from './confusables.js';
import { isFullName, isGenericProject, type MatterText } from './matter.js';

/** More names, sums or times of one kind explain nothing further. */
const mostNamed = 3;

/** `accused:范明志`; `text` where there is nothing to name. */
export function reason(kind: SourceReason, label?: string | number): string {
  return label === undefined ? kind : `${kind}:${label}`;
}

/** Whom, which projects, sums and times both papers name, as the later one writes them. */
export function sharedReasons(paper: MatterText, other: MatterText): string[] {
  const folded = (text: string) => foldConfusables(comparableText(text));
  const there = folded(other.text);
  const named = (kind: SourceReason, labels: readonly string[]) =>
    [...new Set(labels)].slice(0, mostNamed).map((label) => reason(kind, label));
  const stands = (label: string) => label !== '' && there.includes(folded(label));
  const values = (type: 'money' | 'date') => {
    const known = new Set(other.sealed.mentions.filter((m) => m.type === type).map((m) => m.value));
    return paper.sealed.mentions
      .filter((m) => m.type === type && m.value !== null && known.has(m.value))
      .map((m) => m.text);
  };
  const projects = paper.sealed.mentions.filter((m) => m.type === 'project').map((m) => m.text);
  return [
    ...named(
      'accused',
      paper.sealed.accused.flatMap(({ name }) =>
        name !== null && isFullName(name) && stands(name) ? [name] : [],
      ),
    ),
    ...named(
      'project',
      projects.filter((p) => !isGenericProject(p) && stands(p)),
    ),
    ...named('money', values('money')),
    ...named('date', values('date')),
  ];
}
