export { htmlReader, isHtml } from './html.js';
export { htmlToText } from './html-text.js';
export { isMht } from './mht.js';
