import { main } from './main.js';

/** Milliseconds for what is still being closed or written when a command has ended. */
const grace = 1000;

process.exitCode = await main(process.argv.slice(2));
// A queue's library leaves a connection open that comes when it has been closed: nobody would ever close it.
setTimeout(() => process.exit(), grace).unref();
