export {
  chooseSuspects,
  disclaimedSpans,
  onlyAlleged,
  readAccused,
  type Suspect,
  suspectsOf,
  type UnitSuspect,
  unitSuspectsOf,
  withChargedPlaces,
} from './accused/index.js';
export { actSpan } from './facts.js';
export {
  type Field,
  type Line,
  listedSpans,
  nameSpans,
  nobodySpans,
  readFields,
  readLines,
  readTableUnits,
  reportedSpans,
  resolveBlocks,
} from './forms/index.js';
export { readInformant } from './informant.js';
export { withCellFields, withCells } from './informant-cells.js';
export { isOfficialPaper } from './papers.js';
export { withReach } from './petitioner/index.js';
export type { Reading } from './reading.js';
export { readClosing } from './signing/index.js';
export { hearsay, principalSum } from './sums/index.js';
