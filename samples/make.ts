import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectedFileSchema } from './expected.js';
import { papers } from './letters/index.js';
import { expectedFileOf, type Paper, plainText } from './letters/paper.js';
import { openPrinter, type Printer } from './rendering/browser.js';
import { renderDocx } from './rendering/docx.js';
import { type Look, letterHtml } from './rendering/html.js';
import { drawPages, faxTiff, phonePhoto, scanJpeg, tiltedPng } from './rendering/paper-image.js';
import { renderCidPdf, renderScanPdf } from './rendering/pdf.js';
import { renderText } from './rendering/text.js';

/** Makes `samples/files` and `samples/expected` anew from the letters; the argument is another folder. */
const folder = process.argv[2] ?? 'samples';
const started = performance.now();
await emptyFolder(join(folder, 'files'));
await emptyFolder(join(folder, 'expected'));
const printer = await openPrinter();
try {
  const made = new Map<string, Uint8Array>();
  for (const [index, paper] of papers.entries()) {
    const bytes = paper.sameBytesAs
      ? made.get(paper.sameBytesAs)
      : await render(paper, printer, index * 7919 + 1);
    if (!bytes) throw new Error(`${paper.file}: ${paper.sameBytesAs} is made after it`);
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

async function render(paper: Paper, printer: Printer, seed: number): Promise<Uint8Array> {
  const text = plainText(paper.body);
  if (paper.format.startsWith('txt-')) return renderText(text, paper.format);
  if (paper.format === 'docx') return renderDocx(text);
  if (paper.format === 'pdf-cid') return renderCidPdf(text);
  const printed = await printer.print(letterHtml(text, lookOf(paper)));
  if (paper.format === 'pdf-text') return printed;
  const pages = await drawPages(printed, 200);
  switch (paper.format) {
    case 'jpg-photo':
      return phonePhoto(pages[0]!, seed);
    case 'png-tilted':
      return tiltedPng(pages[0]!, 3.4);
    case 'tiff-fax':
      return faxTiff(pages, seed);
    default: {
      const scans = await Promise.all(pages.map((page, i) => scanJpeg(page, seed + i, i % 2 ? -0.6 : 0.4)));
      return renderScanPdf(scans, paper.format === 'pdf-garbled' ? text : undefined);
    }
  }
}

/** Official letters have their red head and seal; a fax is written large to be readable. */
function lookOf(paper: Paper): Look {
  if (paper.source !== 'petition' && paper.source !== 'self-report' && paper.source !== 'self-check')
    return 'official';
  if (paper.format === 'tiff-fax') return 'large';
  return paper.format === 'pdf-text' ? 'print' : 'kai';
}

async function emptyFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  for (const name of await readdir(path)) await rm(join(path, name));
}
