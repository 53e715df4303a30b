import { gzipSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { describeError, type ErrorCode } from '../../../../domain/index.js';
import { detectFormat } from '../../../../pipelines/extraction/in-process.js';
import { writeTar } from '../../../../samples/rendering/tar.js';
import { writeZip } from '../../../../samples/rendering/zip.js';
import { zipOf } from '../files.js';

/** A compound file with streams of these names. */
function compound(...names: string[]): Buffer {
  const file = CFB.utils.cfb_new();
  for (const name of names) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

describe('the format of a file', () => {
  it.each([
    [Buffer.from('%PDF-1.7\n'), 'pdf', 'pdf'],
    [Buffer.concat([Buffer.alloc(100, 32), Buffer.from('%PDF-1.4\n')]), 'pdf', 'pdf'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'JPG', 'jpeg'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'png', 'png'],
    [Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'tif', 'tiff'],
    [Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]), 'tiff', 'tiff'],
    [zipOf({ 'a.txt': 'hello' }), 'zip', 'zip'],
    [zipOf({ '../a.txt': 'hello' }), 'ZIP', 'zip'],
    [Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000'), 'gif', 'gif'],
    [Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 '), 'webp', 'webp'],
    [Buffer.from('\u0000\u0000\u0000\u0018ftypheic'), 'heic', 'heic'],
    [Buffer.from('Message-ID: <1>\nFrom: a\n\n'), 'eml', 'eml'],
    [gzipSync('hello'), 'gz', 'gz'],
    [writeTar([{ name: 'a.txt', content: Buffer.from('hello') }]), 'tar', 'tar'],
    [Buffer.from('举报信'), 'txt', 'text'],
    [Buffer.from('举报信'), '', 'text'],
    [Buffer.from('姓名,事项\n甲,乙\n'), 'csv', 'csv'],
    [Buffer.from('{\\rtf1\\ansi hello}'), 'RTF', 'rtf'],
    [Buffer.from('<!DOCTYPE html><html><body>举报</body></html>'), 'html', 'html'],
    [Buffer.from('\ufeff<!-- saved -->\r\n<HTML><body>举报</body></html>'), 'htm', 'html'],
    [compound('Workbook'), 'xls', 'xls'],
    [compound('Book'), 'et', 'xls'],
    [zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }), 'xlsx', 'xlsx'],
    [zipOf({ 'word/document.xml': '<a/>' }), 'docx', 'docx'],
  ])('is told from the content', async (bytes, extension, format) => {
    expect(await detectFormat(bytes, extension)).toEqual({ format, wrongExtension: false });
  });

  it('flags an extension that promises something else', async () => {
    expect(await detectFormat(Buffer.from('%PDF-1.7\n'), 'docx')).toEqual({
      format: 'pdf',
      wrongExtension: true,
    });
    expect(await detectFormat(Buffer.from('举报信'), 'pdf')).toEqual({
      format: 'text',
      wrongExtension: true,
    });
  });

  it('goes by the content where a file begins as one kind and ends as another', async () => {
    const zip = zipOf({ 'a.txt': 'hello' });
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xda, 0xff, 0xd9]), zip]);
    expect(await detectFormat(picture, 'zip')).toEqual({ format: 'jpeg', wrongExtension: true });
    expect(await detectFormat(Buffer.concat([Buffer.from('%PDF-1.4\n'), zip]), 'zip')).toEqual({
      format: 'pdf',
      wrongExtension: true,
    });
  });

  it('takes neither an archive with a PDF in it nor a letter about one for a PDF', async () => {
    const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n';
    expect(
      await detectFormat(
        writeZip([
          { name: '1.pdf', content: Buffer.from(pdf), stored: true },
          { name: '2.txt', content: Buffer.from('hello') },
        ]),
        'zip',
      ),
    ).toEqual({
      format: 'zip',
      wrongExtension: false,
    });
    const letter = Buffer.from('附件是 %PDF-1.4 格式的文件，打不开，请查收。');
    expect(await detectFormat(letter, 'txt')).toEqual({ format: 'text', wrongExtension: false });
    const late = Buffer.concat([Buffer.from('job header of a printer\n'), Buffer.from(pdf)]);
    expect(await detectFormat(late, 'pdf')).toEqual({ format: 'pdf', wrongExtension: false });
  });

  it.each<[string, Uint8Array | Promise<Uint8Array>, ErrorCode]>([
    ['nothing', Buffer.alloc(0), 'extraction.empty_file'],
    ['Word before 97', compound('WordDocument'), 'extraction.legacy_office'],
    ['old PowerPoint', compound('PowerPoint Document'), 'extraction.legacy_office'],
    ['Visio', compound('VisioDocument'), 'extraction.legacy_office'],
    ['any other compound file', compound('Sheet'), 'extraction.legacy_office'],
    // The name of a stream in the text of another one tells nothing.
    ['half a compound file', compound('Workbook').subarray(0, 700), 'extraction.damaged'],
    ['Word under a password', compound('EncryptedPackage'), 'extraction.password_needed'],
    ['a rar', Buffer.from('Rar!\u001a\u0007\u0000aaaaaaaaaaaa', 'latin1'), 'extraction.archive'],
    ['a 7z', Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04aaaaaaaaaaaa', 'latin1'), 'extraction.archive'],
    ['winmail.dat', Buffer.from('789f3e22010006900800', 'hex'), 'extraction.unsupported_format'],
    ['an xz', Buffer.from('\xfd7zXZ\x00aaaaaaaaaaaa', 'latin1'), 'extraction.archive'],
    [
      'binary Excel',
      zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.bin': '' }),
      'extraction.unsupported_format',
    ],
    ['half a zip', zipOf({ 'word/document.xml': 'x'.repeat(500) }).subarray(0, 60), 'extraction.damaged'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'extraction.unsupported_format'],
    ['noise', Buffer.from([0, 1, 2, 3, 250, 251, 252, 0, 0, 9, 8, 7]), 'extraction.unknown_format'],
  ])('refuses %s with what to do', async (_, bytes, code) => {
    const error: unknown = await detectFormat(await bytes, 'docx').catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'PermanentError', code });
    const { params } = error as { params: Record<string, string> };
    for (const language of ['zh', 'en'] as const) {
      const { message, remedy } = describeError(code, params, language);
      expect(message).not.toContain('…');
      expect(remedy.length).toBeGreaterThan(8);
    }
  });
});
