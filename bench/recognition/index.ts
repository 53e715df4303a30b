export { run as runOcr } from './ocr.js';
export { run as runOcrBeside } from './ocr-beside.js';
export { run as runScan } from './scan.js';
