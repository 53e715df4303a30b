export * from './artefacts.js';
export * from './extraction.js';
export * from './findings.js';
export * from './items.js';
export * from './recognition.js';
export * from './span.js';
