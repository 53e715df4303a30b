import { type Offence, offenceKeys } from '../../domain/index.js';
import { building } from './building.js';
import { duty } from './duty.js';
import { elsewhere } from './elsewhere.js';
import { fees } from './fees.js';
import { money } from './money.js';
import { oversight } from './oversight.js';

/** What a few sentences of a letter accuse somebody of. */
export interface Passage {
  topics: readonly string[];
  offences: readonly Offence[];
  text: string;
}

/** Passages in many voices, written to learn from and never measured on: a line is topics | offences | text. */
export const passages: readonly Passage[] = [duty, building, money, oversight, fees, elsewhere].flatMap(
  (lines) => lines.trim().split('\n').map(passageOf),
);

function passageOf(line: string): Passage {
  const [topics = '', offences = '', text = ''] = line.split(' | ');
  const codes = (list: string) => (list === '-' ? [] : list.split(' '));
  const known = offenceKeys.filter((key) => codes(offences).includes(key));
  if (text === '' || known.length !== codes(offences).length) throw new Error(`no passage: ${line}`);
  return { topics: codes(topics), offences: known, text };
}
