import { cardWord, correctedFields, type EntityType, entityTypes } from '../../domain/index.js';
import type { Lexicon } from '../../lexicon/index.js';
import type { Scores } from './scoring.js';

/** What differs, in the words of the field, beside the English ones of the table above. */
export function describeMisses(misses: Scores['misses'], { topics }: Lexicon): string[] {
  const names = topics.topics;
  const topicName = (code: string) => (Object.hasOwn(names, code) ? names[code]!.name : null);
  return misses.map(({ file, what, missing, wrong }) => {
    const words = (values: readonly string[]) =>
      values.map((value) => cardWord(fieldOf(what), value, 'zh', topicName)).join('、') || '—';
    return `${file}  ${nameOf(what)}  漏 missing: ${words(missing)}  误 wrong: ${words(wrong)}`;
  });
}

function fieldOf(what: string): string {
  if (what === 'class') return 'petitionClass';
  return what === 'accused: name' ? 'accusedName' : what.split(':')[0]!;
}

function nameOf(what: string): string {
  const [, kind, type = ''] = /^(entity|value): (.+)$/.exec(what) ?? [];
  if (kind && Object.hasOwn(entityTypes, type))
    return `${entityTypes[type as EntityType].zh}${kind === 'value' ? '折算值' : ''} (${what})`;
  const field = fieldOf(what);
  return Object.hasOwn(correctedFields, field)
    ? `${correctedFields[field as keyof typeof correctedFields].zh} (${what})`
    : what;
}
