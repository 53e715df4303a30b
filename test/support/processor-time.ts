/** Milliseconds of processor time that an act takes: what else the machine does is not in it. */
export function processorTime(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times longer the act takes with `large` than with `small`, the shortest of three runs of each: about
 * `large / small` where time grows with the length, its square where a loop lies within a loop.
 */
export function growth(act: (size: number) => void, small: number, large: number): number {
  act(small);
  const shortest = (size: number) => Math.min(...[1, 2, 3].map(() => processorTime(() => act(size))));
  return shortest(large) / Math.max(1, shortest(small));
}
