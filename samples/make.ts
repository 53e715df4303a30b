import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectedFileSchema } from './expected.js';
import { papers } from './letters/index.js';
import { expectedFileOf } from './letters/paper.js';
import { renderPaper } from './render.js';
import { openPrinter } from './rendering/browser.js';

/**
 * Makes `samples/files` and `samples/expected` anew from the letters; the argument is another folder. Files that
 * only LibreOffice can write stay as they are where it is not installed, and are named.
 */
const folder = process.argv[2] ?? 'samples';
const started = performance.now();
const before = new Map<string, Uint8Array>();
for (const name of await readdir('samples/files').catch(() => []))
  before.set(name, await readFile(join('samples/files', name)));
await emptyFolder(join(folder, 'files'));
await emptyFolder(join(folder, 'expected'));
const printer = await openPrinter();
try {
  const made = new Map<string, Uint8Array>();
  for (const [index, paper] of papers.entries()) {
    const source = 'sameBytesAs' in paper ? paper.sameBytesAs : undefined;
    let bytes = source ? made.get(source) : await renderPaper(paper, printer, index * 7919 + 1);
    if (bytes === null) {
      bytes = before.get(paper.file);
      if (bytes) console.warn(`${paper.file}: no LibreOffice, the file stays as it was`);
    }
    if (!bytes) throw new Error(`${paper.file}: ${source ? `${source} is made after it` : 'no LibreOffice'}`);
    made.set(paper.file, bytes);
    await writeFile(join(folder, 'files', paper.file), bytes);
    const expected = expectedFileOf(paper);
    expectedFileSchema.parse(expected);
    await writeFile(join(folder, 'expected', `${paper.file}.json`), `${JSON.stringify(expected, null, 1)}\n`);
  }
  const size = [...made.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${made.size} files, ${(size / 1e6).toFixed(2)} MB, ${seconds.toFixed(1)} s`);
} finally {
  await printer.close();
}

async function emptyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  for (const name of await readdir(path)) await rm(join(path, name));
}
