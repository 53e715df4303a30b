import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { readerOf } from '../../pipelines/extraction/in-process.js';
import { openRecogniser } from '../../pipelines/ocr/index.js';
import { distance, lettersOnly } from '../edit-distance.js';
import { createRandom } from '../random.js';
import { modelsFolder, pagesFolder } from './ocr.js';
import { printLetter } from './print-letter.js';

const resolutions = [150, 200, 300] as const;
const fonts = ['Noto Serif CJK SC', 'Noto Sans CJK SC', 'AR PL UKai CN'];
const conditions = ['clean', 'skewed', 'noisy', 'shadowed'] as const;
type Condition = (typeof conditions)[number];

interface Scan {
  png: Buffer;
  truth: string;
}

/** Wrong characters and seconds of one reader on the scans of one kind. */
interface Score {
  wrong: number;
  wrongLetters: number;
  seconds: number;
}

/**
 * Character error rate and time beside `ocrmypdf --deskew` on the same scans: letters printed at three
 * resolutions, clean, skewed, noisy and shadowed. Both read with one process on one page at a time; the other
 * tool gets all pages of a kind as one file, so that it starts once.
 *
 * @param argv `--letters N`: how many different letters (default 3); `--seed N`: other noise, other angles and each
 *   letter in another font (default 1: as they name it); `--dpi N` and `--condition NAME`: these scans alone. Needs
 *   those fonts, and ocrmypdf with the model chi_sim on the path.
 */
export async function run(argv: readonly string[]): Promise<number> {
  const option = (name: string) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const count = Number(option('--letters')) || 3;
  const seed = Number(option('--seed')) || 1;
  const kinds = resolutions
    .flatMap((dpi) => conditions.map((condition) => ({ dpi, condition })))
    .filter(({ dpi }) => dpi === Number(option('--dpi') ?? dpi))
    .filter(({ condition }) => condition === (option('--condition') ?? condition));
  if (kinds.length === 0)
    throw new RangeError(`scans are of ${resolutions.join(', ')} dpi, and ${conditions.join(', ')}`);
  const all = JSON.parse(await readFile(join(pagesFolder(), 'letters.json'), 'utf8')) as {
    font: string;
    text: string;
  }[];
  const letters =
    seed === 1 ? all : all.map(({ text }, i) => ({ text, font: fonts[(i + seed) % fonts.length]! }));
  const recogniser = await openRecogniser({ models: modelsFolder });
  const folder = await mkdtemp(join(tmpdir(), 'qidi-ocr-'));
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const missed: string[] = [];
  const totals = { ours: empty(), other: empty(), characters: 0, lettersOnly: 0 };
  print(
    'dpi  condition   with punctuation: ours  ocrmypdf   without: ours  ocrmypdf   s/page: ours  ocrmypdf',
  );
  try {
    // The engine is loaded before anything is timed; the other tool's start is a small share of its pages.
    await recogniser.recognise(await imageOf(await scanOf(letters[0]!, 150, 'clean', 1)));
    for (const { dpi, condition } of kinds) {
      const scans = [];
      for (const [i, letter] of letters.slice(0, count).entries())
        scans.push({ png: await scanOf(letter, dpi, condition, i + seed), truth: letter.text });
      const ours = await readOurs(recogniser, scans);
      const other = await readOther(folder, scans, dpi);
      const characters = sum(scans.map(({ truth }) => plain(truth).length));
      const only = sum(scans.map(({ truth }) => lettersOnly(truth).length));
      print(
        [
          `${dpi}`.padStart(3),
          condition.padEnd(10),
          percent(ours.wrong, characters).padStart(22),
          percent(other.wrong, characters).padStart(9),
          percent(ours.wrongLetters, only).padStart(15),
          percent(other.wrongLetters, only).padStart(9),
          (ours.seconds / scans.length).toFixed(2).padStart(14),
          (other.seconds / scans.length).toFixed(2).padStart(9),
        ].join(' '),
      );
      if (ours.wrong > other.wrong / 2) missed.push(`${dpi} dpi ${condition}`);
      add(totals.ours, ours);
      add(totals.other, other);
      totals.characters += characters;
      totals.lettersOnly += only;
    }
  } finally {
    await recogniser.close();
    await rm(folder, { recursive: true, force: true });
  }
  const { ours, other } = totals;
  print(
    `all: error ${percent(ours.wrong, totals.characters)} beside ${percent(other.wrong, totals.characters)} (${(ours.wrong / other.wrong).toFixed(2)}, target 0.50), letters ${percent(ours.wrongLetters, totals.lettersOnly)} beside ${percent(other.wrongLetters, totals.lettersOnly)} (${(ours.wrongLetters / other.wrongLetters).toFixed(2)}), time ${(ours.seconds / other.seconds).toFixed(2)} (target 1.00)`,
  );
  if (missed.length > 0) print(`more than half its errors: ${missed.join(', ')}`);
  return missed.length === 0 && ours.seconds <= other.seconds ? 0 : 1;
}

