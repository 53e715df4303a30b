/** Milliseconds of processor time that an act takes: what else the machine does is not in it. */
export function processorTime(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs of each size: collecting garbage and compiling fall into some of them, seldom into all. */
const runs = 3;

/**
 * How many times longer the act takes with `large` than with `small`, the shortest of several runs of each: about
 * `large / small` where time grows with the length, its square where a loop lies within a loop. A run of `small` is
 * as many acts as make up the length of `large`, so that both are long enough to be measured alike.
 */
export function growth(act: (size: number) => void, small: number, large: number): number {
  const repeats = Math.round(large / small);
  const many = () => {
    for (let time = 0; time < repeats; time++) act(small);
  };
  many();
  let [ofMany, ofOne] = [Infinity, Infinity];
  for (let run = 0; run < runs; run++) {
    ofMany = Math.min(ofMany, processorTime(many));
    ofOne = Math.min(
      ofOne,
      processorTime(() => act(large)),
    );
  }
  return (ofOne * repeats) / Math.max(1, ofMany);
}
