import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { createRandom } from '../random.js';
import { archives } from './containers/archives.js';
import { compoundFiles } from './containers/compound.js';
import { docxFiles } from './containers/docx.js';
import { ofdFiles } from './containers/ofd.js';
import { xlsxFiles } from './containers/xlsx.js';
import type { HostileFile, Lures } from './hostile-file.js';
import { mutations } from './mutations.js';
import { strangeNames } from './names.js';
import { images } from './pages/images.js';
import { pdfContent } from './pages/pdf-content.js';
import { pdfStructure } from './pages/pdf-structure.js';
import { polyglots } from './polyglots.js';
import { mails } from './writing/mail.js';
import { richText, webPages } from './writing/markup.js';
import { plainTexts, tables } from './writing/text.js';

const families = [
  archives,
  docxFiles,
  xlsxFiles,
  ofdFiles,
  compoundFiles,
  pdfStructure,
  pdfContent,
  images,
  mails,
  richText,
  webPages,
  plainTexts,
  tables,
  polyglots,
  strangeNames,
  mutations,
];

export interface WrittenFile {
  kind: string;
  /** As it can be printed. */
  name: string;
  path: string | Buffer;
  size: number;
}

/**
 * Writes the corpus into the folder, a sub-folder a kind, every file as if it had lain there for a minute.
 *
 * @param wanted tells which files to write; by default all.
 */
export async function writeCorpus(
  folder: string,
  lures: Lures,
  wanted: (file: HostileFile) => boolean = () => true,
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  const past = new Date(Date.now() - 60_000);
  for (const [i, family] of families.entries()) {
    for (const file of family(lures, createRandom(i + 1))) {
      if (!wanted(file)) continue;
      const bytes = Buffer.from((await file.make()) as Uint8Array);
      const place = join(folder, file.kind);
      await mkdir(place, { recursive: true });
      const path = pathOf(place, file.name);
      await writeFile(path, bytes);
      await utimes(path, past, past);
      written.push({
        kind: file.kind,
        name: JSON.stringify(file.name.toString()).slice(1, -1),
        path,
        size: bytes.length,
      });
    }
  }
  return written;
}

/** Joined as it is: a name is not tidied up. */
function pathOf(place: string, name: HostileFile['name']): string | Buffer {
  return typeof name === 'string' ? place + sep + name : Buffer.concat([Buffer.from(place + sep), name]);
}