const empty = (): Score => ({ wrong: 0, wrongLetters: 0, seconds: 0 });

function add(to: Score, score: Score): void {
  to.wrong += score.wrong;
  to.wrongLetters += score.wrongLetters;
  to.seconds += score.seconds;
}

async function readOurs(
  recogniser: Awaited<ReturnType<typeof openRecogniser>>,
  scans: readonly Scan[],
): Promise<Score> {
  const score = empty();
  for (const { png, truth } of scans) {
    const from = performance.now();
    const { text } = await recogniser.recognise(await imageOf(png));
    add(score, { ...compare(text, truth), seconds: (performance.now() - from) / 1000 });
  }
  return score;
}

async function readOther(folder: string, scans: readonly Scan[], dpi: number): Promise<Score> {
  const pdf = await PDFDocument.create();
  for (const { png } of scans) {
    const image = await pdf.embedPng(png);
    const [width, height] = [(image.width * 72) / dpi, (image.height * 72) / dpi];
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  const [input, output, sidecar] = ['in.pdf', 'out.pdf', 'out.txt'].map((name) => join(folder, name));
  await writeFile(input!, await pdf.save());
  const from = performance.now();
  const words = ['--deskew', '-l', 'chi_sim', '-j', '1', '--output-type', 'pdf', '--optimize', '0'];
  await promisify(execFile)('ocrmypdf', [...words, '--quiet', '--sidecar', sidecar!, input!, output!], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const seconds = (performance.now() - from) / 1000;
  const texts = (await readFile(sidecar!, 'utf8')).split('\f');
  const score = { ...empty(), seconds };
  for (const [i, { truth }] of scans.entries()) add(score, { ...compare(texts[i] ?? '', truth), seconds: 0 });
  return score;
}

const imageOf = (png: Buffer) => readerOf('png').renderPage!(png, 1);

/** Spaces and line ends are no characters of a letter. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '');

function compare(read: string, truth: string): Omit<Score, 'seconds'> {
  return {
    wrong: distance(plain(read), plain(truth)),
    wrongLetters: distance(lettersOnly(read), lettersOnly(truth)),
  };
}

/** The letter printed on A4 and scanned: 12 points high, in its own font. */
async function scanOf(
  letter: { font: string; text: string },
  dpi: number,
  condition: Condition,
  seed: number,
): Promise<Buffer> {
  const skew = condition === 'skewed' ? ((seed % 3) + 1) * (seed % 2 ? 1 : -1) : 0;
  const { data, raw } = await printLetter({ ...letter, points: 12, dpi, skew });
  const random = createRandom(seed * 1000 + dpi);
  if (condition === 'noisy')
    for (let i = 0; i < data.length; i += 1) {
      const grain = (random.next() + random.next() + random.next() - 1.5) * 60;
      data[i] = random.chance(0.002) ? random.between(0, 255) : clamp(data[i]! + grain);
    }
  if (condition === 'shadowed')
    for (let y = 0; y < raw.height; y += 1)
      for (let x = 0; x < raw.width; x += 1) {
        const light = 0.35 + (0.6 * x) / raw.width - (y > raw.height / 2 ? 0.12 : 0);
        data[y * raw.width + x] = clamp(data[y * raw.width + x]! * light + 12);
      }
  return sharp(data, { raw }).png().withMetadata({ density: dpi }).toBuffer();
}

const clamp = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)} %`;
