export { type PaperView, viewOf } from './paper-view.js';
export { toldOf } from './told-of.js';
export { addUnit, type Unit } from './units.js';
