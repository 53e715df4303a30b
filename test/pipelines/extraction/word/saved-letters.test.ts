import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { detectFormat } from '../../../../pipelines/extraction/in-process.js';
import { renderWordFeatures, wordFeatures } from '../../../../samples/rendering/word-features.js';
import { extract } from '../../extractions.js';
import { cellsOf } from '../tables.js';

/** Written by LibreOffice from the first one; see samples/make-fixtures.ts. */
const fixture = (name: string) => readFileSync(`test/fixtures/${name}`);

describe('one letter in every format of Word', () => {
  it.each([
    ['docx', () => renderWordFeatures()],
    ['doc', () => fixture('letter.doc')],
    ['rtf', () => fixture('letter.rtf')],
  ])('reads the same: %s', async (format, open) => {
    const { parts, pages } = await extract(await open(), format);
    expect(parts).toMatchObject([{ format, comments: wordFeatures.comments, flags: [] }]);
    expect(pages).toHaveLength(1);
    expect(pages[0]!.text).toBe(wordFeatures.text);
    expect(cellsOf(pages[0]!)).toEqual(wordFeatures.cells);
  });
});

describe('doc', () => {
  /** The file information block is the beginning of a stream that begins with these bytes, in a sector of its own. */
  const withHead = (change: (head: Buffer) => void) => {
    const bytes = Buffer.from(fixture('letter.doc'));
    change(bytes.subarray(bytes.indexOf(Buffer.from([0xec, 0xa5, 0x01, 0x01]))));
    return bytes;
  };

  it('is refused with a remedy under a password, and from before Word 97', async () => {
    const locked = withHead((head) => head.writeUInt16LE(head.readUInt16LE(10) | 0x0100, 10));
    await expect(detectFormat(locked, 'doc')).rejects.toMatchObject({ code: 'extraction.password_needed' });
    const old = withHead((head) => head.writeUInt16LE(0x0065, 2));
    await expect(detectFormat(old, 'doc')).rejects.toMatchObject({ code: 'extraction.legacy_office' });
  });

  it('that WPS wrote is read under its own name', async () => {
    expect(await detectFormat(fixture('letter.doc'), 'wps')).toEqual({
      format: 'doc',
      wrongExtension: false,
    });
    expect(await detectFormat(fixture('letter.doc'), 'docx')).toEqual({
      format: 'doc',
      wrongExtension: true,
    });
  });

  it('ends in text or a defined error whatever is changed in it, in bounded time', async () => {
    const whole = fixture('letter.doc');
    const started = performance.now();
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const outcomes = new Set<string>();
    for (let round = 0; round < 400; round++) {
      const bytes = Buffer.from(round % 4 === 0 ? whole.subarray(0, random(whole.length)) : whole);
      for (let i = 0; i < 20 && bytes.length > 8; i++) bytes[8 + random(bytes.length - 8)] = random(256);
      outcomes.add(
        await extract(bytes, 'doc').then(
          () => 'read',
          (error: { name: string }) => error.name,
        ),
      );
    }
    expect([...outcomes].sort()).toEqual(['PermanentError', 'read']);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('refuses a text that is longer than its file', async () => {
    const long = withHead((head) => head.writeInt32LE(0x7fffffff, 76));
    await expect(extract(long, 'doc')).rejects.toMatchObject({ code: 'extraction.damaged' });
  });
});
