export { handedOn } from './handed-on.js';
export { spokenNames } from './speaking.js';
