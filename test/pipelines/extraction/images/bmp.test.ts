import { describe, expect, it } from '@jest/globals';
import { readerOf } from '../../../../pipelines/extraction/in-process.js';
import { writeBmp } from '../../../../samples/rendering/bmp.js';
import { extract } from '../../extractions.js';

const render = (bytes: Uint8Array) => readerOf('bmp').renderPage!(bytes, 1);
interface Kind {
  width: number;
  height: number;
  bits: number;
  packing?: number;
  palette?: number[][];
  masks?: number[];
  pixels: number[];
}
/** A bitmap by hand; palette and pixels as they lie in the file. */
function bmpOf({ width, height, bits, packing = 0, palette = [], masks = [], pixels }: Kind): Buffer {
  const head = Buffer.alloc(54);
  const colours = Buffer.from(palette.flatMap(([red, green, blue]) => [blue!, green!, red!, 0]));
  const where = Buffer.alloc(masks.length * 4);
  masks.map((mask, i) => where.writeUInt32LE(mask, i * 4));
  head.write('BM', 0, 'latin1');
  head.writeUInt32LE(54 + colours.length + where.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(packing, 30);
  return Buffer.concat([head, where, colours, Buffer.from(pixels)]);
}
const grey = [0, 80, 160, 255].map((v) => [v, v, v]);

describe('a BMP', () => {
  it('is one page to be recognised', async () => {
    const image = { width: 3, height: 2, data: Uint8Array.of(0, 50, 100, 150, 200, 250) };
    const bytes = writeBmp(image);
    expect(await extract(bytes, 'bmp')).toMatchObject({
      parts: [{ format: 'bmp', flags: [] }],
      pages: [{ recognise: true, text: '' }],
    });
    expect(await render(bytes)).toEqual({ ...image, dpi: 300 });
  });

  it.each<[string, Kind, number[]]>([
    [
      'one bit',
      {
        width: 10,
        height: 1,
        bits: 1,
        palette: [
          [255, 255, 255],
          [0, 0, 0],
        ],
        pixels: [0b1010_0000, 0b0100_0000, 0, 0],
      },
      [0, 255, 0, 255, 255, 255, 255, 255, 255, 0],
    ],
    ['four bits', { width: 3, height: 1, bits: 4, palette: grey, pixels: [0x01, 0x30, 0, 0] }, [0, 80, 255]],
    [
      'eight bits, from the top',
      { width: 1, height: -2, bits: 8, palette: grey, pixels: [1, 0, 0, 0, 2, 0, 0, 0] },
      [80, 160],
    ],
    ['sixteen bits', { width: 2, height: 1, bits: 16, pixels: [0xff, 0x7f, 0, 0] }, [255, 0]],
    [
      'sixteen bits with masks',
      {
        width: 2,
        height: 1,
        bits: 16,
        packing: 3,
        masks: [0xf800, 0x07e0, 0x001f],
        pixels: [0xff, 0xff, 0, 0],
      },
      [255, 0],
    ],
    ['thirty-two bits', { width: 1, height: 1, bits: 32, pixels: [0, 0, 255, 0] }, [76]],
    [
      'runs of eight bits',
      {
        width: 4,
        height: 2,
        bits: 8,
        packing: 1,
        palette: grey,
        pixels: [3, 2, 0, 0, 0, 3, 1, 2, 3, 0, 0, 1],
      },
      [80, 160, 255, 0, 160, 160, 160, 0],
    ],
    [
      'runs of four bits',
      {
        width: 5,
        height: 1,
        bits: 4,
        packing: 2,
        palette: grey,
        pixels: [3, 0x12, 0, 2, 1, 0, 1, 0x30, 0, 1],
      },
      [80, 160, 80, 0, 255],
    ],
  ])('of %s is shown', async (_, kind, expected) => {
    expect([...(await render(bmpOf(kind))).data]).toEqual(expected);
  });

  it('that is cut off, has no size or is packed for printers is damaged', async () => {
    const whole = writeBmp({ width: 20, height: 20, data: new Uint8Array(400) });
    const wrong: Kind[] = [
      { width: 0, height: 1, bits: 8, pixels: [0] },
      { width: 1, height: 0, bits: 8, pixels: [0] },
      { width: 1, height: 1, bits: 7, pixels: [0] },
      { width: 1, height: 1, bits: 24, packing: 4, pixels: [0, 0, 0, 0] },
      { width: 1, height: 1, bits: 16, packing: 3, masks: [0, 0, 0], pixels: [0, 0] },
    ];
    for (const bytes of [whole.subarray(0, 700), whole.subarray(0, 40), ...wrong.map(bmpOf)]) {
      await expect(extract(bytes, 'bmp')).rejects.toMatchObject({ code: 'extraction.damaged' });
    }
  });

  it('of too many pixels is refused, and runs beyond its edge are none', async () => {
    const huge = bmpOf({ width: 50_000, height: 50_000, bits: 8, packing: 1, pixels: [0, 1] });
    await expect(extract(huge, 'bmp')).rejects.toMatchObject({ code: 'extraction.image_too_large' });
    const beyond = {
      width: 2,
      height: 1,
      bits: 8,
      packing: 1,
      palette: grey,
      pixels: [255, 3, 0, 2, 255, 255, 255, 3],
    };
    expect([...(await render(bmpOf(beyond))).data]).toEqual([255, 255]);
  });

  it('is not a text that begins with its letters', async () => {
    expect((await extract(Buffer.from('BM公司的问题，请核查。'), 'txt')).parts[0]!.format).toBe('text');
  });
});
