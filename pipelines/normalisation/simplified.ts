import { Converter } from 'opencc-js/t2cn';
import type { Glyph } from './glyphs.js';

const convert = Converter({ from: 't', to: 'cn' });
const han = /\p{Script=Han}/u;
/** Share of a text's Chinese characters, all of Traditional alone, from which on the text is a Traditional one. */
const traditionalShare = 0.02;

/** Traditional characters that Simplified keeps for some names and words (王昇, 魏徵, 乾隆): alone they tell nothing. */
const keptInSimplified = new Set('乾徵昇陞祕鉅麴');

/**
 * Traditional to Simplified, by phrases where one character has several answers (乾隆, 著名). In a text that is
 * Simplified but for a character here and there only the stretches with such a character are converted: 打坏 is
 * good Simplified, though Traditional prints 打坏 for 打坯.
 */
export function simplify(glyphs: readonly Glyph[]): Glyph[] {
  let characters = 0;
  let traditional = 0;
  for (const { text } of glyphs) {
    const kind = kindOf(text);
    if (kind === other) continue;
    characters += 1;
    if (kind === traditionalOnly) traditional += 1;
  }
  if (traditional === 0) return [...glyphs];
  const all = traditional >= characters * traditionalShare;
  const out: Glyph[] = [];
  let run: Glyph[] = [];
  let due = false;
  const flush = () => {
    if (run.length > 0) for (const glyph of due || all ? simplifyRun(run) : run) out.push(glyph);
    run = [];
    due = false;
  };
  for (const glyph of glyphs) {
    const kind = kindOf(glyph.text);
    if (kind === other) {
      flush();
      out.push(glyph);
    } else {
      run.push(glyph);
      due ||= kind === traditionalOnly;
    }
  }
  flush();
  return out;
}

const [unknown, other, common, traditionalOnly] = [0, 1, 2, 3];
/** By UTF-16 unit, as they are met. */
const kinds = new Uint8Array(0x10000);

function kindOf(text: string): number {
  if (text.length > 1) return han.test(text) ? traditionalOnly : other;
  const unit = text.charCodeAt(0);
  if (kinds[unit] === unknown)
    kinds[unit] = !han.test(text)
      ? other
      : convert(text) === text || keptInSimplified.has(text)
        ? common
        : traditionalOnly;
  return kinds[unit]!;
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
