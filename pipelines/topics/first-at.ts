/**
 * First index whose value is at least `least`, in values that never fall; `length` where there is none.
 *
 * @param valueAt the value at an index
 */
export function firstAtOrAfter(length: number, valueAt: (index: number) => number, least: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
