export { type ErrorCode, errorCatalogue } from './catalogue.js';
export * from './errors.js';
