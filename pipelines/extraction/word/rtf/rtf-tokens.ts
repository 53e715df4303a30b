export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word with its number. */
  word(name: string, value: number | null): void;
  /** A control symbol: `*`, `~`, `-`, `_`. */
  symbol(symbol: string): void;
  /** Plain bytes of text, in whatever code page. */
  bytes(bytes: Uint8Array): void;
  /** One byte that was written in hexadecimal. */
  hex(byte: number): void;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;

/** Goes through RTF from end to end once; what is no RTF is taken as it comes. */
export function walkRtf(file: Buffer, handler: RtfHandler): void {
  let at = 0;
  while (at < file.length) {
    const byte = file[at]!;
    if (byte === OPEN || byte === CLOSE) {
      if (byte === OPEN) handler.open();
      else handler.close();
      at += 1;
    } else if (byte === BACKSLASH) at = readControl(file, at + 1, handler);
    else if (byte === 10 || byte === 13 || byte === 0) at += 1;
    else {
      let end = at + 1;
      while (end < file.length && !isSpecial(file[end]!)) end += 1;
      handler.bytes(file.subarray(at, end));
      at = end;
    }
  }
}

function isSpecial(byte: number): boolean {
  return byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === 10 || byte === 13 || byte === 0;
}

/** Reads what follows a backslash and gives where it ends. */
function readControl(file: Buffer, start: number, handler: RtfHandler): number {
  let at = start;
  while (at < file.length && at - start < 40 && isLetter(file[at]!)) at += 1;
  if (at > start) {
    const name = file.toString('latin1', start, at);
    const digits = at;
    if (file[at] === 0x2d) at += 1;
    while (at < file.length && at - digits < 12 && file[at]! >= 0x30 && file[at]! <= 0x39) at += 1;
    const value = at === digits ? null : Number(file.toString('latin1', digits, at));
    if (file[at] === 0x20) at += 1;
    // Raw bytes: pictures, objects.
    if (name === 'bin' && value !== null && value > 0) return Math.min(at + value, file.length);
    handler.word(name, value !== null && Number.isFinite(value) ? value : null);
    return at;
  }
  const symbol = file.toString('latin1', start, start + 1);
  if (symbol === "'") {
    const code = Number.parseInt(file.toString('latin1', start + 1, start + 3), 16);
    if (!Number.isNaN(code)) handler.hex(code);
    return start + 3;
  }
  if (symbol === '\\' || symbol === '{' || symbol === '}') handler.hex(symbol.charCodeAt(0));
  else if (symbol === '\n' || symbol === '\r') handler.word('par', null);
  else if (symbol === '\t') handler.word('tab', null);
  else handler.symbol(symbol);
  return start + 1;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
