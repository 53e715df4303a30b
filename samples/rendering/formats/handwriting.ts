import { seededRandom } from '../seeded-random.js';

const charactersInLine = 20;

/** A page as a hand writes it: no two characters of one size and width, on one line or upright. */
export function handwrittenHtml(text: string, seed: number): string {
  const random = seededRandom(seed);
  const about = (width: number) => (random() - 0.5) * 2 * width;
  const lines = text.replaceAll('\n', '').match(new RegExp(`.{1,${charactersInLine}}`, 'gu')) ?? [];
  const written = lines.map((line) => {
    const characters = [...line].map((character) => {
      const form = `scale(${1 + about(0.42)},${1 + about(0.42)}) skewX(${about(16)}deg) rotate(${about(7)}deg)`;
      return `<span style="transform:translate(${about(3)}px,${about(12)}px) ${form}">${character}</span>`;
    });
    return `<p style="padding-left:${8 + about(8)}px">${characters.join('')}</p>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page{size:A4;margin:24mm 16mm}
body{font:19pt 'AR PL UKai CN','KaiTi',serif;margin:0}
p{margin:0 0 34px;white-space:nowrap}span{display:inline-block;width:1.28em}
</style><body>${written.join('')}</body></html>`;
}
