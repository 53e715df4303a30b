import { spawnSync } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderWordFeatures } from './rendering/word-features.js';
import { renderClueList } from './rendering/workbook.js';

/**
 * Makes `test/fixtures` anew: files in formats that only an office program writes. Needs LibreOffice
 * (`apt-get install --no-install-recommends libreoffice-writer libreoffice-calc`); nothing else does.
 */
const folder = process.argv[2] ?? 'test/fixtures';
const work = await mkdtemp(join(tmpdir(), 'qidi-fixtures-'));
try {
  await writeFile(join(work, 'letter.docx'), await renderWordFeatures());
  await writeFile(join(work, 'list.xlsx'), renderClueList('xlsx'));
  await convert('letter.docx', 'doc:MS Word 97', 'letter.doc');
  await convert('letter.docx', 'rtf:Rich Text Format', 'letter.rtf');
  await convert('list.xlsx', 'xls:MS Excel 97', 'list.xls');
} finally {
  await rm(work, { recursive: true, force: true });
}

async function convert(source: string, filter: string, name: string): Promise<void> {
  const extension = filter.slice(0, filter.indexOf(':'));
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      work,
      join(work, source),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  await rename(join(work, source.replace(/\.\w+$/, `.${extension}`)), join(folder, name));
  console.log(name);
}
