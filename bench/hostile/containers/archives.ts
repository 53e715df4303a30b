import { gzipSync } from 'node:zlib';
import { toDocx, toPdf } from '../../letters/index.js';
import { gzipOf, packMegabytes } from '../building/packed.js';
import { overlappingZip, type ZipPart, zipFile } from '../building/zip-file.js';
import { type Family, filesOf, goodLetter, randomBytes } from '../hostile-file.js';

const many = (count: number, part: (i: number) => ZipPart) =>
  Array.from({ length: count }, (_, i) => part(i));

/** Zip in zip, `depth` deep, with a letter at the bottom. */
function nested(depth: number, width = 1): Buffer {
  let inner = zipFile([{ name: 'letter.txt', content: goodLetter(600 + depth) }]);
  for (let i = 0; i < depth; i++)
    inner = zipFile(
      many(width, (n) => ({ name: `${i}-${n}.zip`, content: inner, method: width > 1 ? 8 : 0 })),
    );
  return inner;
}

/** What a zip64 extra field says the member unpacks to, is packed in and begins at. */
function zip64Extra(unpacked: bigint, packed: bigint, offset: bigint): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(unpacked, 4);
  extra.writeBigUInt64LE(packed, 12);
  extra.writeBigUInt64LE(offset, 20);
  return extra;
}

