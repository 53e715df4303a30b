export { htmlReader, isHtml } from './html.js';
export { isMht } from './mht.js';
