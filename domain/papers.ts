/** A receipt's number as people write it, and where that is not enough the place of the paper in the file: R15-2. */
export function paperName(receiptId: number, ordinal: number | null = null): string {
  return ordinal === null ? `R${receiptId}` : `R${receiptId}-${ordinal + 1}`;
}

/** What a person names by R15 or R15-2, or null; the place counts from 0. */
export function readPaperName(text: string): { receiptId: number; ordinal: number | null } | null {
  const [, receipt, place] = /^[Rr]([1-9]\d{0,14})(?:-([1-9]\d{0,4}))?$/.exec(text.trim()) ?? [];
  return receipt === undefined
    ? null
    : { receiptId: Number(receipt), ordinal: place === undefined ? null : Number(place) - 1 };
}
