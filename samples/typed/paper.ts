import type { Paper } from '../letters/paper.js';

/** A paper as text, marked as in `samples/letters`; there is no file of it, and it belongs to no family. */
export type TypedPaper = Omit<Paper, 'format' | 'family' | 'relation' | 'sameBytesAs'>;

/** What most letters to a petition office are. */
export const report = {
  kind: 'letter',
  petitionClass: 'report',
  source: 'petition',
  channel: 'letter',
  signature: 'anonymous',
} satisfies Partial<TypedPaper>;
