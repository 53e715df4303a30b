import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kernelLimits, MAX_HEAP_MB, type SandboxLimits } from './limits.js';
import { awaitUsers, buildWalls } from './walls.js';

/** What keeps a child in; which of them are in force depends on the system. */
export const measures = [
  'network',
  'files',
  'processes',
  'account',
  'privileges',
  'limits',
  'memory',
  'permissions',
] as const;
export type Measure = (typeof measures)[number];

/** One way to start a child, with what it brings. */
export interface Isolation {
  readonly measures: readonly Measure[];
  /** Where the child may write; null where it is to be made for it outside. */
  readonly temp: '/tmp' | null;
  /** The parent has to say which users exist in the child's namespace. */
  readonly awaitsUsers: boolean;
  /** The user that the child runs as, where it is started with root's rights and no namespace. */
  readonly user: number | null;
  /** The words that start the child; `temp` is where it may write. */
  words(child: Child, temp: string): string[];
}

/** The program of a child and what it needs to exist. */
export interface Child {
  entry: string;
  limits: SandboxLimits;
}

const nobody = 65_534;

/** All ways that may work on this system, the strongest first; which one does is found out by trying. */
export function isolations(): Isolation[] {
  if (process.platform !== 'linux') return [bare()];
  const root = isRoot();
  return [
    ...(root ? [withNamespaces(true)] : []),
    withNamespaces(false),
    ...(root ? [withoutNamespaces(nobody)] : []),
    withoutNamespaces(null),
    bare(),
  ];
}

/** @param asNobody root maps two users, so that the child is not root's equal where files and threads are counted. */
function withNamespaces(asNobody: boolean): Isolation {
  return {
    measures: [
      ...(['network', 'files', 'processes', 'privileges', 'limits', 'memory'] as const),
      ...(asNobody || !isRoot() ? (['account'] as const) : []),
      ...permissionMeasure(),
    ],
    temp: '/tmp',
    awaitsUsers: asNobody,
    user: null,
    words: (child, temp) => [
      ...['setpriv', '--pdeathsig=KILL'],
      ...['unshare', '--user', ...(asNobody ? [] : ['--map-root-user'])],
      ...['--mount', '--net', '--pid', '--ipc', '--uts', '--fork', '--kill-child', '--propagation=private'],
      ...['--', 'sh', '-c', ...(asNobody ? [awaitUsers, buildWalls] : [buildWalls, 'walls'])],
      ...visible(child),
      '--',
      ...held(kernelLimits(child.limits), [
        '--bounding-set=-all',
        ...(asNobody ? ['--reuid=1000', '--regid=1000', '--clear-groups'] : []),
      ]),
      ...nodeWords(child, temp),
    ],
  };
}

function withoutNamespaces(user: number | null): Isolation {
  return {
    measures: [
      ...(['privileges', 'limits', 'memory'] as const),
      ...(user !== null || !isRoot() ? (['account'] as const) : []),
      ...permissionMeasure(),
    ],
    temp: null,
    awaitsUsers: false,
    user,
    words: (child, temp) => {
      // Outside a namespace all threads of the user count, the parent's too: their number cannot be limited.
      const { nproc: _, ...limits } = kernelLimits(child.limits);
      return [
        ...held(limits, [
          ...(isRoot() ? ['--bounding-set=-all'] : []),
          ...(user === null ? [] : [`--reuid=${user}`, `--regid=${user}`, '--clear-groups']),
        ]),
        ...nodeWords(child, temp),
      ];
    },
  };
}

/** macOS, Windows, and Linux without util-linux. */
function bare(): Isolation {
  return {
    measures: [
      ...(process.platform === 'linux' ? (['memory'] as const) : []),
      ...(isRoot() ? [] : (['account'] as const)),
      ...permissionMeasure(),
    ],
    temp: null,
    awaitsUsers: false,
    user: null,
    words: nodeWords,
  };
}

/** No privilege left or to be had, the kernel's limits, and an end with the parent. */
function held(limits: Readonly<Record<string, number>>, options: readonly string[]): string[] {
  return [
    ...['setpriv', ...options, '--no-new-privs', '--inh-caps=-all', '--pdeathsig=KILL'],
    'prlimit',
    ...Object.entries(limits).map(([name, value]) => `--${name}=${value}:${value}`),
  ];
}

function nodeWords(child: Child, temp: string): string[] {
  const permission = permissionFlag();
  return [
    process.execPath,
    '--no-warnings',
    `--max-old-space-size=${MAX_HEAP_MB}`,
    // Fewer threads: the children are the ones that work side by side.
    '--v8-pool-size=2',
    // What one file leaves behind is collected in one go.
    '--max-semi-space-size=32',
    '--disallow-code-generation-from-strings',
    // No reading but of the product itself, no writing but to its own folder, no program, no further thread.
    ...(permission
      ? [
          permission,
          '--allow-addons',
          ...productOf(child.entry).map((path) => `--allow-fs-read=${path}`),
          `--allow-fs-read=${temp}`,
          `--allow-fs-write=${temp}`,
        ]
      : []),
    child.entry,
  ];
}

/** Node's own permission model, under the name that this Node.js has for it. */
function permissionFlag(): string | null {
  const flags = process.allowedNodeEnvironmentFlags;
  if (!flags.has('--allow-addons')) return null;
  return ['--permission', '--experimental-permission'].find((flag) => flags.has(flag)) ?? null;
}

function permissionMeasure(): Measure[] {
  return permissionFlag() ? ['permissions'] : [];
}

/** What of the system a Node.js program needs: shared libraries, wherever a distribution keeps them. */
const system = [
  ...['/lib', '/lib32', '/lib64', '/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/local/lib'],
  ...['/nix/store', '/gnu/store', '/etc/ld.so.cache', '/dev/null', '/dev/urandom'],
];

function visible(child: Child): string[] {
  return [
    ...system.filter((path) => existsSync(path)),
    realpathSync(process.execPath),
    process.execPath,
    ...productOf(child.entry),
  ];
}

/** The compiled product and its packages, and nothing beside them: QIDI_HOME may lie in the same folder. */
function productOf(entry: string): string[] {
  let root = realpathSync(fileURLToPath(new URL('.', import.meta.url)));
  while (!existsSync(join(root, 'node_modules')) && dirname(root) !== root) root = dirname(root);
  const parts = ['dist', 'node_modules', 'package.json'].map((name) => join(root, name));
  return entry.startsWith(parts[0]!) ? parts : [...parts, dirname(entry)];
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
