export {
  chooseSuspects,
  disclaimedSpans,
  onlyAlleged,
  readAccused,
  type Suspect,
  suspectsOf,
  type UnitSuspect,
  unitSuspectsOf,
} from './accused/index.js';
export { resolveBlocks } from './blocks.js';
export { readClosing } from './closing.js';
export { actSpan, principalSum } from './facts.js';
export { type Field, type Line, readFields, readLines } from './fields.js';
export { type Reading, readInformant } from './informant.js';
export { nameSpans, reportedSpans } from './name-spans.js';
export { isOfficialPaper } from './papers.js';
export { withReach } from './petitioner.js';
export { readTableUnits } from './table-units.js';
