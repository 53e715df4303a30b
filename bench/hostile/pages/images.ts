import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { bmpFile, gifFile, pngChunk, pngFile, tiffFields, tiffFile } from '../building/image-file.js';
import { packRepeated, zlibZeros } from '../building/packed.js';
import { type Family, filesOf, randomBytes } from '../hostile-file.js';

/** A white page as a scanner or a telephone would give it. */
const page = (width = 400, height = 500) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } });

async function jpegSays(width: number, height: number): Promise<Buffer> {
  const bytes = await page(64, 64).jpeg().toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

const svg = (body: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="400">${body}</svg>`;

const box = (type: string, content: Uint8Array, says?: number) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(says ?? 8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
};

export const images: Family = ({ http, path }, random) =>
  filesOf('image', {
    '30000-squared.png': () => pngFile({ width: 30_000, height: 30_000, depth: 1 }),
    'says-two-thousand-million.png': () =>
      pngFile({ width: 0x7fffffff, height: 0x7fffffff, depth: 8, pixels: zlibZeros(1000) }),
    'line-of-90-million.png': () => pngFile({ width: 90_000_000, height: 1, depth: 1 }),
    'nine-thousand-squared.png': () => pngFile({ width: 9_900, height: 9_900, depth: 8 }),
    'no-size.png': () => pngFile({ width: 0, height: 0, depth: 8 }),
    'text-bomb.png': () =>
      pngFile({
        width: 100,
        height: 100,
        depth: 8,
        chunks: [pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\u0000\u0000'), zlibZeros(1024 ** 3)]))],
      }),
    'profile-bomb.png': () =>
      pngFile({
        width: 100,
        height: 100,
        depth: 8,
        chunks: [pngChunk('iCCP', Buffer.concat([Buffer.from('x\u0000\u0000'), zlibZeros(500 * 1024 ** 2)]))],
      }),
    'picture-bomb.png': () => pngFile({ width: 100, height: 100, depth: 8, pixels: zlibZeros(1024 ** 3) }),
    'hundred-thousand-chunks.png': () =>
      pngFile({
        width: 100,
        height: 100,
        depth: 8,
        chunks: Array.from({ length: 100_000 }, () => pngChunk('tEXt', Buffer.from('a\u0000b'))),
      }),
    'picture-too-short.png': () =>
      pngFile({ width: 1000, height: 1000, depth: 8, pixels: deflateSync(Buffer.alloc(1000)) }),
    'animated-says-millions.png': () => {
      const control = Buffer.alloc(8);
      control.writeUInt32BE(0x7fffffff);
      return pngFile({ width: 100, height: 100, depth: 8, chunks: [pngChunk('acTL', control)] });
    },
    'says-65500-squared.jpg': () => jpegSays(65_500, 65_500),
    'says-9900-squared.jpg': () => jpegSays(9_900, 9_900),
    'says-nothing.jpg': () => jpegSays(0, 0),
    'thousand-scans.jpg': async () => {
      const bytes = await sharp(randomBytes(random, 64 * 64 * 3), {
        raw: { width: 64, height: 64, channels: 3 },
      })
        .jpeg({ progressive: true })
        .toBuffer();
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
      const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]));
      bytes.writeUInt16BE(9_000, frame + 5);
      bytes.writeUInt16BE(9_000, frame + 7);
      const scan = bytes.subarray(last, -2);
      return Buffer.concat([
        bytes.subarray(0, -2),
        ...Array.from({ length: 1000 }, () => scan),
        bytes.subarray(-2),
      ]);
    },
    'notes-of-megabytes.jpg': async () => {
      const bytes = await page().jpeg().toBuffer();
      const note = Buffer.concat([Buffer.from('fffeffff', 'hex'), Buffer.alloc(65_533, 65)]);
      return Buffer.concat([
        bytes.subarray(0, 2),
        ...Array.from({ length: 60 }, () => note),
        bytes.subarray(2),
      ]);
    },
    'turn-in-a-circle.jpg': async () => {
      const bytes = await page().jpeg().withMetadata({ orientation: 6 }).toBuffer();
      const exif = bytes.indexOf('Exif');
      // The directory goes on with itself.
      const tiff = exif + 6;
      const count = bytes.readUInt16LE(tiff + 8);
      bytes.writeUInt32LE(8, tiff + 10 + 12 * count);
      return bytes;
    },
    'pages-in-a-circle.tif': () => tiffFile([tiffFields(64, 1)], 16),
    'pages-in-a-wide-circle.tif': () =>
      tiffFile([tiffFields(64, 1), tiffFields(64, 1), tiffFields(64, 1)], 16),
    'next-page-beyond.tif': () => tiffFile([tiffFields(64, 1)], 0x7fffffff),
    'ten-thousand-pages.tif': () => tiffFile(Array.from({ length: 10_000 }, () => tiffFields(64, 1))),
    'strips-of-millions.tif': () =>
      tiffFile([
        tiffFields(64, 64, [
          [273, 4, 0x3fffffff, 8],
          [279, 4, 0x3fffffff, 8],
          [278, 4, 1, 1],
        ]),
      ]),
    'says-four-thousand-million.tif': () => tiffFile([tiffFields(0xffffffff, 0xffffffff)]),
    'second-page-is-huge.tif': () => tiffFile([tiffFields(64, 1), tiffFields(200_000, 200_000)]),
    'strip-beyond-the-end.tif': () =>
      tiffFile([
        tiffFields(640, 640, [
          [273, 4, 1, 0x7fffffff],
          [279, 4, 1, 0x7fffffff],
        ]),
      ]),
    'unknown-compression.tif': () => tiffFile([tiffFields(640, 640, [[259, 3, 1, 0x7ab7]])]),
    'fax-rubbish.tif': () =>
      Buffer.concat([
        tiffFile([
          tiffFields(1728, 2200, [
            [259, 3, 1, 4],
            [273, 4, 1, 130],
            [279, 4, 1, 30_000],
          ]),
        ]),
        randomBytes(random, 30_000),
      ]),
    'no-directory.tif': () => Buffer.from('49492a0000000000', 'hex'),
    'ten-thousand-frames.gif': () => gifFile(10_000),
    'says-65535-squared.gif': () => gifFile(1, 65_535, 65_535),
    'ten-thousand-huge-frames.gif': () => gifFile(10_000, 9_000, 9_000),
    'no-frames.gif': () => gifFile(0),
    'height-is-negative.bmp': () => bmpFile(100, -100, 24, Buffer.alloc(30_000, 255)),
    'height-is-least.bmp': () => bmpFile(100, -0x80000000, 24, Buffer.alloc(30_000)),
    'says-two-thousand-million.bmp': () => bmpFile(0x7fffffff, 0x7fffffff, 32, Buffer.alloc(64)),
    'offset-beyond.bmp': () =>
      bmpFile(100, 100, 24, Buffer.alloc(30_000), { offset: 0xfffffff0, size: 0xffffffff }),
    'runs-of-nothing.bmp': () => bmpFile(9_000, 9_000, 8, Buffer.alloc(60_000), { compression: 1 }),
    'depth-of-63.bmp': () => bmpFile(100, 100, 63, Buffer.alloc(30_000)),
    'cut.webp': async () => (await page().webp({ lossless: true }).toBuffer()).subarray(0, 40),
    'says-16383-squared.webp': () =>
      Buffer.concat([
        Buffer.from('RIFF\u00ff\u00ff\u00ff\u00ffWEBPVP8L\u00ff\u00ff\u00ff\u007f', 'latin1'),
        Buffer.from('2fffffffff', 'hex'),
        randomBytes(random, 2000),
      ]),
    'white.webp': () => page().webp().toBuffer(),
    'external-entity.svg': () =>
      svg(
        '<text>&x;&y;</text>',
        `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${path}"><!ENTITY y SYSTEM "${http}/svg-entity">]>`,
      ),
    'billion-laughs.svg': () =>
      svg(
        '<text>&a9;</text>',
        `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`,
      ),
    'links-outside.svg': () =>
      svg(
        `<image xlink:href="${http}/svg.png" width="9" height="9"/><image xlink:href="file://${path}"/><use xlink:href="${http}/use.svg#a"/><script>fetch("${http}/script")</script>`,
      ),
    'uses-itself.svg': () =>
      svg(
        `${Array.from({ length: 30 }, (_, i) => `<g id="g${i + 1}"><use xlink:href="#g${i}"/><use xlink:href="#g${i}"/></g>`).join('')}<use xlink:href="#g30"/>`,
      ),
    'rubbish.heic': () =>
      Buffer.concat([
        box('ftyp', Buffer.from('heic\u0000\u0000\u0000\u0000heicmif1')),
        box('meta', randomBytes(random, 20_000)),
      ]),
    'boxes-in-a-circle.heic': () =>
      Buffer.concat([
        box('ftyp', Buffer.from('heic\u0000\u0000\u0000\u0000mif1heic')),
        box('meta', Buffer.alloc(4), 0xffffffff),
      ]),
    'box-of-no-length.heic': () =>
      Buffer.concat([
        box('ftyp', Buffer.from('heic\u0000\u0000\u0000\u0000mif1heic')),
        box('meta', Buffer.alloc(40), 1),
      ]),
    'says-256-pictures.ico': () =>
      Buffer.concat([Buffer.from('000001000001', 'hex'), Buffer.alloc(16 * 256, 0xff)]),
    'zeros-behind.png': () =>
      Buffer.concat([pngFile({ width: 100, height: 100, depth: 8 }), Buffer.alloc(3_000_000)]),
    'deflate-of-nothing.png': () =>
      pngFile({
        width: 100,
        height: 100,
        depth: 8,
        pixels: Buffer.concat([Buffer.from([0x78, 0xda]), packRepeated('', 100_000).bytes]),
      }),
  });
