import type { Evidence } from '../../pipelines/weighing/index.js';

/** Papers with what is seen of each, and for every code whether it is right (1) or not (0). */
export interface Answers {
  rows: readonly { evidence: Evidence; right: readonly number[]; group: string }[];
  codes: readonly string[];
}

/**
 * Ridge regression of many answers on the same evidence: least squares with a pull of `ridge` towards 0, solved at once
 * in the space of the papers, which are fewer than the evidence (Saunders, Gammerman and Vovk, 1998).
 */
export interface Regression {
  /** What each row would score by weights learned without its group; a row's scores stand in the order of the codes. */
  leftOut: Float64Array[];
  /** Weight of each piece of evidence, by code. */
  weights: ReadonlyMap<string, Float64Array>;
}

export function regress({ rows, codes }: Answers, ridge: number): Regression {
  const products = productsOf(rows.map((r) => r.evidence));
  for (const [i, row] of products.entries()) row[i]! += ridge;
  const inverse = inverseOf(products);
  const duals = rows.map((_, i) => {
    const dual = new Float64Array(codes.length);
    for (let j = 0; j < rows.length; j++) addTimes(dual, rows[j]!.right, inverse[i]![j]!);
    return dual;
  });
  const weights = new Map<string, Float64Array>();
  for (const [i, { evidence }] of rows.entries())
    for (const [name, value] of evidence) {
      let own = weights.get(name);
      if (!own) {
        own = new Float64Array(codes.length);
        weights.set(name, own);
      }
      addTimes(own, duals[i]!, value);
    }
  return { leftOut: withoutGroups(rows, inverse, duals), weights };
}

/**
 * The scores of each group by what the others teach, without learning again: what a row misses by then is the inverse
 * of the group's own part of the inverse, times the group's duals.
 */
function withoutGroups(
  rows: Answers['rows'],
  inverse: readonly Float64Array[],
  duals: readonly Float64Array[],
): Float64Array[] {
  const scores = rows.map(({ right }) => Float64Array.from(right));
  for (const group of new Set(rows.map((r) => r.group))) {
    const own = rows.flatMap((r, i) => (r.group === group ? [i] : []));
    const part = inverseOf(own.map((i) => Float64Array.from(own, (j) => inverse[i]![j]!)));
    for (const [a, i] of own.entries())
      for (const [b, j] of own.entries()) addTimes(scores[i]!, duals[j]!, -part[a]![b]!);
  }
  return scores;
}

/** How alike each two rows are: the sum of the products of what both have. */
function productsOf(all: readonly Evidence[]): Float64Array[] {
  const places = new Map<string, number>();
  for (const evidence of all)
    for (const name of evidence.keys()) if (!places.has(name)) places.set(name, places.size);
  const packed = all.map((evidence) => ({
    at: Uint32Array.from(evidence.keys(), (name) => places.get(name)!),
    values: Float64Array.from(evidence.values()),
  }));
  const spread = new Float64Array(places.size);
  const products = all.map(() => new Float64Array(all.length));
  for (const [i, { at, values }] of packed.entries()) {
    for (let n = 0; n < at.length; n++) spread[at[n]!] = values[n]!;
    for (let j = 0; j <= i; j++) {
      const other = packed[j]!;
      let sum = 0;
      for (let n = 0; n < other.at.length; n++) sum += spread[other.at[n]!]! * other.values[n]!;
      products[i]![j] = sum;
      products[j]![i] = sum;
    }
    for (const place of at) spread[place] = 0;
  }
  return products;
}

/** The inverse of a symmetric matrix without zero or negative directions, by Cholesky's two triangles. */
function inverseOf(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const rest = lower[i]![j]! - dot(lower[i]!, lower[j]!, 0, j);
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  // Row j holds column j of the triangle's inverse, so that sums run along rows.
  const columns = matrix.map(() => new Float64Array(size));
  for (let j = 0; j < size; j++) {
    const column = columns[j]!;
    column[j] = 1 / lower[j]![j]!;
    for (let i = j + 1; i < size; i++) column[i] = -dot(lower[i]!, column, j, i) / lower[i]![i]!;
  }
  const inverse = matrix.map(() => new Float64Array(size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const product = dot(columns[i]!, columns[j]!, i, size);
      inverse[i]![j] = product;
      inverse[j]![i] = product;
    }
  return inverse;
}

function dot(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addTimes(sum: Float64Array, other: ArrayLike<number>, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += factor * other[i]!;
}
