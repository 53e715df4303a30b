// Installs what the tests need (servers and browser by apt on Debian), builds, and runs them all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needs = [
  { what: 'Redis', package: 'redis-server', found: () => onPath('redis-server') },
  { what: 'tesseract', package: 'tesseract-ocr', found: () => onPath('tesseract') },
  { what: 'PostgreSQL 15+', package: 'postgresql', found: () => onPath('initdb') || debianPostgres() },
  {
    what: 'Chromium',
    package: 'chromium',
    found: () => onPath('chromium') || Boolean(process.env.QIDI_TEST_CHROMIUM),
  },
];

const missing = needs.filter((need) => !need.found());
if (missing.length > 0) install(missing);
run(process.execPath, [join(root, 'tools', 'build.mjs')]);

const folder = mkdtempSync(join(tmpdir(), 'qidi-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--import',
    new URL('../test/support/typescript.mjs', import.meta.url).href,
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      PATH: [process.env.PATH, debianPostgres()].filter(Boolean).join(delimiter),
    },
  },
);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${numPassedTests} passed, ${numFailedTests || numFailedTestSuites} failed`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);

function install(needed) {
  const names = needed.map((need) => need.package);
  const elsewhere = `请先安装 Please install: ${needed.map((need) => need.what).join(', ')}`;
  if (!onPath('apt-get')) {
    console.error(elsewhere);
    process.exit(3);
  }
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.error(`正在安装测试所需的 ${names.join(' ')}…… Installing what the tests need…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run(...split([...sudo, 'apt-get', 'update', '-qq']), env);
  // The servers are started by the tests on ports of their own; the packages must not start theirs.
  run(
    ...split([
      ...sudo,
      'env',
      'RUNLEVEL=1',
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...names,
    ]),
    env,
  );
  const still = needed.filter((need) => !need.found());
  if (still.length > 0) {
    console.error(elsewhere);
    process.exit(3);
  }
}

function split([program, ...words]) {
  return [program, words];
}

function run(program, words, env = process.env) {
  const { status: code } = spawnSync(program, words, { cwd: root, stdio: ['ignore', 2, 2], env });
  if (code !== 0) process.exit(code ?? 1);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Debian keeps the server's programs off the path, one folder a version; the newest one is taken. */
function debianPostgres() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return '';
  const version = readdirSync(base)
    .filter((name) => existsSync(join(base, name, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return version ? join(base, version, 'bin') : '';
}
