export { isCalling, isWork, ownUnits, unitEnd, unitName, unitsAgain } from './own-units.js';
export { isPlainUnit } from './plain-units.js';
export { ownShops } from './shops.js';
