import type { Rule } from '../../grid.js';
import { type Box, type Transform, toShown } from './coordinates.js';
import { type PdfiumModule, viewOf, withMemory } from './engine.js';

/** What is drawn on a page besides its text. */
export interface Drawing {
  level: Rule[];
  upright: Rule[];
  /** Areas of colour and pictures, on which white letters can be read. */
  filled: Box[];
}

/** Objects on one page that are looked at; a map or a plan has more, and no table. */
const MAX_OBJECTS = 8_000;
const MAX_SEGMENTS = 400;
const MAX_NESTING = 3;
/** Points: lines are thinner; and shorter ones are dashes and parts of signs. */
const MOST_THICKNESS = 2.6;
const LEAST_LENGTH = 5;
const WHITE = 248;

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MOVE_TO = 2;
const LINE_TO = 0;

type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function collectDrawing(module: PdfiumModule, page: number, shown: Transform): Drawing {
  const drawing: Drawing = { level: [], upright: [], filled: [] };
  const left = { objects: MAX_OBJECTS };
  const visit = (object: number, matrix: Matrix, depth: number) => {
    if (object === 0 || left.objects-- <= 0) return;
    const type = module._FPDFPageObj_GetType(object);
    if (type === FORM && depth < MAX_NESTING) {
      const inner = multiply(matrixOf(module, object), matrix);
      const count = module._FPDFFormObj_CountObjects(object);
      for (let i = 0; i < count && left.objects > 0; i++) {
        visit(module._FPDFFormObj_GetObject(object, i), inner, depth + 1);
      }
    } else if (type === IMAGE) {
      const bounds = boundsOf(module, object);
      if (bounds) drawing.filled.push(toShown(shown, transformBox(bounds, matrix)));
    } else if (type === PATH) visitPath(module, object, { matrix, shown, drawing });
  };
  const count = module._FPDFPage_CountObjects(page);
  for (let i = 0; i < count && left.objects > 0; i++) visit(module._FPDFPage_GetObject(page, i), identity, 0);
  return drawing;
}

interface Where {
  matrix: Matrix;
  shown: Transform;
  drawing: Drawing;
}

function visitPath(module: PdfiumModule, object: number, { matrix, shown, drawing }: Where): void {
  const bounds = boundsOf(module, object);
  if (!bounds) return;
  const box = toShown(shown, transformBox(bounds, matrix));
  const { fill, stroke } = drawModeOf(module, object);
  if (!fill && !stroke) return;
  if (addRule(drawing, box)) return;
  if (fill && !isWhite(module, object)) drawing.filled.push(box);
  if (!stroke) return;
  const own = multiply(matrixOf(module, object), matrix);
  for (const [from, to] of segmentsOf(module, object)) {
    const ends = [apply(own, from), apply(own, to)] as const;
    const piece = toShown(shown, {
      left: ends[0][0],
      top: ends[0][1],
      right: ends[1][0],
      bottom: ends[1][1],
    });
    addRule(drawing, piece);
  }
}

/** Whether the box is thin and long enough to be a ruling line; then it is one. */
function addRule({ level, upright }: Drawing, { left, top, right, bottom }: Box): boolean {
  const [width, height] = [right - left, bottom - top];
  if (height <= MOST_THICKNESS && width >= LEAST_LENGTH) {
    level.push({ at: (top + bottom) / 2, from: left, to: right });
    return true;
  }
  if (width <= MOST_THICKNESS && height >= LEAST_LENGTH) {
    upright.push({ at: (left + right) / 2, from: top, to: bottom });
    return true;
  }
  return false;
}

type Point = readonly [number, number];

function segmentsOf(module: PdfiumModule, object: number): [Point, Point][] {
  const count = module._FPDFPath_CountSegments(object);
  if (count > MAX_SEGMENTS) return [];
  const out: [Point, Point][] = [];
  withMemory(module, 8, (memory) => {
    let start: Point | null = null;
    let last: Point | null = null;
    for (let i = 0; i < count; i++) {
      const segment = module._FPDFPath_GetPathSegment(object, i);
      if (segment === 0 || !module._FPDFPathSegment_GetPoint(segment, memory, memory + 4)) continue;
      const view = viewOf(module);
      const point: Point = [view.getFloat32(memory, true), view.getFloat32(memory + 4, true)];
      const type = module._FPDFPathSegment_GetType(segment);
      if (type === MOVE_TO) start = point;
      else if (type === LINE_TO && last) out.push([last, point]);
      if (start && module._FPDFPathSegment_GetClose(segment)) out.push([point, start]);
      last = point;
    }
  });
  return out;
}

function drawModeOf(module: PdfiumModule, object: number): { fill: boolean; stroke: boolean } {
  return withMemory(module, 8, (memory) => {
    if (!module._FPDFPath_GetDrawMode(object, memory, memory + 4)) return { fill: false, stroke: false };
    const view = viewOf(module);
    return { fill: view.getInt32(memory, true) !== 0, stroke: view.getInt32(memory + 4, true) !== 0 };
  });
}

function isWhite(module: PdfiumModule, object: number): boolean {
  return withMemory(module, 16, (memory) => {
    if (!module._FPDFPageObj_GetFillColor(object, memory, memory + 4, memory + 8, memory + 12)) return true;
    const view = viewOf(module);
    return [0, 4, 8].every((offset) => view.getUint32(memory + offset, true) >= WHITE);
  });
}

function boundsOf(module: PdfiumModule, object: number): Box | null {
  return withMemory(module, 16, (memory) => {
    if (!module._FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12)) return null;
    const view = viewOf(module);
    const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => view.getFloat32(memory + offset, true));
    return { left: left!, top: top!, right: right!, bottom: bottom! };
  });
}

function matrixOf(module: PdfiumModule, object: number): Matrix {
  return withMemory(module, 24, (memory) => {
    if (!module._FPDFPageObj_GetMatrix(object, memory)) return identity;
    const view = viewOf(module);
    return [0, 4, 8, 12, 16, 20].map((offset) => view.getFloat32(memory + offset, true)) as unknown as Matrix;
  });
}

/** First `inner`, then `outer`. */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [x, y] = apply(outer, [e, f]);
  return [
    a * outer[0] + b * outer[2],
    a * outer[1] + b * outer[3],
    c * outer[0] + d * outer[2],
    c * outer[1] + d * outer[3],
    x,
    y,
  ];
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function transformBox(box: Box, matrix: Matrix): Box {
  const corners = [
    apply(matrix, [box.left, box.top]),
    apply(matrix, [box.right, box.top]),
    apply(matrix, [box.left, box.bottom]),
    apply(matrix, [box.right, box.bottom]),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.max(...ys), bottom: Math.min(...ys) };
}
