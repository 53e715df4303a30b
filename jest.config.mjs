/** Tests run the TypeScript sources as ES modules; servers are real and started by test/support. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  // Long enough for a machine that does something else, too: what hangs fails all the same.
  testTimeout: 180_000,
  // Half of the time a suite waits for servers and programs that it started.
  maxWorkers: 2,
  // What a suite loaded as ES modules is never freed: a worker that has run dozens only collects garbage.
  workerIdleMemoryLimit: '400MB',
};
