import { PermanentError } from '../../../domain/index.js';

/** A compound file (OLE2, MS-CFB): a file system in a file, in which Office before 2007 keeps its documents. */
export interface CompoundFile {
  /** Streams and storages by their path (`Workbook`, `ObjectPool/_1234/Package`); names in their own case. */
  entries: ReadonlyMap<string, CompoundEntry>;
  /**
   * The bytes of a stream, null where there is none of that path.
   *
   * @throws {PermanentError} `extraction.damaged` where its sectors cannot be followed.
   */
  read(path: string): Buffer | null;
}

export interface CompoundEntry {
  isStream: boolean;
  size: number;
  start: number;
}

const END_OF_CHAIN = 0xfffffffe;
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Word keeps some entries for each embedded object. */
const MAX_DIRECTORY_ENTRIES = 20_000;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/**
 * Reads the directory. Chains of sectors are followed no further than the file has sectors, so that none goes in
 * circles.
 *
 * @throws {PermanentError} `extraction.damaged`.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isCompoundFile(file) || file.length < HEADER_BYTES * 2) throw damaged();
  const shift = file.readUInt16LE(30);
  const miniShift = file.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged();
  const sectorBytes = 1 << shift;
  const cutoff = file.readUInt32LE(56);
  const sector = (number: number) => {
    const start = (number + 1) * sectorBytes;
    if (number >= END_OF_CHAIN - 3 || start >= file.length) throw damaged();
    return file.subarray(start, start + sectorBytes);
  };
  const table = readAllocationTable(file, sector, sectorBytes);
  const directory = readChain(file.readUInt32LE(48), table, sector, Math.ceil(file.length / sectorBytes));
  const { entries, root } = readDirectory(directory);

  let miniTable: Uint32Array | undefined;
  let miniSectors: Buffer | undefined;
  const readMini = (start: number, size: number) => {
    miniTable ??= toNumbers(readChain(file.readUInt32LE(60), table, sector, table.length));
    miniSectors ??= readChain(root.start, table, sector, table.length);
    const miniSector = (number: number) => {
      if (number << miniShift >= miniSectors!.length) throw damaged();
      return miniSectors!.subarray(number << miniShift, (number + 1) << miniShift);
    };
    return readChain(start, miniTable, miniSector, Math.ceil(size / (1 << miniShift)));
  };
  return {
    entries,
    read(path) {
      const entry = entries.get(path);
      if (!entry?.isStream) return null;
      const { start, size } = entry;
      if (size === 0) return Buffer.alloc(0);
      if (size > file.length) throw damaged();
      const content =
        size < cutoff
          ? readMini(start, size)
          : readChain(start, table, sector, Math.ceil(size / sectorBytes));
      if (content.length < size) throw damaged();
      return content.subarray(0, size);
    },
  };
}

/** The table that says of each sector which one follows it. */
function readAllocationTable(
  file: Buffer,
  sector: (number: number) => Buffer,
  sectorBytes: number,
): Uint32Array {
  const count = file.readUInt32LE(44);
  const perSector = sectorBytes / 4;
  const sectors = Math.ceil(file.length / sectorBytes);
  if (count > Math.ceil(sectors / perSector) + 1) throw damaged();
  const numbers: number[] = [];
  for (let i = 0; i < 109 && numbers.length < count; i++) numbers.push(file.readUInt32LE(76 + i * 4));
  // Of large files the list of the table's sectors goes on in sectors of its own.
  let next = file.readUInt32LE(68);
  for (let hops = 0; numbers.length < count; hops++) {
    if (hops > sectors) throw damaged();
    const more = toNumbers(sector(next));
    for (let i = 0; i < perSector - 1 && numbers.length < count; i++) numbers.push(more[i] ?? END_OF_CHAIN);
    next = more[perSector - 1] ?? END_OF_CHAIN;
  }
  const table = new Uint32Array(numbers.length * perSector);
  numbers.forEach((number, i) => {
    table.set(toNumbers(sector(number)), i * perSector);
  });
  return table;
}

function readChain(
  start: number,
  table: Uint32Array,
  sector: (number: number) => Buffer,
  most: number,
): Buffer {
  const chunks: Buffer[] = [];
  for (let number = start; number < END_OF_CHAIN - 1 && chunks.length < most; number = table[number]!) {
    if (number >= table.length) throw damaged();
    chunks.push(sector(number));
  }
  return Buffer.concat(chunks);
}

function readDirectory(directory: Buffer): { entries: Map<string, CompoundEntry>; root: CompoundEntry } {
  const count = Math.floor(directory.length / ENTRY_BYTES);
  if (count === 0 || count > MAX_DIRECTORY_ENTRIES) throw damaged();
  const at = (index: number) => directory.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
  const entryOf = (entry: Buffer): CompoundEntry => ({
    isStream: entry[66] === 2,
    start: entry.readUInt32LE(116),
    size: entry.readUInt32LE(120),
  });
  const entries = new Map<string, CompoundEntry>();
  const seen = new Set<number>();
  const waiting = [{ index: at(0).readUInt32LE(76), path: '' }];
  // The siblings of a storage are a tree; a damaged or made-up one may be no tree at all.
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { index, path } = next;
    if (index >= count || seen.has(index)) continue;
    seen.add(index);
    const entry = at(index);
    const nameBytes = Math.min(entry.readUInt16LE(64), 64);
    const name = entry.toString('utf16le', 0, Math.max(nameBytes - 2, 0) & ~1);
    if (entry[66] === 1 || entry[66] === 2) entries.set(path + name, entryOf(entry));
    waiting.push({ index: entry.readUInt32LE(68), path }, { index: entry.readUInt32LE(72), path });
    // Paths grow with depth: a hundred storages in one another are no document.
    if (entry[66] === 1 && path.length < 500) {
      waiting.push({ index: entry.readUInt32LE(76), path: `${path}${name}/` });
    }
  }
  return { entries, root: entryOf(at(0)) };
}

function toNumbers(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(i * 4));
}

function damaged(): PermanentError {
  return new PermanentError('extraction.damaged', { kind: 'ole' });
}
