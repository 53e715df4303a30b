import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { distance, lettersOnly } from '../../../bench/edit-distance.js';
import type { Original } from '../../../domain/index.js';
import { readerOf } from '../../../pipelines/extraction/in-process.js';
import { chooseEngine } from '../../../pipelines/ocr/engine/index.js';
import { createRecognitionStage, openRecogniser, recognisePage } from '../../../pipelines/ocr/index.js';
import { preparePage } from '../../../pipelines/ocr/page/index.js';
import { readPage } from '../../../pipelines/ocr/reading.js';
import { recognitionDigest } from '../../../pipelines/run.js';
import { extractionOf, opener } from '../extractions.js';
import { useModels, useRecogniser } from '../recognisers.js';

const context = { lexicon: {} as never };
const letters = JSON.parse(readFileSync('bench/pages/letters.json', 'utf8')) as { text: string }[];
const file = (number: number) => readFileSync(`bench/pages/page-${String(number).padStart(2, '0')}.png`);
const imageOf = (number: number) => readerOf('png').renderPage!(file(number), 1);
const originalOf = (bytes: Uint8Array, extension: string): Original => ({
  sha256: '0'.repeat(64),
  size: bytes.length,
  extension,
  read: () => Promise.resolve(bytes),
});
const errorRate = (read: string, truth: string) => {
  const wanted = lettersOnly(truth);
  return distance(lettersOnly(read), wanted) / wanted.length;
};

const models = await useModels();
const recogniser = await useRecogniser();

