/** Imports flow one way: cli → console → office → (pipelines | queues | register | vault) → domain. */
const below = {
  domain: [],
  lexicon: ['domain'],
  pipelines: ['domain', 'lexicon'],
  queues: ['domain'],
  register: ['domain'],
  vault: ['domain'],
  office: ['domain', 'lexicon', 'pipelines', 'queues', 'register', 'vault'],
  workers: ['domain', 'lexicon', 'pipelines', 'queues', 'register', 'office'],
  console: ['domain', 'lexicon', 'pipelines', 'queues', 'register', 'office'],
  cli: ['domain', 'queues', 'register', 'office', 'workers', 'console'],
};
const rooms = Object.keys(below);

export default {
  forbidden: [
    ...rooms.map((room) => ({
      name: `${room}-imports-only-what-is-below`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: {
        path: '^[^/]+/',
        pathNot: [`^(${[room, ...below[room]].join('|')})/`, '^node_modules/'],
        dependencyTypesNot: [
          'core',
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'npm-no-pkg',
          'npm-unknown',
        ],
      },
    })),
    ...rooms.map((room) => ({
      name: `${room}-only-through-its-door`,
      comment:
        'index.ts is a room’s only door; for pipelines and lexicon the stage mechanism and the image type are shared inside.',
      severity: 'error',
      from: { path: '^[^/]+/', pathNot: [`^${room}/`, '^(bench|samples)/'] },
      to: { path: `^${room}/`, pathNot: [`^${room}/index\\.ts$`, '^console/api/index\\.ts$'] },
    })),
    {
      name: 'a-stage-imports-another-only-through-its-door',
      severity: 'error',
      from: { path: '^pipelines/([^/]+)/' },
      to: { path: '^pipelines/[^/]+/', pathNot: ['^pipelines/$1/', '^pipelines/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^node_modules' },
      // A type that two files of one folder share makes no circle at run time.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-imports-test-bench-or-samples',
      severity: 'error',
      from: { path: `^(${rooms.join('|')})/` },
      to: { path: '^(test|bench|samples)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
      extensions: ['.ts', '.js'],
    },
  },
};
