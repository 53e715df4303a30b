import { MAX_TEXT_CHARACTERS } from '../limits.js';
import type { OfdPackage } from './package.js';

/** Some characters that were set together; millimetres from the page's upper left corner. */
export interface TextRun {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
}

export interface PageContent {
  runs: TextRun[];
  /** Pictures by their resource, with the area that they cover in mm². */
  images: { id: string; area: number }[];
  /** Drawn shapes: letters without a font are such. */
  shapes: number;
  /** Forms that lie under it. */
  templates: string[];
  /** What annotations say of themselves. */
  remarks: string[];
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const upright: Matrix = [1, 0, 0, 1, 0, 0];

interface TextObject {
  x: number;
  y: number;
  matrix: Matrix;
  size: number;
}
interface Code {
  x: number;
  y: number;
  deltaX: string;
  deltaY: string;
  text: string;
}

/** Reads what a page, a form or an annotation shows (GB/T 33190, 7.7 and following). */
export async function readContent(ofd: OfdPackage, path: string): Promise<PageContent> {
  const content: PageContent = { runs: [], images: [], shapes: 0, templates: [], remarks: [] };
  let hidden = 0;
  let depth = 0;
  let object: TextObject | null = null;
  let code: Code | null = null;
  let remark: string | null = null;
  let characters = 0;
  /** An annotation's appearance is placed on the page, its objects in it. */
  let origin = { x: 0, y: 0 };
  await ofd.walk(path, {
    open(name, attributes) {
      depth += 1;
      if (hidden > 0) return;
      if (attributes.Visible === 'false') {
        hidden = depth;
        return;
      }
      const [x = 0, y = 0, width = 0, height = 0] = numbers(attributes.Boundary);
      if (name === 'Template') content.templates.push(attributes.TemplateID ?? '');
      else if (name === 'PathObject') content.shapes += 1;
      else if (name === 'Appearance') origin = { x, y };
      else if (name === 'Remark') remark = '';
      else if (name === 'ImageObject')
        content.images.push({ id: attributes.ResourceID ?? '', area: width * height });
      else if (name === 'TextObject') {
        const matrix = numbers(attributes.CTM);
        object = {
          x: x + origin.x,
          y: y + origin.y,
          matrix: matrix.length === 6 ? (matrix as unknown as Matrix) : upright,
          size: numbers(attributes.Size)[0] ?? 4,
        };
      } else if (name === 'TextCode' && object) {
        // Of a further line only what differs is written.
        code = {
          x: numbers(attributes.X)[0] ?? code?.x ?? 0,
          y: numbers(attributes.Y)[0] ?? code?.y ?? 0,
          deltaX: attributes.DeltaX ?? '',
          deltaY: attributes.DeltaY ?? '',
          text: '',
        };
      }
    },
    text(text) {
      if (hidden > 0) return;
      if (code) code.text += text;
      else if (remark !== null) remark += text;
    },
    close(name) {
      if (hidden === depth) hidden = 0;
      depth -= 1;
      if (name === 'Remark' && remark !== null) {
        if (remark.trim() !== '') content.remarks.push(remark.trim());
        remark = null;
      }
      if (name === 'TextCode' && code && object && characters <= MAX_TEXT_CHARACTERS) {
        characters += code.text.length;
        // One by one: a call takes no more than some hundred thousand arguments.
        for (const run of runsOf(object, code)) content.runs.push(run);
        code.text = '';
      }
      if (name === 'TextObject') {
        object = null;
        code = null;
      }
    },
  });
  return content;
}

/** A run ends where the next character stands off: cells of a form are often one text with wide steps in it. */
function runsOf({ x, y, matrix, size }: TextObject, code: Code): TextRun[] {
  const text = [...code.text.replace(/[\r\n]+/g, '')];
  if (text.join('').trim() === '') return [];
  const [a, b, c, d, e, f] = matrix;
  const scale = Math.hypot(c, d) || 1;
  const height = size * scale;
  const across = steps(code.deltaX, text.length - 1);
  const down = steps(code.deltaY, text.length - 1);
  const runs: TextRun[] = [];
  let at = { x: code.x, y: code.y };
  for (const [i, character] of text.entries()) {
    const left = x + a * at.x + c * at.y + e;
    const baseline = y + b * at.x + d * at.y + f;
    const width = /[ -~]/.test(character) ? height / 2 : height;
    const last = runs.at(-1);
    // Letters under one another are a column of one text: they stay together where it begins.
    const under = last && across.length === 0 && down.length > 0;
    if (
      last &&
      (under || (left - last.right < height * 1.5 && Math.abs(baseline - last.baseline) < height / 2))
    ) {
      last.text += !under && left - last.right > height * 0.8 ? ` ${character}` : character;
      if (!under) last.right = left + width;
    } else runs.push({ text: character, left, right: left + width, baseline, size: height });
    at = { x: at.x + (across[i] ?? (down.length > 0 ? 0 : size)), y: at.y + (down[i] ?? 0) };
  }
  return runs.filter((run) => run.text.trim() !== '');
}

/** `3.5 g 4 7`: 3.5, then four times 7; no more of them than there are characters. */
function steps(written: string, most: number): number[] {
  const words = written
    .trim()
    .split(/\s+/)
    .slice(0, most * 3 + 3);
  const found: number[] = [];
  for (let i = 0; i < words.length && found.length < most; i++) {
    if (words[i] !== 'g') {
      const step = Number(words[i]);
      if (words[i] !== '' && Number.isFinite(step)) found.push(step);
      continue;
    }
    const step = Number(words[i + 2]);
    const times = Math.min(Number(words[i + 1]) || 0, most - found.length);
    for (let k = 0; k < times && Number.isFinite(step); k++) found.push(step);
    i += 2;
  }
  return found;
}

function numbers(written: string | undefined): number[] {
  if (!written) return [];
  const found = written.slice(0, 400).trim().split(/\s+/).map(Number);
  return found.every(Number.isFinite) ? found : [];
}
