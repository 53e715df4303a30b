import { seededRandom } from '../paper-image.js';

const charactersInLine = 20;

/** A page as a hand writes it: no two characters of one size, on one line or upright. */
export function handwrittenHtml(text: string, seed: number): string {
  const random = seededRandom(seed);
  const about = (width: number) => (random() - 0.5) * 2 * width;
  const lines = text.replaceAll('\n', '').match(new RegExp(`.{1,${charactersInLine}}`, 'gu')) ?? [];
  const written = lines.map((line) => {
    const characters = [...line].map((character) => {
      const scale = 1 + about(0.22);
      return `<span style="transform:translate(${about(2.4)}px,${about(9)}px) rotate(${about(6)}deg) scale(${scale})">${character}</span>`;
    });
    return `<p style="padding-left:${8 + about(8)}px">${characters.join('')}</p>`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page{size:A4;margin:24mm 16mm}
body{font:19pt 'AR PL UKai CN','KaiTi',serif;margin:0}
p{margin:0 0 34px;white-space:nowrap}span{display:inline-block;width:1.28em}
</style><body>${written.join('')}</body></html>`;
}
