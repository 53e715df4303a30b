export * from './artefacts.js';
export type { Cipher } from './cipher.js';
export * from './corrections.js';
export { type ErrorCode, errorCatalogue } from './error-catalogue.js';
export * from './errors.js';
export * from './reasons.js';
export * from './record.js';
export * from './scoring.js';
export * from './vocabulary.js';
