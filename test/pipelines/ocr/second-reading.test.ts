import { describe, expect, it } from '@jest/globals';
import { collectLines, type EngineLine } from '../../../pipelines/ocr/lines.js';
import { type Read, readAgain, type Way } from '../../../pipelines/ocr/second-reading.js';

const page = { width: 600, height: 100, data: new Uint8Array(60_000).fill(255), dpi: 150 };

/** A line as an engine gives it, across the middle of a sheet of that height. */
function lineOf(text: string, confidence: number, height: number): EngineLine {
  const symbols = Array.from(text, (character) => ({ text: character, confidence }));
  const bbox = { x0: 40, y0: height / 2 - 10, x1: 40 + 30 * text.length, y1: height / 2 + 10 };
  return { text, confidence, bbox, words: [{ text, confidence, symbols }] };
}

/** Answers one reading after the other, and keeps how each was asked for. */
function answering(...answers: readonly [text: string, confidence: number][]) {
  const asked: { way: Way | undefined; width: number }[] = [];
  const read: Read = async (sheet, way) => {
    const [text, confidence] = answers[asked.length]!;
    asked.push({ way, width: sheet.width });
    return [lineOf(text, confidence, sheet.height)];
  };
  return { read, asked };
}

const firstReading = (text: string, confidence: number) =>
  collectLines([lineOf(text, confidence, page.height)]);
const waysOf = (asked: readonly { way: Way | undefined }[]) => asked.map(({ way }) => way);

describe('a line that was read', () => {
  it('surely stays as it is', async () => {
    const { read, asked } = answering();
    const first = firstReading('收受现金', 98);
    expect(await readAgain(page, first, read)).toEqual(first);
    expect(asked).toEqual([]);
  });

  it('with doubt is read twice where the second reading is the same', async () => {
    const { read, asked } = answering(['收受 现金', 97]);
    const [line] = await readAgain(page, firstReading('收受现金', 80), read);
    expect(line?.text).toBe('收受现金');
    expect(line?.sureness).toEqual([0.97, 0.97, 0.97, 0.97]);
    expect(waysOf(asked)).toEqual(['second']);
  });

  it('otherwise the second time is read a third time in another width, and two outvote one', async () => {
    const { read, asked } = answering(['虚报冒领', 70], ['虚报冒领', 75]);
    const [line] = await readAgain(page, firstReading('庶报冒领', 93), read);
    expect(line?.text).toBe('虚报冒领');
    expect(line?.sureness[0]).toBeLessThanOrEqual(0.7);
    expect(waysOf(asked)).toEqual(['second', 'second']);
    expect(asked[1]!.width).toBeGreaterThan(asked[0]!.width);
  });

  it('hardly at all is read again among lines that were read well, and not where most are like it', async () => {
    const lost = firstReading('人全全和', 7);
    const well = firstReading('收受现金', 98);
    const { read, asked } = answering(['此致', 99], ['此致', 99]);
    const [line] = await readAgain(page, [...lost, ...well, ...well, ...well], read);
    // Two looks by one model say little of what the first one lost.
    expect(line).toMatchObject({ text: '此致', sureness: [0.7, 0.7], confidence: 0.7 });
    expect(waysOf(asked)).toEqual(['second', 'second']);
    const { read: spaced } = answering(['此 致', 60], ['此 致', 60]);
    const [unsure] = await readAgain(page, [...lost, ...well, ...well, ...well], spaced);
    expect(unsure).toMatchObject({ text: '此 致', sureness: [0.6, 1, 0.6], confidence: 0.6 });
    const { read: none, asked: never } = answering();
    expect(await readAgain(page, [...lost, ...lost, ...well], none)).toEqual([...lost, ...lost, ...well]);
    expect(never).toEqual([]);
  });

  it('as a number is read with nothing but figures instead', async () => {
    const { read, asked } = answering(['l2.6', 80], ['12.6', 80]);
    const [line] = await readAgain(page, firstReading('12.6', 80), read);
    expect(line?.text).toBe('12.6');
    expect(waysOf(asked)).toEqual(['second', 'figures']);
  });
});
