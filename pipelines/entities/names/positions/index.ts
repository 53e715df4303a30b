export { type PositionMention, readPositions } from './positions.js';
export type { PostObserver, PostStart } from './starts.js';
