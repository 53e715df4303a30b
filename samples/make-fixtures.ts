import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveAs } from './rendering/formats/office.js';
import { renderWordFeatures } from './rendering/word-features.js';
import { renderClueList } from './rendering/workbook.js';

/** Makes `test/fixtures` anew: files in formats that only an office program writes. Needs LibreOffice. */
const folder = process.argv[2] ?? 'test/fixtures';
const letter = await renderWordFeatures();
const list = renderClueList('xlsx');
const files = {
  'letter.doc': await saveAs('doc', letter, 'docx'),
  'letter.rtf': await saveAs('rtf', letter, 'docx'),
  'list.xls': await saveAs('xls', list, 'xlsx'),
};
for (const [name, bytes] of Object.entries(files)) {
  if (!bytes) throw new Error('LibreOffice is not installed');
  await writeFile(join(folder, name), bytes);
  console.log(name);
}
