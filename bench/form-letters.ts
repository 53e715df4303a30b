import { fingerprintOf } from '../pipelines/duplicates/index.js';
import { createPaperIndex } from '../register/lookup/index.js';
import { addNoise, generateLetters, words } from './letters/index.js';
import { createRandom } from './random.js';

const mostCandidates = 48;
const copies = 300;

/**
 * `npm run bench -- form-letters [COUNT]`: one letter's wording about so many different persons with different
 * sums; then copies of some of them are looked up. Prints the share whose original is a candidate, how many
 * candidates there are, and what a look-up costs.
 */
export function run(argv: readonly string[]): void {
  const count = Number(argv[0] ?? 10_000);
  const random = createRandom(11);
  const form = [...generateLetters({ seed: 21, count: 40, repeats: 0, outOfScope: 0 })].find(
    (l) => l.text.length > 600 && l.accused.length > 0,
  )!;
  const accused = form.accused[0]!.name;
  const letters = Array.from({ length: count }, () => {
    const name = random.pick(words.surnames) + random.pick(words.givenFirst) + random.pick(words.givenSecond);
    const text = form.terms
      .filter((t) => t.type === 'money')
      .reduce(
        (t, { text: sum }) => t.replaceAll(sum, `${random.between(2, 99)}.${random.between(1, 9)}万元`),
        form.text,
      );
    return { name, text: text.replaceAll(accused, name) };
  });
  const index = createPaperIndex();
  for (const [id, { text, name }] of letters.entries()) {
    const { bands, anchors, names } = fingerprintOf({ text, accused: [{ name }] });
    index.add(id, [...bands, ...anchors, ...names]);
  }
  console.log('error rate  original met  candidates  µs/look-up');
  for (const rate of [0, 0.03, 0.05, 0.08]) {
    let [met, candidates, spent] = [0, 0, 0];
    for (let n = 0; n < copies; n++) {
      const id = random.between(0, count - 1);
      const { name, text } = letters[id]!;
      const noisy = addNoise(text, rate, random).text;
      // Of a name that is misread everywhere nothing is known.
      const fingerprint = fingerprintOf({ text: noisy, accused: noisy.includes(name) ? [{ name }] : [] });
      const begun = performance.now();
      const found = index.find(fingerprint, mostCandidates);
      spent += performance.now() - begun;
      candidates += found.length;
      if (found.some(({ itemId }) => letters[itemId]!.name === name)) met++;
    }
    const cells = [
      `${(rate * 100).toFixed(0)} %`.padStart(10),
      (met / copies).toFixed(3).padStart(13),
      (candidates / copies).toFixed(1).padStart(11),
      ((spent / copies) * 1000).toFixed(0).padStart(11),
    ];
    console.log(cells.join(' '));
  }
}
