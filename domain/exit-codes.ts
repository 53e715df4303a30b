/** Exit codes of every command (the outward contract); `outdated` is a worker's where a newer version works. */
export const exitCodes = { done: 0, partly: 1, usage: 2, cannotRun: 3, outdated: 4 } as const;
