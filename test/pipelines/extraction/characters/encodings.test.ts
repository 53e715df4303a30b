import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/cn2t';
import { createRandom, type Random } from '../../../../bench/random.js';
import { decodeText } from '../../../../pipelines/extraction/characters/encoding.js';
import { papers } from '../../../../samples/letters/index.js';

const prose = papers.map((paper) => paper.body).join('\n');
const simplified = [...prose];
const toTraditional = Converter({ from: 'cn', to: 'tw' });
const traditional = [...toTraditional(prose)];

/** Names that few fonts have, extension characters, and what offices type between their words. */
const rare = [...'喆囍堃昇玥嫘犇骉燊翀璟祎禛赟䶮㛃㑇𠮷𬭎', '①', '㎡', '℃', '“', '——', '／'];
const ascii = [
  'A座',
  ' No.7 ',
  '12-3',
  'http://x.cn/a?b=1',
  'WPS Office',
  '\r\n',
  '\t',
  '(1)',
  '3,456.78',
  '%',
];

interface Written {
  text: string;
  bytes: Buffer;
  encoding: string;
}

const encodings: readonly [name: string, encoding: string, addBOM: boolean][] = [
  ['utf-8', 'utf-8', false],
  ['utf-8', 'utf-8', true],
  ['utf-16le', 'utf-16le', false],
  ['utf-16le', 'utf-16le', true],
  ['utf-16be', 'utf-16be', false],
  ['utf-16be', 'utf-16be', true],
  ['gb18030', 'gb18030', false],
  ['gb18030', 'gbk', false],
  ['big5', 'big5', false],
];

/** A piece of a letter of 8 to 2,000 characters, with figures, Latin words and rare characters strewn in. */
function write(random: Random, index: number): Written {
  const [name, encoding, addBOM] = encodings[index % encodings.length]!;
  const source = encoding === 'big5' || random.chance(0.3) ? traditional : simplified;
  const length = Math.round(8 * 250 ** random.next());
  const start = random.between(0, source.length - length - 1);
  const characters = source.slice(start, start + length);
  for (let i = random.between(0, 1 + length / 60); i > 0; i--) {
    characters.splice(
      random.between(0, characters.length),
      0,
      random.pick(random.chance(0.3) ? rare : ascii),
    );
  }
  // A character that the encoding lacks could not have been typed in it.
  const text = [...characters.join('')]
    .filter((c) => iconv.decode(iconv.encode(c, encoding), encoding) === c)
    .join('');
  return { text, bytes: iconv.encode(text, encoding, { addBOM }), encoding: name };
}

describe('a thousand texts in five encodings', () => {
  const random = createRandom(20_190_305);
  const all = Array.from({ length: 1_000 }, (_, i) => write(random, i)).filter(
    ({ text }) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4,
  );

  it('are decoded exactly, 99 of 100, and the rest is flagged', () => {
    expect(all.length).toBeGreaterThan(960);
    const wrong = all.filter(({ text, bytes }) => decodeText(bytes)?.text !== text);
    const silent = wrong.filter(({ bytes }) => decodeText(bytes)?.uncertain !== true);
    expect(silent.map(({ text, encoding }) => `${encoding}: ${text}`)).toEqual([]);
    expect(wrong.length / all.length).toBeLessThanOrEqual(0.01);
  });

  it('are rarely doubted where they are longer than a line', () => {
    const long = all.filter(({ text }) => text.length > 40);
    const doubted = long.filter(({ bytes }) => decodeText(bytes)?.uncertain);
    expect(doubted.length / long.length).toBeLessThan(0.02);
  });

  it('are decoded where they are cut off in the middle of a character', () => {
    const cut = all.filter(({ bytes }) => bytes.length > 60).slice(0, 300);
    const wrong = cut.filter(({ text, bytes }) => {
      const decoded = decodeText(bytes.subarray(0, bytes.length - 1));
      const kept = text.slice(0, -4);
      return decoded === null || !decoded.text.startsWith(kept);
    });
    expect(wrong.map(({ text, encoding }) => `${encoding}: ${text}`)).toEqual([]);
  });

  it('are doubted or flagged as damaged where two encodings stand in one file', () => {
    const halves = [20, 90, 200].map((at) => prose.slice(at, at + 60));
    for (const half of halves) {
      const mixed = Buffer.concat([
        iconv.encode(half, 'utf-8'),
        Buffer.from('\n'),
        iconv.encode(half, 'gb18030'),
      ]);
      const decoded = decodeText(mixed);
      expect(decoded === null || decoded.uncertain || decoded.damaged).toBe(true);
    }
  });
});
