import type { Cipher, DocumentRuling, InformantRuling } from '../domain/index.js';

/** A ruling as the database tells it, the words sealed. */
export type SealedRuling<T extends InformantRuling = InformantRuling> = Omit<T, 'named'> & {
  /** Hexadecimal. */
  named: string;
};
export type SealedDocumentRuling = SealedRuling<DocumentRuling>;

export function openRulings<T extends SealedRuling>(cipher: Cipher, sealed: readonly T[]) {
  return sealed.map(({ named, ...ruling }) => ({
    ...ruling,
    named: openNamed(cipher, Buffer.from(named, 'hex')),
  }));
}

export const sealNamed = (cipher: Cipher, named: InformantRuling['named']): Buffer =>
  cipher.seal(JSON.stringify(named));

export const openNamed = (cipher: Cipher, sealed: Buffer): InformantRuling['named'] =>
  JSON.parse(cipher.open(sealed)) as InformantRuling['named'];
