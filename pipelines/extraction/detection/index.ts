export { type DetectedFormat, detectFormat } from './detect.js';
