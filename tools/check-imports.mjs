// Holds the imports to the direction that ARCHITECTURE.md draws, and proves that something was looked at.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rooms = [
  'domain',
  'lexicon',
  'pipelines',
  'queues',
  'register',
  'vault',
  'office',
  'workers',
  'console',
  'cli',
  'bench',
  'samples',
];
const { stdout, status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...rooms,
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] },
);
if (!stdout) process.exit(status || 1);
const { modules, summary } = JSON.parse(stdout);
const ours = modules.filter((module) => rooms.some((room) => module.source.startsWith(`${room}/`)));
for (const { rule, from, to } of summary.violations)
  console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`);
console.log(
  `${ours.length} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} against the rules`,
);
if (ours.length === 0 || summary.violations.length > 0) process.exit(1);
