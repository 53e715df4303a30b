export { errorPage, type Problem } from './error.js';
export { queuePage } from './queue.js';
export { recordPage } from './record.js';
export { registerPage } from './register.js';
export { icon, style } from './style.js';
export { words } from './words/index.js';
