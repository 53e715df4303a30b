export { resolveBlocks } from './blocks.js';
export { type Field, figuresIn, type Line, labelOf, readFields, readLines } from './fields.js';
export { listedSpans, nameSpans, nobodySpans, reportedSpans } from './name-spans.js';
export { readTableUnits } from './table-units.js';
