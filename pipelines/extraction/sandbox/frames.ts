/**
 * Messages on a pipe: two lengths, a head in JSON, a body of bytes. A page image of 100 MB passes as it is.
 * Lengths are checked before anything is kept: the other side may be hostile.
 */

export interface Frame {
  head: unknown;
  body: Buffer;
}

export interface FrameLimits {
  /** bytes */
  head: number;
  body: number;
}

class FrameError extends Error {}

/** Below this a copy costs less than a further write. */
const WORTH_COPYING = 256 * 1024;

/** The message in one piece, or where its body is large in two, to be written one after the other. */
export function encodeFrame(head: object, body: Uint8Array = new Uint8Array()): Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(text.length, 0);
  lengths.writeUInt32LE(body.length, 4);
  if (body.length < WORTH_COPYING) return [Buffer.concat([lengths, text, body])];
  return [Buffer.concat([lengths, text]), body];
}

/**
 * Takes what arrives and calls `onFrame` for each whole message.
 *
 * @param limits asked anew for each message: how much may come depends on what was asked for.
 * @returns a function that throws {FrameError} where more comes than is allowed, or what is no message.
 */
export function createFrameReader(
  limits: () => FrameLimits,
  onFrame: (frame: Frame) => void,
): (chunk: Buffer) => void {
  const parts = wanted(limits, onFrame);
  let part = parts.next().value;
  let have = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      const taken = chunk.copy(part, have, at);
      at += taken;
      have += taken;
      // A part may be empty: the next one is due at once then.
      while (have === part.length) {
        part = parts.next().value;
        have = 0;
      }
    }
  };
}

/** The buffers that have to be filled, one after another. */
function* wanted(limits: () => FrameLimits, onFrame: (frame: Frame) => void): Generator<Buffer, never, void> {
  for (;;) {
    const lengths = Buffer.alloc(8);
    yield lengths;
    const [headLength, bodyLength] = [lengths.readUInt32LE(0), lengths.readUInt32LE(4)];
    const allowed = limits();
    if (headLength > allowed.head || bodyLength > allowed.body)
      throw new FrameError(`${headLength} and ${bodyLength} bytes are more than is allowed`);
    const head = Buffer.alloc(headLength);
    yield head;
    // Not from the pool, and touched only as bytes come: an announced length alone costs nothing.
    const body = Buffer.allocUnsafeSlow(bodyLength);
    yield body;
    onFrame({ head: parse(head), body });
  }
}

function parse(head: Buffer): unknown {
  try {
    return JSON.parse(head.toString('utf8'));
  } catch {
    throw new FrameError('the head is no JSON');
  }
}