function tarFile(
  members: readonly { name: string; type?: string; link?: string; content?: string; size?: string }[],
): Buffer {
  const blocks = members.map(({ name, type = '0', link = '', content = '', size }) => {
    const bytes = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0, 100);
    head.write('0000644\0', 100);
    head.write(size ?? `${bytes.length.toString(8).padStart(11, '0')} `, 124);
    head.write('00000000000 ', 136);
    head.write('        ', 148);
    head.write(type, 156);
    head.write(link, 157, 100);
    head.write('ustar\u000000', 257);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export const archives: Family = ({ path, http }, random) =>
  filesOf('archive', {
    'gigabyte-of-zeros.zip': () => zipFile([{ name: 'zeros.txt', packed: packMegabytes(1024) }]),
    'sixteen-times-200-mb.zip': () => {
      const packed = packMegabytes(200);
      return zipFile(many(16, (i) => ({ name: `${i}.txt`, packed })));
    },
    'bomb-in-bomb.zip': () => {
      const inner = zipFile([{ name: 'zeros.txt', packed: packMegabytes(100) }]);
      const middle = zipFile(many(16, (i) => ({ name: `${i}.zip`, content: inner })));
      return zipFile(many(16, (i) => ({ name: `${i}.zip`, content: middle })));
    },
    'overlapping.zip': () => overlappingZip(200, packMegabytes(4)),
    'same-member-500-times.zip': () =>
      zipFile([
        { name: 'a.txt', packed: packMegabytes(10) },
        ...many(500, (i) => ({ name: `copy-${i}.txt`, packed: packMegabytes(10), offset: 0 })),
      ]),
    'six-deep.zip': () => nested(6),
    'sixty-deep.zip': () => nested(60),
    'wide-and-deep.zip': () => nested(5, 10),
    'four-deep.zip': () => nested(4),
    'hundred-thousand-members.zip': () =>
      zipFile(
        many(100_000, (i) => ({ name: `${i}.txt`, method: 0 })),
        { zip64: { entries: 100_000 } },
      ),
    '4000-empty-members.zip': () => zipFile(many(4000, (i) => ({ name: `${i}.txt`, method: 0 }))),
    'says-ten-bytes.zip': () => zipFile([{ name: 'a.txt', packed: packMegabytes(300), size: 10 }]),
    'says-four-gigabytes.zip': () => zipFile([{ name: 'a.txt', content: 'short', size: 0xfffffffe }]),
    'says-two-sizes.zip': () => zipFile([{ name: 'a.txt', packed: packMegabytes(50), localSize: 1 }]),
    'says-no-members.zip': () => zipFile([{ name: 'a.txt', content: goodLetter(601) }], { entries: 0 }),
    'says-60000-members.zip': () => zipFile([{ name: 'a.txt', content: 'short' }], { entries: 60_000 }),
    'directory-beyond-the-end.zip': () =>
      zipFile([{ name: 'a.txt', content: 'short' }], { directoryOffset: 0x7fffffff }),
    'directory-is-itself.zip': () => zipFile([{ name: 'a.txt', content: 'short' }], { directoryOffset: 0 }),
    'zip64-huge-sizes.zip': () =>
      zipFile([
        {
          name: 'a.txt',
          content: 'short',
          size: 0xffffffff,
          packedSize: 0xffffffff,
          extra: zip64Extra(2n ** 62n, 2n ** 61n, 0n),
        },
      ]),
    'zip64-negative-offset.zip': () =>
      zipFile(
        [{ name: 'a.txt', content: 'short', offset: 0xffffffff, extra: zip64Extra(5n, 5n, 2n ** 64n - 1n) }],
        { zip64: { entries: 1 } },
      ),
    'zip64-endless-count.zip': () =>
      zipFile([{ name: 'a.txt', content: 'short' }], { zip64: { entries: 2 ** 52, offset: 2n ** 63n } }),
    'names-out-of-the-folder.zip': () =>
      zipFile([
        { name: '../../../../tmp/qidi-hostile-was-here.txt', content: goodLetter(602) },
        { name: '/tmp/qidi-hostile-was-here-too.txt', content: goodLetter(603) },
        { name: 'C:\\Windows\\a.txt', content: goodLetter(604) },
        { name: '..\\..\\a.txt', content: goodLetter(605) },
        { name: path, content: goodLetter(606) },
      ]),
    'same-name-twice.zip': () =>
      zipFile([
        { name: 'a.txt', content: goodLetter(607) },
        { name: 'a.txt', content: goodLetter(608) },
        { name: 'A.TXT', content: goodLetter(609) },
      ]),
    'name-is-no-utf8.zip': () =>
      zipFile([{ name: Buffer.from([0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74]), content: goodLetter(610) }]),
    'name-of-65000-bytes.zip': () =>
      zipFile([{ name: `${'a/'.repeat(32_500)}.txt`, content: goodLetter(611) }]),
    'name-with-nul-and-lines.zip': () =>
      zipFile([{ name: 'a\u0000b\n\u001b[31m.txt', content: goodLetter(612) }]),
    'zipcrypto.zip': () =>
      zipFile([{ name: 'a.txt', content: randomBytes(random, 400), method: 0, flags: 0x801 }]),
    'aes.zip': () =>
      zipFile([
        {
          name: 'a.txt',
          content: randomBytes(random, 400),
          method: 99,
          flags: 0x801,
          extra: Buffer.from('019907000200414503 0800'.replaceAll(' ', ''), 'hex'),
        },
      ]),
    'unknown-method.zip': () => zipFile([{ name: 'a.txt', content: 'short', method: 97 }]),
    'member-is-no-stream.zip': () =>
      zipFile([{ name: 'a.txt', packed: { bytes: randomBytes(random, 4000), size: 9000 } }]),
    'cut-member.zip': () =>
      zipFile([{ name: 'a.docx', content: Buffer.from(toDocx(goodLetter(613))).subarray(0, 700) }]),
    'letters-and-bomb.zip': () =>
      zipFile([
        { name: '一.docx', content: toDocx(goodLetter(614)) },
        { name: '二.pdf', content: toPdf(goodLetter(615)) },
        { name: 'zeros.txt', packed: packMegabytes(1024) },
      ]),
    'comment-of-65535.zip': () =>
      zipFile([{ name: 'a.txt', content: goodLetter(616) }], { comment: 'PK\u0005\u0006'.repeat(16_383) }),
    'symlinks-and-devices.tar': () =>
      tarFile([
        { name: '../../../tmp/qidi-hostile-tar.txt', content: goodLetter(617) },
        { name: 'link', type: '2', link: path },
        { name: 'hard', type: '1', link: '/etc/passwd' },
        { name: 'device', type: '3' },
        { name: 'pipe', type: '6' },
      ]),
    'size-of-exabytes.tar': () => tarFile([{ name: 'a.txt', content: 'short', size: '77777777777 ' }]),
    'negative-size.tar': () =>
      tarFile([{ name: 'a.txt', content: 'short', size: '\u00ff\u00ff\u00ff\u00ff' }]),
    'gigabyte.txt.gz': () => gzipOf(packMegabytes(1024)),
    'letters.tar.gz': () => gzipSync(tarFile([{ name: 'a.txt', content: goodLetter(618) }])),
    'header-only.rar': () =>
      Buffer.concat([Buffer.from('526172211a0701003392b5e50a01050600', 'hex'), randomBytes(random, 400)]),
    'header-only.7z': () => Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), randomBytes(random, 400)]),
    'random.xz': () => Buffer.concat([Buffer.from('fd377a585a000004', 'hex'), randomBytes(random, 4000)]),
    'shortcut.url': () =>
      `[InternetShortcut]\r\nURL=${http}/shortcut\r\nIconFile=\\\\127.0.0.1\\share\\a.ico\r\n`,
  });
