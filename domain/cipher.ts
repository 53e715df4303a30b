/** Seals small values for storage, so that only the office's key opens them. */
export interface Cipher {
  seal(value: string): Buffer;
  /** @throws QidiError `vault.sealed_damaged` where the bytes were changed or the key is another. */
  open(sealed: Uint8Array): string;
}
