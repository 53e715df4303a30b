import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createRandom } from '../random.js';
import { type Print, printLetter } from './print-letter.js';

/**
 * Prints the invented letters of `bench/pages/letters.json` as the page images beside it. Run it again after
 * an edit (`npm run build && node dist/bench/recognition/make-pages.js`); needs the fonts that the letters name. The
 * images are committed, so that a machine without Chinese fonts measures the same pages.
 */
interface Letter extends Print {
  /** 1: specks of dust and worn strokes. */
  noise: number;
  /** Bits a pixel: 1 as a fax or an office scanner makes them, 4 as a photograph would come out. */
  depth: 1 | 4;
}

const folder = join(process.cwd(), 'bench', 'pages');
const letters = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')) as Letter[];
for (const [i, letter] of letters.entries()) {
  const name = `page-${String(i + 1).padStart(2, '0')}.png`;
  writeFileSync(join(folder, name), await print(letter, i + 1));
  process.stdout.write(`${name}\n`);
}

async function print(letter: Letter, seed: number): Promise<Buffer> {
  const { data, raw } = await printLetter(letter);
  if (letter.noise > 0) addNoise(data, seed);
  const grey = sharp(data, { raw });
  const ready = letter.depth === 1 ? grey.threshold(150) : grey;
  return ready
    .png({ palette: true, colours: letter.depth === 1 ? 2 : 16, effort: 10, compressionLevel: 9, dither: 0 })
    .withMetadata({ density: letter.dpi })
    .toBuffer();
}

/** Specks of two or three pixels, dark on paper and light in ink; the same for the same seed. */
function addNoise(data: Uint8Array, seed: number): void {
  const random = createRandom(seed);
  for (let i = 0; i < data.length / 3_000; i++) {
    const at = random.between(0, data.length - 4);
    data.fill(random.chance(0.6) ? 0 : 255, at, at + 2);
  }
}
