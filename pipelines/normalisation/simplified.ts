import { Converter } from 'opencc-js/t2cn';
import type { Glyph } from './glyphs.js';

const convert = Converter({ from: 't', to: 'cn' });
const han = /\p{Script=Han}/u;

/**
 * Traditional to Simplified, by phrases where one character has several answers (乾隆, 著名). Mixed texts
 * are converted too: what is simplified already stays as it is.
 */
export function simplify(glyphs: readonly Glyph[]): Glyph[] {
  const out: Glyph[] = [];
  let run: Glyph[] = [];
  const flush = () => {
    for (const glyph of run.length > 0 ? simplifyRun(run) : []) out.push(glyph);
    run = [];
  };
  for (const glyph of glyphs) {
    if (han.test(glyph.text)) run.push(glyph);
    else {
      flush();
      out.push(glyph);
    }
  }
  flush();
  return out;
}

function simplifyRun(run: readonly Glyph[]): Glyph[] {
  const source = run.map((glyph) => glyph.text).join('');
  const converted = convert(source);
  if (converted === source) return [...run];
  const characters = [...converted];
  // Where a phrase has changed its length no character can be said to be which: then one by one.
  const single = run.every((glyph) => [...glyph.text].length === 1);
  if (!single || characters.length !== run.length) {
    return run.map((glyph) => ({ ...glyph, text: convert(glyph.text) }));
  }
  return run.map((glyph, i) => ({ ...glyph, text: characters[i]! }));
}
