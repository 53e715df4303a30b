import { describe, expect, it } from '@jest/globals';
import { zipFile } from '../../../../bench/hostile/building/zip-file.js';
import { checkExtraction } from '../../../../pipelines/extraction/sandbox/answers.js';
import { extract } from '../../extractions.js';

const checked = (extraction: unknown) =>
  checkExtraction({ head: {}, body: Buffer.from(JSON.stringify(extraction)) });

describe('what a reader says of too many members', () => {
  const letters = Array.from({ length: 2_001 }, (_, i) => ({ name: `${i}.txt`, content: '举报' }));

  it('passes, from an archive and from one in another', async () => {
    let bytes = zipFile(letters);
    for (let depth = 0; depth < 2; depth++) {
      const extraction = await extract(bytes, 'zip');
      expect(extraction.parts.at(-1)!.failure?.code).toBe('extraction.too_many_members');
      expect(checked(extraction)).toEqual(extraction);
      bytes = zipFile([
        { name: 'inner.zip', content: bytes },
        { name: 'behind.txt', content: '举报' },
      ]);
    }
  });
});
