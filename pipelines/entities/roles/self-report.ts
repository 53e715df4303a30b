import type { Reading } from './informant.js';

/** Who comes forward about himself is the accused of the paper, not its petitioner. */
export function isSelfReport({ text, fields }: Pick<Reading, 'text' | 'fields'>): boolean {
  return (
    fields.some((f) => f.kind === 'speaker') ||
    /主动(?:说明|交代|向组织(?:说明|交代))|自首|投案/.test(text.slice(0, 60))
  );
}
