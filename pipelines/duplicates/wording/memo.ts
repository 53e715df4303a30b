/**
 * Remembers what was made for a key, within this process: for pure functions whose inputs come again at each
 * filing. What was used longest ago is forgotten once the weights add up to more than `most`.
 */
export function createMemo<V>(most: number): (key: string, weight: number, make: () => V) => V {
  const kept = new Map<string, { value: V; weight: number }>();
  let total = 0;
  return (key, weight, make) => {
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known.value;
    }
    const value = make();
    if (weight > most) return value;
    kept.set(key, { value, weight });
    total += weight;
    for (const [oldest, entry] of kept) {
      if (total <= most) break;
      kept.delete(oldest);
      total -= entry.weight;
    }
    return value;
  };
}
