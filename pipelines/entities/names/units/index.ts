export { agreeOnUnits } from './misread.js';
export { readOrganisations } from './organisations.js';
export type { UnitObserver, UnitStart } from './starts.js';
