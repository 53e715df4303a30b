export { addCorrectionOptions, correct, evaluate, wrongCorrection } from './correct.js';
export { type DecisionsOptions, decisions } from './decisions.js';
export * as families from './families.js';
export * as informants from './informants.js';
export {
  addRegisterOptions,
  howToRegister,
  paperId,
  type RegisterOptions,
  register,
  wrongRegistration,
} from './register-by-hand.js';
