export { actualOf, run as runEvaluation } from './evaluate.js';
export { run as runMarkedText } from './marked-text.js';
export { groupMessages, groupsToRead } from './message-groups.js';
export { run as runMessages } from './messages.js';
export { describeMisses } from './miss-words.js';
export { createReader } from './reader.js';
export { evaluateRelations } from './relations.js';
export { type Actual, evaluate } from './scoring.js';
export { createTextReader, type ReadText, readItems } from './text-reader.js';
