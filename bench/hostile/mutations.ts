import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Family, HostileFile } from './hostile-file.js';

/** Run from the root of the repository, as every bench and test is. */
const samples = join('samples', 'files');
/** How many of each format get their bits flipped; the formats' readers are what is looked at, not the samples. */
const flippedOfEach = 3;

/** Every sample cut off at a place of chance, and some of each format with wrong bits in them. */
export const mutations: Family = (_, random) => {
  const names = readdirSync(samples).sort();
  const cuts = names.map((name): HostileFile => {
    const share = 0.02 + 0.96 * random.next();
    return {
      kind: 'cut',
      name: `cut-at-${Math.round(share * 100)}-${name}`,
      make: () => {
        const bytes = readFileSync(join(samples, name));
        return bytes.subarray(0, Math.max(1, Math.floor(bytes.length * share)));
      },
    };
  });
  const extensions = [...new Set(names.map((name) => extname(name)))];
  const flips = extensions.flatMap((extension) =>
    random
      .sample(
        names.filter((name) => extname(name) === extension),
        flippedOfEach,
      )
      .map((name, i): HostileFile => {
        const places = Array.from(
          { length: 8 * 4 ** i },
          () => [random.next(), random.between(0, 7)] as const,
        );
        return {
          kind: 'flipped',
          name: `flipped-${places.length}-${name}`,
          make: () => {
            const bytes = readFileSync(join(samples, name));
            for (const [share, bit] of places) bytes[Math.floor(share * bytes.length)]! ^= 1 << bit;
            return bytes;
          },
        };
      }),
  );
  return [...cuts, ...flips];
};
