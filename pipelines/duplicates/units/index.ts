export { tellsBody, unitsAgree } from './agreement.js';
export { type UnitForm, unitFormOf } from './forms.js';
