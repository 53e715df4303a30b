import type { SourceReason } from '../../../domain/index.js';
import type { UnitForm } from '../units/index.js';
import { comparableText, foldConfusables } from '../wording/index.js';
import { isGenericProject, type MatterText } from './matter.js';
import { accusedNames, areNamesakes } from './namesakes.js';

/** More names, sums or times of one kind explain nothing further. */
const mostNamed = 3;
/** Different names of one kind that are looked for. */
const mostLookedFor = 50;

/** `accused:范明志`; `text` where there is nothing to name. */
export function reason(kind: SourceReason, label?: string | number): string {
  return label === undefined ? kind : `${kind}:${label}`;
}

/** Whom, which projects, sums and times both papers name, as the later one writes them. */
export function sharedReasons(paper: MatterText, other: MatterText, form: UnitForm): string[] {
  const folded = (text: string) => foldConfusables(comparableText(text));
  const there = folded(other.text);
  const named = (kind: SourceReason, labels: readonly string[]) =>
    [...new Set(labels)].slice(0, mostNamed).map((label) => reason(kind, label));
  const standing = (labels: readonly string[]) =>
    [...new Set(labels)].slice(0, mostLookedFor).filter((label) => {
      const sought = folded(label);
      return sought !== '' && there.includes(sought);
    });
  const values = (type: 'money' | 'date') => {
    const known = new Set(other.sealed.mentions.filter((m) => m.type === type).map((m) => m.value));
    return paper.sealed.mentions
      .filter((m) => m.type === type && m.value !== null && known.has(m.value))
      .map((m) => m.text);
  };
  const names = accusedNames(paper).filter((name) => !areNamesakes(name, paper, other, form));
  const projects = paper.sealed.mentions
    .filter((m) => m.type === 'project' && !isGenericProject(m.text))
    .map((m) => m.text);
  return [
    ...named('accused', standing(names)),
    ...named('project', standing(projects)),
    ...named('money', values('money')),
    ...named('date', values('date')),
  ];
}
