import { crc32, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** One file of a zip; what is not given is as an honest program writes it. */
export interface ZipPart {
  /** Text is written in `names`; bytes stand as they are. */
  name: string | Uint8Array;
  content: Uint8Array;
  /** Stored as it is instead of deflated. */
  stored?: boolean;
  /** Marked as being under a password. */
  encrypted?: boolean;
  /** Lengths and checksum stand behind the content, as programs write that do not know them beforehand. */
  descriptor?: boolean;
  /** Lengths and place stand in the field for files over 4 GB. */
  zip64?: boolean;
  /** A further extra field of the directory. */
  extra?: Uint8Array;
  /** What the directory says instead of the truth. */
  says?: { unpacked?: number; crc?: number; offset?: number; method?: number };
}

/** 2024-12-31 08:00, so that the same parts give the same bytes. */
const TIME = 8 << 11;
const DAY = ((2024 - 1980) << 9) | (12 << 5) | 31;
const UTF8_NAMES = 0x800;

/** Writes a zip. Chinese Windows writes names in `gbk` and does not say so; `utf8` is said in each entry. */
export function writeZip(parts: readonly ZipPart[], names: 'utf8' | 'gbk' = 'utf8'): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const name = typeof part.name === 'string' ? iconv.encode(part.name, names) : Buffer.from(part.name);
    const plain = Buffer.from(part.content);
    const packed = part.stored ? plain : deflateRawSync(plain, { level: 9 });
    const flags =
      (part.encrypted ? 1 : 0) |
      (part.descriptor ? 8 : 0) |
      (typeof part.name === 'string' && names === 'utf8' ? UTF8_NAMES : 0);
    const said = {
      flags,
      method: part.says?.method ?? (part.stored ? 0 : 8),
      crc: part.says?.crc ?? crc32(plain),
      packed: packed.length,
      unpacked: part.says?.unpacked ?? plain.length,
    };
    const offset = part.says?.offset ?? at;
    const local = part.descriptor
      ? Buffer.concat([
          headerOf('PK\x03\x04', { ...said, crc: 0, packed: 0, unpacked: 0 }, name, 0),
          name,
          packed,
          numbers('PK\x07\x08', [said.crc, said.packed, said.unpacked]),
        ])
      : Buffer.concat([headerOf('PK\x03\x04', said, name, 0), name, packed]);
    const extra = Buffer.concat([
      part.zip64 ? zip64Field(said, offset) : Buffer.alloc(0),
      part.extra ?? Buffer.alloc(0),
    ]);
    const shown = part.zip64 ? { ...said, packed: 0xffffffff, unpacked: 0xffffffff } : said;
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.zip64 ? 0xffffffff : offset, 10);
    directory.push(
      Buffer.concat([headerOf('PK\x01\x02\x14\x00', shown, name, extra.length), tail, name, extra]),
    );
    bodies.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, entries, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

interface Said {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
}

/** What stands alike in a local header and in the directory. */
function headerOf(signature: string, said: Said, name: Buffer, extra: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(said.flags, 2);
  header.writeUInt16LE(said.method, 4);
  header.writeUInt16LE(TIME, 6);
  header.writeUInt16LE(DAY, 8);
  header.writeUInt32LE(said.crc, 10);
  header.writeUInt32LE(said.packed, 14);
  header.writeUInt32LE(said.unpacked, 18);
  header.writeUInt16LE(name.length, 22);
  header.writeUInt16LE(extra, 24);
  return Buffer.concat([Buffer.from(signature, 'latin1'), header]);
}

function zip64Field(said: Said, offset: number): Buffer {
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  field.writeBigUInt64LE(BigInt(said.unpacked), 4);
  field.writeBigUInt64LE(BigInt(said.packed), 12);
  field.writeBigUInt64LE(BigInt(offset), 20);
  return field;
}

function numbers(signature: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return Buffer.concat([Buffer.from(signature, 'latin1'), bytes]);
}
