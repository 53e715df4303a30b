import type { Reading } from './informant.js';

/**
 * Who comes forward about himself is the accused of the paper, not its petitioner. A paper that reports somebody
 * (关于某某未主动说明问题的举报) is none, whatever words stand in its title.
 */
export function isSelfReport({ text, fields }: Pick<Reading, 'text' | 'fields'>): boolean {
  const head = text.slice(0, 60);
  if (/举报|控告|检举|揭发/.test(head)) return false;
  if (fields.some((f) => f.kind === 'informant' && reporter.test(f.label))) return false;
  return (
    fields.some((f) => f.kind === 'speaker') ||
    /(?<![未没拒不])(?<!没有)主动(?:说明|交代|向组织(?:说明|交代))|自首|投案/.test(head)
  );
}

const reporter = /举报|控告|检举|反映|投诉|来访|来电|来信|信访|申诉/;
