import { crc32, deflateRawSync } from 'node:zlib';
import type { Packed } from './packed.js';

/** A member; whatever it says of itself may be a lie. */
export interface ZipPart {
  name: string | Buffer;
  content?: Uint8Array | string;
  packed?: Packed;
  /** 8 deflate, 0 stored. */
  method?: number;
  flags?: number;
  /** What the directory says, in place of the truth. */
  size?: number;
  packedSize?: number;
  /** What stands in front of the member, in place of the truth. */
  localName?: string;
  localSize?: number;
  extra?: Buffer;
  /** Of the local header; the member then has no bytes of its own. */
  offset?: number;
}

export interface ZipLies {
  prefix?: Uint8Array;
  entries?: number;
  directoryOffset?: number;
  comment?: string;
  /** The end record of zip64, saying so many entries. */
  zip64?: { entries: number; offset?: bigint };
}

/** A zip container by hand: everything that a real one cannot be. */
export function zipFile(parts: readonly ZipPart[], lies: ZipLies = {}): Buffer {
  const bodies: Buffer[] = [Buffer.from(lies.prefix ?? [])];
  const directory: Buffer[] = [];
  let at = bodies[0]!.length;
  for (const part of parts) {
    const { body, entry } = partOf(part, at);
    bodies.push(body);
    directory.push(entry);
    at += body.length;
  }
  const entries = Buffer.concat(directory);
  const comment = Buffer.from(lies.comment ?? '');
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  const count = lies.zip64 ? 0xffff : (lies.entries ?? parts.length) & 0xffff;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(lies.zip64 ? 0xffffffff : (lies.directoryOffset ?? at), 16);
  end.writeUInt16LE(comment.length, 20);
  const large = lies.zip64 ? zip64End(lies.zip64, entries.length, at) : Buffer.alloc(0);
  return Buffer.concat([...bodies, entries, large, end, comment]);
}

function partOf(part: ZipPart, at: number): { body: Buffer; entry: Buffer } {
  const content = Buffer.from(part.content ?? '');
  const method = part.method ?? 8;
  const packed = part.packed?.bytes ?? (method === 8 ? deflateRawSync(content) : content);
  const size = part.packed?.size ?? content.length;
  const name = Buffer.from(part.name as string);
  const localName = Buffer.from(part.localName ?? name);
  const extra = part.extra ?? Buffer.alloc(0);
  const fields = (unpacked: number, of: Buffer) => {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(0x5a210000, 6);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(part.packedSize ?? packed.length, 14);
    common.writeUInt32LE(unpacked % 2 ** 32, 18);
    common.writeUInt16LE(of.length, 22);
    common.writeUInt16LE(of === name ? extra.length : 0, 24);
    return common;
  };
  const local = [
    Buffer.from('PK\u0003\u0004', 'latin1'),
    fields(part.localSize ?? part.size ?? size, localName),
    localName,
    packed,
  ];
  const place = Buffer.alloc(14);
  place.writeUInt32LE(part.offset ?? at, 10);
  const entry = [
    Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
    fields(part.size ?? size, name),
    place,
    name,
    extra,
  ];
  // The local header has no extra fields, whatever the directory has.
  if (localName.equals(name)) local[1]!.writeUInt16LE(0, 24);
  return {
    body: part.offset === undefined ? Buffer.concat(local) : Buffer.alloc(0),
    entry: Buffer.concat(entry),
  };
}

function zip64End({ entries, offset }: NonNullable<ZipLies['zip64']>, size: number, at: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(offset ?? BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

/** Members that lie in one another (Fifield): each unpacks to all that follow it, the file is hardly larger. */
export function overlappingZip(members: number, kernel: Packed): Buffer {
  const names = Array.from({ length: members }, (_, i) => `${String(i).padStart(4, '0')}.txt`);
  const header = (name: string, packed: number, size: number) => {
    const local = Buffer.alloc(30 + name.length);
    local.write('PK\u0003\u0004\u0014\u0000', 'latin1');
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed, 18);
    local.writeUInt32LE(size % 2 ** 32, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    return local;
  };
  let { bytes: body, size } = kernel;
  const entries: ZipPart[] = [];
  const starts: number[] = [];
  for (const name of names.reverse()) {
    const local = header(name, body.length, size);
    entries.unshift({ name, offset: 0, packedSize: body.length, size });
    // A stored block of deflate that holds the next member's header, in front of that member's own stream.
    const quote = Buffer.from([0, local.length, 0, 0xff ^ local.length, 0xff]);
    starts.unshift(quote.length);
    body = Buffer.concat([quote, local, body]);
    size += local.length;
  }
  const [first = 0] = starts;
  let at = first;
  for (const entry of entries) {
    entry.offset = at - first;
    at += 5 + 30 + String(entry.name).length;
  }
  return zipFile(entries, { prefix: body.subarray(first) });
}
