/** Tests run the TypeScript sources as ES modules; servers are real and started by test/support. */
export default {
  // In plain Node processes: Jest's own sandbox loads lexicon and segmenter anew for each file and frees neither.
  runner: 'jest-light-runner/child-process',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // On two cores: half of the time a suite waits for servers and programs that it started; a third would starve them.
  maxWorkers: 2,
};
