import type { Paper } from '../../../../samples/letters/paper.js';

/** A paper of an unknown writer, marked as in `samples/letters`: text, class, accused and topics. */
export type FreshPaper = Pick<Paper, 'petitionClass' | 'accused' | 'topics' | 'body'> & { name: string };
