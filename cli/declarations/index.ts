export type { Work } from './command-line.js';
export { declareDeciding } from './deciding.js';
export { declareLooking } from './looking.js';
export { declareTakingIn } from './taking-in.js';
export { declareUpkeep } from './upkeep.js';
