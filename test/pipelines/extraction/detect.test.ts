import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { describeError, type ErrorCode } from '../../../domain/index.js';
import { detectFormat } from '../../../pipelines/extraction/index.js';
import { writeTar } from '../../../samples/rendering/tar.js';
import { zipOf } from './files.js';

const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

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

  it.each<[string, Uint8Array | Promise<Uint8Array>, ErrorCode]>([
    ['nothing', Buffer.alloc(0), 'extraction.empty_file'],
    ['old Word', compound('WordDocument'), 'extraction.legacy_office'],
    ['old Excel', compound('Workbook'), 'extraction.legacy_office'],
    ['Word under a password', compound('EncryptedPackage'), 'extraction.password_needed'],
    ['RTF', Buffer.from('{\\rtf1\\ansi hello}'), 'extraction.unsupported_format'],
    [
      'a web page',
      Buffer.from('<!DOCTYPE html><html><body>举报</body></html>'),
      'extraction.unsupported_format',
    ],
    ['a rar', Buffer.from('Rar!\u001a\u0007\u0000aaaaaaaaaaaa', 'latin1'), 'extraction.archive'],
    ['a 7z', Buffer.from('7z\xbc\xaf\x27\x1c\x00\x04aaaaaaaaaaaa', 'latin1'), 'extraction.archive'],
    ['winmail.dat', Buffer.from('789f3e22010006900800', 'hex'), 'extraction.unsupported_format'],
    ['an xz', Buffer.from('\xfd7zXZ\x00aaaaaaaaaaaa', 'latin1'), 'extraction.archive'],
    [
      'Excel',
      zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }),
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
