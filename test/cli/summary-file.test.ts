import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readSummary } from '../../cli/words/summary-file.js';
import { useFolder } from '../support/index.js';

const folder = await useFolder('summary-file');
const put = async (content: string | Uint8Array) => {
  const path = join(await folder.make(), '摘要.txt');
  await writeFile(path, content);
  return path;
};

describe('a summary that does not stand on the command line', () => {
  it('is read from a file, whatever its line ends and byte order mark', async () => {
    const summaryFile = await put('\ufeff反映某单位\r\n收受红包。\r\n');
    expect(await readSummary({ summaryFile, title: '标题' } as { summaryFile: string })).toEqual({
      options: { title: '标题', summary: '反映某单位\n收受红包。' },
      wrong: null,
    });
  });

  it('is read from the standard input', async () => {
    const bytes = Buffer.from('反映收受红包。\n');
    // A character may be cut in two.
    const input = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);
    const { options, wrong } = await readSummary({ summaryFile: '-' }, input);
    expect([options, wrong]).toEqual([{ summary: '反映收受红包。' }, null]);
  });

  it('leaves options without it as they are', async () => {
    const options = { summary: '摘要' };
    expect(await readSummary(options)).toEqual({ options, wrong: null });
  });

  it.each([
    ['beside another summary', async () => ({ summary: '摘要', summaryFile: await put('摘要') }), '同时写'],
    ['of a file that is not there', async () => ({ summaryFile: join(folder.path, 'none.txt') }), '打不开'],
    ['of a folder', async () => ({ summaryFile: folder.path }), '打不开'],
    ['without words', async () => ({ summaryFile: await put(' \n') }), '没有内容'],
    ['that is too long', async () => ({ summaryFile: await put('密'.repeat(20_000)) }), '太长'],
    ['without end', async () => ({ summaryFile: '/dev/zero' }), '太长'],
    ['in another encoding', async () => ({ summaryFile: await put(Buffer.from([0xb7, 0xb4])) }), 'UTF-8'],
  ])('is refused %s, and not quoted', async (_, options, why) => {
    const { wrong } = await readSummary(await options());
    expect(wrong).toContain(why);
    expect(wrong).not.toContain('密');
  });
});
