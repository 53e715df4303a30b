export { type PaperView, viewOf } from './paper-view.js';
export { addUnit, type Unit } from './units.js';
