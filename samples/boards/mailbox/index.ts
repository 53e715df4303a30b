export { builders } from './builders.js';
export { cellars } from './cellars.js';
export { firms } from './firms.js';
export { gowns } from './gowns.js';
export { offices } from './offices.js';
export { rhetoric } from './rhetoric.js';
export { streets } from './streets.js';
export { villages } from './villages.js';
