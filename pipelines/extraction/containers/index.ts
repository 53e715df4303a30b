export { type CompoundFile, isCompoundFile, openCompoundFile } from './compound-file.js';
export { isBomb, listZip, readDocumentParts, readZipEntry, type ZipEntry } from './zip.js';
