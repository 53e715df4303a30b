// Installs the dependencies and compiles the sources where either is missing or older than what it is made of.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, '.build.lock');
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const installed = join(root, 'node_modules', '.package-lock.json');
/** Rooms that are compiled. */
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
  'samples',
  'bench',
];
/** Files that run beside the compiled code as they are. */
const assets = [
  ['lexicon', /\.(?:yaml|json)$/],
  ['pipelines/segmentation', /\.utf8$/],
  ['register/migrations', /\.sql$/],
];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node.js 20.19 以上版本，现为 ${process.versions.node}。Node.js 20.19 or later is needed.`,
  );
  process.exit(1);
}

if (needsInstall()) refuseLink();
if (needsInstall() || needsBuild()) {
  takeLock();
  try {
    if (needsInstall()) {
      console.error('正在安装依赖……（首次约需一两分钟） Installing dependencies…');
      run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    }
    if (needsBuild()) {
      console.error('正在编译…… Building…');
      build();
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function needsInstall() {
  return mtime(installed) < mtime(join(root, 'package-lock.json'));
}

/** npm empties the folder that it installs into: behind a link that would be somebody else's. */
function refuseLink() {
  const modules = join(root, 'node_modules');
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.error(`${modules} 是符号链接，安装依赖会清空其指向的文件夹，已停止。请删除该链接后重试。`);
  console.error(
    `${modules} is a symbolic link; installing would empty the folder that it points to. Remove the link and try again.`,
  );
  process.exit(1);
}

function needsBuild() {
  const built = mtime(stamp);
  return built === 0 || newest(root, true) > built;
}

/** Builds beside the build in use and changes places at the end: what runs meanwhile never sees half of it. */
function build() {
  const started = Date.now();
  const making = join(root, `dist.making`);
  const old = join(root, `dist.old`);
  for (const folder of [making, old]) rmSync(folder, { recursive: true, force: true });
  run(process.execPath, [
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    root,
    '--outDir',
    making,
  ]);
  for (const [folder, pattern] of assets)
    cpSync(join(root, folder), join(making, folder), {
      recursive: true,
      filter: (source) => statSync(source).isDirectory() || pattern.test(source),
    });
  writeFileSync(join(making, '.built'), '');
  utimesSync(join(making, '.built'), started / 1000, started / 1000);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(making, dist);
  rmSync(old, { recursive: true, force: true });
}

/** One process builds; the others wait for it. The holder's number tells a dead one's lock from a living one's. */
function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderAlive()) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function holderAlive() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    // Just made and not signed yet counts as alive for a moment.
    return error.code === 'EPERM' || (error.code === 'ENOENT' && Date.now() - mtime(lock) < 2000);
  }
}

function newest(folder, top) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!top || rooms.includes(entry.name)) latest = Math.max(latest, newest(path, false));
    } else if (/\.(ts|sql|yaml|json|utf8)$/.test(entry.name)) latest = Math.max(latest, mtime(path));
  }
  return latest;
}

function mtime(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function run(program, words) {
  const { status, error } = spawnSync(program, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status !== 0) {
    console.error(`失败 failed: ${program} ${words.join(' ')} ${error?.message ?? ''}`);
    console.error(
      '请确认已安装 C++ 编译器、make、python3，并能访问 npm 软件源。A C++ compiler, make, python3 and the npm registry are needed.',
    );
    process.exit(1);
  }
}
