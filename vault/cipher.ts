import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Cipher, QidiError } from '../domain/index.js';

/** AES-256-GCM over deflated text: `iv(12) | tag(16) | ciphertext`. */
export function createCipher(key: Buffer): Cipher {
  return {
    seal(value) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      // Level 1: a letter's artefacts shrink fivefold; higher levels cost more than the disk they save.
      const body = Buffer.concat([cipher.update(deflateRawSync(value, { level: 1 })), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return inflateRawSync(
          Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]),
        ).toString('utf8');
      } catch (error) {
        throw new QidiError('vault.sealed_damaged', {}, { cause: error });
      }
    },
  };
}
