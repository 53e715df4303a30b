export { agreeOnUnits } from './misread.js';
export { readOrganisations } from './organisations.js';
