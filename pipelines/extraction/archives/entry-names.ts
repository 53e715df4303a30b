import { crc32 } from 'node:zlib';
import { decodeShort } from '../characters/index.js';

/** A name as an archive holds it. */
export interface RawName {
  raw: Buffer;
  /** The archive says that it is UTF-8. */
  utf8?: boolean;
  /** Info-ZIP's field 0x7075: version, checksum of the plain name, the name in UTF-8. */
  unicodeExtra?: Buffer | null;
}

/** Longer than any path that a person has made; a directory of names of 64 KB each is a flood. */
const LONGEST_PATH = 300;
const LONGEST_RAW = 1_024;

/**
 * The names of one archive as text. Where an archive does not say how they are encoded, all of them together
 * tell it: one name of four characters is too little to tell GBK from Big5.
 */
export function decodeEntryNames(names: readonly RawName[]): string[] {
  const known = names.map(({ raw, utf8, unicodeExtra }) => {
    if (utf8) return raw.toString('utf8');
    const sure = unicodeExtra && unicodeExtra.length > 5 && unicodeExtra.readUInt32LE(1) === crc32(raw);
    return sure ? unicodeExtra.toString('utf8', 5) : null;
  });
  // Cut so that the bytes of thousands of names stay few; a name is never that long.
  const unknown = names.filter((_, i) => known[i] === null).map(({ raw }) => raw.subarray(0, LONGEST_RAW));
  const decoded = decodeShort(unknown);
  let next = 0;
  return known.map((name) => (name ?? decoded[next++]!).slice(0, LONGEST_RAW));
}

/** Control characters, and those that turn the direction of writing: `fdp.exe` must not look like `exe.pdf`. */
const invisible = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu;

/**
 * The path of an entry as it can be shown: folders apart by `/`, no step upward, no drive, nothing invisible.
 * Nothing is ever written there; but people and other programs will read it.
 */
export function showPath(name: string): string {
  const steps = name
    .replace(/\\/g, '/')
    .replace(invisible, '')
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
  const path = steps.join('/').replace(/^[a-z]:/i, '');
  if (path.length <= LONGEST_PATH) return path;
  // The end has the extension; a surrogate cut in two would be no text.
  return `${path.slice(0, 100)}…${path.slice(100 - LONGEST_PATH)}`.replace(/[\ud800-\udfff]/g, '');
}

/** What systems leave in archives beside the files that somebody put there. */
export function isLitter(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._|~\$[^/]*$|(?:\.DS_Store|(?:eh)?Thumbs\.db|desktop\.ini)$)/i.test(path);
}

/** Gives each of several files of one name a path of its own: `a.txt`, `a (2).txt`. */
export function createDistinctPaths(): (path: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (path) => {
    let distinct = path;
    let count = counts.get(path) ?? 1;
    while (taken.has(distinct)) {
      count += 1;
      const [, stem, extension] = /^(.*?)(\.[^./]{1,16})?$/s.exec(path)!;
      distinct = `${stem} (${count})${extension ?? ''}`;
    }
    counts.set(path, count);
    taken.add(distinct);
    return distinct;
  };
}

const numerals = '〇一二三四五六七八九';

/** 第十二页 as 第12页: counted by people, though not in figures. */
function withFigures(path: string): string {
  return path.replace(/[〇零一二三四五六七八九十]{1,4}/g, (written) => {
    const digit = (c: string) => numerals.indexOf(c === '零' ? '〇' : c);
    const [tens, ones, more] = written.split('十');
    if (ones === undefined) return [...written].map(digit).join('');
    if (more !== undefined || tens!.length > 1 || ones.length > 1) return written;
    return String((tens === '' ? 1 : digit(tens!)) * 10 + (ones === '' ? 0 : digit(ones)));
  });
}

const collator = new Intl.Collator('zh', { numeric: true });

/** In the order in which people number pages (1, 2, 10; 第九页, 第十页); a folder's own files before its folders. */
export function inNaturalOrder<T>(entries: readonly T[], pathOf: (entry: T) => string): T[] {
  const keyed = entries.map((entry) => ({ entry, steps: withFigures(pathOf(entry)).split('/') }));
  keyed.sort((a, b) => {
    for (let i = 0; ; i++) {
      const left = a.steps[i];
      const right = b.steps[i];
      if (left === undefined || right === undefined) return a.steps.length - b.steps.length;
      const leafs = Number(i === b.steps.length - 1) - Number(i === a.steps.length - 1);
      if (leafs !== 0) return leafs;
      const order = collator.compare(left, right);
      if (order !== 0) return order;
    }
  });
  return keyed.map(({ entry }) => entry);
}
