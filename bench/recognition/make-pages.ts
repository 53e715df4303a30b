import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * Prints the invented letters of `bench/pages/letters.json` as the page images beside it. Run it again after
 * an edit (`npm run build && node dist/bench/recognition/make-pages.js`); needs the fonts that the letters name. The
 * images are committed, so that a machine without Chinese fonts measures the same pages.
 */
interface Letter {
  font: string;
  points: number;
  dpi: number;
  /** Degrees clockwise. */
  skew: number;
  /** 1: specks of dust and worn strokes. */
  noise: number;
  /** Bits a pixel: 1 as a fax or an office scanner makes them, 4 as a photograph would come out. */
  depth: 1 | 4;
  text: string;
}

const folder = join(process.cwd(), 'bench', 'pages');
const letters = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')) as Letter[];
for (const [i, letter] of letters.entries()) {
  const name = `page-${String(i + 1).padStart(2, '0')}.png`;
  writeFileSync(join(folder, name), await print(letter, i + 1));
  process.stdout.write(`${name}\n`);
}

async function print(letter: Letter, seed: number): Promise<Buffer> {
  const width = Math.round(8.27 * letter.dpi);
  const height = Math.round(11.69 * letter.dpi);
  const text = await sharp({
    text: {
      text: escapeMarkup(letter.text),
      font: `${letter.font} ${letter.points}`,
      dpi: letter.dpi,
      width: Math.round(width * 0.76),
      wrap: 'char',
      spacing: Math.round((letter.points * letter.dpi) / 72 / 3),
      rgba: false,
    },
  })
    .negate()
    .png()
    .toBuffer();
  const page = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([{ input: text, left: Math.round(width * 0.12), top: Math.round(height * 0.09) }])
    .png()
    .toBuffer();
  const { data, info } = await sharp(page)
    .rotate(letter.skew, { background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (letter.noise > 0) addNoise(data, seed);
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const grey = sharp(data, { raw });
  const ready = letter.depth === 1 ? grey.threshold(150) : grey;
  return ready
    .png({ palette: true, colours: letter.depth === 1 ? 2 : 16, effort: 10, compressionLevel: 9, dither: 0 })
    .withMetadata({ density: letter.dpi })
    .toBuffer();
}

/** Specks of two or three pixels, dark on paper and light in ink; the same for the same seed. */
function addNoise(data: Uint8Array, seed: number): void {
  let state = seed * 2_654_435_761;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < data.length / 3_000; i++) {
    const at = Math.floor(random() * (data.length - 3));
    data.fill(random() < 0.6 ? 0 : 255, at, at + 2);
  }
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
