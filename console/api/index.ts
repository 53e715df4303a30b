export { buildConsole, startConsole } from './server.js';
