import type { PersonMention } from '../../names/index.js';
import type { Holding } from './holders.js';

/** The person whose unit and post are asked for. */
export interface Holder {
  /** Those at which he is accused first. */
  mentions: readonly PersonMention[];
  /** What stands beside each of the mentions. */
  holdings: readonly Holding[];
  /** What is told of him as 他 and 此人. */
  later: readonly Holding[];
  /** Units of the informant. */
  own: ReadonlySet<string>;
  /** Names of all the accused. */
  fellows: ReadonlySet<string>;
}