describe('the recogniser', () => {
  it.each([
    [5, 'at 150 dpi in 16 greys'],
    [6, 'three degrees askew'],
    [4, 'with specks'],
  ])('reads page %p (%s) with less than 3 %% of letters wrong', async (number) => {
    const result = await recogniser.recognise(await imageOf(number));
    expect(errorRate(result.text, letters[number - 1]!.text)).toBeLessThan(0.03);
    expect(result.confidence).toBeGreaterThan(0.8);
    expect(result.flags).toEqual([]);
    let end = 0;
    for (const line of result.lines) {
      const [left, top, right, bottom] = line.box;
      expect(result.text.slice(line.start, line.end)).toMatch(/^\S(?:.*\S)?$/u);
      expect(line.start).toBe(end === 0 ? 0 : end + 1);
      expect([left < right, top < bottom, right <= result.width, bottom <= result.height]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      end = line.end;
    }
    expect(end).toBe(result.text.length);
  });

  it('reads a photograph with a shadow over it', async () => {
    const page = await imageOf(5);
    const data = page.data.map((value, i) => 30 + value * (0.25 + 0.5 * ((i % page.width) / page.width)));
    const result = await recogniser.recognise({ ...page, data });
    expect(errorRate(result.text, letters[4]!.text)).toBeLessThan(0.05);
  });

  it('calls a blank page blank, and a picture without text unreadable', async () => {
    const size = { width: 800, height: 1000, dpi: null };
    const white = await recogniser.recognise({ ...size, data: new Uint8Array(800_000).fill(250) });
    expect(white).toEqual({
      width: 800,
      height: 1000,
      text: '',
      confidence: 0,
      lines: [],
      tables: [],
      flags: ['blank_page'],
    });
    const data = new Uint8Array(800_000).fill(255);
    for (let y = 200; y < 800; y++) data.fill(0, y * 800 + 150, y * 800 + 650);
    const black = await recogniser.recognise({ ...size, data });
    expect(black).toMatchObject({ text: '', confidence: 0, lines: [], flags: ['unreadable_page'] });
  });

  it('gives a page up that takes too long, and reads the next one', async () => {
    const hasty = await openRecogniser({ models, pageTimeout: 1 });
    try {
      const page = await imageOf(5);
      const results = await Promise.all([hasty.recognise(page), hasty.recognise(page)]);
      expect(results.map((result) => result.flags)).toEqual([['unreadable_page'], ['unreadable_page']]);
    } finally {
      await hasty.close();
    }
  });

  it('keeps what it read first where the second reading fails', async () => {
    const page = await imageOf(4);
    const engine = await (await chooseEngine('auto', models)).start('chi_sim', '4.0.0_best_int');
    try {
      const { image } = await preparePage(page);
      let failed = 0;
      const reading = await readPage(
        page,
        image,
        (sheet, way) => (way === 'second' ? Promise.reject(new Error('no such model')) : engine.read(sheet)),
        async () => {
          failed++;
        },
      );
      expect(failed).toBe(1);
      expect(reading.secondFailed).toBe(true);
      expect(errorRate(reading.text, letters[3]!.text)).toBeLessThan(0.05);
    } finally {
      await engine.close();
    }
  });

  it('stops at once when it is told to, and goes on afterwards', async () => {
    const page = await imageOf(5);
    const controller = new AbortController();
    const reading = recogniser.recognise(page, controller.signal);
    controller.abort(new Error('shutting down'));
    await expect(reading).rejects.toThrow('shutting down');
    const next = await recogniser.recognise(page);
    expect(next.text).toContain('人防');
  });

  it('costs nothing and closes where no page was read', async () => {
    const idle = await openRecogniser({ models });
    await expect(idle.close()).resolves.toBeUndefined();
  });

  it('says that the engine is missing where its model is', async () => {
    const broken = await openRecogniser({ models, model: 'none' as never });
    const page = await imageOf(5);
    await expect(broken.recognise(page)).rejects.toMatchObject({
      name: 'QidiError',
      code: 'ocr.engine_unavailable',
    });
    await broken.close();
  });
});

describe('the ocr stage', () => {
  it('reads the pages that extraction sends, in order, and goes on behind a broken one', async () => {
    const pdf = await PDFDocument.create();
    const scan = await pdf.embedPng(await sharp(file(5)).png().toBuffer());
    for (let i = 0; i < 2; i++)
      pdf.addPage([595, 842]).drawImage(scan, { x: 0, y: 0, width: 595, height: 842 });
    const original = originalOf(await pdf.save(), 'pdf');
    const extraction = await opener.read(await original.read(), 'pdf');
    expect(extraction.pages.map((page) => page.recognise)).toEqual([true, true]);
    // A page that the file does not have cannot be rendered.
    const [page] = extraction.pages;
    extraction.pages.splice(1, 0, { ...page!, number: 7, place: 7 });
    extraction.pages.push({ ...page!, number: 3, text: '已有文字', recognise: false });
    const stage = createRecognitionStage(opener, recogniser);
    expect(stage).toMatchObject({
      name: 'ocr',
      lane: 'ocr',
      needs: ['original', 'extraction'],
      gives: 'recognition',
    });
    const pages = await stage.run({ original, extraction }, context);
    expect(pages.map((page) => [page.page, page.flags])).toEqual([
      [1, []],
      [2, []],
      [7, ['unreadable_page']],
    ]);
    expect(errorRate(pages[0]!.text, letters[4]!.text)).toBeLessThan(0.03);
    const again = await recognisePage(original, extraction, 2, { opener, recogniser });
    expect(again).toEqual(pages[1]);
  });

  it('does not depend on the engine', async () => {
    const digestWith = async (engine: 'native' | 'bundled') => {
      const reading = await openRecogniser({ models, engine });
      const document = {
        original: { sha256: '0'.repeat(64), extension: 'pdf' },
        receipt: { receivedOn: null, channel: null },
        rulings: [],
        kept: { extraction: { digest: 'd', outputDigest: 'o' } },
      };
      return recognitionDigest([createRecognitionStage(opener, reading)], document, context.lexicon);
    };
    const native = await digestWith('native');
    expect(native).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestWith('bundled')).toBe(native);
  });

  it('reads nothing of a document without scanned pages', async () => {
    const original: Original = {
      ...originalOf(new Uint8Array(), 'txt'),
      read: () => Promise.reject(new Error('the file must not be opened')),
    };
    const extraction = extractionOf([{ text: '文字' }], { format: 'text' });
    expect(await createRecognitionStage(opener, recogniser).run({ original, extraction }, context)).toEqual(
      [],
    );
  });
});

describe('a page that can hardly be read', () => {
  it('says so, and which of its characters are doubtful', async () => {
    const page = await imageOf(5);
    const { data } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
      .blur(3)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const blurred = await recogniser.recognise({ ...page, data });
    expect(blurred.flags).toEqual(['low_confidence']);
    const sharpPage = await recogniser.recognise(page);
    const doubtful = ({ lines }: typeof blurred) =>
      lines.flatMap(({ sureness = [] }) => sureness).filter((sure) => sure < 0.9).length;
    for (const { start, end, sureness } of sharpPage.lines) expect(sureness).toHaveLength(end - start);
    expect(doubtful(sharpPage)).toBeLessThan(12);
    expect(doubtful(blurred)).toBeGreaterThan(doubtful(sharpPage) * 2);
  });
});
