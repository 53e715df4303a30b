import { loadLexicon } from '../lexicon/index.js';
import { papersByWriter } from '../samples/typed/index.js';
import { createTextReader } from './evaluation/index.js';

/** Characters of a letter. */
const size = 1500;
/** A worker is warm when two rounds on end differ by less than this share, and no round is read after so many. */
const [steady, mostRounds] = [0.03, 16];

/**
 * Letters of 1,500 characters a second of processor time through the stages from normalisation to topics: in the first
 * round, of which the compiler has seen nothing, and once a worker is warm, as it is in an archive. The letters are what
 * the writers of `samples/typed` wrote, cut anew for each round, so that no text is read twice.
 */
export async function run(): Promise<void> {
  const took = new Map<string, number>();
  const read = createTextReader(loadLexicon(), (stage, ms) => took.set(stage, (took.get(stage) ?? 0) + ms));
  const rates: number[] = [];
  while (!isSteady(rates) && rates.length < mostRounds) {
    took.clear();
    const letters = lettersOf(rates.length);
    const start = process.cpuUsage();
    for (const text of letters) await read(text, '2019-06-01');
    const { user, system } = process.cpuUsage(start);
    rates.push(letters.length / ((user + system) / 1e6));
    console.log(`round ${String(rates.length).padStart(2)}: ${tell(rates.at(-1)!)}`);
  }
  const all = [...took.values()].reduce((sum, ms) => sum + ms, 0);
  for (const [stage, ms] of took)
    console.log(`  ${stage.padEnd(14)}${((100 * ms) / all).toFixed(0).padStart(3)} %`);
  const state = isSteady(rates) ? 'warm' : 'not steady yet';
  console.log(`cold: ${tell(rates[0]!)}\n${state}: ${tell((rates.at(-1)! + rates.at(-2)!) / 2)}`);
  console.log(`resident memory: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
}

const tell = (rate: number) => `${rate.toFixed(0).padStart(4)} letters a second of processor time`;

function isSteady(rates: readonly number[]): boolean {
  const [before, last] = rates.slice(-2);
  return before !== undefined && last !== undefined && Math.abs(last - before) < steady * last;
}

/** What each writer wrote, papers on end, cut into letters at other places in each round. */
function lettersOf(round: number): string[] {
  const from = (round * 389) % size;
  return Object.values(papersByWriter).flatMap((papers) => {
    const all = papers.map(({ text }) => text).join('\n');
    const count = Math.floor((all.length - from) / size);
    return Array.from({ length: count }, (_, i) => all.slice(from + i * size, from + (i + 1) * size));
  });
}
