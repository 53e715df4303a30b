import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

export type EngineLanguage = 'chi_sim' | 'chi_tra';
/** Two sets of installed models: `4.0.0` has the fewer errors in names, `4.0.0_best_int` in punctuation. */
export type EngineModel = '4.0.0' | '4.0.0_best_int';

/** The folder of an installed model; it holds `<language>.traineddata.gz`. */
export function modelFolder(language: EngineLanguage, model: EngineModel): string {
  const manifest = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
  return join(dirname(manifest), model);
}

/**
 * What the older engine alone needs (`TessdataType` in Tesseract's `tessdatamanager.h`): inttemp,
 * pffmtable, normproto, shapetable, and its own lists of words. They are 41 of 44 MB.
 */
const unused: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

interface Entry {
  start: number;
  end: number;
}

/**
 * A model without the parts that the line reader has no use for, in the same format: a count, that many
 * offsets (−1 where there is none), the parts. It is never held whole: it would take 60 MB of memory.
 *
 * @throws where the file is missing or no model.
 */
export async function readLineModel(language: EngineLanguage, model: EngineModel): Promise<Uint8Array> {
  let head: Buffer | null = null;
  let entries: (Entry | null)[] = [];
  const kept: Buffer[] = [];
  let at = 0;
  const take = (chunk: Buffer) => {
    for (const entry of entries) {
      if (entry === null || entry.end <= at || entry.start >= at + chunk.length) continue;
      kept.push(Buffer.from(chunk.subarray(Math.max(0, entry.start - at), entry.end - at)));
    }
    at += chunk.length;
  };
  const path = join(modelFolder(language, model), `${language}.traineddata.gz`);
  await pipeline(createReadStream(path), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    let start: Buffer = Buffer.alloc(0);
    for await (const chunk of chunks) {
      if (head) take(chunk);
      else {
        start = Buffer.concat([start, chunk]);
        head = readHead(start);
        if (!head) continue;
        entries = entriesOf(head);
        take(start);
      }
    }
  });
  if (!head) throw new Error('the model is cut off');
  return Buffer.concat([headOf(entries), ...kept]);
}

/** The table of offsets, or null where more bytes are needed. */
function readHead(start: Buffer): Buffer | null {
  if (start.length < 4) return null;
  const count = start.readInt32LE(0);
  if (count < 18 || count > 64) throw new Error('this is no model');
  const length = 4 + 8 * count;
  return start.length < length ? null : start.subarray(0, length);
}

/** The parts to keep, by kind; the table does not say where they end: where the next one begins. */
function entriesOf(head: Buffer): (Entry | null)[] {
  const count = head.readInt32LE(0);
  const offsets = Array.from({ length: count }, (_, i) => Number(head.readBigInt64LE(4 + 8 * i)));
  const sorted = offsets.filter((offset) => offset >= 0).sort((a, b) => a - b);
  return offsets.map((start, kind) => {
    if (start < 0 || unused.has(kind)) return null;
    return { start, end: sorted.find((offset) => offset > start) ?? Number.POSITIVE_INFINITY };
  });
}

/** Parts stand in the order of their kinds, as they were. */
function headOf(entries: readonly (Entry | null)[]): Buffer {
  const head = Buffer.alloc(4 + 8 * entries.length);
  head.writeInt32LE(entries.length, 0);
  let at = head.length;
  for (const [kind, entry] of entries.entries()) {
    head.writeBigInt64LE(BigInt(entry ? at : -1), 4 + 8 * kind);
    if (entry) at += entry.end - entry.start;
  }
  return head;
}
