import type { Random } from '../random.js';

/** A file that no reader may be hurt by: made anew whenever it is needed, so that none lies in the repository. */
export interface HostileFile {
  /** What family of trouble it belongs to; also the folder that it is written to. */
  kind: string;
  /** Bytes where the name is no UTF-8. */
  name: string | Buffer;
  /** Made to keep a reader busy until somebody ends it: a test can afford few of these. */
  slow?: boolean;
  make(): Content | Promise<Content>;
}

type Content = Uint8Array | string;

/** What the files try to reach. Nothing may ever touch it. */
export interface Lures {
  /** `http://127.0.0.1:PORT`, where somebody listens. */
  http: string;
  /** The path of a file outside the corpus that holds `secret`. */
  path: string;
  secret: string;
}

/** A part of the corpus; the same seed gives the same files. */
export type Family = (lures: Lures, random: Random) => HostileFile[];

export function filesOf(
  kind: string,
  makers: Readonly<Record<string, HostileFile['make']>>,
  slow: readonly string[] = [],
): HostileFile[] {
  return Object.entries(makers).map(([name, make]) => ({ kind, name, make, slow: slow.includes(name) }));
}

/** A letter that can be filed; the number makes it another one. */
export const goodLetter = (n: number) => `关于澜川市人防办主任范明志有关问题的反映
市纪委监委：
现反映澜川市人防办党组书记、主任范明志在第${n}号工程中指定厂家、涉嫌收受回扣的问题。2016年8月，芸台${n}号小区采购防护密闭门，范明志指定从龙蟠防护设备有限公司购买，单价比市场高出三成，事后收受回扣${n}万元。请组织调查。
一名知情群众
2018年2月26日
`;

export function randomBytes(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i + 4 <= length; i += 4) bytes.writeUInt32LE(Math.floor(random.next() * 2 ** 32), i);
  return bytes;
}
