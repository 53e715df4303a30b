export { type Config, readConfig, settings } from './config.js';
export { dayIn, dayInName, isDay } from './days.js';
export { fileItems } from './filing.js';
export {
  findFiles,
  type IntakeFacts,
  isRefusal,
  printable,
  type Received,
  type Refusal,
  takeIn,
} from './intake.js';
export { type Office, openOffice, openReading, type Reading, readLexicon } from './open.js';
