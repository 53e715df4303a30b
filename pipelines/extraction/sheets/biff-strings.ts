import iconv from 'iconv-lite';

/** How a workbook writes its texts: since Excel 97 in Unicode or Latin, before in a code page. */
export interface BiffText {
  unicode: boolean;
  codePage: number;
}

/**
 * A text in a record.
 *
 * @param lengthBytes in how many bytes its length stands before it.
 */
export function readBiffString(
  data: Buffer,
  at: number,
  lengthBytes: 1 | 2,
  { unicode, codePage }: BiffText,
): string {
  if (at + lengthBytes > data.length) return '';
  const length = lengthBytes === 1 ? data[at]! : data.readUInt16LE(at);
  const start = at + lengthBytes;
  if (!unicode) {
    const label = codePage === 936 ? 'gb18030' : `cp${codePage}`;
    return iconv.decode(
      data.subarray(start, start + length),
      iconv.encodingExists(label) ? label : 'gb18030',
    );
  }
  const flags = data[start] ?? 0;
  const from = start + 1 + ((flags & 8) !== 0 ? 2 : 0) + ((flags & 4) !== 0 ? 4 : 0);
  return (flags & 1) !== 0
    ? data.toString('utf16le', from, from + length * 2)
    : data.toString('latin1', from, from + length);
}

/**
 * The texts that all sheets share. Where a record ends in the middle of a text, the next one begins with how its
 * characters go on.
 */
export function readSharedStrings(segments: readonly Buffer[]): string[] {
  const strings: string[] = [];
  let segment = 0;
  let at = 8;
  const left = () => segments[segment]!.length - at;
  const atEnd = () => {
    while (segment < segments.length && left() <= 0) {
      at = -left();
      segment += 1;
    }
    return segment >= segments.length;
  };
  while (!atEnd()) {
    if (left() < 3) break;
    const data = segments[segment]!;
    let length = data.readUInt16LE(at);
    let flags = data[at + 2]!;
    at += 3;
    const rich = (flags & 8) !== 0 ? 2 : 0;
    const extended = (flags & 4) !== 0 ? 4 : 0;
    if (left() < rich + extended) break;
    const behind = (rich && data.readUInt16LE(at) * 4) + (extended && data.readUInt32LE(at + rich));
    at += rich + extended;
    let text = '';
    while (length > 0) {
      if (left() <= 0) {
        segment += 1;
        at = 1;
        if (segment >= segments.length) break;
        flags = segments[segment]![0] ?? 0;
        continue;
      }
      const width = (flags & 1) !== 0 ? 2 : 1;
      const count = Math.min(length, Math.max(Math.floor(left() / width), 1));
      text += segments[segment]!.toString(width === 2 ? 'utf16le' : 'latin1', at, at + count * width);
      at += count * width;
      length -= count;
    }
    strings.push(text);
    if (segment < segments.length) at += behind;
  }
  return strings;
}
