export { correct, evaluate } from './correct.js';
export { type DecisionsOptions, decisions } from './decisions.js';
export * as families from './families.js';
export * as informants from './informants.js';
export { howToRegister, register } from './register-by-hand.js';
