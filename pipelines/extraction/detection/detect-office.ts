import { type FileFormat, PermanentError } from '../../../domain/index.js';
import { type CompoundFile, openCompoundFile } from '../containers/index.js';
import { isMessage } from '../mail/msg.js';
import { isSheetXml } from '../sheets/index.js';

/** Word 97; what older versions wrote has the same stream in another form. */
const WORD_97 = 0x00c1;

/**
 * Which document a compound file holds, by the streams at its root: Word and Excel from 97 on (Excel 5 too), as
 * Office or WPS writes them.
 *
 * @throws {PermanentError} `extraction.password_needed`, `extraction.legacy_office`, `extraction.damaged`.
 */
export function formatOfCompound(bytes: Uint8Array): FileFormat {
  const file = openCompoundFile(bytes);
  const holds = (name: string) => file.entries.get(name)?.isStream === true;
  if (holds('EncryptedPackage')) throw new PermanentError('extraction.password_needed');
  if (holds('WordDocument')) return formatOfWord(file);
  if (holds('Workbook') || holds('Book')) return 'xls';
  if (isMessage(file)) return 'msg';
  for (const [name, kind] of otherDocuments) if (file.entries.has(name)) throw legacy(kind);
  throw legacy('ole');
}

const otherDocuments: readonly [stream: string, kind: string][] = [
  ['PowerPoint Document', 'ppt'],
  ['VisioDocument', 'vsd'],
  ['Quill', 'pub'],
  ['MatOST', 'wps'],
  ['FileHeader', 'hwp'],
];

function formatOfWord(file: CompoundFile): FileFormat {
  const head = file.read('WordDocument')!;
  if (head.length < 34) throw new PermanentError('extraction.damaged', { kind: 'doc' });
  if (head.readUInt16LE(2) < WORD_97) throw legacy('doc 6.0/95');
  if ((head.readUInt16LE(10) & 0x0100) !== 0) throw new PermanentError('extraction.password_needed');
  return 'doc';
}

function legacy(kind: string): PermanentError {
  return new PermanentError('extraction.legacy_office', { kind });
}

/** Office 2003 could save as one XML file, and systems hand such files out as .doc and .xls. */
export function formatOfXml(start: string): FileFormat | null {
  if (!/^\s{0,100}<\?(?:xml|mso)/.test(start)) return null;
  if (/<(?:\w{1,10}:wordDocument|pkg:package)\b/.test(start)) return 'docx';
  return isSheetXml(start) ? 'xlsx' : null;
}
